import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files of an open store, to see whether they are still those that were opened.
///
/// SQLite writes on into a file that was removed, and every reply with it. It writes on into one that was cut, too, which
/// grows again with holes in it; so a page is looked at that nobody changes. The files are never opened for that: to close
/// one of them again would take SQLite's locks away.
struct StoreFiles: Sendable, Equatable {
    private struct Seen: Sendable, Equatable {
        var device: UInt64
        var number: UInt64
        var size: Int64

        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            self.init(found)
        }

        init(_ found: stat) {
            device = UInt64(truncatingIfNeeded: found.st_dev)
            number = UInt64(truncatingIfNeeded: found.st_ino)
            size = Int64(found.st_size)
        }

        func isFile(of other: Self) -> Bool { device == other.device && number == other.number }
    }

    private let path: String
    private var seen: [String: Seen]
    /// The file's second page, that of the list of migrations: no run changes it. `nil` where it is still in the journal.
    private var stillPage: [UInt8]?

    /// The files as they are now.
    init(path: String) {
        self.path = path
        seen = ["", "-wal", "-shm"].reduce(into: [:]) { $0[$1] = Seen(path + $1) }
        stillPage = secondPage()
    }

    /// What happened to them, in words; `nil` where they are as they were.
    mutating func change() -> String? {
        for (suffix, before) in seen.sorted(by: { $0.key < $1.key }) {
            let file = path + suffix
            guard let now = Seen(file) else { return "'\(file)' was removed or moved" }
            if !now.isFile(of: before) { return "'\(file)' was replaced" }
            // A store's file never shrinks; its journal may.
            if suffix.isEmpty, now.size < before.size { return "'\(file)' was cut or overwritten" }
            seen[suffix] = now
        }
        guard let stillPage else {
            stillPage = secondPage()
            return nil
        }
        return secondPage() == stillPage ? nil : "'\(path)' was cut or overwritten"
    }

    /// The second page as it is on the disk, read by the number under which SQLite has the file open.
    private func secondPage() -> [UInt8]? {
        guard let file = seen[""], let number = Self.openNumber(of: file) else { return nil }
        let size = 4096
        let page = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(number, buffer.baseAddress, size, off_t(size)))
        }
        return page.contains { $0 != 0 } ? page : nil
    }

    private static func openNumber(of file: Seen) -> Int32? {
        (0..<min(getdtablesize(), 1024)).first { number in
            var found = stat()
            return fstat(number, &found) == 0 && Seen(found).isFile(of: file)
        }
    }
}
