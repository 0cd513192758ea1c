import Pages

/// How figures are defined, as terms with their definitions.
struct MethodsSection {
    /// A term under a name that links lead to: "term-alignment-rate".
    struct Definition {
        let place, label, text: String

        init(_ term: LabelledText) {
            (label, text) = (term.label, term.text)
            let letters = term.label.lowercased().unicodeScalars.map { scalar in
                ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-" as Character
            }
            place = "term-" + String(letters).split(separator: "-").joined(separator: "-")
        }
    }

    let methods: [Definition]

    init(_ methods: [LabelledText]) {
        self.methods = methods.map(Definition.init)
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
        <dt id="{{place}}">{{label}}</dt>
        <dd>{{text}}</dd>
        {{/methods}}
        </dl>

        """
}
