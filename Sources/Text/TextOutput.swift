import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writing a text to a file, whole or not at all.
package enum TextOutput {
    /// Puts a text in a file's place: written beside it first, so that a reader sees the old text or the new one, and a
    /// failure leaves the old one. A link is followed; a device or a pipe, which has no place to take, is written to.
    package static func replace(_ path: String, with text: String) throws(FileFailure) {
        var info = stat()
        guard stat(path, &info) == 0 else {
            guard errno == ENOENT else { throw FileFailure(.writing, path, number: errno) }
            // A link that leads nowhere is made what it leads to.
            return try create(path, with: text, flags: O_CREAT | O_WRONLY | O_TRUNC)
        }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: throw FileFailure(.writing, path, number: EISDIR)
        case S_IFREG where isDatabase(path): throw FileFailure(.writing, path, number: FileFailure.isStore)
        case S_IFREG: try exchange(path, with: text, mode: info.st_mode & 0o7777)
        default: try create(path, with: text, flags: O_WRONLY, isKept: true)
        }
    }

    /// Whether a file holds a database, or what belongs to one: no text of ours may take its place, and every reply in it.
    package static func isDatabase(_ path: String) -> Bool {
        for suffix in ["-wal", "-shm", "-journal", "-search"] where path.hasSuffix(suffix) {
            let base = String(path.dropLast(suffix.count))
            if FileManager.default.fileExists(atPath: base), beginsAsDatabase(base) { return true }
        }
        return beginsAsDatabase(path)
    }

    private static func beginsAsDatabase(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 16)
        return read(descriptor, &head, 16) == 16 && head == Array("SQLite format 3\u{0}".utf8)
    }

    /// Makes a new file; what exists is left alone, and a file that can't be finished is taken away again.
    package static func create(_ path: String, with text: String) throws(FileFailure) {
        try create(path, with: text, flags: O_CREAT | O_EXCL | O_WRONLY)
    }

    /// Writes all bytes to a descriptor.
    ///
    /// - Returns: the system's number where it failed, else 0.
    package static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    /// The same for bytes.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { write($0, to: descriptor) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var done = 0
        while done < bytes.count {
            let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
            if count >= 0 {
                done += count
            } else if errno == EAGAIN {
                // Whoever holds the other end has made it non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Darwin)
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private static func create(
        _ path: String, with text: String, flags: Int32, isKept: Bool = false
    ) throws(FileFailure) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileFailure(.writing, path, number: errno) }
        let written = write(text, to: descriptor)
        // Some file systems tell of a full disk only here.
        let closed = close(descriptor) == 0 ? 0 : errno
        guard written == 0, closed == 0 else {
            if !isKept { unlink(path) }
            throw FileFailure(.writing, path, number: written != 0 ? written : closed)
        }
    }

    private static func exchange(_ path: String, with text: String, mode: mode_t) throws(FileFailure) {
        let place = URL(filePath: path).resolvingSymlinksInPath()
        let digits = String(UInt32.random(in: 0 ... .max), radix: 16)
        let beside = place.deletingLastPathComponent().appending(path: ".vlens-\(digits).new").path
        do throws(FileFailure) {
            try create(beside, with: text)
        } catch {
            throw FileFailure(.writing, path, number: error.number)
        }
        chmod(beside, mode)
        guard rename(beside, place.path) == 0 else {
            let number = errno
            unlink(beside)
            throw FileFailure(.writing, path, number: number)
        }
    }
}
