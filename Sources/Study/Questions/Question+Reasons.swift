extension Question {
    /// Whether the answer is asked for with its reasons: a choice of which the second requirement is asked, and every
    /// second one after it, as the wordings of the studies that ship have it.
    package var wantsReasons: Bool { task == .acted && !variant.index.isMultiple(of: 2) }
}
