import Foundation

/// Slurm's own programs, as found on `PATH`. Accounting (`sacct`) is not needed.
package enum Slurm {
    /// Submits a script.
    ///
    /// - Parameters:
    ///   - folder: where the script's own paths start.
    ///   - options: further options, each a word.
    /// - Returns: the job's id.
    package static func submit(
        _ script: String, in folder: String, options: [String] = []
    ) async throws(ClusterError) -> String {
        let words = ["sbatch", "--parsable", "--chdir=\(folder)"] + options + [script]
        let output = try await run(words)
        // "17", or "17;cluster" in a federation; warnings of a site's plugin may stand before it.
        let id = output.split(whereSeparator: \.isNewline).last.map { $0.prefix { $0 != ";" } } ?? ""
        guard !id.isEmpty, id.allSatisfy(\.isWholeNumber) else { throw .noJobID(output) }
        return String(id)
    }

    /// The ids of what is queued or running under a name, an id for each task.
    package static func active(named name: String) async throws(ClusterError) -> [String] {
        let user = "\(getuid())"
        let output = try await run(["squeue", "-h", "-r", "-u", user, "-n", name, "-o", "%i"])
        return output.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// What Slurm still knows of a job, a record a task, or a record for several that wait alike. It forgets a job some
    /// minutes after its end (`MinJobAge`); then there are none.
    package static func records(of job: String) async throws(ClusterError) -> [SlurmRecord] {
        do throws(ClusterError) {
            return try await run(["scontrol", "show", "job", "-o", job]).split(whereSeparator: \.isNewline).compactMap {
                SlurmRecord(line: $0)
            }
        } catch .refused(let program, let words) {
            if words.contains("Invalid job id") { return [] }
            throw .refused(program: program, words: words)
        }
    }

    /// Cancels jobs; those that have ended are no error.
    package static func cancel(_ jobs: [String]) async throws(ClusterError) {
        guard !jobs.isEmpty else { return }
        do throws(ClusterError) {
            _ = try await run(["scancel"] + jobs)
        } catch .refused(let program, let words) {
            if !words.contains("Invalid job id") { throw .refused(program: program, words: words) }
        }
    }

    private static func run(_ words: [String]) async throws(ClusterError) -> String {
        do throws(ProgramError) {
            return try await ProgramOutput.of(words)
        } catch {
            if error.isAbsent { throw .noSlurm(program: error.program) }
            switch error.problem {
            case .failed(_, let words): throw .refused(program: error.program, words: words)
            case .tooSlow(let seconds):
                throw .refused(program: error.program, words: "it did not answer within \(seconds) s")
            case .notStarted(let number):
                throw .refused(program: error.program, words: String(cString: strerror(number)))
            }
        }
    }
}
