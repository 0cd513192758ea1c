/// Some quantities of every cell, laid out so that weighted sums over values or over scenarios run through memory in
/// order: a replicate is nothing but such sums.
struct CellLayers: Sendable {
    let layers: Int
    let values: Int
    let scenarios: Int
    /// By value, then layer, then scenario; and by scenario, then layer, then value.
    private let byValue: [Double]
    private let byScenario: [Double]
    /// The sums with every weight 1.
    private let overValues: [Double]
    private let overScenarios: [Double]

    /// - Parameter quantities: one array by cell for each layer, 0 where the cell does not count.
    init(_ quantities: [[Double]], axes: Axes) {
        let (layers, values, scenarios) = (quantities.count, axes.values.count, axes.scenarioCount)
        var byValue = [Double](repeating: 0, count: layers * values * scenarios)
        var byScenario = byValue
        for (layer, quantity) in quantities.enumerated() {
            for cell in quantity.indices {
                let (scenario, value) = (cell / values, cell % values)
                byValue[(value * layers + layer) * scenarios + scenario] = quantity[cell]
                byScenario[(scenario * layers + layer) * values + value] = quantity[cell]
            }
        }
        self.layers = layers
        self.values = values
        self.scenarios = scenarios
        self.byValue = byValue
        self.byScenario = byScenario
        overValues = weightedSum(nil, rows: byValue, width: layers * scenarios)
        overScenarios = weightedSum(nil, rows: byScenario, width: layers * values)
    }

    /// One quantity of one cell.
    func quantity(_ layer: Int, scenario: Int, value: Int) -> Double {
        byScenario[(scenario * layers + layer) * values + value]
    }

    /// By layer, then scenario: sums over values. No weights: each value counts once.
    func sumsOverValues(_ weights: [Double]?) -> [Double] {
        guard let weights else { return overValues }
        return weightedSum(weights, rows: byValue, width: layers * scenarios)
    }

    /// By layer, then value: sums over scenarios. No weights: each scenario counts once.
    func sumsOverScenarios(_ weights: [Double]?) -> [Double] {
        guard let weights else { return overScenarios }
        return weightedSum(weights, rows: byScenario, width: layers * values)
    }
}

/// The sum of rows, each times its weight; rows of weight 0 cost nothing.
func weightedSum(_ weights: [Double]?, rows: [Double], width: Int) -> [Double] {
    guard width > 0 else { return [] }
    var sum = [Double](repeating: 0, count: width)
    sum.withUnsafeMutableBufferPointer { sum in
        rows.withUnsafeBufferPointer { rows in
            for row in 0..<rows.count / width {
                let weight = weights?[row] ?? 1
                if weight == 0 { continue }
                let first = row * width
                for column in 0..<width { sum[column] += weight * rows[first + column] }
            }
        }
    }
    return sum
}
