import Foundation
import TestSupport
import Testing
import Text

/// The annotators' pages as people see them: nothing is cut off, nothing throws, in either browser.
@Suite(
    "An annotator's page", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"), .bothBrowsers)
struct JudgingPagesTests {
    @Test(arguments: BrowserKind.allCases)
    func `fits windows of three widths`(_ kind: BrowserKind) async throws {
        try await AnnotationWorld.with(given: 12) { world in
            let browser = try await BrowserPair.browser(kind)
            let pages = ["items/1", "missing", "guideline", "consent"].map { ($0, [1400, 768, 390]) }
            for (path, widths) in pages + (2...10).map({ ("items/\($0)", [390]) }) {
                for width in widths {
                    try await browser.resize(width: width, height: 900)
                    try await browser.open(world.link(0, "/" + path))
                    let sizes = try await browser.script(
                        "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
                    let pair = (sizes.array ?? []).map { $0.integer ?? -1 }
                    #expect(pair.count == 2 && pair.first == pair.last, "\(path) at \(width)")
                    try await keep(browser, "\(kind.rawValue)-\(path.replacing("/", with: "-"))-\(width)")
                }
            }
            try await browser.resize(width: 1400, height: 1000)
        }
    }

    /// Keeps a picture where `VLENS_SCREENSHOTS` says.
    private func keep(_ browser: any Browser, _ name: String) async throws {
        guard let folder = ProcessInfo.processInfo.environment["VLENS_SCREENSHOTS"], !folder.isEmpty else { return }
        let place = URL(filePath: folder).appending(path: "judging-\(name).png")
        try await browser.screenshot().write(to: place)
    }
}
