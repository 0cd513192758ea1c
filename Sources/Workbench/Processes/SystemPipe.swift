import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A pipe that no program started from here inherits by accident: one that did would keep it open.
struct SystemPipe: Sendable {
    let reading: Int32
    let writing: Int32

    /// - Parameter program: whom it is for, as errors name it.
    init(for program: String) throws(ProgramError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ProgramError(program: program, problem: .notStarted(number: errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }

    /// Reads until every writer is gone, handing on what comes; then closes its end.
    ///
    /// Keeps the thread it is called on.
    static func drain(_ descriptor: Int32, _ take: (UnsafeRawBufferPointer) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                buffer.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            } else if count == 0 || errno != EINTR {
                break
            }
        }
        close(descriptor)
    }
}
