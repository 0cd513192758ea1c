import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Says in our words why a server was not reached or did not finish its answer.
struct TransportFailure: Sendable {
    let url: String
    let method: String
    let host: String
    private let server: String
    private let timeout: Duration
    private let maximumBytes: Int
    let proxy: Proxy?

    init(endpoint: Endpoint) {
        url = endpoint.shown
        method = endpoint.method
        server = endpoint.format.server
        host = endpoint.settings.baseURL.host
        timeout = endpoint.settings.timeout
        maximumBytes = endpoint.settings.maximumResponseBytes
        proxy = endpoint.settings.proxy
    }

    /// Every kind of error that the layers below throw; `cancelled` says that the caller wished for it.
    func error(for error: any Error, cancelled: Bool) -> RespondentError {
        if cancelled { return self.cancelled }
        switch error {
        case is CancellationError: return timedOut
        case let error as HTTPClientError: return client(error)
        case let error as NIOConnectionError: return connecting(error)
        case let error as IOError: return io(error)
        case let error as NIOHTTPDecompression.DecompressionError: return error == .limit ? tooLarge : damaged
        case is NIOHTTPDecompression.ExtraDecompressionError: return damaged
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: return insecure(error)
        case let error as HTTPParserError: return parsing(error)
        case let error as UnusableStatus: return unusable(error.code)
        case AnswerCollector.Stop.tooLarge: return tooLarge
        default: return lost("\(error)")
        }
    }

    private func client(_ error: HTTPClientError) -> RespondentError {
        switch error {
        case .cancelled, .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .tlsHandshakeTimeout,
            .getConnectionFromPoolTimeout:
            timedOut
        case .proxyAuthenticationRequired: proxyWantsLogin
        case .invalidProxyResponse, .httpProxyHandshakeTimeout, .socksHandshakeTimeout: noTunnel
        case .alreadyShutdown:
            RespondentError(
                code: .cancelled, what: "\(method) \(url) was not sent, because the respondent was shut down")
        case .invalidURL, .emptyHost, .emptyScheme:
            RespondentError(
                code: .hostUnreachable, classification: .permanentForRun, what: "\(url) is no address",
                remedy: "correct --base-url")
        default: lost(error.shortDescription)
        }
    }

    private func connecting(_ error: NIOConnectionError) -> RespondentError {
        if error.connectionErrors.contains(where: { Self.isOutOfFiles($0.error) }) { return outOfFiles }
        if error.connectionErrors.contains(where: { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }) {
            return refused
        }
        if error.connectionErrors.contains(where: { $0.error is ChannelError }) { return timedOut }
        return noWay
    }

    private var noWay: RespondentError {
        if let proxy {
            return RespondentError(
                code: .hostUnreachable, what: "\(method) \(url) found no way to the proxy '\(proxy.host)'",
                remedy: "correct the environment variable \(proxy.variable)")
        }
        return RespondentError(
            code: .hostUnreachable, what: "\(method) \(url) found no way to the host '\(host)'",
            remedy: "check its name in --base-url and the network")
    }

    private static func isOutOfFiles(_ error: any Error) -> Bool {
        [EMFILE, ENFILE].contains((error as? IOError)?.errnoCode)
    }

    private func io(_ error: IOError) -> RespondentError {
        if Self.isOutOfFiles(error) { return outOfFiles }
        return switch error.errnoCode {
        case ECONNREFUSED: refused
        case EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, EADDRNOTAVAIL: noWay
        default: lost("errno \(error.errnoCode)")
        }
    }

    private func parsing(_ error: HTTPParserError) -> RespondentError {
        if error == .invalidEOFState { return lost("the answer was cut off") }
        if error == .headerOverflow || error == .unexpectedContentLength {
            let why =
                error == .headerOverflow ? "headers without end" : "headers that contradict each other on its length"
            return RespondentError(
                code: .malformed, what: "\(method) \(url) was answered with \(why)",
                remedy: "if it stays so, the server or a proxy before it is at fault")
        }
        return RespondentError(
            code: .notJSON, what: "\(method) \(url) was answered with something else than HTTP (\(error))",
            remedy: "check that --base-url names \(server), and whether it wants https://")
    }
}

extension TransportFailure {
    var cancelled: RespondentError {
        RespondentError(code: .cancelled, what: "\(method) \(url) was cancelled")
    }

    var tooLarge: RespondentError {
        RespondentError(
            code: .tooLarge, what: "\(method) \(url) was answered with more than \(maximumBytes) bytes",
            remedy: "check that --base-url names \(server)")
    }

    private var timedOut: RespondentError {
        RespondentError(
            code: .timeout, what: "\(method) \(url) was not answered within \(timeout)",
            remedy: "raise --timeout or ask fewer questions at once (--concurrency)")
    }

    private var refused: RespondentError {
        if let proxy {
            return RespondentError(
                code: .connectionRefused, what: "\(method) \(url) was refused: no proxy listens there",
                remedy: "start it, or correct the environment variable \(proxy.variable)")
        }
        return RespondentError(
            code: .connectionRefused, what: "\(method) \(url) was refused: nobody listens there",
            remedy: "start the server, or correct --base-url")
    }

    private var damaged: RespondentError {
        RespondentError(
            code: .badEncoding, what: "\(method) \(url) was answered with damaged compression",
            remedy: "if it stays so, the server or a proxy before it is at fault")
    }

    private func lost(_ why: String) -> RespondentError {
        RespondentError(
            code: .connectionLost, what: "\(method) \(url) lost its connection before the answer was complete (\(why))",
            remedy: "if it stays so, check the server's log")
    }

    private func insecure(_ error: any Error) -> RespondentError {
        switch error as? NIOSSLError {
        case .uncleanShutdown: return lost("the secure connection was cut off")
        // A server that restarts hangs up in the middle of a handshake: that passes, and is no reason to end a run.
        case .handshakeFailed(.sslError(let stack)) where stack.contains(.eofDuringHandshake):
            return lost("the server hung up during the TLS handshake")
        default: break
        }
        if Self.tooOld.contains(where: { "\(error)".contains($0) }) {
            return RespondentError(
                code: .tls, what: "\(method) \(url) found no secure connection: the server offers only TLS below 1.2",
                remedy: "have it speak TLS 1.2 or 1.3: what is older can be read on the way")
        }
        return RespondentError(
            code: .tls, what: "\(method) \(url) found no secure connection (\(reason(of: error)))",
            remedy:
                "check that the server speaks TLS with a certificate that this machine trusts (--ca-file names "
                + "others), or use http:// for a local server")
    }

    /// What the library says where both sides have no version of the protocol in common.
    private static let tooOld = [
        "UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "WRONG_SSL_VERSION", "NO_PROTOCOLS_AVAILABLE",
    ]

    /// The word for the failure in the library's long text: `CERTIFICATE_VERIFY_FAILED`, `WRONG_VERSION_NUMBER`.
    private func reason(of error: any Error) -> String {
        if let error = error as? NIOSSLExtraError {
            return error == .failedToValidateHostname ? "the certificate is for another host" : "handshake failed"
        }
        let text = "\(error)"
        guard let mark = text.firstRange(of: "OPENSSL_internal:") else { return "handshake failed" }
        let word = text[mark.upperBound...].prefix { $0 == "_" || $0.isUppercase || $0.isNumber }
        return word.isEmpty ? "handshake failed" : String(word)
    }
}
