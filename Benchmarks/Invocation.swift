/// What the command line asks for.
struct Invocation {
    /// What there is to do. The last three are child processes of the others.
    enum Job: String, CaseIterable {
        case help, reader, measures, questions, stored, merge, explorer, annotate, coverage, all
        case serve, bare, time
    }

    let job: Job
    private(set) var options = Options()

    /// - Throws: `BenchmarkError.isMisuse` for an unknown job or option, or a value outside its range.
    init(_ arguments: some Sequence<String>) throws(BenchmarkError) {
        var rest = Array(arguments)[...]
        guard let first = rest.popFirst() else {
            job = .help
            return
        }
        if first == Job.time.rawValue {
            job = .time
            options.program = Array(rest)
            return
        }
        if rest.contains("--help") || rest.contains("-h") || first == "--help" || first == "-h" {
            job = .help
            return
        }
        guard let job = Job(rawValue: first) else {
            throw .misuse(
                "unknown benchmark '\(first)': type reader, measures, questions, stored, merge, explorer, annotate, coverage or all; --help tells more"
            )
        }
        self.job = job
        while let name = rest.popFirst() {
            switch name {
            case "--json": options.json = true
            case "--growth": options.growth = true
            case "--inspect": options.inspect = true
            case "--repetitions": options.repetitions = try Self.whole(&rest, name, in: 1...1000)
            case "--count": options.count = try Self.whole(&rest, name, in: 1...10_000_000)
            case "--studies": options.studies = try Self.whole(&rest, name, in: 10...100_000)
            case "--part": options.part = try Self.part(&rest, name)
            case "--stored": options.stored = try Self.whole(&rest, name, in: 1...70_000_000)
            case "--concurrency": options.concurrency = try Self.whole(&rest, name, in: 1...512)
            case "--latency": options.latency = .milliseconds(try Self.whole(&rest, name, in: 0...60_000))
            case "--seconds": options.seconds = try Self.whole(&rest, name, in: 3...3600)
            case "--port": options.port = try Self.whole(&rest, name, in: 1...65_535)
            case "--requests": options.requests = try Self.text(&rest, name)
            default: throw .misuse("unknown option '\(name)': --help lists all")
            }
        }
    }

    private static func text(_ rest: inout ArraySlice<String>, _ name: String) throws(BenchmarkError) -> String {
        guard let text = rest.popFirst() else { throw .misuse("\(name) needs a value") }
        return text
    }

    private static func part(
        _ rest: inout ArraySlice<String>, _ name: String
    ) throws(BenchmarkError) -> CoverageBenchmark.Part {
        let text = try text(&rest, name)
        guard let part = CoverageBenchmark.Part(rawValue: text) else {
            throw .misuse("'\(text)' is no value for \(name): give figures, ranks or leanings")
        }
        return part
    }

    private static func whole(
        _ rest: inout ArraySlice<String>, _ name: String, in range: ClosedRange<Int>
    ) throws(BenchmarkError) -> Int {
        let text = try text(&rest, name)
        guard let number = Int(text), range.contains(number) else {
            throw .misuse(
                "'\(text)' is no value for \(name): give a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    static let help = """
        vlens-benchmarks: speed, measured next to what users have today.

        vlens-benchmarks reader      the raw replies of the released VIA file, read; beside json_repair
        vlens-benchmarks measures    one model's two released files, measured; beside pandas and scikit-learn
        vlens-benchmarks questions   'vlens run' against a loopback server; beside clients that store nothing and Inspect AI
        vlens-benchmarks stored      commands over a store of a million replies; beside a bare SQL scan; takes a while
        vlens-benchmarks merge       the stores of 32 shards, a million replies, joined; beside copying the rows; takes a while
        vlens-benchmarks explorer    pages of 'vlens serve', alone, under load while a run writes, and memory; takes a while
        vlens-benchmarks annotate    twenty people save at once in 'vlens annotate', which is killed twice; beside bare inserts
        vlens-benchmarks coverage    how often intervals hold a known truth in simulated studies; takes a while
        vlens-benchmarks all         the first three one after the other

        --repetitions N    how often each is timed; minimum and median are shown (5; questions: 3)
        --json             print JSON
        questions:
        --count N          questions; beyond 7,392 rounded up to whole rounds of the study (7,392)
        --concurrency N    requests in flight (64, and then 512)
        --latency MS       how long the server takes for an answer, in milliseconds (50)
        --growth           once more with ten times the questions
        --inspect          Inspect AI once as well, which takes minutes
        stored, merge, explorer:
        --stored N         replies, rounded up to whole rounds of 7,392 (1,000,000)

        annotate:
        --seconds N        how long people judge (60)

        coverage:
        --studies N        simulated studies for each row (400)
        --part NAME        one table alone: figures, ranks or leanings

        The released files are looked for in ../shared, or where VLENS_SHARED says. The anchors are Python programs;
        Benchmarks/anchors/setup installs what they need. Without it they are left out.

        """
}

/// The options of every job; each job uses its own.
struct Options {
    /// How often each thing is timed; `nil` leaves it to the benchmark.
    var repetitions: Int?
    var json = false
    /// Questions to ask.
    var count = 7392
    /// Replies to store.
    var stored = 1_000_000
    /// Simulated studies for each row of coverage.
    var studies = 400
    /// Which table of coverage; `nil` for all.
    var part: CoverageBenchmark.Part?
    /// Requests in flight; `nil` leaves it to the benchmark.
    var concurrency: Int?
    /// How long the server takes for an answer.
    var latency: Duration = .milliseconds(50)
    /// Whether ten times the questions are asked as well.
    var growth = false
    /// Whether Inspect AI is asked as well.
    var inspect = false
    /// How long people judge, in seconds.
    var seconds = 60
    /// Where the server listens.
    var port = 0
    /// Path of the file of requests.
    var requests = ""
    /// The program to be timed, with its arguments.
    var program: [String] = []
}
