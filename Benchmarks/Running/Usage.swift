import Foundation

/// What the children of this process that have ended used of the machine.
enum Usage {
    /// CPU seconds of all of them together, user and system.
    static var childrensCPU: Double {
        let usage = childrens
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The most memory that one of them ever held, in MB (10⁶ bytes).
    static var childrensPeakMemory: Double {
        #if canImport(Darwin)
            Double(childrens.ru_maxrss) / 1e6
        #else
            Double(childrens.ru_maxrss) * 1024 / 1e6
        #endif
    }

    private static var childrens: rusage {
        var usage = rusage()
        // RUSAGE_CHILDREN, which is of different types on Linux and Darwin.
        getrusage(-1, &usage)
        return usage
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
