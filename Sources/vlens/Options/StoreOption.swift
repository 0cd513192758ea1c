import ArgumentParser

/// Which store a command works on.
struct StoreOption: ParsableArguments {
    @Option(help: "The store: a file that holds every reply.")
    var store = "vlens.sqlite"

    func validate() throws {
        // SQLite takes these for stores that vanish with the program, and every reply with them.
        guard !store.isEmpty, store != ":memory:", !store.hasPrefix("file:") else {
            throw ValidationError("--store '\(store)' names no file: give a path, such as vlens.sqlite")
        }
    }
}
