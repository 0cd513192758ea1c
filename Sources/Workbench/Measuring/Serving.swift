package import AnswerStore
import Measures
package import Reports

extension ServingSummary {
    /// Who served the stored replies of a run.
    package init(_ counts: StoredCounts) {
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

    /// In a few words, a part each.
    package var short: [String] {
        let served =
            providers.isEmpty ? [] : ["served by " + providers.prefix(5).map(\.name).joined(separator: " and ")]
        return notSent.map { "\($0.name) not sent" } + served
    }
}
