import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is written in pieces, whatever its size, and whole or not at all: it lies beside its place until it is whole. One that
/// is let go before it took its place leaves nothing behind.
package final class OutputFile {
    /// So many bytes are gathered for one call of the system.
    private static let piece = 1 << 18

    /// The file's path, as given.
    package let path: String
    private var descriptor: Int32
    /// Where it is written; nil for a device or a pipe, which has no place to take.
    private var beside: String?
    private var buffer: [UInt8] = []

    /// Begins a file that shall lie at `path`, or in its folder. A link is followed.
    ///
    /// - Throws: where that is a folder or a database, or where nothing can be written.
    package init(_ path: String) throws(FileFailure) {
        self.path = path
        var info = stat()
        let exists = stat(path, &info) == 0
        if !exists, errno != ENOENT { throw FileFailure(.writing, path, number: errno) }
        if exists, info.st_mode & S_IFMT == S_IFDIR { throw FileFailure(.writing, path, number: EISDIR) }
        let isRegular = !exists || info.st_mode & S_IFMT == S_IFREG
        if exists, isRegular, TextOutput.isDatabase(path) {
            throw FileFailure(.writing, path, number: FileFailure.isStore)
        }
        let folder = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
        let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
        let beside = folder.appending(path: ".vlens-\(digits).new").path
        let flags = isRegular ? O_CREAT | O_EXCL | O_WRONLY : O_WRONLY
        descriptor = open(isRegular ? beside : path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileFailure(.writing, path, number: errno) }
        if isRegular { self.beside = beside }
        if exists, isRegular { fchmod(descriptor, info.st_mode & 0o7777) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let beside { unlink(beside) }
    }

    /// Adds some bytes.
    package func write(_ bytes: some Sequence<UInt8>) throws(FileFailure) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.piece { try flush() }
    }

    /// Ends the file where it lies, so that many may wait for their places.
    package func end() throws(FileFailure) {
        guard descriptor >= 0 else { return }
        try flush()
        let closed = close(descriptor)
        descriptor = -1
        buffer = []
        // Some file systems tell of a full disk only here.
        guard closed == 0 else { throw FileFailure(.writing, path, number: errno) }
    }

    /// Ends the file and puts it in the place of its beginning.
    package func finish() throws(FileFailure) { try take(path) }

    /// Ends the file and puts it in a place: that of its beginning, or another one of the same folder.
    package func take(_ place: String) throws(FileFailure) {
        try end()
        guard let beside else { return }
        let target = URL(filePath: place).resolvingSymlinksInPath().path
        guard rename(beside, target) == 0 else { throw FileFailure(.writing, place, number: errno) }
        self.beside = nil
    }

    private func flush() throws(FileFailure) {
        let number = TextOutput.write(buffer, to: descriptor)
        buffer.removeAll(keepingCapacity: true)
        guard number == 0 else { throw FileFailure(.writing, path, number: number) }
    }
}
