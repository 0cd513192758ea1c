import AnswerStore

extension RunCommand {
    /// To ask again needs a run with these very settings: with others a new one would begin, with nothing to ask again.
    func checkAgain(_ key: String, _ store: AnswerStore?) throws {
        let options = [
            bounds.retryFailed ? "--retry-failed" : nil, bounds.retryUnreadable == nil ? nil : "--retry-unreadable",
        ].compactMap(\.self)
        guard let option = options.first, try store?.run(key: key) == nil else { return }
        let others = try store?.runs().filter { $0.respondent == model.model && $0.origin == .asked }.map { "\($0.id)" }
        let hint =
            others.map { $0.isEmpty ? "" : "; of this model there are other runs: \($0.joined(separator: ", "))" } ?? ""
        throw CommandFailure(
            "\(option) asks again what a stored run has, and none was asked with these settings\(hint). Give the command "
                + "that began the run, with \(option)")
    }
}
