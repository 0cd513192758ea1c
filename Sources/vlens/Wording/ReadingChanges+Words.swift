import Workbench

extension ReadingChanges {
    /// A line for each kind of change.
    func lines(run: Int64) -> [String] {
        kinds.map { kind in
            let to = kind.from == kind.to ? "\(kind.to), with other ratings" : kind.to
            return "  \(kind.count)  \(kind.task): \(kind.from) → \(to); look at one: "
                + "vlens read --show --run \(run) --question \(kind.example)"
        }
    }
}
