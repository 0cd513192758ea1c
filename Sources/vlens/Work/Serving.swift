import AnswerStore
import Measures
import Reports

extension ServingSummary {
    /// Who served the stored replies of a run.
    init(_ counts: StoredCounts) {
        func parts(_ names: (StoredCounts.Served) -> [String]) -> [Part] {
            var replies: [String: Int] = [:]
            for served in counts.served {
                for name in names(served) { replies[name, default: 0] += served.replies }
            }
            return replies.map { Part($0.key, replies: $0.value) }
                .sorted { ($1.replies, $0.name) < ($0.replies, $1.name) }
        }
        self.init(
            providers: parts { [$0.provider].compactMap(\.self) },
            fingerprints: parts { [$0.fingerprint].compactMap(\.self) }, notSent: parts(\.omittedSettings),
            replies: counts.replied)
    }

    /// What a line of `runs` says of it.
    var short: [String] {
        let served =
            providers.isEmpty ? [] : ["served by " + providers.prefix(5).map(\.name).joined(separator: " and ")]
        return notSent.map { "\($0.name) not sent" } + served
    }
}

extension MeasuredRun {
    /// Tells what must be known of what was sent, and of who served the run, before its figures are read.
    func warnOfServing() {
        let serving = ServingSummary(counts)
        for line in serving.notes.map({ "note: \($0)" }) + serving.warnings.map({ "warning: \($0)" }) {
            Terminal.error.write(Terminal.error.wrapped(line) + "\n")
        }
    }
}
