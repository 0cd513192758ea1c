/// What makes readings or scores unfit to be measured. Each case holds the offending value.
package enum MeasuresError: Error, Hashable, Sendable {
    /// Countries, topics, values or groups without an entry.
    case emptyAxis(String)
    /// The same name twice on one axis.
    case duplicateName(axis: String, name: String)
    /// `groupOfValue` has not one entry for each value.
    case groupsDoNotCoverValues(values: Int, entries: Int)
    /// A position outside an axis: a cell, an asking, a value's group.
    case outOfRange(what: String, index: Int, count: Int)
    /// An option that the task does not offer.
    case optionOutOfRange(option: Int, options: Int)
    /// A task that offers fewer than two options: no inclination can be read from it.
    case tooFewOptions(Int)
    /// Readings or scores for another number of cells than the axes span.
    case wrongCellCount(task: String, expected: Int, found: Int)
    /// A score that is not in [0, 1].
    case scoreOutOfRange(cell: Int, score: String)
    /// A probability that is not in [0, 1].
    case badProbability(cell: Int, probability: String)
    /// A way of making intervals that makes none.
    case badPlan(what: String, value: String, allowed: String)
    /// Two runs that cannot be compared.
    case differentStudies(what: String)
}

extension MeasuresError: CustomStringConvertible {
    /// One sentence that quotes the offending value.
    package var description: String {
        switch self {
        case .emptyAxis(let axis):
            "The study has no \(axis)."
        case .duplicateName(let axis, let name):
            "“\(name)” stands twice among the \(axis)."
        case .groupsDoNotCoverValues(let values, let entries):
            "\(values) values need as many group entries; there are \(entries)."
        case .outOfRange(let what, let index, let count):
            "The \(what) \(index) is outside 0..<\(count)."
        case .optionOutOfRange(let option, let options):
            "Option \(option) is outside 0..<\(options)."
        case .tooFewOptions(let options):
            "A task needs at least two options; this one has \(options)."
        case .wrongCellCount(let task, let expected, let found):
            "The \(task) answers span \(found) cells; the study has \(expected)."
        case .scoreOutOfRange(let cell, let score):
            "Cell \(cell) has the score \(score), which is not between 0 (agree) and 1 (disagree)."
        case .badProbability(let cell, let probability):
            "Cell \(cell) has the probability \(probability), which is not between 0 and 1."
        case .badPlan(let what, let value, let allowed):
            "The \(what) of the resampling is \(value); it must be \(allowed)."
        case .differentStudies(let what):
            "The two runs cannot be compared: they differ in \(what)."
        }
    }
}
