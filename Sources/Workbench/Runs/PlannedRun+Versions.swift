package import AnswerStore
import Study

extension PlannedRun {
    /// The earlier version of a study that ships by which a store has a run of this respondent and settings, as
    /// `--study` takes it: "pilot@1". `nil` where this version has a run there already, or no version has.
    package func earlierVersion(in store: AnswerStore?) throws -> String? {
        let own = study.definition
        guard let store, own.version > 1, StudyDefinition.builtInNames.contains(own.name),
            try stored(in: store) == nil
        else { return nil }
        for version in (1..<own.version).reversed() {
            let name = "\(own.name)@\(version)"
            let earlier = LoadedStudy(try StudyDefinition.builtIn(named: name).withActions(own.actionSets))
            let identity = try RunIdentity(asking: respondent, specification, study: earlier)
            if try store.run(key: identity.key) != nil { return name }
        }
        return nil
    }
}
