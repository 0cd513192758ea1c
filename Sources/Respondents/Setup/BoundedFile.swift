import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads small files that somebody named on the command line, whatever they turn out to be: nothing here waits for ever
/// or reads without end.
enum BoundedFile {
    /// Why a file was not read, as the end of a sentence that begins with its name.
    struct Failure: Error {
        let why: String
    }

    /// The bytes of a file, a pipe or what else has some.
    ///
    /// - Parameters:
    ///   - isEnough: ends the reading before the end of the file, where what is there suffices.
    ///   - patience: milliseconds that a pipe is waited for.
    static func read(
        _ path: String, limit: Int, patience: Int32 = 15_000, isEnough: ([UInt8]) -> Bool = { _ in false }
    ) throws(Failure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw Failure(why: reason(errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Failure(why: reason(errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { throw Failure(why: "is a folder") }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while !isEnough(bytes) {
            guard wait(for: file, patience) else {
                throw Failure(why: "gave nothing within \(patience / 1000) seconds")
            }
            let size = chunk.count
            #if canImport(Glibc)
                let count = Glibc.read(file, &chunk, size)
            #elseif canImport(Musl)
                let count = Musl.read(file, &chunk, size)
            #else
                let count = Darwin.read(file, &chunk, size)
            #endif
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw Failure(why: reason(errno)) }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw Failure(why: "has more than \(limit) bytes") }
        }
        return bytes
    }

    /// Whether there is something to read, or an end. A file always has one of both.
    private static func wait(for file: Int32, _ patience: Int32) -> Bool {
        var waited = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while true {
            let count = poll(&waited, 1, patience)
            if count < 0, errno == EINTR { continue }
            return count != 0
        }
    }

    private static func reason(_ number: Int32) -> String {
        switch number {
        case ENOENT, ENOTDIR: "does not exist"
        case EACCES, EPERM: "may not be read by this user"
        case EISDIR: "is a folder"
        case ELOOP: "is a link that leads nowhere"
        case ENAMETOOLONG: "has too long a name"
        case EMFILE, ENFILE: "can't be opened, because too many files are open (ulimit -n)"
        default: "can't be read (errno \(number))"
        }
    }
}
