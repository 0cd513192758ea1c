import ArgumentParser

/// What 'read' was. It is not listed; ``OldNames`` turns its two uses into the commands that they are now.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Now two commands: 'vlens reread' and 'vlens replies'.",
        discussion: """
            Examples:
              vlens reread                  (was: vlens read --again)
              vlens replies --limit 5       (was: vlens read --show --limit 5)
            """,
        shouldDisplay: false)

    @Argument(parsing: .allUnrecognized, help: .hidden)
    var rest: [String] = []

    func validate() throws {
        throw ValidationError(
            "'vlens read' is two commands now: 'vlens reread' reads stored replies again, 'vlens replies' shows them")
    }
}
