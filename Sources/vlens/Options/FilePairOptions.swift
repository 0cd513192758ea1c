import ArgumentParser

/// Two released files in place of a stored run.
struct FilePairOptions: ParsableArguments {
    @Option(
        name: .customLong("t1"), help: ArgumentHelp("Task 1 replies (CSV), instead of a stored run.", valueName: "file")
    )
    var stated: String?

    @Option(
        name: .customLong("t2"), help: ArgumentHelp("Task 2 choices (CSV), instead of a stored run.", valueName: "file")
    )
    var acted: String?

    func validate() throws {
        if (stated == nil) != (acted == nil) {
            throw ValidationError("--t1 and --t2 go together: give both, or neither")
        }
    }

    /// Both paths; `nil` where a stored run is meant.
    var paths: (stated: String, acted: String)? {
        guard let stated, let acted else { return nil }
        return (stated, acted)
    }
}
