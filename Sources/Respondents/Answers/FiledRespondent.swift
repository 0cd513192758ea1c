/// A respondent whose questions can travel to the model, and the answers back, in files: what stands for a question in such a file
/// is the body that would be sent, and what comes back for it is the answer that would have come.
package protocol FiledRespondent: Respondent {
    /// The body in which a question is asked, as JSON: after all that was learned until now of what the model refuses, and without
    /// any key.
    func body(of request: RespondentRequest) -> [UInt8]

    /// Reads an answer that came by another way than ``Respondent/reply(to:)``, and as that one does.
    ///
    /// The latency is 0: nobody waited for it.
    ///
    /// - Throws: `RespondentError` where it is no reply.
    func reply(to request: RespondentRequest, from answer: FiledAnswer) throws(RespondentError) -> RespondentReply
}

/// An answer as it stood in a file.
package struct FiledAnswer: Sendable, Hashable {
    /// The HTTP status that stands beside it; 200 where none does.
    package var status: Int
    /// The answer's body. Hostile input, like every body.
    package var body: [UInt8]
    /// The body in which its question was sent; `nil` where that is not known, and is taken to be the one that would be sent now.
    package var sent: [UInt8]?

    /// An answer.
    package init(status: Int = 200, body: [UInt8], sent: [UInt8]? = nil) {
        self.status = status
        self.body = body
        self.sent = sent
    }
}
