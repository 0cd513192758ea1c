import Synchronization

/// The form in which a model is asked, corrected by what the server says, for as long as the run lasts.
final class LearnedForm: Sendable {
    private let state: Mutex<State>

    private struct State {
        var form: RequestForm
        /// Every form that was tried: none is gone back to, so that two refusals cannot chase each other.
        var tried: Set<RequestForm>
    }

    init(_ form: RequestForm) {
        state = Mutex(State(form: form, tried: [form]))
    }

    var current: RequestForm { state.withLock { $0.form } }

    /// Takes in a refusal of a question that was sent in `form`.
    ///
    /// - Returns: whether there is another form to send it in, found now or, by another question, since.
    func learn(from words: String, sentIn form: RequestForm) -> Bool {
        state.withLock { state in
            guard state.form == form else { return true }
            guard let corrected = form.corrected(by: words), state.tried.insert(corrected).inserted else {
                return false
            }
            state.form = corrected
            return true
        }
    }
}
