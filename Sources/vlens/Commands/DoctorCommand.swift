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
            DoctorFinding(
                "vlens", .good, "\(Release.version), Swift 6, \(ProcessInfo.processInfo.operatingSystemVersionString)")
        ]
        findings += studies() + [storeFinding(), fileSystemFinding()] + keys() + [proxyFinding()]
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

    private func ask(_ name: String) async -> DoctorFinding {
        do {
            let options = ConnectionOptions(
                baseURL: baseURL, keyFile: keyFile, certificateFile: caFile, maxTokens: maxTokens,
                timeout: .seconds(timeout),
                maximumConnections: 1)
            let specification = try RespondentSpecification.named(
                ModelName(name), options: options, environment: ProcessInfo.processInfo.environment)
            let request = RespondentRequest(questionID: "doctor", prompt: "Answer with the word yes.")
            let reply = try await specification.withRespondent { (respondent) async throws(RespondentError) in
                try await respondent.reply(to: request)
            }
            return Self.finding(name, reply, maxTokens: maxTokens)
        } catch {
            return DoctorFinding(name, .bad, CommandFailure(error).message)
        }
    }
}
