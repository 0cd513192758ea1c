/// How often the intervals of one figure held its truth, over studies.
struct CoverageTally: Sendable {
    private(set) var studies = 0
    private(set) var withheld = 0
    private(set) var held = 0
    private(set) var width = 0.0

    /// One study's interval; `nil` where it has none.
    mutating func add(low: Double, high: Double, truth: Double) {
        studies += 1
        held += low <= truth && truth <= high ? 1 : 0
        width += high - low
    }

    mutating func addWithheld() {
        studies += 1
        withheld += 1
    }

    static func += (tally: inout CoverageTally, other: CoverageTally) {
        tally.studies += other.studies
        tally.withheld += other.withheld
        tally.held += other.held
        tally.width += other.width
    }

    private var given: Int { studies - withheld }
    /// Of the intervals given, the share that holds the truth.
    var coverage: Double? { given > 0 ? Double(held) / Double(given) : nil }
    var meanWidth: Double? { given > 0 ? width / Double(given) : nil }
    var shareWithheld: Double? { studies > 0 ? Double(withheld) / Double(studies) : nil }
}
