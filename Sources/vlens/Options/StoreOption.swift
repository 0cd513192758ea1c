import ArgumentParser

/// Which store a command works on.
struct StoreOption: ParsableArguments {
    @Option(help: "The store: a file that holds every reply.")
    var store = "vlens.sqlite"
}
