import Foundation

/// What a process has used of the machine.
enum Usage {
    /// CPU seconds of this process so far, user and system, all threads.
    static var cpu: Double { seconds(of: 0) }

    /// CPU seconds of all children that have ended.
    static var childrensCPU: Double { seconds(of: -1) }

    /// The most memory that this process ever held, in MB (10⁶ bytes).
    ///
    /// Linux' `ru_maxrss` begins with the memory of the process that started this one; `VmHWM` does not.
    static var peakMemory: Double {
        if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = Double(line.dropFirst("VmHWM:".count).filter(\.isNumber))
        {
            return kibibytes * 1024 / 1e6
        }
        // Darwin counts bytes.
        return Double(usage(of: 0).ru_maxrss) / 1e6
    }

    /// - Parameter who: `RUSAGE_SELF` = 0 and `RUSAGE_CHILDREN` = -1 on Linux and Darwin, but of different types.
    private static func usage(of who: Int32) -> rusage {
        var usage = rusage()
        getrusage(who, &usage)
        return usage
    }

    private static func seconds(of who: Int32) -> Double {
        let usage = usage(of: who)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
