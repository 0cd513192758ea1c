/// How often things of each true class were predicted to be of each class.
///
/// Classes are numbered from 0. What has no prediction (a refusal, an unreadable reply) has no place here: it is counted
/// beside the table, never in it.
package struct ConfusionTable: Sendable, Hashable {
    /// The number of classes, 2 to 1,000.
    package let classes: Int
    /// By true class, then predicted class.
    var cells: [Double]

    /// A table of nothing.
    ///
    /// - Throws: `MeasuresError.tooFewOptions` below two classes, `.outOfRange` above 1,000.
    package init(classes: Int) throws(MeasuresError) {
        guard classes >= 2 else { throw .tooFewOptions(classes) }
        guard classes <= 1000 else { throw .outOfRange(what: "number of classes", index: classes, count: 1001) }
        self.init(classes: classes, cells: [Double](repeating: 0, count: classes * classes))
    }

    init(classes: Int, cells: [Double]) {
        self.classes = classes
        self.cells = cells
    }

    /// Counts one more thing of a true class that was predicted to be of another, or of the same.
    ///
    /// - Throws: `MeasuresError.optionOutOfRange` for a class that the table does not have.
    package mutating func add(truth: Int, predicted: Int) throws(MeasuresError) {
        for number in [truth, predicted] where !(0..<classes).contains(number) {
            throw .optionOutOfRange(option: number, options: classes)
        }
        cells[truth * classes + predicted] += 1
    }

    /// How many things of a true class were predicted to be of another; 0 for classes that the table does not have.
    package subscript(truth truth: Int, predicted predicted: Int) -> Double {
        guard (0..<classes).contains(truth), (0..<classes).contains(predicted) else { return 0 }
        return cells[truth * classes + predicted]
    }

    /// How many things there are.
    package var count: Double { cells.reduce(0, +) }
}

extension ConfusionTable {
    /// The 2×2 table of stated against acted inclinations: agree is class 0, disagree class 1.
    package init(_ table: InclinationTable) {
        let counts = [
            table.bothAgree, table.statedAgreeActedDisagree, table.statedDisagreeActedAgree, table.bothDisagree,
        ]
        self.init(classes: 2, cells: counts.map(Double.init))
    }
}
