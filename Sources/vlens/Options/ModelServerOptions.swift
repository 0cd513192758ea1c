import ArgumentParser
import Foundation
import Respondents
import Workbench

/// A model server that is started for a run, and stopped with it.
struct ModelServerOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Start this model server, on a free port that takes the place of {port}, and stop it at the end.",
            discussion: """
                A line of shell, such as 'vllm serve MODEL --port {port}'. --base-url is http://127.0.0.1:{port}/v1 where it \
                is not given. SLURM_*, RANK and the like are kept from the server.
                """, valueName: "command"))
    var serve: String?

    @Option(help: ArgumentHelp("Seconds that the server may take until it answers.", valueName: "seconds"))
    var serveTimeout: Double = 1800

    @Option(
        help: ArgumentHelp(
            "Where the server's own words are kept; beside the store where it is not given.", valueName: "file"))
    var serveLog: String?

    @Option(help: .hidden)
    var serveGrace: Double = 20

    func validate() throws {
        if !(serveTimeout > 0 && serveTimeout <= 604_800) {
            throw ValidationError("--serve-timeout \(serveTimeout) is outside 0…604800 seconds")
        }
        if !(serveGrace >= 0 && serveGrace <= 600) {
            throw ValidationError("--serve-grace \(serveGrace) is outside 0…600 seconds")
        }
        if serve == nil, serveLog != nil { throw ValidationError("--serve-log is for the server of --serve alone") }
    }

    /// How the server is started; `nil` where none is.
    ///
    /// - Throws: `ServingError` where command and address do not fit.
    func serving(_ model: ModelOptions, store: String) throws -> ModelServing? {
        guard let serve else { return nil }
        if try ModelName(model.model).provider == "simulated" { throw ServingError.needsNone(respondent: model.model) }
        let stem = store.hasSuffix(".sqlite") ? String(store.dropLast(7)) : store
        return try ModelServing(
            command: serve, address: model.server.baseURL, timeout: .seconds(serveTimeout),
            grace: .seconds(serveGrace), logPath: serveLog ?? stem + ".server.log")
    }

    /// The respondent, at the port of its server; at none where it has not been started.
    func specification(_ model: ModelOptions, store: String, port: Int = 1) throws -> RespondentSpecification {
        guard let serving = try serving(model, store: store) else { return try model.specification() }
        var server = model.server
        server.baseURL = serving.address.with(port: port)
        return try server.specification(of: model.model, recordedBaseURL: serving.address.template)
    }
}
