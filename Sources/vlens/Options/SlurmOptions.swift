import ArgumentParser

/// What Slurm is to give a shard's task.
struct SlurmOptions: ParsableArguments {
    @Flag(help: "Submit to Slurm, by its own sbatch.")
    var slurm = false

    @Option(help: ArgumentHelp("Into how many shards the questions are divided, a task each.", valueName: "number"))
    var shards: Int

    @Option(
        help: ArgumentHelp(
            "Where scripts, journals and logs are kept, on a file system that all nodes share; beside the store where it is "
                + "not given.", valueName: "folder"))
    var jobFolder: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Slurm's partition, also of the merge.", valueName: "name"))
    var partition: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Slurm's account, also of the merge.", valueName: "name"))
    var account: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("What a task needs, such as gpu:1.", valueName: "resources"))
    var gres: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The longest that a task may take, such as 4:00:00; it stops a minute before and goes on in another turn.",
            valueName: "time"))
    var time: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Another option of sbatch for the tasks, such as --sbatch-arg --cpus-per-task=8. May be repeated.",
            valueName: "option"))
    var sbatchArg: [String] = []

    func validate() throws {
        if !slurm { throw ValidationError("to what? --slurm submits to Slurm; for others, see 'vlens run --shard'") }
        // Slurm itself allows some thousand tasks of an array, and says how many.
        if !(1...100_000).contains(shards) { throw ValidationError("--shards \(shards) is outside 1…100000") }
        for option in sbatchArg where !option.hasPrefix("-") {
            throw ValidationError(
                "--sbatch-arg '\(option)' is no option: give it in one word with its value, such as "
                    + "--sbatch-arg --qos=long")
        }
    }

    /// Options of sbatch for the tasks.
    var ofShards: [String] {
        ofMerge + [gres.map { "--gres=\($0)" }, time.map { "--time=\($0)" }].compactMap(\.self) + sbatchArg
    }

    /// Those of the merge.
    var ofMerge: [String] {
        [partition.map { "--partition=\($0)" }, account.map { "--account=\($0)" }].compactMap(\.self)
    }
}
