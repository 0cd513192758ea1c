import Text

extension ActionDataset {
    /// The actions as a file, in their order.
    ///
    /// - Parameter layout: lines, or a table; there is no writing a sheet of judgements, which gives a table.
    package static func text(of actions: [DatasetAction], as layout: Layout) -> String {
        switch layout {
        case .lines: lines(actions)
        case .table, .sheet: table(actions)
        }
    }

    private static func lines(_ actions: [DatasetAction]) -> String {
        var text = ""
        text.reserveCapacity(actions.count * 700)
        for action in actions {
            text += JSONText.file(action.json, indented: false)
            text += "\n"
        }
        return text
    }

    /// The released columns; behind them those that say where an action comes from, as far as any action does.
    private static func table(_ actions: [DatasetAction]) -> String {
        let columns: [(name: String, text: (DatasetAction) -> String)] = [
            ("generator", { $0.generator }), ("prompt_variant", { $0.variant.map { "\($0)" } ?? "" }),
            ("language", { $0.language }),
            (
                "spans",
                { action in
                    guard !action.spans.isEmpty else { return "" }
                    return JSONText.file(.array(action.spans.map(\.json)), indented: false)
                }
            ),
        ]
        let kept = columns.filter { column in actions.contains { !column.text($0).isEmpty } }
        var writer = CSVWriter(header: ReleasedFile.Kind.dataset.columns + kept.map(\.name))
        for action in actions {
            let fields = [
                action.cell.scenario.country, action.cell.scenario.topic, action.cell.value,
                action.inclination == .agree ? "positive" : "negative", WrittenReply.text(of: action.action),
            ]
            writer.write(fields + kept.map { $0.text(action) })
        }
        return writer.text
    }
}
