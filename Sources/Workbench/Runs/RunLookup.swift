package import AnswerStore

extension AnswerStore {
    /// The run of a number or a respondent's name; the last one for `nil`.
    ///
    /// - Throws: ``StoreError/unknownRun(name:known:)`` with the runs that there are, ``WorkbenchError`` with what tells them
    ///   apart where several have the name.
    package func run(named name: String?) throws -> RunRecord {
        let runs = try runs()
        let found = runs.filter { name == nil || "\($0.id)" == name }
        if let run = found.last { return run }
        let named = runs.filter { $0.respondent == name }
        guard let run = named.last else {
            throw StoreError.unknownRun(name: name ?? "last", known: runs.map { "\($0.id) (\($0.respondent))" })
        }
        guard named.count == 1 else {
            throw WorkbenchError(.ambiguousRun(name: run.respondent, candidates: try named.map(candidate)), .nameNumber)
        }
        return run
    }

    /// "2 (study pilot, temperature 0.7)".
    private func candidate(_ run: RunRecord) throws -> String {
        let apart = try RunDistinction.of(run, in: self)?.withoutNumber
        let parts =
            ["study \(try studyName(ofRun: run.id))"] + (run.origin == .imported ? ["imported"] : [])
            + [apart].compactMap(\.self)
        return "\(run.id) (\(parts.joined(separator: ", ")))"
    }
}
