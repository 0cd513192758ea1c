/// Speed, measured next to an anchor in the same run; see README.md beside this file.
@main
struct Benchmarks {
    static func main() async {
        do {
            let command = try Invocation(CommandLine.arguments.dropFirst())
            try await run(command)
        } catch let error as BenchmarkError {
            Console.error("vlens-benchmarks: \(error)")
            Console.exit(error.isMisuse ? 2 : 1)
        } catch {
            Console.error("vlens-benchmarks: \(error)")
            Console.exit(1)
        }
    }

    private static func run(_ invocation: Invocation) async throws {
        let options = invocation.options
        switch invocation.job {
        case .help: Console.output(Invocation.help)
        case .reader: try show([ReaderBenchmark(options).report()], options)
        case .measures: try show(MeasuresBenchmark(options).reports(), options)
        case .questions: try show(QuestionsBenchmark(options).reports(), options)
        case .stored: try show(StoredBenchmark(options).reports(), options)
        case .merge: try show(MergeBenchmark(options).reports(), options)
        case .explorer: try show(ExplorerBenchmark(options).reports(), options)
        case .annotate: try show(try await AnnotateBenchmark(options).reports(), options)
        case .coverage: try await CoverageBenchmark(options).run()
        case .all:
            try show(
                [ReaderBenchmark(options).report()] + MeasuresBenchmark(options).reports()
                    + QuestionsBenchmark(options).reports(), options)
        case .serve: try await ServeWork.run(latency: options.latency)
        case .bare: try Console.output(JSONText.line(try await BareWork(options).run()))
        case .time: try Console.output(Measured.timed(options.program))
        }
    }

    private static func show(_ reports: [Report], _ options: Options) throws {
        Console.output(options.json ? try JSONText.document(reports) : reports.map(\.text).joined(separator: "\n"))
    }
}
