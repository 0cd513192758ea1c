import Pages

/// The templates of the sections that are more than figures and tables in a row. Each stands beside its view.
package enum ReportTemplate: String, TemplateName {
    case asked, cells, files, findings, instrument, methods, ranking, sentences

    package var source: String {
        switch self {
        case .asked: AskedSection.template
        case .cells: CellsSection.template
        case .files: FilesSection.template
        case .findings: FindingsSection.template
        case .instrument: InstrumentSection.template
        case .methods: MethodsSection.template
        case .ranking: RankingSection.template
        case .sentences: FindingsSection.sentencesTemplate
        }
    }

    /// Parsed when the first report is made.
    private static let library = Result { () throws(TemplateError) in try TemplateLibrary<ReportTemplate>() }

    /// A view in this template.
    func render(_ view: some Any) throws(TemplateError) -> Markup {
        try Self.library.get().render(self, view)
    }
}
