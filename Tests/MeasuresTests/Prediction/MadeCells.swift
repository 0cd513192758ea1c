import Measures

/// 240 cells whose stated side hangs on value, country and choice, by a generator that any language can repeat.
struct MadeCells {
    let rows: [FeatureRow]
    let truths: [Bool]
    let folds: [Int]

    static let categories = ["value", "country", "topic", "group"]
    static let numbers = ["acted", "stated spread"]

    init() {
        var state = 7
        func draw() -> Double {
            state = (1_103_515_245 * state + 12345) % (1 << 31)
            return Double(state) / 0x1p31
        }
        var (rows, truths, folds): ([FeatureRow], [Bool], [Int]) = ([], [], [])
        for number in 0..<240 {
            let (value, country, topic) = (number % 12, number / 12 % 4, number / 48 % 5)
            let acted = (draw() * 9).rounded(.down) / 8
            let spread = number % 10 == 3 ? nil : draw() / 2
            let noise = 1.5 * (draw() - 0.5)
            let score = 1.5 - 0.4 * Double(value) + 0.5 * Double(country % 2) - 2 * acted + noise
            rows.append(
                FeatureRow(
                    categories: [
                        "v\(value < 10 ? "0" : "")\(value)", "c\(country)", "t\(topic)", "g\(value % 3)",
                    ], numbers: [acted, spread]))
            truths.append(score > -0.8)
            folds.append(value % 6)
        }
        (self.rows, self.truths, self.folds) = (rows, truths, folds)
    }

    /// The same as cells of a study: what is true is that agreement is stated.
    var cells: [PredictableCell] {
        rows.indices.map { place in
            let row = rows[place]
            return PredictableCell(
                number: place, country: row.categories[1], topic: row.categories[2], value: row.categories[0],
                group: row.categories[3], stated: truths[place] ? 0.25 : 0.75, acted: row.numbers[0],
                statedSpread: row.numbers[1], fold: folds[place])
        }
    }
}
