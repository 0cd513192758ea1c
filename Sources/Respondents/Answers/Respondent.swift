/// Somebody who answers questions: a model behind a provider, or a simulated subject.
///
/// One call is one attempt. Retrying, pacing and storing are the caller's; `RespondentError.classification` says
/// whether another attempt can help.
package protocol Respondent: Sendable {
    /// Asks once and returns what came back, read by nobody yet.
    ///
    /// Safe to call many times at once. A refusal, an empty text or a cut-off answer is a reply, not an error.
    ///
    /// - Throws: `RespondentError` when no reply came back; `.cancelled` soon after the surrounding task is cancelled.
    func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply

    /// Runs tasks where asking takes the least; nil where any thread will do.
    ///
    /// It is one thread: what would hold it up, such as waiting for a disk, belongs elsewhere.
    var executor: (any TaskExecutor)? { get }

    /// Lets go of connections and threads. No reply may be asked for afterwards; calling it twice does no harm.
    func shutdown() async
}

extension Respondent {
    /// Any thread will do.
    package var executor: (any TaskExecutor)? { nil }

    /// Nothing to let go of.
    package func shutdown() async {}
}
