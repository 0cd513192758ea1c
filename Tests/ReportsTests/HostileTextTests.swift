import Foundation
import Measures
import Pages
import Text
import Reports
import TestSupport
import Testing

@Suite("Text from outside")
struct HostileTextTests {
    /// Breaks out of elements, of attributes (also where the quotation mark bears an accent), of templates and scripts.
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)", "\"\u{301} onclick=\"x",
        "<\u{301}b>", "{{title}}", "{{{style}}}", "{{> page}}", "]]><svg onload=alert(1)>", "</title></style><b>",
        "&lt;already&gt;", "a\u{0}b\u{1B}[31m\u{202E}c",
    ]

    private static func input(_ attack: String) -> ReportInput {
        var input = Fixture.make(
            countries: ["C\(attack)", "other"], topics: ["T\(attack)"],
            groups: [("G\(attack)", ["V\(attack)", "plain"])], seed: 5)
        input.study = StudySummary(
            title: attack, name: attack, protocolHash: attack, theory: attack, theorySource: attack)
        input.respondent = RespondentSummary(
            name: attack, servedModels: [attack], settings: [LabelledText(attack, attack)])
        input.run = RunSummary(started: attack, finished: attack)
        input.prompts = [SamplePrompt(caption: attack, text: attack)]
        input.misaligned = [
            MisalignedCell(
                country: attack, topic: attack, value: attack, stated: 0, acted: 1, action: "I say \(attack) twice",
                inclination: .disagree, attributions: [attack, "not there \(attack)"], explanation: attack)
        ]
        input.valueGlosses = [attack: attack]
        input.version = attack
        return input
    }

    @Test(arguments: attacks)
    func `is inert on the page`(attack: String) throws {
        let page = try HTMLReport.page(Self.input(attack))
        let plain = try HTMLReport.page(Self.input("harmless"))
        for element in ["script", "img", "b", "svg", "title", "style"] {
            let tag = try Regex("<\(element)[^a-z]")
            #expect(page.matches(of: tag).count == plain.matches(of: tag).count, "<\(element)>")
        }
        // Outside attribute values there is no attribute but ours: the same number of quotation marks.
        #expect(page.unicodeScalars.count { $0 == "\"" } == plain.unicodeScalars.count { $0 == "\"" })
        #expect(!page.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test(arguments: attacks)
    func `is inert in a figure's own file, which stays well-formed`(attack: String) throws {
        for figure in Self.input(attack).figures {
            let elements = try XMLCheck.elements(of: figure.standalone)
            #expect(!elements.contains("script"))
            #expect(!elements.contains("img"))
            #expect(elements.count { $0 == "svg" } == 1)
        }
    }

    @Test(
        arguments: attacks)
    func `steers nothing in any file of a report, and joiners stay where a script is spelled with them`(attack: String)
        throws
    {
        let hostile = attack + "\u{9B}31m\u{2066}می\u{200C}خواهم\r\u{200F}"
        for (path, text) in try ReportFolder.files(Self.input(hostile)) {
            let steering = text.unicodeScalars.filter { scalar in
                switch scalar {
                case "\n", "\t": false
                case "\r": !path.hasSuffix(".csv")
                default: Plain.isSteering(scalar)
                }
            }
            #expect(steering.isEmpty, "\(path)")
        }
        #expect(try HTMLReport.page(Self.input(hostile)).contains("می\u{200C}خواهم"))
    }

    @Test(arguments: attacks)
    func `cannot steer the terminal, whatever it holds`(attack: String) {
        let input = Self.input(attack)
        let style = TerminalStyle(width: 60)
        let texts = [
            TerminalSummary(input, style: style).text,
            MeasureTable(input.measures, name: input.respondent.label, style: style).text,
        ]
        for text in texts {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        }
    }
}
