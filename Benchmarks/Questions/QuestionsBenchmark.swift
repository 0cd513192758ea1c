import Foundation
import Study

/// Questions asked of a server that takes its time, every reply committed; beside a client that stores nothing.
///
/// Server, ours and the anchor are processes of their own; ours and the anchor take turns.
struct QuestionsBenchmark {
    private let options: Options
    private let repetitions: Int

    init(_ options: Options) {
        self.options = options
        repetitions = options.repetitions ?? 3
    }

    func report() throws -> Report {
        let count = try SyntheticQuestions(count: options.count).plan.count
        let server = try ServerProcess(latency: options.latency)
        defer { server.stop() }
        let bare = try BareClient(options, port: server.port)
        var ours: [AskingFigures] = []
        var theirs: [AskingFigures] = []
        for _ in 0..<repetitions {
            ours.append(try ask(count, server))
            theirs.append(try bare.ask(count))
        }
        let grown = options.growth ? try ask(10 * count, server) : nil
        return report(Sides(ours: Best(ours), theirs: Best(theirs), name: theirs.first?.name), grown, count)
    }

    private struct Sides {
        let ours: Best
        let theirs: Best
        let name: String?
    }

    /// Of several repetitions, the least of each figure.
    private struct Best {
        let wall: Double
        let medianWall: Double
        let cpu: Double
        let memory: Double

        init(_ figures: [AskingFigures]) {
            wall = Timings(figures.map(\.wall)).minimum
            medianWall = Timings(figures.map(\.wall)).median
            cpu = Timings(figures.map(\.cpu)).minimum
            memory = Timings(figures.map(\.memory)).minimum
        }
    }

    private func ask(_ count: Int, _ server: ServerProcess) throws -> AskingFigures {
        let store = Child.own.deletingLastPathComponent().appending(path: "benchmark-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) } }
        let child = try Child(own: [
            "ask", "--count", "\(count)", "--concurrency", "\(options.concurrency)", "--port", "\(server.port)",
            "--store", store,
        ])
        return try JSONText.read(AskingFigures.self, from: try child.finish())
    }

    private func report(_ sides: Sides, _ grown: AskingFigures?, _ count: Int) -> Report {
        let latency = options.latency / .seconds(1)
        let rounds = (count + options.concurrency - 1) / options.concurrency
        let ideal = Double(rounds) * latency
        let (ours, theirs) = (sides.ours, sides.theirs)
        var figures = [
            Figure(
                name: "wall, minimum", unit: "s", ours: ours.wall, anchor: theirs.wall, budget: .timesAnchor(1.05)),
            Figure(name: "wall, median", unit: "s", ours: ours.medianWall, anchor: theirs.medianWall),
            Figure(name: "wall beside the ideal", unit: "s", ours: ours.wall, anchor: ideal),
            Figure(name: "CPU", unit: "s", ours: ours.cpu, anchor: theirs.cpu, budget: .atMost(3.5)),
            Figure(name: "peak memory", unit: "MB", ours: ours.memory, anchor: theirs.memory, budget: .atMost(80)),
            Figure(
                name: "questions per second", unit: "/s", ours: Double(count) / ours.wall,
                anchor: Double(count) / theirs.wall),
        ]
        if let grown {
            figures += [
                Figure(
                    name: "ten times the questions, wall (anchor: ours once)", unit: "s", ours: grown.wall,
                    anchor: ours.wall, budget: .timesAnchor(10.5)),
                Figure(
                    name: "ten times the questions, CPU (anchor: ours once)", unit: "s", ours: grown.cpu,
                    anchor: ours.cpu),
                Figure(
                    name: "ten times the questions, memory (anchor: ours once)", unit: "MB", ours: grown.memory,
                    anchor: ours.memory, budget: .timesAnchor(1.3)),
            ]
        }
        let milliseconds = Int((latency * 1000).rounded())
        return Report(
            title: "questions: \(count), \(options.concurrency) at once, server answers after \(milliseconds) ms, "
                + "\(repetitions) repetitions",
            anchor: sides.name.map { "\($0); the ideal is \(rounds) rounds of \(milliseconds) ms" }, figures: figures,
            notes: ["Every reply was committed and counted in the store. Server, ours and anchor: separate processes."])
    }
}
