import Pages

/// The form above the list of cells: each choice with how many cells it would give.
struct GapsForm {
    let filter: GapFilter

    var markup: Markup {
        let address = filter.address
        let isMoreSet =
            address.least != nil || address.variant != nil || address.provider != nil || address.stop != nil
            || address.sort != .gap || address.order != nil
        return FilterForm(address: address, fields: fields, more: more, isMoreSet: isMoreSet).markup
    }

    private var fields: [FilterForm.Field] {
        let (address, input) = (filter.address, filter.input)
        return [
            .text(
                name: "q", label: "Words in actions, explanations and replies", value: address.sought,
                hint: "All words must occur in one text. \"a phrase\", -without, begin*."),
            .choice(
                name: "show", label: "Cells", none: nil,
                choices: choices(.show, GapsAddress.Show.allCases.map { ($0.rawValue, GapWords.show($0)) }),
                chosen: address.show.rawValue),
            named(.country, "country", "Country", input.countries, address.country),
            named(.topic, "topic", "Topic", input.topics, address.topic),
            named(.group, "group", "Group of values", input.groups, address.group),
            named(.value, "value", "Value", input.values, address.value),
            .choice(
                name: "direction", label: "Direction", none: "Both",
                choices: choices(.direction, GapDirection.allCases.map { ($0.rawValue, GapWords.direction($0)) }),
                chosen: address.direction?.rawValue),
        ]
    }

    private var more: [FilterForm.Field] {
        let (address, input) = (filter.address, filter.input)
        var fields: [FilterForm.Field] = [
            .share(name: "least", label: "Gap of at least (0 to 1)", value: address.least.map(Numerals.plain))
        ]
        if input.variants.count > 1 {
            fields.append(
                .choice(
                    name: "variant", label: "Misaligned in variant", none: "Any",
                    choices: choices(.variant, input.variants.map { ($0.name, GapWords.variant($0.name, input)) }),
                    chosen: address.variant))
        }
        if !input.providers.isEmpty || address.provider != nil {
            fields.append(named(.provider, "provider", "Provider", input.providers, address.provider))
        }
        if !input.stops.isEmpty || address.stop != nil {
            fields.append(named(.stop, "stop", "Stop reason", input.stops, address.stop))
        }
        return fields + [
            .choice(
                name: "sort", label: "Order by", none: nil,
                choices: GapsAddress.Sort.allCases.map { .init(value: $0.rawValue, words: GapWords.sort($0)) },
                chosen: address.sort.rawValue),
            .choice(
                name: "order", label: "First comes", none: "what is usual",
                choices: [
                    .init(value: "up", words: "the least, or A"), .init(value: "down", words: "the greatest, or Z"),
                ], chosen: address.order?.rawValue),
        ]
    }

    private func choices(_ facet: GapFilter.Facet, _ words: [(String, String)]) -> [FilterForm.Choice] {
        words.map { .init(value: $0, words: $1, count: filter.counts[facet]?[$0] ?? 0) }
    }

    private func named(
        _ facet: GapFilter.Facet, _ name: String, _ label: String, _ names: [String], _ chosen: String?
    ) -> FilterForm.Field {
        .choice(name: name, label: label, none: "All", choices: choices(facet, names.map { ($0, $0) }), chosen: chosen)
    }
}
