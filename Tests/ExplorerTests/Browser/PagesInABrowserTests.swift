import Foundation
import TestSupport
import Testing
import Text

/// Every page of the site as a person's browser shows it.
@Suite(
    "Every page in a browser", .serialized, .enabled(if: WebDriverProcess.isExpected, "\(WebDriverProcess.absence)"),
    .browser)
struct PagesInABrowserTests {
    /// A wide screen, a tablet and a phone, in pixels.
    static let widths = [1400, 768, 390]

    @Test(arguments: BrowserPage.all)
    func `fits wide, middle and narrow windows, light and dark`(page: BrowserPage) async throws {
        let window = try await open(page)
        for width in Self.widths {
            for dark in [false, true] {
                try await window.prefer(dark: dark)
                try await window.resize(width: width, height: 1000)
                let widths = try await window.widths()
                if widths.content > widths.window {
                    let parts = try await window.wideElements()
                    Issue.record("\(width) px: the page is \(widths.content) px wide: \(parts)")
                }
                #expect(widths.window == width)
                try Pictures.keep(
                    try await window.screenshot(), "\(page.name)-\(width)-\(dark ? "dark" : "light").png")
            }
        }
    }

    @Test(arguments: BrowserPage.all)
    func `can be printed`(page: BrowserPage) async throws {
        let pdf = try await open(page).pdf()
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
        try Pictures.keep(pdf, "\(page.name).pdf")
    }

    @Test(arguments: BrowserPage.all)
    func `reports no error, and asks nobody but its own server`(page: BrowserPage) async throws {
        let window = try await open(page)
        let errors = try await window.consoleErrors()
        #expect(errors == [])
        let requests = try await window.requests()
        let origin = try BrowserBench.current().world.origin
        #expect(requests.contains { $0.hasPrefix(origin + "/assets/style.css") })
        #expect(requests.filter { !$0.hasPrefix(origin + "/") } == [])
        #expect(try await window.script("return document.title").string?.contains("taken") == false)
    }

    @Test(arguments: BrowserPage.all)
    func `has at most 5,000 nodes`(page: BrowserPage) async throws {
        let count = try await open(page).nodeCount()
        #expect((1...5000).contains(count))
    }

    @Test(arguments: BrowserPage.all)
    func `is reached by keyboard alone, on a wide screen and on a phone`(page: BrowserPage) async throws {
        for width in [1400, 390] {
            let window = try await open(page, width: width)
            let unreachable = try await window.unreachable()
            #expect(unreachable == [], "\(width) px")
        }
    }

    @Test(arguments: BrowserPage.all)
    func `has a title, a description and a table for each figure`(page: BrowserPage) async throws {
        let muted = try await open(page).mutedFigures()
        #expect(muted == [])
    }

    @Test(.enabled("\(AxeCore.absence)") { await AxeCore.shared.isExpected }, arguments: BrowserPage.all)
    func `has nothing that axe-core finds, light and dark`(page: BrowserPage) async throws {
        let axe = try await AxeCore.shared.source()
        for dark in [false, true] {
            let window = try await open(page, dark: dark)
            let violations = try await window.violations(axe: axe)
            #expect(violations == [], "\(dark ? "dark" : "light")")
        }
    }

    @Test func `shows a comparison by itself as soon as it is made`() async throws {
        let bench = try BrowserBench.current()
        let runs = bench.world.query([bench.world.pilot[2], bench.world.pilot[0]])
        try await bench.window.open("\(bench.world.origin)/compare?\(runs)")
        var heading = ""
        for _ in 0..<300 where heading != "Findings" {
            try await Task.sleep(for: .milliseconds(200))
            heading = try await bench.window.script("return document.querySelector('h2').textContent").string ?? ""
        }
        #expect(heading == "Findings")
    }

    private func open(_ page: BrowserPage, width: Int = 1400, dark: Bool = false) async throws -> WebDriver {
        let bench = try BrowserBench.current()
        try await bench.window.prefer(dark: dark)
        try await bench.window.resize(width: width, height: 1000)
        // What the page before has said is not this one's.
        _ = try await bench.window.consoleErrors()
        _ = try await bench.window.requests()
        var status = 202
        // What is still being made is there a little later.
        for _ in 0..<200 where status == 202 {
            try await bench.window.open(bench.world.origin + page.path(bench.world))
            status =
                try await bench.window.script(
                    "return performance.getEntriesByType('navigation')[0].responseStatus"
                ).integer ?? 0
            if status == 202 { try await Task.sleep(for: .milliseconds(500)) }
        }
        try #require(status == 200, "\(page.path(bench.world)) is answered with \(status)")
        return bench.window
    }
}

/// Pictures of a test run, in the folder that `VLENS_SCREENSHOTS` names; nowhere without it.
enum Pictures {
    static func keep(_ data: Data, _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["VLENS_SCREENSHOTS"], !folder.isEmpty else { return }
        let place = URL(filePath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try data.write(to: place.appending(path: name))
    }
}
