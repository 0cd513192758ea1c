import Respondents

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How many files and connections the process may have open.
///
/// The system's libraries end the process where the limit is met, whoever meets it. So it is raised as far as it goes, and
/// no more requests are in flight than fit below it.
enum OpenFiles {
    /// Raises the limit as far as this process may, and as far as it is of use.
    static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return }
        let raised = min(limit.rlim_max, 8192)
        guard limit.rlim_cur < raised else { return }
        limit.rlim_cur = raised
        setrlimit(kind, &limit)
    }

    /// - Throws: where not even a store can be opened.
    static func check() throws(CommandFailure) {
        guard limit < Int.max, spare < leastSpare else { return }
        throw CommandFailure(
            "the process may open \(limit) files, of which \(limit - spare) are open: \(leastSpare) more are needed; "
                + "raise 'ulimit -n'")
    }

    /// A respondent that keeps no more connections than fit, with a sentence where these are fewer than asked for.
    ///
    /// - Throws: where not even one fits.
    static func fitting(
        _ specification: RespondentSpecification, wanted: Int
    ) throws(CommandFailure) -> (specification: RespondentSpecification, notice: String?) {
        guard !specification.isSimulated else { return (specification, nil) }
        let most = most(looksUpNames: specification.needsNameLookup)
        guard most < wanted else { return (specification, nil) }
        guard most > 0 else {
            throw CommandFailure(
                "the process may open \(limit) files, which is not enough to ask a single question: raise 'ulimit -n'")
        }
        let notice =
            "at most \(most) \(most == 1 ? "request" : "requests") in flight, because the process may open \(limit) files: "
            + "raise 'ulimit -n'"
        return (specification.limited(toConnections: most), notice)
    }

    /// A name can have two addresses, which are tried at the same time, and each look-up opens some files for a moment.
    private static func most(looksUpNames: Bool) -> Int {
        let left = spare - forTheRest
        guard looksUpNames, left < 512 * 2 + 64 * filesOfLookUp else { return left }
        return left < 64 * (2 + filesOfLookUp) ? left / (2 + filesOfLookUp) : (left - 64 * filesOfLookUp) / 2
    }

    /// The store, the event loop, the system's own queues, certificates and a report; counted, and half as many again.
    private static let forTheRest = 24
    private static let leastSpare = 16
    private static let filesOfLookUp = 3

    /// The most file descriptors that the process may have; `Int.max` where there is no limit.
    private static var limit: Int {
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return .max }
        return Int(exactly: limit.rlim_cur) ?? .max
    }

    /// How many of them are left. What a parent left open counts.
    private static var spare: Int {
        let limit = limit
        return limit - (0..<Int32(min(limit, 4096))).count { fcntl($0, F_GETFD) != -1 }
    }

    #if canImport(Glibc)
        private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let kind = RLIMIT_NOFILE
    #endif
}
