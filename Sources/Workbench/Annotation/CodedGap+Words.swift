import Foundation
package import Study

extension CodedGap {
    /// The gap in words, without whose it is.
    package func text(chosen inclination: Inclination) -> GapText {
        let side =
            stated < 0.5
            ? "it agrees with the value" : stated > 0.5 ? "it disagrees with the value" : "it takes neither side"
        let choice =
            inclination == .agree ? "the action that expresses the value" : "the action that goes against the value"
        let (said, done) =
            isSidesOnly
            ? ("", "")
            : (
                " (\(Self.score(stated)); 0 is full agreement, 1 full disagreement)",
                " (\(Self.score(acted)) on the same scale)"
            )
        return GapText(says: side + said, chooses: choice + done, otherAction: otherAction, reason: reason ?? "")
    }

    private static func score(_ score: Double) -> String { String(format: "%.2f", score) }
}

extension ActionItem {
    /// What is said and chosen, in words; `nil` where the item is no gap.
    package var gapText: GapText? { gap?.text(chosen: line.inclination) }
}
