package import AnswerStore

extension AnswerStore {
    /// The run of a number or a respondent's name; the last one for `nil`.
    ///
    /// - Throws: ``StoreError/unknownRun(name:known:)`` with the runs that there are.
    package func run(named name: String?) throws(StoreError) -> RunRecord {
        let runs = try runs()
        let found = name == nil ? runs.last : runs.last { "\($0.id)" == name || $0.respondent == name }
        guard let found else {
            throw StoreError.unknownRun(name: name ?? "last", known: runs.map { "\($0.id) (\($0.respondent))" })
        }
        return found
    }
}
