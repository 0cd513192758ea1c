import ArgumentParser
import Study
import Workbench

/// Which study a command works on, with which actions.
struct StudyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A study that ships (pilot, schwartz-132) or the path of a study file.", valueName: "study"))
    var study = "pilot"

    @Option(
        help: ArgumentHelp(
            "Action pairs: a released VIA file (.csv) or an actions file (.jsonl). Again for a second generator's: the cells are "
                + "asked with the actions of each.",
            valueName: "file"))
    var actions: [String] = []

    func load() throws -> LoadedStudy { try LoadedStudy(named: study, actions: actions) }
}

extension StudyDefinition {
    /// Whether it is called like one that ships.
    var isBuiltIn: Bool { Self.builtInNames.contains(name) }
}
