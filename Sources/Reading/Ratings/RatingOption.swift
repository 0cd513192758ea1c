/// One way to give a rating: a number and the words that mean it.
///
/// Several options may share a number; then each label means it.
package struct RatingOption: Sendable, Hashable {
    /// 1…n, 1 the strongest agreement.
    package let number: UInt8
    /// The words, as the question shows them: "strongly agree". Matched on folded words.
    package let label: String

    /// An option.
    package init(number: UInt8, label: String) {
        self.number = number
        self.label = label
    }

    /// The four options of the direct inquiry: strongly agree, agree, disagree, strongly disagree.
    package static let direct = numbered(["strongly agree", "agree", "disagree", "strongly disagree"])

    /// The four options of the portrait: very much like me, like me, not like me, not like me at all.
    package static let portrait = numbered(["very much like me", "like me", "not like me", "not like me at all"])

    /// Both sets of words for the same four numbers: for replies whose question is not known.
    package static let either = direct + portrait

    private static func numbered(_ labels: [String]) -> [RatingOption] {
        zip(UInt8(1)..., labels).map { RatingOption(number: $0, label: $1) }
    }
}
