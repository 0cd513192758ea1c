package import Text

extension CircleReport {
    /// Both fits with their intervals, and their difference; `resampling` is null where nothing was drawn. Where a matrix has
    /// no fit, its figures are null and `absent` says why.
    ///
    /// - Parameter groups: the names of the theory's groups.
    package func json(groups: [String]) -> JSONValue {
        [
            "resampling": plan?.json ?? .null, "scenarios": .integer(scenarios), "predictions": .integer(predictions),
            "place_on_circle": .object(
                zip(groups, order.places).map { JSONValue.Member($0, .integer($1)) }),
            "stated": stated.json, "acted": acted.json, "order_fit_difference": JSONValue(difference),
            "order_fit_difference_interval": differenceOutcome?.interval?.json ?? .null,
        ]
    }
}

extension CircleReport.Fit {
    /// One matrix's fit.
    package var json: JSONValue {
        [
            "order_fit": JSONValue(index), "chance": JSONValue(chance),
            "absent": absence.map { .string($0.name) } ?? .null,
            "interval": interval?.json ?? .null,
            "no_interval": outcome?.absence.map { .string($0.rawValue) } ?? .null,
        ]
    }
}
