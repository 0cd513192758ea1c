import Pages
import Text

/// Codes that coders propose, and what whoever leads the project does with them.
struct ProposalsBlock {
    let facts: ProjectFacts

    var section: Page.Section {
        Page.Section(
            "proposals", label: "Proposals",
            heading: Numerals.count(facts.proposals.count, "proposed code", "proposed codes"), body: markup)
    }

    private var markup: Markup {
        .lines([
            .element("ol", ["class": "disputes"], facts.proposals.prefix(200).map(line)),
            .element(
                "p", ["class": "range"],
                text:
                    "A proposal becomes a code in a later version of the codebook: print the one in force, edit it, count its version up, and "
                    + "put it in force. What was coded keeps its version."),
            .element(
                "pre",
                text: """
                    vlens annotate codebook --project \(facts.name) --yaml > codebook.yaml
                    vlens annotate codebook --project \(facts.name) --codebook codebook.yaml
                    """),
        ])
    }

    private func line(_ proposal: ProposalFacts) -> Markup {
        let items = proposal.items.prefix(20).map { number -> Markup in
            .element(
                "a", ["href": ItemTrailAddress(project: facts.name, item: number).link().href], text: "item \(number)")
        }
        let more = proposal.items.count > 20 ? " and \(proposal.items.count - 20) more" : ""
        return .element(
            "li", [:],
            [
                .element("h3", ["dir": "auto"], text: proposal.name),
                .element(
                    "p", ["class": "range"],
                    [
                        .text("by "), .element("bdi", text: proposal.coders.joined(separator: ", ")),
                        .text(", for "), .joined(items, separator: .text(", ")), .text(more),
                    ]),
            ] + proposal.definitions.prefix(20).map { .element("blockquote", ["dir": "auto"], text: cut($0, to: 1000)) }
        )
    }
}

extension ProposalFacts {
    var json: JSONValue {
        [
            "name": .string(name), "definitions": .array(definitions.map(JSONValue.string)),
            "coders": .array(coders.map(JSONValue.string)), "items": .array(items.map(JSONValue.integer)),
        ]
    }
}
