import Foundation
import Reports
import Testing

@Suite(
    "The page in a browser",
    .enabled(if: Browser.path != nil, "no chromium found; install it, or set CHROMIUM to its path"), .serialized)
struct BrowserTests {
    @Test(arguments: [true, false])
    func `does not scroll sideways on a telephone of 360 pixels`(isPilot: Bool) async throws {
        let page = try HTMLReport.page(isPilot ? Fixture.pilot : Fixture.full)
        // A frame of 360 pixels: a browser's own window has a least width that is larger.
        let probe = """
            <!DOCTYPE html><iframe id="f" srcdoc="\(Self.attribute(page))" style="width:360px;height:800px;border:0"></iframe>
            <pre id="result">pending</pre>
            <script>
            f.onload = () => {
                const root = f.contentDocument.documentElement;
                result.textContent = 'width=' + root.clientWidth + ' needs=' + root.scrollWidth
                    + ' sections=' + f.contentDocument.querySelectorAll('main > section').length
                    + ' scripts=' + f.contentDocument.scripts.length;
            };
            </script>
            """
        let result = try await Browser.dom(of: probe)
        let found = result.dom.firstMatch(of: /<pre id="result">([^<]*)/)?.output.1
        #expect(found == "width=360 needs=360 sections=8 scripts=0")
        #expect(result.consoleErrors == [])
    }

    @Test
    func `stays inert with hostile text in every place: nothing it says is run`() async throws {
        var input = Fixture.pilot
        let attack = "\"'><img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
        input.respondent.name = attack
        input.study.title = attack
        input.prompts = [SamplePrompt(caption: attack, text: attack)]
        input.misaligned[0].action = attack
        input.misaligned[0].attributions = [attack]
        input.misaligned[0].explanation = attack
        let result = try await Browser.dom(of: HTMLReport.page(input))
        #expect(!result.dom.contains("<title>broken</title>"))
        #expect(!result.dom.contains("<img"))
        #expect(result.dom.contains("</html>"))
        #expect(result.consoleErrors == [])
    }

    @Test
    func `prints`() async throws {
        let bytes = try await Browser.pdf(of: HTMLReport.page(Fixture.pilot))
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        #expect(bytes.count > 20_000)
    }

    static func attribute(_ page: String) -> String {
        page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    }
}
