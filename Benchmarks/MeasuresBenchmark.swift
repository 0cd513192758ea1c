import Foundation

/// The measures of one model from its two released files, beside pandas and scikit-learn. Each side is a whole
/// process: started, files read, replies coded, measures computed and printed.
struct MeasuresBenchmark {
    private static let cells = 7392.0

    private let repetitions: Int

    init(_ options: Options) {
        repetitions = options.repetitions ?? 5
    }

    private struct Anchored: Decodable {
        /// From after the imports to the end.
        let seconds: Double
        let versions: String
        let f1: Double
        let kappa: Double
    }

    private struct Ours: Decodable {
        struct Overall: Decodable {
            let f1Disagree: Double
        }
        struct Pooled: Decodable {
            let kappa: Double
        }
        let overall: Overall
        let pooled: Pooled
    }

    /// The measures alone, then with the intervals of all of them.
    func reports() throws -> [Report] {
        try [report(replicates: nil), report(replicates: 2000)]
    }

    /// - Parameter replicates: of the cluster bootstrap; nil for no intervals.
    private func report(replicates: Int?) throws -> Report {
        let files = try ["t1", "t2"].map { name throws(BenchmarkError) in
            try Released.path("evaluation/gemma-2-9b-it_\(name).csv")
        }
        let program = try Child.vlens()
        let arguments =
            ["measure", "--t1", files[0], "--t2", files[1], "--json"]
            + (replicates.map { ["--draws", "\($0)"] } ?? ["--no-intervals"])
        var document = ""
        let before = Usage.childrensCPU
        let ours = try Timings(repetitions: repetitions) { document = try Child(program, arguments).finish() }
        let cpu = (Usage.childrensCPU - before) / Double(repetitions)

        var anchored: [Anchored] = []
        var theirs: Timings?
        let anchorBefore = Usage.childrensCPU
        if let anchor = Anchor("measure.py") {
            let wanted = files + (replicates.map { ["\($0)"] } ?? [])
            theirs = try Timings(repetitions: repetitions) {
                anchored.append(try anchor.run(wanted, as: Anchored.self))
            }
        }
        let anchorCPU = theirs.map { _ in (Usage.childrensCPU - anchorBefore) / Double(repetitions) }
        let work = anchored.map(\.seconds).min()
        return Report(
            title: "measures: one model, 7,392 cells, from its two CSV files, "
                + (replicates.map { "intervals of all by \($0) replicates, " } ?? "no intervals, ")
                + "\(repetitions) repetitions",
            anchor: anchored.first.map {
                "\($0.versions), our own script, whole process"
                    + (replicates == nil
                        ? "" : "; its intervals are those of the whole run, countries and topics alone")
            },
            figures: [
                Figure(
                    name: "minimum", unit: "s", ours: ours.minimum, anchor: theirs?.minimum,
                    budget: .timesAnchor(replicates == nil ? 1.0 / 12 : 1.0 / 4)),
                Figure(name: "median", unit: "s", ours: ours.median, anchor: theirs?.median),
                Figure(name: "the anchor without its start and imports", unit: "s", ours: ours.minimum, anchor: work),
                Figure(name: "CPU, mean", unit: "s", ours: cpu, anchor: anchorCPU),
                Figure(
                    name: "measures of a model per second", unit: "/s", ours: 1 / ours.minimum,
                    anchor: theirs.map { 1 / $0.minimum }),
                Figure(
                    name: "cells per second", unit: "/s", ours: Self.cells / ours.minimum,
                    anchor: theirs.map { Self.cells / $0.minimum }),
            ],
            notes: try Self.agreement(document, anchored.first))
    }

    /// Whether both computed the same.
    private static func agreement(_ document: String, _ anchored: Anchored?) throws -> [String] {
        guard let anchored else { return [] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let ours = try decoder.decode(Ours.self, from: Data(document.utf8))
        let (f1, kappa) = (ours.overall.f1Disagree, ours.pooled.kappa)
        let differences = [f1 - anchored.f1, kappa - anchored.kappa].map { String(format: "%.1e", abs($0)) }
        return [
            "Same work: F1 of disagree \(Numeral.text(f1, "")), kappa \(Numeral.text(kappa, "")); "
                + "the two programs differ by \(differences[0]) and \(differences[1])."
        ]
    }
}
