import AnswerStore
import Workbench

extension ReadingChanges {
    /// What became of a run's readings: one sentence, then a line for each kind of change.
    func lines(of run: RunRecord) -> [String] {
        guard count > 0 else {
            return [
                "run \(run.id) (\(run.respondent)): no reply was read by an older reader than this, version "
                    + "\(readerVersion); nothing changed"
            ]
        }
        let first =
            "read \(count) \(count == 1 ? "reply" : "replies") of run \(run.id) again, with reader version "
            + "\(readerVersion): \(changed) \(changed == 1 ? "reading" : "readings") changed"
        return [first]
            + kinds.map { kind in
                let to = kind.from == kind.to ? "\(kind.to), with other ratings" : kind.to
                return "  \(kind.count)  \(kind.task): \(kind.from) → \(to); look at one: "
                    + "vlens replies --run \(run.id) --question \(kind.example)"
            }
    }
}
