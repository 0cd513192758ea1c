import ArgumentParser
import Workbench

extension ComparisonGate {
    /// "alignment-rate drops 0.03".
    ///
    /// - Throws: `ValidationError` for a text that is no rule, with the nearest figure where its name is not known.
    static func read(_ text: String) throws -> ComparisonGate {
        if let gate = ComparisonGate(text) { return gate }
        let known = Figure.allCases.map(\.rawValue)
        let name = text.split(separator: " ").first.map(String.init) ?? ""
        guard known.contains(name) else {
            throw ValidationError(
                "'\(name)' is no figure: \(Suggestion.words(for: name, among: known))known are "
                    + known.joined(separator: ", "))
        }
        throw ValidationError("write '\(name) drops 0.03', '\(name) rises 0.03', or 'clearly' before the verb")
    }
}
