/// What a simulated generator does wrong, each with a rate of its own. The raw values are the names of its parameters.
package enum Mistake: String, Sendable, Hashable, CaseIterable {
    /// One of the three parts is not there.
    case missing
    /// More than 50 words.
    case long
    /// Somebody else is spoken of.
    case third
    /// Two sentences.
    case sentences
    /// An attribution that stands nowhere in the action.
    case elsewhere
    /// An attribution in other case.
    case capitals
    /// An attribution with its words in other forms.
    case inflected
    /// An attribution in curly quotation marks.
    case curly
    /// The action names its value.
    case leak
    /// The action of another cell, word for word.
    case copy
    /// The action is in another language.
    case foreign
    /// It declines.
    case refusal
    /// The action shows the opposite of what was asked. Nothing in its form tells: people have to see it.
    case opposite
    /// Words before and behind the object.
    case prose
    /// The object as Python prints it.
    case quotes
    /// The reply breaks off.
    case cut

    /// How often it happens unless it is said.
    var usual: Double {
        switch self {
        case .missing, .third, .sentences, .elsewhere, .foreign, .cut: 0.02
        case .long, .copy, .leak, .opposite: 0.03
        case .capitals, .inflected, .curly: 0.06
        case .refusal: 0.01
        case .prose: 0.15
        case .quotes: 0.08
        }
    }
}
