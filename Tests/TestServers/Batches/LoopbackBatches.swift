import Foundation
import NIOConcurrencyHelpers

/// A provider of batches, OpenAI's or Anthropic's, that does what a test says and keeps what it was asked and what it billed.
///
/// Its state is its own: a program that is killed and started again finds its batches as they went on.
package final class LoopbackBatches: Sendable {
    /// What happens to one question of a batch.
    package enum Fate: Sendable {
        /// It is answered, and billed.
        case answer(String)
        /// It comes to this error of this status.
        case error(Int, String)
        /// It comes to an error of this code without a status, as OpenAI has it.
        case bare(code: String, String)
        /// The time was over, or the batch cancelled, before it was asked.
        case expired, cancelled
        /// It has no line in the results.
        case missing
    }

    /// What happens when a batch is to be made.
    package enum Making: Sendable {
        case made
        /// It is made, and the connection closes without an answer.
        case madeUnheard
        /// It is not made, and the connection closes without an answer.
        case unheard
        /// It is not made.
        case refused(LoopbackServer.Response)
    }

    /// What the provider does, each called under a lock with the number of the batch, from 1.
    package struct Script: Sendable {
        /// What becomes of the text of a question.
        package var text: @Sendable ([UInt8]) -> String = { _ in "Option 1" }
        /// What becomes of a question of a batch: the batch, its place in it from 0, and what it would be answered.
        package var fate: @Sendable (Int, Int, String) -> Fate = { .answer($2) }
        /// What becomes of a wish for a batch, by how many there were, from 1.
        package var making: @Sendable (Int) -> Making = { _ in .made }
        /// After how many looks a batch has ended.
        package var looks: @Sendable (Int) -> Int = { _ in 2 }
        /// The word for how it has ended, of OpenAI: "completed", "expired", "cancelled", "failed".
        package var word: @Sendable (Int) -> String = { _ in "completed" }
        /// Why it was refused as a whole after it was taken: the elements of `errors.data`.
        package var refusal: @Sendable (Int) -> String? = { _ in nil }
        /// What a look is answered, in place of the batch: the batch and how often it was looked at.
        package var fault: @Sendable (Int, Int) -> LoopbackServer.Response? = { _, _ in nil }
        /// What a question that goes alone is answered, where it is no usual answer.
        package var asking: @Sendable ([UInt8]) -> LoopbackServer.Response? = { _ in nil }
        /// What an upload is answered, where it is not taken, by how many there were, from 1.
        package var uploading: @Sendable (Int) -> LoopbackServer.Response? = { _ in nil }
        /// In how many of the first lists a new batch does not appear.
        package var hiddenLists = 0
        /// Lines that stand twice in the results.
        package var doubles = false
        /// How long a call of this kind takes: "upload", "create", "look", "results", "ask".
        package var delay: @Sendable (String) -> Duration = { _ in .zero }

        package init() {}
    }

    struct Batch {
        var id: String
        var number: Int
        var lines: [(id: String, body: [UInt8])]
        var nonce: String?
        var file: String?
        var made: Date
        var looks = 0
        var isCancelled = false
        var results: [[UInt8]]?
        var errors: [[UInt8]] = []
    }

    struct State {
        var files: [String: [UInt8]] = [:]
        var batches: [Batch] = []
        var wishes = 0
        var lists = 0
        var billed: [[UInt8]: Int] = [:]
        var events: [String] = []
        var removed: [String] = []
    }

    let state = NIOLockedValueBox(State())
    let format: LoopbackFormat
    let script: NIOLockedValueBox<Script>

    /// - Parameter format: OpenAI's or Anthropic's.
    package init(_ format: LoopbackFormat, _ script: Script = Script()) {
        self.format = format
        self.script = NIOLockedValueBox(script)
    }

    /// Changes what it does from now on.
    package func change(_ change: (inout Script) -> Void) { script.withLockedValue { change(&$0) } }

    /// What it was asked, in order: "upload", "create", "look", "results", "list", "cancel", "ask", "remove".
    package var events: [String] { state.withLockedValue { $0.events } }
    /// How many batches it was asked for, those that it did not make included.
    package var wishes: Int { state.withLockedValue { $0.wishes } }
    /// How many batches it has made.
    package var made: Int { state.withLockedValue { $0.batches.count } }
    /// How many questions each has.
    package var sizes: [Int] { state.withLockedValue { $0.batches.map(\.lines.count) } }
    /// The ids of all lines of all batches.
    package var customIDs: [String] { state.withLockedValue { $0.batches.flatMap { $0.lines.map(\.id) } } }
    /// The bodies of all lines of all batches.
    package var bodies: [[UInt8]] { state.withLockedValue { $0.batches.flatMap { $0.lines.map(\.body) } } }
    /// How often each body was answered, and so billed.
    package var billed: [[UInt8]: Int] { state.withLockedValue { $0.billed } }
    /// Files and batches that were removed.
    package var removed: [String] { state.withLockedValue { $0.removed } }

    /// The answer to a request.
    package func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let script = script.withLockedValue { $0 }
        return state.withLockedValue { state in
            format == .anthropic
                ? anthropic(request, script, &state) : openAI(request, script, &state)
        }
    }

    /// An online answer.
    func ask(_ request: LoopbackServer.Request, _ script: Script, _ state: inout State) -> LoopbackServer.Response {
        state.events.append("ask")
        if let response = script.asking(request.body) { return response }
        state.billed[request.body, default: 0] += 1
        return format.answer(script.text(request.body)).delayed(script.delay("ask"))
    }

    /// Makes a batch as the script says.
    func make(
        _ lines: [(id: String, body: [UInt8])], nonce: String?, file: String?, _ script: Script, _ state: inout State,
        _ described: (Batch) -> String
    ) -> LoopbackServer.Response {
        state.events.append("create")
        state.wishes += 1
        let making = script.making(state.wishes)
        switch making {
        case .refused(let response): return response
        case .unheard: return .close
        case .made, .madeUnheard: break
        }
        let number = state.batches.count + 1
        let batch = Batch(
            id: "batch_\(number)", number: number, lines: lines, nonce: nonce, file: file, made: Date())
        state.batches.append(batch)
        if case .madeUnheard = making { return .close }
        return .answer(200, described(batch)).delayed(script.delay("create"))
    }

    /// A batch after one more look at it; `nil` where it is not there.
    func look(at id: String, _ script: Script, _ state: inout State) -> (Batch?, LoopbackServer.Response?) {
        state.events.append("look")
        guard let place = state.batches.firstIndex(where: { $0.id == id }) else { return (nil, nil) }
        state.batches[place].looks += 1
        let batch = state.batches[place]
        if let fault = script.fault(batch.number, batch.looks) { return (batch, fault) }
        let isDue = batch.looks >= script.looks(batch.number) || batch.isCancelled
        if batch.results == nil, isDue { end(&state.batches[place], script, &state.billed) }
        return (state.batches[place], nil)
    }

    private func end(_ batch: inout Batch, _ script: Script, _ billed: inout [[UInt8]: Int]) {
        batch.results = []
        guard script.refusal(batch.number) == nil else { return }
        // In no order that was sent.
        for (place, line) in batch.lines.enumerated().reversed() {
            let fate = script.fate(batch.number, place, script.text(line.body))
            if case .answer = fate { billed[line.body, default: 0] += 1 }
            guard let result = result(of: line.id, fate) else { continue }
            if result.isError { batch.errors.append(result.line) } else { batch.results?.append(result.line) }
            if script.doubles, !result.isError { batch.results?.append(result.line) }
        }
    }

    private func result(of id: String, _ fate: Fate) -> (line: [UInt8], isError: Bool)? {
        let name = LoopbackServer.Response.quoted(id)
        func line(_ text: String, isError: Bool) -> (line: [UInt8], isError: Bool) { (Array(text.utf8), isError) }
        switch (format, fate) {
        case (_, .missing): return nil
        case (.anthropic, .answer(let text)):
            let body = String(decoding: format.answer(text).body, as: UTF8.self)
            return line(#"{"custom_id":\#(name),"result":{"type":"succeeded","message":\#(body)}}"#, isError: false)
        case (.anthropic, .error(let status, let words)):
            let body = String(decoding: format.error(status, words).body, as: UTF8.self)
            return line(#"{"custom_id":\#(name),"result":{"type":"errored","error":\#(body)}}"#, isError: false)
        case (.anthropic, .bare(let code, let words)):
            return line(
                #"{"custom_id":\#(name),"result":{"type":"errored","error":{"type":"\#(code)","message":"\#(words)"}}}"#,
                isError: false)
        case (.anthropic, .expired): return line(#"{"custom_id":\#(name),"result":{"type":"expired"}}"#, isError: false)
        case (.anthropic, .cancelled):
            return line(#"{"custom_id":\#(name),"result":{"type":"canceled"}}"#, isError: false)
        case (_, .answer(let text)):
            let body = String(decoding: format.answer(text).body, as: UTF8.self)
            return line(
                #"{"id":"r","custom_id":\#(name),"response":{"status_code":200,"request_id":"q","body":\#(body)},"error":null}"#,
                isError: false)
        case (_, .error(let status, let words)):
            let body = String(decoding: format.error(status, words).body, as: UTF8.self)
            return line(
                #"{"id":"r","custom_id":\#(name),"response":{"status_code":\#(status),"body":\#(body)},"error":null}"#,
                isError: true)
        case (_, .bare(let code, let words)):
            return line(
                #"{"id":"r","custom_id":\#(name),"response":null,"error":{"code":"\#(code)","message":"\#(words)"}}"#,
                isError: true)
        case (_, .expired), (_, .cancelled):
            var code = "batch_cancelled"
            if case .expired = fate { code = "batch_expired" }
            return line(
                #"{"id":"r","custom_id":\#(name),"response":null,"error":{"code":"\#(code)","message":"not asked"}}"#,
                isError: true)
        }
    }
}

extension LoopbackServer.Response {
    /// The same after a delay.
    func delayed(_ delay: Duration) -> Self { Self(action, delay: delay) }

    /// The body of a whole answer.
    var body: [UInt8] {
        if case .answer(_, _, let body) = action { return body }
        return []
    }
}
