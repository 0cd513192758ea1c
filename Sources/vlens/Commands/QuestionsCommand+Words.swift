import Pages
import Reports
import Respondents
import Workbench

extension QuestionsCommand {
    /// The settings that a task for Inspect sets, by its names, as Python writes them.
    func settings() throws -> [(name: String, value: String)] {
        guard form == .inspect else { return [] }
        let options = try model.connection()
        var settings: [(name: String, value: String)] = []
        if let temperature = options.temperature { settings.append(("temperature", "\(temperature)")) }
        if let most = options.maxTokens { settings.append(("max_tokens", "\(most)")) }
        if let share = options.request.topP { settings.append(("top_p", "\(share)")) }
        if let seed = options.request.seed { settings.append(("seed", "\(seed)")) }
        return settings
    }

    /// What was written, and what to do with it, on standard error.
    func tell(_ written: QuestionExport.Written) {
        func say(_ sentence: String) { Terminal.error.line(Terminal.error.wrapped(sentence)) }
        let count = Numerals.count(written.questions) + (written.questions == 1 ? " question" : " questions")
        let files = written.files
        switch files.count {
        case 0: say("\(count) written")
        case 1: say("\(count) written to \(files[0])")
        default: say("\(count) written to \(files.count) files, \(files[0]) to \(files[files.count - 1])")
        }
        if written.cellsWithoutActions > 0 {
            say("note: \(written.cellsWithoutActions) cells have no pair of actions and are not asked about in Task 2")
        }
        if files.isEmpty, let most = form.limits?.lines, written.questions > most {
            say("note: a batch takes \(Numerals.count(most)) questions: --out FILE cuts them into files that fit")
        }
        if form == .inspect, files.count == 2 {
            say("ask them with: inspect eval \(files[1]) --model PROVIDER/MODEL")
        }
        say(
            "bring the answers back with: vlens import FILE --study \(study.study)"
                + (form == .inspect ? "" : " --model NAME"))
    }
}

extension RequestFlags {
    /// The first option given that a form of questions does not hold; nil where all is well.
    func given(notFor form: QuestionForm) -> String? {
        var given: [String] = []
        if systemPrompt != nil { given.append("--system-prompt") }
        if reasoningEffort != nil { given.append("--reasoning-effort") }
        if structuredOutput != .none { given.append("--structured-output") }
        if logprobs != nil { given.append("--logprobs") }
        if extraBody != nil { given.append("--extra-body") }
        if form != .inspect {
            if topP != nil { given.append("--top-p") }
            if modelSeed != nil { given.append("--model-seed") }
        }
        return given.first
    }
}
