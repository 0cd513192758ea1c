import Foundation
import Respondents
import TestServers
import TestSupport
import Testing

/// Over TLS: HTTP/2 where the server offers it, and certificates that are not the system's.
@Suite(
    "A secure connection", .enabled(if: LoopbackSecurity.isAvailable, Comment(rawValue: LoopbackSecurity.absence)),
    .timeLimit(.minutes(2)))
struct HTTP2Tests {
    /// Asks a secure server so many questions at once.
    private func ask(
        _ count: Int, http2: Bool, trusting: Bool = true, handler: @escaping LoopbackServer.Handler
    ) async throws -> (results: [Result<RespondentReply, RespondentError>], connections: Int, requests: Int) {
        let security = try LoopbackSecurity(speaksHTTP2: http2)
        defer { security.remove() }
        let server = try await LoopbackServer.start(security: security, handler: handler)
        let options = ConnectionOptions(
            baseURL: "https://127.0.0.1:\(server.port)/v1",
            certificateFile: trusting ? security.certificateFile : nil, timeout: .seconds(20))
        let respondent = try RespondentSpecification.resolve(
            ModelName("local/m"), options: options, environment: [:]
        ).makeRespondent()
        let results = await withTaskGroup(of: Result<RespondentReply, RespondentError>.self) { group in
            for number in 0..<count {
                group.addTask {
                    let request = RespondentRequest(questionID: "\(number)", prompt: "\(number)")
                    do throws(RespondentError) {
                        return .success(try await respondent.reply(to: request))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        await respondent.shutdown()
        await server.stop()
        return (results, server.connectionCount, server.requestCount)
    }

    /// The prompt, sent back.
    private static func echo(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let sent = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        let message = (sent?["messages"] as? [[String: Any]])?.last
        return .chat(message?["content"] as? String, delay: .milliseconds(20))
    }

    @Test
    func `carries three hundred questions at once over one HTTP/2 connection, each with its own answer`() async throws {
        let (results, connections, requests) = try await ask(300, http2: true, handler: Self.echo)
        #expect(Set(try results.map { try $0.get().text }) == Set((0..<300).map(String.init)))
        #expect(requests == 300)
        #expect(connections == 1)
    }

    @Test
    func `speaks HTTP/1.1 to a server that offers nothing else, and keeps its connections`() async throws {
        let (results, connections, _) = try await ask(40, http2: false, handler: Self.echo)
        #expect(try results.allSatisfy { try $0.get().status == 200 })
        #expect(connections <= 40)
    }

    @Test
    func `passes errors and lost streams of HTTP/2 on, as it does those of HTTP/1.1`() async throws {
        let (results, _, _) = try await ask(30, http2: true) { request in
            switch request.number % 3 {
            case 0: .answer(429, #"{"error": {"message": "slow down"}}"#, headers: [("retry-after", "2")])
            case 1: .close
            default: .chat("Option 1")
            }
        }
        var codes: [RespondentError.Code: Int] = [:]
        for case .failure(let error) in results {
            codes[error.code, default: 0] += 1
            if error.code == .rateLimited {
                #expect(error.classification == .rateLimit(retryAfter: .seconds(2)))
            } else {
                #expect(error.classification == .transient)
            }
        }
        #expect(codes == [.rateLimited: 10, .connectionLost: 10])
    }

    @Test
    func `is refused to a certificate that neither the system nor --ca-file vouches for`() async throws {
        let (results, _, requests) = try await ask(1, http2: true, trusting: false, handler: Self.echo)
        guard case .failure(let error)? = results.first else { throw UnexpectedReply() }
        #expect(error.code == .tls)
        #expect(error.classification == .permanentForRun)
        #expect(error.description.contains("CERTIFICATE_VERIFY_FAILED"))
        #expect(error.remedy.contains("--ca-file"))
        #expect(requests == 0)
    }

    @Test
    func `names a file of certificates that is none`() throws {
        let error = #expect(throws: SetupError.self) {
            try RespondentSpecification.resolve(
                ModelName("local/m"),
                options: ConnectionOptions(baseURL: "https://127.0.0.1:1/v1", certificateFile: "/nowhere/ca.pem"),
                environment: [:])
        }
        #expect(error?.code == .unreadableCertificates)
        #expect(
            error?.description
                == "the certificate file '/nowhere/ca.pem' does not exist: give --ca-file a PEM file with "
                + "'-----BEGIN CERTIFICATE-----' in it")
    }

    @Test
    func `names why a file holds no certificates, without reading on for ever`() throws {
        let path = NSTemporaryDirectory() + "vlens-ca-\(UUID().uuidString).pem"
        defer { try? FileManager.default.removeItem(atPath: path) }
        func problem(_ path: String) -> String? {
            let options = ConnectionOptions(baseURL: "https://127.0.0.1:1/v1", certificateFile: path)
            let error = #expect(throws: SetupError.self) {
                try RespondentSpecification.resolve(ModelName("local/m"), options: options, environment: [:])
            }
            return error?.description.replacing("the certificate file '\(path)' ", with: "").split(separator: ":").first
                .map(String.init)
        }
        try Data().write(to: URL(filePath: path))
        #expect(problem(path) == "is empty")
        try Data("no certificate\n".utf8).write(to: URL(filePath: path))
        #expect(problem(path) == "holds no certificate")
        try Data((0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }).write(to: URL(filePath: path))
        #expect(problem(path) == "holds no certificate")
        #expect(problem("/dev/zero") == "has more than 8388608 bytes")
        #expect(problem("/") == "is a folder")
    }
}
