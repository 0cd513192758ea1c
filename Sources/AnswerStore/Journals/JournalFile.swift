import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is only ever appended to.
struct JournalFile: ~Copyable, Sendable {
    private let path: String
    private let descriptor: Int32
    /// Bytes that are known to be on the disk.
    private var length: off_t = 0
    /// Why nothing more is written: half a line may stand at the end, and another behind it could not be read.
    private var broken: StoreError?

    /// Makes the file; one that is there is another process's.
    init(path: String) throws(StoreError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        // Its name must last, too.
        let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            _ = fsync(folder)
            close(folder)
        }
    }

    deinit { close(descriptor) }

    private static func failure(_ path: String, _ number: Int32) -> StoreError {
        .journal(path: path, detail: FileFailure(.writing, path, number: number).reason)
    }

    /// Appends bytes, and returns when they are on the disk.
    ///
    /// After an error nothing more is written: what stands behind the last whole line is cut off where that is possible.
    mutating func append(_ bytes: [UInt8]) throws(StoreError) {
        if let broken { throw broken }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                UnsafeRawBufferPointer(rebasing: buffer[written...]).withMemoryRebound(to: UInt8.self) {
                    write(descriptor, $0.baseAddress, $0.count)
                }
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fail(count == 0 ? ENOSPC : errno) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw fail(errno) }
        length += off_t(bytes.count)
        // Removed or replaced, it would take replies that nobody finds again.
        var (own, named) = (stat(), stat())
        guard fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino,
            own.st_dev == named.st_dev
        else {
            let error = StoreError.journal(path: path, detail: "it was removed or moved while the run wrote to it")
            broken = error
            throw error
        }
    }

    private mutating func fail(_ number: Int32) -> StoreError {
        _ = ftruncate(descriptor, length)
        let error = Self.failure(path, number)
        broken = error
        return error
    }
}
