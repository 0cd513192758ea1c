/// What several people, or models, say about the same items: one label of a fixed list each, or none.
package struct LabelTable: Sendable, Hashable {
    /// The number of raters.
    package let raters: Int
    /// The number of categories, at least two. Where they have an order, it is that of their numbers.
    package let categories: Int
    /// By item, then rater; `nil` where a rater gave no label.
    package let labels: [[Int?]]

    /// A table with one row an item, each as long as there are raters.
    ///
    /// - Throws: `MeasuresError.tooFewOptions` below two categories, `.outOfRange` for a row of another length,
    ///   `.optionOutOfRange` for a label outside `0..<categories`.
    package init(raters: Int, categories: Int, labels: [[Int?]]) throws(MeasuresError) {
        guard categories >= 2 else { throw .tooFewOptions(categories) }
        for row in labels {
            guard row.count == raters else {
                throw .outOfRange(what: "number of labels of an item", index: row.count, count: raters + 1)
            }
            for case let label? in row where !(0..<categories).contains(label) {
                throw .optionOutOfRange(option: label, options: categories)
            }
        }
        self.raters = raters
        self.categories = categories
        self.labels = labels
    }
}
