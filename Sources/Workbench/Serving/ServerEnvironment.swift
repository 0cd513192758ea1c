/// What a model server may know of where it was started.
///
/// A task of a cluster carries variables that say "you are rank 3 of 32". A server that reads them waits for 31 others that
/// never come, or takes a part of the model only.
package enum ServerEnvironment {
    private static let names: Set<String> = [
        "RANK", "LOCAL_RANK", "WORLD_SIZE", "LOCAL_WORLD_SIZE", "GROUP_RANK", "ROLE_RANK", "NODE_RANK",
    ]

    private static let beginnings = [
        "SLURM_", "SLURMD_", "SBATCH_", "SRUN_", "MASTER_", "PMI", "OMPI_", "PRTE_", "PBS_",
    ]

    /// The variables that are handed on.
    package static func scrubbed(_ environment: [String: String]) -> [String: String] {
        environment.filter { name, _ in
            !names.contains(name) && !beginnings.contains { name.hasPrefix($0) }
        }
    }
}
