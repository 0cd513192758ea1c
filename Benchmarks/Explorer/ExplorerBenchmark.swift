import Foundation

/// `vlens serve` over the stores of the other benchmarks: how long each page takes when it is asked for alone, that none fails when
/// 200 ask at once while a run writes, and what it holds in memory over a million replies.
///
/// The anchor of times is the site's style sheet, served by the same process on the same connection's terms.
struct ExplorerBenchmark {
    private let replies: Int
    private let repetitions: Int

    init(_ options: Options) {
        replies = options.stored
        repetitions = options.repetitions ?? 10
    }

    /// A page of the site, its address made from a run and a cell that are there.
    private struct Page {
        let name, target: String
        var limit = 0.2
    }

    private static let cell = "country=Philippines&topic=Politics&value=Authority"

    private static let pages = [
        Page(name: "overview", target: "/"), Page(name: "run", target: "/runs/1", limit: 0.05),
        Page(name: "run, by topic", target: "/runs/1?by=topic"),
        Page(name: "run as JSON", target: "/runs/1?format=json"),
        Page(name: "gaps", target: "/runs/1/gaps"), Page(name: "gaps, searched", target: "/runs/1/gaps?q=community"),
        Page(name: "cell", target: "/runs/1/cell?\(cell)"), Page(name: "data", target: "/runs/1/data"),
        Page(name: "words", target: "/words"),
    ]

    /// - Throws: `BenchmarkError` where a program fails, what writing files throws.
    func reports() throws -> [Report] {
        let folder = Child.own.deletingLastPathComponent().appending(path: "benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let round = try SyntheticQuestions(count: 7392)
        let actions = folder.appending(path: "actions.jsonl")
        try round.writeActions(to: actions)
        let study = StoredStudy(actions: actions.path)
        let (small, large) = (folder.appending(path: "small.sqlite").path, folder.appending(path: "large.sqlite").path)
        // The study of 132 scenarios, every cell asked eight times in either task.
        try study.fill(small, rounds: 8)
        try study.fill(large, rounds: StoredStudy.rounds(of: replies))
        return [try pages(small), try load(small, study), try memory(small, large)]
    }

    private func pages(_ store: String) throws -> Report {
        let served = try ServedStore(store)
        defer { served.end() }
        try served.waitForFigures(run: 1)
        let anchor = try Timings(repetitions: repetitions) { try served.get("/assets/style.css") }.median
        let figures = try Self.pages.map { page in
            // What was made less than a second ago would be answered from memory.
            let timings = try Timings(repetitions: repetitions, pause: 1.1) { try served.get(page.target) }
            return Figure(
                name: "page: \(page.name), median", unit: "s", ours: timings.median, anchor: anchor,
                budget: .atMost(page.limit))
        }
        return Report(
            title:
                "explorer: pages of a run of 132 scenarios, 60,192 replies, each asked for \(repetitions) times alone",
            anchor: "the style sheet from the same server", figures: figures,
            notes: ["A connection for each request; a pause before each, so that every page is made anew."])
    }

    private func load(_ store: String, _ study: StoredStudy) throws -> Report {
        let served = try ServedStore(store)
        defer { served.end() }
        try served.waitForFigures(run: 1)
        let writer = try study.writer(store)
        let (first, last) = (try study.count(store), 10_000)
        let found = try Wrk.ask(served.port, Self.pages.map(\.target), requests: last, connections: 200)
        writer.interrupt()
        let written = try study.count(store) - first
        return Report(
            title:
                "explorer: \(found.requests) requests, 200 at once, over all pages, while a run writes to the same store",
            anchor: nil,
            figures: [
                Figure(name: "requests that failed", unit: "", ours: Double(found.failed), budget: .atMost(0)),
                Figure(name: "requests", unit: "", ours: Double(found.requests), budget: .atLeast(Double(last))),
                Figure(name: "requests a second", unit: "1/s", ours: found.rate),
                Figure(name: "replies written meanwhile", unit: "", ours: Double(written), budget: .atLeast(1)),
            ])
    }

    private func memory(_ small: String, _ large: String) throws -> Report {
        let peaks = try [small, large].map { store in
            let served = try ServedStore(store)
            defer { served.end() }
            try served.waitForFigures(run: 1)
            for page in Self.pages { _ = try served.get(page.target) }
            return try served.peakMemory()
        }
        return Report(
            title: "explorer: memory of the server over \(replies) replies, all pages looked at",
            anchor: "the same over 60,192",
            figures: [
                Figure(
                    name: "peak memory", unit: "MB", ours: peaks[1], anchor: peaks[0], budget: .timesAnchor(1.1))
            ])
    }
}
