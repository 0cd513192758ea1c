import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which process of which machine a worker is, so that it can be looked for.
///
/// A process id means something only within one start of one machine, and there within one namespace: two containers may
/// well share a host's name. Ids are used again; with its time of birth, one names a single process.
package struct ProcessIdentity: Sendable, Equatable {
    package var host: String
    package var pid: Int32
    /// This start of the machine; `nil` where the system does not say.
    package var bootID: String?
    /// The namespace in which the id holds; `nil` where the system does not say.
    package var namespace: String?
    /// When the process began, in the system's own units; `nil` where that can't be seen.
    package var born: Int64?

    package static let own = ProcessIdentity(
        host: ProcessInfo.processInfo.hostName, pid: getpid(), bootID: ownBootID, namespace: ownNamespace,
        born: birth(of: "self"))

    /// What can be known of another process from here.
    enum State: Equatable {
        /// It is gone.
        case gone
        /// It is there, though it may stand still.
        case here
        /// It runs somewhere that can't be seen from here.
        case elsewhere
    }

    /// Looks for it from this process.
    var state: State {
        let own = Self.own
        guard let bootID, let namespace, bootID == own.bootID, namespace == own.namespace else { return .elsewhere }
        guard kill(pid, 0) == 0 || errno == EPERM else { return .gone }
        // Where /proc shows another namespace, its numbers are others than ours.
        guard Self.procIsOurs, let stat = Self.stat(of: "\(pid)") else { return .here }
        // One that waits to be reaped is gone.
        if stat.first == "Z" || stat.first == "X" { return .gone }
        if let born, let found = Self.birth(stat), found != born { return .gone }
        return .here
    }

    #if canImport(Darwin)
        private static let ownBootID: String? = {
            var bytes = [CChar](repeating: 0, count: 64)
            var size = bytes.count
            guard sysctlbyname("kern.bootsessionuuid", &bytes, &size, nil, 0) == 0 else { return nil }
            return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }()
        private static let ownNamespace: String? = "pid"
        private static let procIsOurs = false
    #else
        private static let ownBootID: String? = {
            let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
            return text?.trimmingCharacters(in: .whitespacesAndNewlines)
        }()
        private static let ownNamespace: String? =
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        private static let procIsOurs =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self")) == "\(getpid())"
    #endif

    /// What /proc says of a process behind its name, which may hold anything: its state first.
    private static func stat(of process: String) -> [Substring]? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        return text[end...].dropFirst().split(separator: " ")
    }

    private static func birth(of process: String) -> Int64? { stat(of: process).flatMap(birth) }

    /// The 22nd field of all, the 20th behind the name.
    private static func birth(_ stat: [Substring]) -> Int64? {
        stat.count > 19 ? Int64(stat[19]) : nil
    }
}
