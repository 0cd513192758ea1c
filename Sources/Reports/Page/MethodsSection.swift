import Pages

/// How figures are defined, as terms with their definitions.
struct MethodsSection {
    let methods: [LabelledText]

    init(_ methods: [LabelledText]) {
        self.methods = methods
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "methods", label: "Methods", heading: "How it was measured",
                body: try ReportTemplate.methods.render(self))
        }
    }

    static let template = """
        <dl class="methods">
        {{#methods}}
        <dt>{{label}}</dt>
        <dd>{{text}}</dd>
        {{/methods}}
        </dl>

        """
}
