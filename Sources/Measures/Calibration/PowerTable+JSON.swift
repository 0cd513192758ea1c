extension PowerTable {
    var json: MeasureJSON {
        [
            "test": "sign-flip by value, two-sided, 5 %", "simulations": .integer(simulations),
            "permutations": .integer(permutations), "values": .integer(values), "wanted": .number(PowerTable.wanted),
            "contrasts": .array(contrasts.map(json)),
        ]
    }

    private func json(_ contrast: Contrast) -> MeasureJSON {
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

    private func json(_ design: PowerDesign) -> MeasureJSON {
        [
            "scenarios": .integer(design.scenarios), "variants": .integer(design.variants),
            "replicates": .integer(design.replicates), "questions": .integer(design.questions(values: values)),
        ]
    }
}

extension PowerTable.Cell {
    var json: MeasureJSON {
        [
            "found": .integer(found.held), "simulations": .integer(found.intervals), "power": MeasureJSON(share),
            "low": MeasureJSON(found.interval?.low), "high": MeasureJSON(found.interval?.high),
        ]
    }
}
