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
/// SQLite writes on into a file that was removed, and every reply with it. The files are looked at from outside only: to
/// open and close one of them would take SQLite's locks away.
struct StoreFiles: Sendable, Equatable {
    private struct Seen: Sendable, Equatable {
        var device: UInt64
        var number: UInt64
        var size: Int64

        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: found.st_dev)
            number = UInt64(truncatingIfNeeded: found.st_ino)
            size = Int64(found.st_size)
        }
    }

    private let path: String
    private var seen: [String: Seen]

    /// The files as they are now.
    init(path: String) {
        self.path = path
        seen = ["", "-wal", "-shm"].reduce(into: [:]) { $0[$1] = Seen(path + $1) }
    }

    /// What happened to them, in words; `nil` where they are as they were.
    mutating func change() -> String? {
        for (suffix, before) in seen.sorted(by: { $0.key < $1.key }) {
            let file = path + suffix
            guard let now = Seen(file) else { return "'\(file)' was removed or moved" }
            if now.device != before.device || now.number != before.number { return "'\(file)' was replaced" }
            // A store's file never shrinks; its journal may.
            if suffix.isEmpty, now.size < before.size { return "'\(file)' was cut or overwritten" }
            seen[suffix] = now
        }
        return nil
    }
}
