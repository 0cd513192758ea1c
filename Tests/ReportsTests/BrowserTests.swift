import Foundation
import Measures
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

    @Test(arguments: [true, false])
    func `has no figure wider than a telephone's screen, and none that scrolls sideways`(isPilot: Bool) async throws {
        let page = try HTMLReport.page(isPilot ? await Fixture.deconvolved() : Fixture.full)
        let found = try await Self.probe(
            page, width: 360,
            """
            const figures = [...d.querySelectorAll('figure')], shown = figures.flatMap(
                f => [...f.querySelectorAll('svg')].map(s => s.getBoundingClientRect()).filter(r => r.width > 0));
            const texts = [...d.querySelectorAll('figure svg.narrow text')].map(t => t.getBoundingClientRect());
            say('figures=' + figures.length + ' shown=' + (shown.length >= figures.length)
                + ' wide=' + shown.filter(r => r.width > 328.5 || r.right > 360).length
                + ' scrolling=' + figures.filter(f => f.querySelector('.scroll').scrollWidth > f.clientWidth + 1).length
                + ' tables=' + [...d.querySelectorAll('.stack')].filter(
                    t => t.getBoundingClientRect().right > 345 || t.caption.offsetHeight > 90).length
                + ' cut=' + texts.filter(r => r.left < 14 || r.right > 346).length
                + ' small=' + texts.filter(r => r.height > 0 && r.height < 9 && r.width < 9).length);
            """)
        #expect(found == "figures=\(isPilot ? 12 : 11) shown=true wide=0 scrolling=0 tables=0 cut=0 small=0")
    }

    @Test
    func `keeps its contents in sight on a wide screen, and shows all that is said at a glance without scrolling`()
        async throws
    {
        let found = try await Self.probe(
            HTMLReport.page(await Fixture.deconvolved()), width: 1280,
            """
            const nav = d.querySelector('nav.contents'), top = id => d.getElementById(id).getBoundingClientRect().top;
            const [mosaic, map] = [top('fig-inclinations'), top('fig-leanings')];
            const glance = d.querySelector('.glance').getBoundingClientRect().bottom;
            d.defaultView.scrollTo(0, 3000);
            say('nav=' + nav.getBoundingClientRect().top + ' level=' + (mosaic == map) + ' glance=' + (glance < 900));
            """)
        #expect(found == "nav=0 level=true glance=true")
    }

    @Test(.enabled(if: Browser.pdfInfo != nil, "no pdfinfo found; install poppler-utils"), arguments: [true, false])
    func `prints a run of all scenarios on fewer than twelve pages of A4, as it does a small one`(isPilot: Bool)
        async throws
    {
        var input = isPilot ? Fixture.pilot : Fixture.full
        let cards = input.misaligned
        input.misaligned = Array((cards + cards).prefix(16))
        input.instrument = try await Fixture.withInstrument().instrument
        input.deconvolution = try await DeconvolutionReport(of: input.measures, plan: nil)
        let pages = try await Browser.pages(ofPrinted: HTMLReport.page(input))
        #expect(pages > 1 && pages < 12, "\(pages) pages")
    }

    /// What a script finds in a page in a frame of a width: the text that it gives to `say`, `d` being the page.
    private static func probe(_ page: String, width: Int, _ script: String) async throws -> String? {
        let probe = """
            <!DOCTYPE html><iframe id="f" srcdoc="\(attribute(page))" style="width:\(width)px;height:800px;border:0">
            </iframe><pre id="result">pending</pre>
            <script>
            const say = text => { result.textContent = text; };
            f.onload = () => { const d = f.contentDocument; \(script) };
            </script>
            """
        let result = try await Browser.dom(of: probe)
        return result.dom.firstMatch(of: /<pre id="result">([^<]*)/).map { String($0.output.1) }
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
