/// What can be wrong on the way to a server.
extension TransportFailure {
    /// A proxy on plain `http` says so as an answer of its own.
    var proxyWantsLogin: RespondentError {
        RespondentError(
            code: .unauthorized,
            what: "\(method) \(url) was not passed on: the proxy wants a name and password (HTTP 407)",
            remedy:
                "write them into the environment variable \(proxy?.variable ?? "HTTPS_PROXY"): http://NAME:PASSWORD@HOST:PORT"
        )
    }

    var noTunnel: RespondentError {
        RespondentError(
            code: .hostUnreachable, what: "\(method) \(url) was not passed on: the proxy does not connect to '\(host)'",
            remedy:
                "check with \(proxy?.variable ?? "HTTPS_PROXY") that it is the right proxy, or except the host by NO_PROXY"
        )
    }

    var outOfFiles: RespondentError {
        RespondentError(
            code: .hostUnreachable, what: "\(method) \(url) was not sent, because too many files are open",
            remedy: "ask fewer questions at once (--concurrency), or raise 'ulimit -n'")
    }

    func unusable(_ status: Int) -> RespondentError {
        let digits = String(repeating: "0", count: max(0, 3 - "\(status)".count)) + "\(status)"
        return RespondentError(
            code: .http(status), classification: .transient,
            what: "\(url) answered with HTTP \(digits), which is no status of an answer",
            remedy: "if it stays so, the server or a proxy before it is at fault", status: status)
    }
}
