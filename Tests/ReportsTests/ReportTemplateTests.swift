import Measures
import Pages
import Reports
import Testing
import Text

@Suite("The templates of a report")
struct ReportTemplateTests {
    @Test func `parse, and take in no part that is not there`() throws {
        _ = try TemplateLibrary<ReportTemplate>()
        for template in ReportTemplate.allCases {
            for part in template.source.matches(of: /\{\{> ?([^}]*)\}\}/) {
                #expect(ReportTemplate(rawValue: String(part.output.1)) != nil, "\(part.output.1)")
            }
        }
    }

    @Test func `leave nothing of themselves on the page`() async throws {
        let page = try await HTMLReport.page(Fixture.withInstrument())
        #expect(!page.contains("{{") && !page.contains("}}}"))
        for figure in ReportFigure.allCases where ![.circle, .regionRates].contains(figure) {
            #expect(page.contains("id=\"figure-\(figure.rawValue)\""))
        }
    }

    @Test func `show the protocol that the input names`() throws {
        var input = Fixture.pilot
        input.study.protocolHash = "0123456789abcdef"
        #expect(try HTMLReport.page(input).contains("<dt>Protocol</dt><dd><bdi>0123456789abcdef</bdi></dd>"))
        #expect(ReportJSON.document(input).text().contains("\"protocol_hash\": \"0123456789abcdef\""))
    }
}
