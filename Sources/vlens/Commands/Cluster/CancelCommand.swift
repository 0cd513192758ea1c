import ArgumentParser
import Foundation
import Text
import Workbench

/// The end of a run on a cluster, before its time.
struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel a submitted run; its replies stay in the journals.",
        discussion: """
            Waits until its tasks are gone, and says how to merge what there is. 'vlens submit' with the same options goes on.

            Examples:
              vlens cancel vlens-vllm-model.slurm
              vlens cancel vlens-vllm-model.slurm --wait 300
            """)

    @Argument(help: ArgumentHelp("The job's folder.", valueName: "folder"))
    var folder: String?

    @Option(help: ArgumentHelp("Seconds to wait for the tasks to end.", valueName: "seconds"))
    var wait: Double = 120

    func run() async throws {
        try await reporting {
            let folder = try self.folder ?? only(ClusterJob.folders(in: "."))
            let job = try ClusterJob(folder: folder)
            // Read by tasks that are told to end, so that they do not put themselves into the queue again.
            try TextOutput.replace(folder + "/cancelled", with: "\(Date().ISO8601Format())\n")
            let named = try await Slurm.active(named: job.name)
            let jobs = job.submissions.suffix(1).flatMap { [$0.array, $0.merge].compactMap(\.self) }
            try await Slurm.cancel(jobs + Set(named.map { String($0.prefix { $0 != "_" }) }).subtracting(jobs).sorted())
            let left = try await waitForEnd(of: job)
            let status = try await ClusterStatus.of(folder)
            Terminal.output.write(ClusterWords.lines(status, each: false))
            Terminal.output.line(ClusterWords.merging(status))
            if left > 0 {
                throw CommandFailure("\(left) tasks have not ended within \(Int(wait)) s; look again: vlens status")
            }
        }
    }

    private func only(_ folders: [String]) throws -> String {
        guard let first = folders.first else { throw ClusterError.noFolders }
        guard folders.count == 1 else {
            throw CommandFailure(
                "which one? the folder of the job is needed: \(folders.map(ShellWord.quoted).joined(separator: ", "))",
                exitCode: CommandFailure.misuse)
        }
        return first
    }

    /// - Returns: how many tasks are left.
    private func waitForEnd(of job: ClusterJob) async throws -> Int {
        let (clock, start) = (ContinuousClock(), ContinuousClock.now)
        var told = start
        while true {
            let names = [job.name, job.name + "-merge"]
            let left = try await Slurm.active(named: names.joined(separator: ",")).count
            if left == 0 || clock.now - start >= .seconds(wait) { return left }
            if clock.now - told >= .seconds(5) {
                Terminal.error.line("waiting for \(left) tasks to end")
                told = clock.now
            }
            try await Task.sleep(for: .milliseconds(500))
        }
    }
}
