import NIOHTTP1
import Text

/// What all respondents behind servers share: the connections, the exchange, and the way from an answer to an error.
struct ModelServer: Sendable {
    private let endpoint: Endpoint
    private let exchange: HTTPExchange
    private let ownConnections: Connections?
    private let form: LearnedForm

    /// - Parameter connections: those of others, who close them; nil makes its own.
    init(_ format: WireFormat, _ settings: ServerSettings, connections: Connections?) {
        endpoint = Endpoint(format, settings)
        let used =
            connections
            ?? Connections(
                maximum: settings.maximumConnections, maximumResponseBytes: settings.maximumResponseBytes,
                trusting: settings.trusted, way: settings.way)
        ownConnections = connections == nil ? used : nil
        exchange = HTTPExchange(endpoint: endpoint, connections: used)
        form = LearnedForm(RequestForm(model: settings.model))
    }

    /// The thread that serves the connections.
    var executor: any TaskExecutor { Connections.executor }

    /// Sends one question and gives the answer as JSON.
    ///
    /// Where the server refuses a setting by name that other models take, the question is sent again without it, within
    /// the same time limit, and the following questions are sent so at once.
    ///
    /// - Parameter write: the body of the request in a form.
    func ask(_ write: (RequestForm) -> JSONValue) async throws(RespondentError) -> ServerAnswer {
        let end = ContinuousClock.now + endpoint.settings.timeout
        while true {
            let form = self.form.current
            let question = write(form)
            let body = JSONText.bytes(of: question.merging(endpoint.settings.extraMembers))
            let answer = try await exchange.post(body, until: end)
            do throws(RespondentError) {
                return try accepted(answer, to: question, body, sentIn: form)
            } catch {
                guard answer.status == 400 || answer.status == 422,
                    self.form.learn(from: ServerReport(answer.body).words, sentIn: form)
                else { throw error }
            }
        }
    }

    /// The body in which a question would be sent now.
    func body(_ write: (RequestForm) -> JSONValue) -> [UInt8] {
        JSONText.bytes(of: write(form.current).merging(endpoint.settings.extraMembers))
    }

    /// Takes an answer that came by another way as one to a question that would be sent now.
    func answer(_ filed: FiledAnswer, to write: (RequestForm) -> JSONValue) throws(RespondentError) -> ServerAnswer {
        let form = self.form.current
        let question = write(form)
        let answer = HTTPAnswer(
            status: filed.status, headers: [:], body: endpoint.scrubber.scrubbed(filed.body))
        guard let sent = filed.sent else {
            return try accepted(
                answer, to: question, JSONText.bytes(of: question.merging(endpoint.settings.extraMembers)), sentIn: form
            )
        }
        var accepted = try ServerAnswer(answer, to: sent, from: endpoint)
        accepted.omitsTemperature =
            endpoint.settings.temperature != nil && JSONReader.read(sent, manner: .ofServers)?["temperature"] == nil
        return accepted
    }

    private func accepted(
        _ answer: HTTPAnswer, to question: JSONValue, _ body: [UInt8], sentIn form: RequestForm
    ) throws(RespondentError) -> ServerAnswer {
        let settings = endpoint.settings
        // What is kept of it never holds a key.
        let kept =
            settings.warnings.isEmpty ? body : JSONText.bytes(of: question.merging(settings.shownMembers))
        var accepted = try ServerAnswer(answer, to: kept, from: endpoint)
        accepted.omitsTemperature =
            settings.temperature != nil && !settings.sendsTemperature(in: form, as: endpoint.format)
        return accepted
    }

    /// Closes its own connections; a request in flight ends with `.cancelled`.
    func shutdown() async {
        await ownConnections?.shutdown()
    }
}

/// An answer of status 200…299 that is JSON, with the key scrubbed from it.
struct ServerAnswer {
    let document: JSONValue
    /// Whether the question was sent without the temperature that was wished for.
    var omitsTemperature = false
    private let failures: AnswerFailure
    private let answer: HTTPAnswer
    private let request: [UInt8]
    private let scrubber: Scrubber

    init(_ answer: HTTPAnswer, to request: [UInt8], from endpoint: Endpoint) throws(RespondentError) {
        failures = AnswerFailure(answer, endpoint: endpoint)
        guard (200..<300).contains(answer.status) else { throw failures.forStatus() }
        let whole = JSONReader.read(answer.body, manner: .ofServers)
        let stream = AnswerStream(answer.body, whole: whole)
        if let stream, !stream.isComplete { throw failures.cutOff() }
        guard let document = stream?.document ?? whole else { throw failures.unreadable() }
        self.document = document
        self.answer = answer
        self.request = request
        scrubber = endpoint.scrubber
    }

    /// A reply without what only showed when its pieces were put together.
    func finished(_ reply: RespondentReply) -> RespondentReply { reply.scrubbed(by: scrubber) }

    /// A reply with everything in it that does not depend on the format.
    func reply(text: String) -> RespondentReply {
        var reply = RespondentReply(
            text: text, rawRequest: request, rawResponse: answer.body, status: answer.status, latency: answer.latency)
        reply.rateLimit = RateLimit(answer.headers)
        if omitsTemperature { reply.omittedSettings = ["temperature"] }
        reply.servedBy = document["provider"]?.string
        reply.systemFingerprint = document["system_fingerprint"]?.string
        return reply
    }

    /// Whether what stands in the place of an answer is one.
    ///
    /// - Parameters:
    ///   - error: what stands where the format puts an error of this one answer.
    ///   - word: why the server says it stopped writing.
    ///   - isEmpty: whether there is no text.
    /// - Throws: where an error stands beside or inside the answer, where the server broke it off, and where it came to
    ///   nothing by luck: a piece of an answer is none.
    func check(error: JSONValue?, word: String?, isEmpty: Bool) throws(RespondentError) {
        if let error, error.reportsError { throw failures.reported(by: ["error": error]) }
        if document.reportedError { throw failures.reported(by: document) }
        guard let word else { return }
        let finish = FinishWord(word)
        if finish.isFailure { throw failures.brokenOff(by: word) }
        if isEmpty, finish.isLuck { throw failures.cameToNothing(by: word) }
    }

    /// An answer in which nothing is that the format promises.
    var withoutChoice: RespondentError { failures.withoutChoice(document) }

    /// A question that was not put to the model.
    func blocked(because reason: String) -> RespondentError { failures.blocked(because: reason) }
}
