import Foundation
import Workbench

/// How runs on a cluster stand, for programs.
enum ClusterStatusJSON {
    private struct Job: Encodable {
        let folder: String
        let store: String
        let questions: Int
        let replies: Int
        let failures: Int
        let isEstimate: Bool
        let rate: Double?
        let secondsLeft: Int?
        let merge: String?
        let shards: [Shard]
    }

    private struct Shard: Encodable {
        let shard: Int
        let state: ClusterStatus.State
        let questions: Int
        let replies: Int
        let failures: Int
        let restarts: Int
        let node: String
        let note: String
    }

    static func text(_ all: [ClusterStatus]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(all.map(job)), as: UTF8.self) + "\n"
    }

    private static func job(_ status: ClusterStatus) -> Job {
        Job(
            folder: status.folder, store: status.job.store, questions: status.job.questions, replies: status.replied,
            failures: status.failed, isEstimate: status.isEstimate, rate: status.rate, secondsLeft: status.secondsLeft,
            merge: status.merge,
            shards: status.shards.map {
                Shard(
                    shard: $0.number, state: $0.state, questions: $0.questions, replies: $0.replies.replied,
                    failures: $0.replies.failed, restarts: $0.restarts, node: $0.node, note: $0.note)
            })
    }
}
