package import Respondents

extension RespondentSpecification {
    /// Checks any name: that of a simulated subject or judge, or of a model behind a server
    /// (``RespondentSpecification/resolve(_:options:environment:)``). Nothing is sent.
    ///
    /// - Throws: `SetupError`, whose message quotes what is wrong and names the remedy.
    package static func named(
        _ name: ModelName, options: ConnectionOptions = ConnectionOptions(), environment: [String: String] = [:]
    ) throws(SetupError) -> RespondentSpecification {
        guard name.isSimulated else { return try resolve(name, options: options, environment: environment) }
        if SimulatedJudge.isMeant(by: name.model) {
            let judge = try SimulatedJudge(name.model)
            return .local(LocalRespondent(recordedSettings: judge.recorded) { judge })
        }
        if SimulatedObserver.isMeant(by: name.model) {
            let observer = try SimulatedObserver(name.model)
            return .local(LocalRespondent(recordedSettings: observer.recorded) { observer })
        }
        if Simulated.Generator.Profile.isMeant(by: name.model) {
            let profile = try Simulated.Generator.Profile(name.model)
            return .local(LocalRespondent(recordedSettings: profile.recorded) { Simulated.Generator(profile) })
        }
        let profile = try Simulated.Profile(name.model)
        return .local(LocalRespondent(recordedSettings: profile.recorded) { Simulated(profile) })
    }
}
