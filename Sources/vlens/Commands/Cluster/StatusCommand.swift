import ArgumentParser
import Foundation
import Workbench

/// How runs on a cluster stand.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the shards of a submitted run stand, and how many replies there are.",
        discussion: """
            Asks Slurm for the tasks (accounting is not needed) and counts replies in the journals. Without a folder it shows \
            every job folder (….slurm) of the working folder.

            Examples:
              vlens status
              vlens status vlens-vllm-model.slurm --shards
            """)

    @Argument(help: ArgumentHelp("The job's folder.", valueName: "folder"))
    var folder: String?

    @Flag(help: "Show each shard by itself.")
    var shards = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let folders = folder.map { [$0] } ?? ClusterJob.folders(in: ".")
            if folders.isEmpty { throw ClusterError.noFolders }
            var found: [ClusterStatus] = []
            for folder in folders { found.append(try await ClusterStatus.of(folder)) }
            if json {
                Terminal.output.write(json: try ClusterStatusJSON.text(found))
            } else {
                for status in found { Terminal.output.write(ClusterWords.lines(status, each: shards)) }
            }
            for status in found.prefix(1) {
                guard let error = status.withoutSlurm else { continue }
                Terminal.error.message(
                    "note: \(CommandFailure(error).message). Shown is what the tasks noted themselves")
            }
        }
    }
}
