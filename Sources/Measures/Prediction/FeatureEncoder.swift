/// What is known of one thing: names of categories, and numbers, some of which may be unknown.
package struct FeatureRow: Sendable, Hashable {
    package var categories: [String]
    package var numbers: [Double?]

    package init(categories: [String], numbers: [Double?]) { (self.categories, self.numbers) = (categories, numbers) }
}

/// A row of a table of numbers of which most are 0: columns in ascending order, and what stands there.
struct SparseRow: Sendable {
    var columns: [Int] = []
    var values: [Double] = []

    func product(_ weights: [Double]) -> Double {
        var sum = 0.0
        for (place, column) in columns.enumerated() { sum += values[place] * weights[column] }
        return sum
    }
}

/// Turns features into numbers as learned from some rows: a column of 0 and 1 for each name that these rows have of a category, and each
/// number less its mean over its standard deviation (of n, not n − 1).
///
/// A name that they do not have is 0 in every column of its category, an unknown number is their mean: neither tells anything.
package struct FeatureEncoder: Sendable {
    /// A column.
    package struct Column: Sendable, Hashable {
        /// The category or the number: "value", "acted".
        package let feature: String
        /// The name; `nil` of a number.
        package let level: String?
    }

    /// The columns: categories as given, each with its names in ascending order, then the numbers.
    package let columns: [Column]
    private let places: [[String: Int]]
    private let scales: [(mean: Double, deviation: Double)]

    init(fitting rows: [FeatureRow], categories: [String], numbers: [String]) {
        var columns: [Column] = []
        places = categories.enumerated().map { number, name in
            var places: [String: Int] = [:]
            // By scalars, not by locale: the order of columns is that of NumPy's sorted names.
            let levels = Set(rows.map { $0.categories[number] }).sorted {
                $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
            }
            for level in levels {
                places[level] = columns.count
                columns.append(Column(feature: name, level: level))
            }
            return places
        }
        scales = numbers.indices.map { number in
            let known = rows.compactMap { $0.numbers[number] }
            guard !known.isEmpty else { return (0, 1) }
            let mean = known.reduce(0, +) / Double(known.count)
            let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
            // A number that is the same everywhere is 0 in its column.
            return (mean, variance > 1e-24 ? variance.squareRoot() : 1)
        }
        self.columns = columns + numbers.map { Column(feature: $0, level: nil) }
    }

    func row(_ row: FeatureRow) -> SparseRow {
        var sparse = SparseRow()
        for (number, level) in row.categories.enumerated() {
            guard let column = places[number][level] else { continue }
            sparse.columns.append(column)
            sparse.values.append(1)
        }
        let first = columns.count - scales.count
        for (number, scale) in scales.enumerated() {
            guard let value = row.numbers[number] else { continue }
            sparse.columns.append(first + number)
            sparse.values.append((value - scale.mean) / scale.deviation)
        }
        return sparse
    }
}
