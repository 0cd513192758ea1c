/// What the clients took at one concurrency, side by side.
struct AskingReport {
    let count: Int
    let concurrency: Int
    let latency: Duration
    /// The machine's load before the first of them.
    let load: String?
    /// One for each repetition, as of the others.
    var ours: [Asked] = []
    var aiohttp: [Asked] = []
    /// Our own HTTP client, which stores nothing.
    var bare: [Asked] = []
    var inspect: [Asked] = []
    /// Ours with ten times the questions.
    var grown: [Asked] = []
    /// CPU seconds of the server for all of them together.
    var serverCPU = 0.0

    /// What one side took: of several repetitions, the least of each figure.
    private struct Side {
        let name: String
        let wall: Double
        var cpu: Double?
        var memory: Double?

        init(name: String, wall: Double) {
            (self.name, self.wall) = (name, wall)
        }

        init?(_ asked: [Asked]) {
            guard let first = asked.first else { return nil }
            self.init(name: first.name, wall: Timings(asked.map(\.measured.wall)).minimum)
            cpu = Timings(asked.map(\.measured.cpu)).minimum
            memory = Timings(asked.map(\.measured.memory)).minimum
        }
    }

    /// Seconds of rounds in which every answer comes after the latency and costs nothing.
    private var ideal: Double { Double((count + concurrency - 1) / concurrency) * (latency / .seconds(1)) }

    /// The table of this scale, and that of ten times the questions where they were asked.
    var reports: [Report] {
        guard let ours = Side(ours) else { return [] }
        let alone = aiohttp.first.map { first in
            Side(name: "\(first.name), asking alone", wall: Timings(aiohttp.compactMap(\.seconds)).minimum)
        }
        let anchors = [Side(aiohttp), alone, Side(bare), Side(inspect), Side(name: "the ideal", wall: ideal)]
            .compactMap(\.self)
        var figures = Self.figures("wall", "s", anchors, ours.wall, .timesAnchor(1.03)) { $0.wall }
        if let bare = aiohttp.first {
            figures.append(
                Figure(
                    name: "wall, median: \(bare.name)", unit: "s", ours: Timings(self.ours.map(\.measured.wall)).median,
                    anchor: Timings(aiohttp.map(\.measured.wall)).median))
        }
        figures += Self.figures("CPU", "s", anchors, ours.cpu, .timesAnchor(1)) { $0.cpu }
        figures += Self.figures("peak memory", "MB", anchors, ours.memory, .atMost(80)) { $0.memory }
        figures += Self.figures("questions per second", "/s", anchors, Double(count) / ours.wall, nil) { side in
            side.name == alone?.name ? nil : Double(count) / side.wall
        }
        let report = Report(
            title: title(count) + ", \(self.ours.count) repetitions",
            anchor: anchors.filter { $0.name != alone?.name }.map(\.name).joined(separator: "; "), figures: figures,
            notes: notes)
        return [report] + growth(ours)
    }

    /// One figure of ours beside that of each anchor; the first of them bears the budget.
    private static func figures(
        _ name: String, _ unit: String, _ anchors: [Side], _ ours: Double?, _ budget: Figure.Budget?,
        _ value: (Side) -> Double?
    ) -> [Figure] {
        var budget = budget
        return anchors.compactMap { side in
            guard let ours, let anchor = value(side) else { return nil }
            defer { budget = nil }
            return Figure(name: "\(name): \(side.name)", unit: unit, ours: ours, anchor: anchor, budget: budget)
        }
    }

    private func growth(_ once: Side) -> [Report] {
        guard let grown = Side(grown), let cpu = grown.cpu, let memory = grown.memory else { return [] }
        return [
            Report(
                title: title(10 * count), anchor: "ours with \(count)",
                figures: [
                    Figure(name: "wall", unit: "s", ours: grown.wall, anchor: once.wall, budget: .timesAnchor(10.5)),
                    Figure(name: "CPU", unit: "s", ours: cpu, anchor: once.cpu),
                    Figure(
                        name: "peak memory", unit: "MB", ours: memory, anchor: once.memory, budget: .timesAnchor(1.1)),
                    Figure(
                        name: "questions per second", unit: "/s", ours: Double(10 * count) / grown.wall,
                        anchor: Double(count) / once.wall),
                ])
        ]
    }

    private func title(_ count: Int) -> String {
        "questions: \(count), \(concurrency) at once, server answers after \(Int((latency / .milliseconds(1)).rounded())) ms"
    }

    private var notes: [String] {
        let requests = count * (ours.count + aiohttp.count + bare.count + inspect.count + 10 * grown.count)
        return [
            "Whole processes, from start to end, unless it says otherwise. Every reply was counted in the store afterwards.",
            "The server, on the same machine, took \(Numeral.text(1000 * serverCPU / Double(requests), "ms")) of CPU for a "
                + "question. Load before: \(load ?? "not known").",
        ]
    }
}
