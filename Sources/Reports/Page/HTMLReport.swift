/// The report as one page that needs nothing but itself.
package enum HTMLReport {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: ReportInput) throws(ReportError) -> String {
        try PageTemplates.render(PageView(input))
    }
}
