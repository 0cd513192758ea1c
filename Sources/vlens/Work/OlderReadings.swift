import AnswerStore
import Study

/// Tells that replies were read by an older reader than this program's.
enum OlderReadings {
    /// One line on standard error, where it is so.
    static func note(_ runs: [RunRecord], in store: AnswerStore) throws {
        let older = try runs.compactMap { run in
            try store.olderReader(ofRun: run.id, than: ReplyReader.version).map { (run: run.id, version: $0) }
        }
        guard let oldest = older.map(\.version).min() else { return }
        let names = older.map { "\($0.run)" }.joined(separator: ", ")
        Terminal.error.write(
            "note: replies of \(older.count == 1 ? "run" : "runs") \(names) were read by reader version \(oldest), and this is "
                + "version \(ReplyReader.version): 'vlens read --again' reads them anew and says what changes\n")
    }
}
