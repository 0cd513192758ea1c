import Measures
import Reading
import Reports
import Study

/// The replies of a sample of cells to all eight prompts of Task 2, each read by both rules.
struct RereadSample {
    static let rules: [ReproductionCause] = [.readByAnyOne, .shareOfAgree]

    private let legacy: CodedReadings
    private let strict: CodedReadings
    let count: CauseCount

    init(_ file: ReleasedSamples) throws {
        let (reader, notebook) = (ReplyReader(), LegacyReader())
        var legacy = try CodedReadings(cells: file.rows.count, askings: 8, options: 2)
        var strict = legacy
        var different = 0
        for (cell, row) in file.rows.enumerated() {
            for (prompt, reply) in row.replies.enumerated() {
                let shown = row.displayed(prompt: prompt)
                let options = (
                    legacy: notebook.choice(in: reply),
                    strict: reader.choice(in: reply, actions: (first: shown.first, second: shown.second)).answer
                )
                let code = { (option: Int) in
                    Int(ReleasedSamples.inclination(ofOption: option, prompt: prompt).code)
                }
                try legacy.record(code(options.legacy), cell: cell, asking: prompt)
                try strict.record(options.strict.map(code), cell: cell, asking: prompt)
                if options.strict != options.legacy { different += 1 }
            }
        }
        (self.legacy, self.strict) = (legacy, strict)
        count = CauseCount(.readByAnyOne, different, of: file.rows.count * 8)
    }

    func figure(printed: Double) -> ReproducedFigure {
        ReproducedFigure("Task 2", printed: printed, exchanging: Self.rules) { rules in
            let readings = rules.contains(.readByAnyOne) ? strict : legacy
            if rules.contains(.shareOfAgree) { return PromptAgreement(of: readings).byOption }
            let codes = (0..<readings.cells).flatMap { cell in
                (0..<readings.askings).compactMap { readings.option(cell: cell, asking: $0) }
            }
            return codes.isEmpty ? nil : Double(codes.count { $0 == 0 }) / Double(codes.count)
        }
    }
}
