import Respondents
import TestServers
import TestSupport
import Testing

@Suite("A compressed answer", .timeLimit(.minutes(2)))
struct CompressionTests {
    private let body = #"{"choices":[{"message":{"content":"Option 1"}}]}"#

    private func compressed(_ bytes: [UInt8]) -> LoopbackServer.Response {
        .answer(200, bytes, headers: [("content-encoding", "gzip"), ("content-type", "application/json")])
    }

    @Test
    func `is unpacked before it is read and kept`() async throws {
        let reply = try await reply(toServer: compressed(gzip(body)))
        #expect(reply.text == "Option 1")
        #expect(String(decoding: reply.rawResponse, as: UTF8.self) == body)
    }

    @Test
    func `that is damaged is an error of its own`() async throws {
        var broken = gzip(body)
        broken[10] = 0x07
        for bytes in [broken, Array(body.utf8)] {
            let error = try await failure(ofServer: compressed(bytes))
            #expect(error.code == .badEncoding)
            #expect(error.classification == .transient)
            #expect(
                error.description == """
                    POST URL was answered with damaged compression: if it stays so, the server or a proxy before it is at \
                    fault
                    """)
        }
    }

    @Test
    func `that grows beyond the limit is too large`() async throws {
        let error = try await failure(
            ofServer: compressed(gzip(String(repeating: " ", count: 60_000))), maximumBytes: 10_000)
        #expect(error.code == .tooLarge)
    }

    private func gzip(_ text: String) -> [UInt8] { StoredGzip.member(of: Array(text.utf8)) }
}
