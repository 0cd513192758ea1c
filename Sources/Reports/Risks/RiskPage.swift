import Measures
import Pages

/// Risks as one page that needs nothing but itself.
package enum RiskPage {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: RiskInput) throws(ReportError) -> String {
        do {
            return try page(of: input).document()
        } catch {
            throw ReportError(error)
        }
    }

    private static func page(of input: RiskInput) throws(TemplateError) -> Page {
        let sections = RiskSections(input: input)
        return Page(
            title: input.title, generator: ReportFrame.generator(input.version), header: header(input),
            skip: "Skip to the agreement",
            sections: [
                sections.agreement, sections.taxonomy, sections.places, sections.corrected, sections.comparisons,
                sections.examples(atMost: RiskInput.mostExamples),
            ].compactMap(\.self), footer: ReportFrame.footer(input.version))
    }

    static func header(_ input: RiskInput) -> Page.Header {
        Page.Header(
            eyebrow: "Project", heading: .text("Risks in ") + .element("bdi", text: input.project),
            subtitle: .element("bdi", text: input.scope), notices: input.caveats)
    }
}
