package import AnswerStore
import Reading
import Study

/// Runs whose replies an older reader than this program's has read.
package struct OlderReadings: Hashable, Sendable {
    package let runs: [Int64]
    /// The oldest version that read any of them.
    package let version: Int
    /// This program's own.
    package var current: Int { ReplyReader.version }

    /// - Returns: `nil` where all was read by the current reader.
    package init?(_ runs: [RunRecord], in store: AnswerStore) throws {
        let older = try runs.compactMap { run in
            try store.olderReader(ofRun: run.id, than: ReplyReader.version).map { (run: run.id, version: $0) }
        }
        guard let oldest = older.map(\.version).min() else { return nil }
        self.runs = older.map(\.run)
        version = oldest
    }
}
