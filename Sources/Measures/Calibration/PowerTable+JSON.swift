import Text

extension PowerTable {
    var json: JSONValue {
        [
            "test": "sign-flip by value, two-sided, 5 %", "simulations": .integer(simulations),
            "permutations": .integer(permutations), "values": .integer(values), "wanted": .number(PowerTable.wanted),
            "contrasts": .array(contrasts.map(json)),
        ]
    }

    private func json(_ contrast: Contrast) -> JSONValue {
        [
            "gap": .number(contrast.gap), "difference": .number(contrast.difference),
            "smallest": .object(
                PowerTable.measures.map { measure in
                    .init(measure.rawValue, smallest(contrast, measure).map { json($0.design) } ?? .null)
                }),
            "designs": .array(
                designs.map { design in
                    .object(
                        json(design).members
                            + PowerTable.measures.map { measure in
                                .init(measure.rawValue, cell(contrast, design, measure)?.json ?? .null)
                            })
                }),
        ]
    }

    private func json(_ design: PowerDesign) -> JSONValue {
        [
            "scenarios": .integer(design.scenarios), "variants": .integer(design.variants),
            "replicates": .integer(design.replicates), "questions": .integer(design.questions(values: values)),
        ]
    }
}

extension PowerTable.Cell {
    var json: JSONValue {
        [
            "found": .integer(found.held), "simulations": .integer(found.intervals), "power": JSONValue(share),
            "low": JSONValue(found.interval?.low), "high": JSONValue(found.interval?.high),
        ]
    }
}
