import Foundation
import TestServers
import TestSupport
import Testing
import Text

/// Both browsers do in a page what a person would do, by the same words.
@Suite(
    "A browser that a test steers", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"))
struct BothBrowsersTests {
    private static let form = """
        <!doctype html><meta charset=utf-8><title>f</title><p id=said>off</p>
        <script>document.getElementById('said').textContent = 'on'</script>
        <form action=/sent><textarea name=note></textarea><input type=checkbox name=box value=1>
        <button id=send>Send</button></form>
        """

    private static func handler(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let body = request.path.hasPrefix("/sent") ? "<!doctype html><title>s</title><p>sent</p>" : form
        return .answer(200, body, headers: [("content-type", "text/html; charset=utf-8")])
    }

    @Test(arguments: BrowserKind.allCases)
    func `types, clicks, goes back and forward, opens windows, is narrow and takes pictures`(_ kind: BrowserKind)
        async throws
    {
        try await LoopbackServer.run(handler: Self.handler) { server in
            try await kind.with { browser in
                try await browser.open("http://127.0.0.1:\(server.port)/")
                #expect(try await browser.text("#said") == "on")
                try await browser.type("x👩🏽‍🚒 اُردو", into: "textarea")
                #expect(try await browser.value("textarea") == "x👩🏽‍🚒 اُردو")
                try await browser.click("input")
                try await browser.press(WebDriver.tab)
                try await browser.waitForLoad { try await browser.press(WebDriver.enter) }
                #expect(try await browser.address().contains("/sent?note=x%F0%9F%91%A9"))
                try await browser.back()
                #expect(try await browser.text("#said") == "on")
                try await browser.forward()
                #expect(try await browser.text("p") == "sent")
                try await browser.reload()

                let first = try await browser.window()
                let second = try await browser.openWindow()
                #expect(first != second)
                try await browser.open("http://127.0.0.1:\(server.port)/")
                try await browser.select(first)
                #expect(try await browser.text("p") == "sent")

                try await browser.resize(width: 390, height: 800)
                #expect(try await browser.script("return innerWidth") == .written("390"))
                #expect(try await browser.screenshot().starts(with: [0x89, 0x50, 0x4E, 0x47]))
            }
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `has pages run no scripts where it is told so`(_ kind: BrowserKind) async throws {
        try await LoopbackServer.run(handler: Self.handler) { server in
            try await kind.with { browser in
                try await browser.allowScripts(false)
                try await browser.open("http://127.0.0.1:\(server.port)/")
                #expect(try await browser.text("#said") == "off")
                try await browser.type("y", into: "textarea")
                try await browser.click("#send")
                try await browser.wait(for: "location.pathname === '/sent'")
            }
        }
    }

    @Test func `restores a window that was closed, as Firefox does with what was typed into it`() async throws {
        try await LoopbackServer.run(handler: Self.handler) { server in
            let firefox = try await Firefox.start()
            do {
                try await firefox.open("http://127.0.0.1:\(server.port)/")
                try await firefox.type("typed before", into: "textarea")
                try await firefox.restoreWindow()
                try await firefox.wait(for: "document.querySelector('textarea')?.value === 'typed before'")
            } catch {
                await firefox.close()
                throw error
            }
            await firefox.close()
        }
    }

    @Test func `stands behind a line that answers otherwise, breaks off before or after, or is slow`() async throws {
        try await LoopbackServer.run(handler: { .answer(200, "reached \($0.path)") }) { server in
            let proxy = try FaultProxy(to: server.port)
            defer { proxy.stop() }
            func ask(_ path: String) async throws -> String {
                let request = "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"
                return try await RawConnection.exchange(Data(request.utf8), port: proxy.port, seconds: 10)
            }
            #expect(try await ask("/1").hasSuffix("reached /1"))
            proxy.set { $0.target == "/2" ? .status(413) : .none }
            #expect(try await ask("/2").hasPrefix("HTTP/1.1 413 "))
            #expect(try await ask("/3").hasSuffix("reached /3"))
            #expect(server.requestCount == 2)
            proxy.set { _ in .closeBefore }
            #expect(try await ask("/4").isEmpty)
            #expect(server.requestCount == 2)
            proxy.set { _ in .closeAfter }
            #expect(try await ask("/5").isEmpty)
            #expect(server.requestCount == 3)
            proxy.set { _ in .delay(0.01) }
            #expect(try await ask("/6").hasSuffix("reached /6"))
            #expect(proxy.requests.map(\.target) == ["/1", "/2", "/3", "/4", "/5", "/6"])
            #expect(proxy.requests.allSatisfy { $0.method == "POST" && $0.body == "hi" })
        }
    }
}
