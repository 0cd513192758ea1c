import AnswerStore
import ArgumentParser
import Foundation
import Respondents
import Simulated
import Study
import Workbench

/// What works and what to do about the rest.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check versions, studies, store and keys; with --model, ask that respondent one question.",
        discussion: """
            Examples:
              vlens doctor
              vlens doctor --model ollama/llama3.3
            """)

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Ask this respondent one short question.", valueName: "provider/model"))
    var model: String?

    @Option(help: ArgumentHelp("Address of an OpenAI-compatible server.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("A file whose first line is the API key.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("Certificates (PEM) to be trusted besides the system's.", valueName: "file"))
    var caFile: String?

    @Option(help: ArgumentHelp("Seconds to wait for the answer.", valueName: "seconds"))
    var timeout: Double = 30

    @Option(help: ArgumentHelp("The most tokens of the answer; a model that thinks needs some.", valueName: "number"))
    var maxTokens = 1024

    @OptionGroup var store: StoreOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        var findings = [
            Finding(
                "vlens", .good, "\(Release.version), Swift 6, \(ProcessInfo.processInfo.operatingSystemVersionString)")
        ]
        findings += studies() + [storeFinding()] + keys() + [proxyFinding()]
        if let model { findings.append(await ask(model)) }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Terminal.output.write(json: String(decoding: try encoder.encode(findings), as: UTF8.self) + "\n")
        } else {
            for finding in findings { Terminal.output.line(finding.line) }
        }
        if findings.contains(where: { $0.state == .bad }) { throw ExitCode(CommandFailure.failed) }
    }

    /// One thing that was looked at.
    struct Finding: Encodable {
        enum State: String, Encodable { case good, absent, bad }
        let what: String
        let state: State
        let detail: String

        init(_ what: String, _ state: State, _ detail: String) {
            self.what = what
            self.state = state
            self.detail = detail
        }

        var line: String {
            let mark = state == .good ? "ok " : state == .bad ? "BAD" : " - "
            return "\(mark)  \(what): \(detail)"
        }
    }

    private func studies() -> [Finding] {
        StudyDefinition.builtInNames.map { name in
            do {
                let study = try StudyDefinition.builtIn(named: name)
                return Finding("study \(name)", .good, "\(study.cellCount) cells, \(study.actions.count) action pairs")
            } catch {
                return Finding("study \(name)", .bad, "\(error)")
            }
        }
    }

    private func storeFinding() -> Finding {
        do throws(StoreError) {
            let runs = try AnswerStore(path: store.store, mode: .readOnly).runs()
            return Finding("store \(store.store)", .good, "\(runs.count) \(runs.count == 1 ? "run" : "runs")")
        } catch .absent {
            return Finding("store \(store.store)", .absent, "not there yet; 'vlens run' makes it")
        } catch {
            return Finding("store \(store.store)", .bad, error.description)
        }
    }

    private func keys() -> [Finding] {
        let environment = ProcessInfo.processInfo.environment
        return Provider.all.map { provider in
            let isSet = !(environment[provider.keyVariable] ?? "").isEmpty
            if isSet { return Finding(provider.name, .good, "\(provider.keyVariable) is set") }
            let remedy = provider.needsKey ? "\(provider.keyVariable) is not set; \(provider.hint)" : provider.hint
            return Finding(provider.name, .absent, remedy)
        }
    }

    private func ask(_ name: String) async -> Finding {
        do {
            let options = ConnectionOptions(
                baseURL: baseURL, keyFile: keyFile, certificateFile: caFile, maxTokens: maxTokens,
                timeout: .seconds(timeout),
                maximumConnections: 1)
            let specification = try RespondentSpecification.named(
                ModelName(name), options: options, environment: ProcessInfo.processInfo.environment)
            let request = RespondentRequest(questionID: "doctor", prompt: "Answer with the word yes.", asked: .other)
            let reply = try await specification.withRespondent { (respondent) async throws(RespondentError) in
                try await respondent.reply(to: request)
            }
            return Self.finding(name, reply, maxTokens: maxTokens)
        } catch {
            return Finding(name, .bad, CommandFailure(error).message)
        }
    }
}
