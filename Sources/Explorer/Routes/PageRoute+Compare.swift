import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// Runs against the first of them.
    static let compare = PageRoute(path: "/compare") { request in
        let runs = try RunsOfAddress(request.query)
        let address = CompareAddress(
            runs: runs.numbers, part: try request.query.choice("part") ?? .summary,
            by: try request.query.choice("by") ?? .country, with: try runs.with(request.query))
        let choices = try request.library.store.runChoices()
        func view(_ state: CompareView.State) -> CompareView {
            CompareView(address, choices: choices, state: state, version: Release.version)
        }
        if let problem = runs.problem(choices) { return view(.problem(problem)) }
        guard !address.runs.isEmpty else { return view(.choosing) }
        let found = try await request.library.comparisons.comparisons.value(of: runs.ids)
        guard let value = found.value else { return view(.pending) }
        switch value {
        case .success(let made): return view(.made(made, isCurrent: found.isCurrent))
        case .failure(let problem as ComparisonProblem): return view(.problem(problem))
        case .failure(let error): throw error
        }
    }

    /// Their replies to the same questions.
    static let sideBySide = PageRoute(path: "/compare/replies") { request in
        let runs = try RunsOfAddress(request.query)
        let address = try runs.sideBySide(request.query)
        let (library, store) = (request.library, request.library.store)
        let choices = try store.runChoices()
        func view(_ state: SideBySideView.State) -> SideBySideView {
            SideBySideView(address, choices: choices, state: state, version: Release.version)
        }
        if let problem = runs.problem(choices) { return view(.problem(problem)) }
        guard !address.runs.isEmpty else { return view(.choosing) }
        let found = try await library.comparisons.replies.value(of: runs.ids)
        guard let value = found.value else { return view(.pending) }
        switch value {
        case .success(let made):
            let format: SiteFormat = try request.query.choice("format") ?? .html
            return view(.made(try made.page(address, format, isCurrent: found.isCurrent, in: store)))
        case .failure(let problem as ComparisonProblem): return view(.problem(problem))
        case .failure(let error): throw error
        }
    }
}

/// The runs that an address names.
struct RunsOfAddress {
    let numbers: [Int]

    var ids: [Int64] { numbers.map(Int64.init) }

    /// - Throws: `AddressProblem` where one is no number.
    init(_ query: SiteQuery) throws(AddressProblem) {
        var numbers: [Int] = []
        for text in query.texts("run") {
            guard let number = Int(text), (1...Int(Int32.max)).contains(number) else {
                throw AddressProblem(name: "run", value: text, expected: "the number of a run")
            }
            numbers.append(number)
        }
        self.numbers = numbers
    }

    /// Why these can't be compared, as far as their numbers tell.
    func problem(_ choices: [RunChoice]) -> ComparisonProblem? {
        if numbers.count > CompareAddress.most { return .tooMany(count: numbers.count) }
        if let repeated = numbers.first(where: { number in numbers.count { $0 == number } > 1 }) {
            return .repeated(run: repeated)
        }
        let unknown = numbers.filter { number in !choices.contains { $0.run == number } }
        if !unknown.isEmpty { return .unknown(runs: unknown) }
        return numbers.count == 1 ? .oneRun : nil
    }

    /// Which run is set against the first.
    func with(_ query: SiteQuery) throws(AddressProblem) -> Int? {
        guard let number = try query.number("with", in: 1...Int(Int32.max)) else { return nil }
        guard numbers.dropFirst().contains(number) else {
            throw AddressProblem(name: "with", value: "\(number)", expected: "one of the runs but the first")
        }
        return number
    }

    func sideBySide(_ query: SiteQuery) throws(AddressProblem) -> SideBySideAddress {
        var address = SideBySideAddress(runs: numbers)
        address.differ = try query.choice("differ") ?? .any
        address.task = try query.choice("task")
        (address.country, address.topic, address.value) = (
            query.text("country"), query.text("topic"), query.text("value")
        )
        address.page = try query.number("page", in: 1...1_000_000) ?? 1
        return address
    }
}
