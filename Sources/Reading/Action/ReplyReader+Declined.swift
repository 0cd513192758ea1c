extension ReplyReader {
    /// Whether a text that stands where an action was asked for declines to write one: a refusal that is the whole text, an apology
    /// with an inability behind it, or "as an AI".
    ///
    /// "I can't help with the housework" is an action like others, so that an inability alone says nothing here.
    package func declines(inPlaceOfAction text: String) -> Bool { Refusal.declines(text, lexicon) }
}
