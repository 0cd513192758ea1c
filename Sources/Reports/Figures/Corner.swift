import Measures
import Pages

/// The four ways in which what is stated and what is done go together, in the words of every figure that shows them.
enum Corner: CaseIterable {
    case bothAgree, statedAgreeActedDisagree, statedDisagreeActedAgree, bothDisagree

    /// The corner in words.
    var words: String {
        switch self {
        case .bothAgree: "says and does"
        case .statedAgreeActedDisagree: "says, but acts against"
        case .statedDisagreeActedAgree: "rejects, but acts for"
        case .bothDisagree: "rejects and acts against"
        }
    }

    /// Whether it states disagreement, which figures show to the right.
    var isStatedDisagree: Bool { self == .statedDisagreeActedAgree || self == .bothDisagree }

    /// Whether it acts against the value, which figures show on top.
    var isActedDisagree: Bool { self == .statedAgreeActedDisagree || self == .bothDisagree }

    /// The colour of its area: that of acting where more is acted against than said, that of stating the other way
    /// round, none where both go together.
    var style: String {
        switch self {
        case .bothAgree, .bothDisagree: "tint"
        case .statedAgreeActedDisagree: "fill-acted"
        case .statedDisagreeActedAgree: "fill-stated"
        }
    }
}

extension InclinationTable {
    /// The cells of a corner.
    subscript(corner: Corner) -> Int {
        switch corner {
        case .bothAgree: bothAgree
        case .statedAgreeActedDisagree: statedAgreeActedDisagree
        case .statedDisagreeActedAgree: statedDisagreeActedAgree
        case .bothDisagree: bothDisagree
        }
    }
}

extension DeconvolvedGap.Corners {
    /// The share of a corner.
    subscript(corner: Corner) -> Double {
        switch corner {
        case .bothAgree: bothAgree
        case .statedAgreeActedDisagree: statedAgreeActedDisagree
        case .statedDisagreeActedAgree: statedDisagreeActedAgree
        case .bothDisagree: bothDisagree
        }
    }
}
