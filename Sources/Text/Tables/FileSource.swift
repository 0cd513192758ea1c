import Foundation
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is read in pieces.
final class FileSource {
    private let descriptor: Int32
    private let path: String

    /// - Throws: a reason in words.
    init(path: String) throws(FileFailure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw FileFailure(.reading, path, number: errno) }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return }
        throw FileFailure(.reading, path, number: EISDIR)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// At most `count` further bytes; none at the end of the file.
    func read(_ count: Int) throws(FileFailure) -> [UInt8] {
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            var got = 0
            repeat {
                got = systemRead(buffer)
            } while got < 0 && errno == EINTR
            failure = got < 0 ? errno : 0
            initialised = max(0, got)
        }
        guard failure == 0 else { throw FileFailure(.reading, path, number: failure) }
        return piece
    }

    private func systemRead(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Darwin)
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}
