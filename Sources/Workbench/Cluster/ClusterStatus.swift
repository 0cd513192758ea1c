package import Foundation

/// How a ``ClusterJob`` stands: what Slurm says of its tasks, what they noted at their end, what their journals hold.
package struct ClusterStatus: Sendable, Hashable {
    /// How a shard stands.
    package enum State: String, Sendable, Hashable, CaseIterable, Codable {
        /// It waits for its first turn.
        case pending
        case running
        /// It had a turn that did not suffice, or that was lost with its node, and waits for another.
        case requeued
        /// All its questions have their reply.
        case done
        /// Its task ended, and some of its questions have no reply.
        case failed
        case cancelled
        /// It was not submitted, or Slurm has forgotten its task, which noted nothing.
        case ended
    }

    /// One shard.
    package struct Shard: Sendable, Hashable {
        /// K, from 1.
        package var number: Int
        package var state: State
        /// How many questions it has.
        package var questions: Int
        package var replies: ShardReplies
        /// How often it was put back into the queue.
        package var restarts = 0
        /// Where it runs, or ran last.
        package var node = ""
        /// Why it waits, or how it ended: `Resources`, `exit code 3`, `TIMEOUT`.
        package var note = ""
    }

    package var job: ClusterJob
    package var folder: String
    package var shards: [Shard]
    /// How the merge stands: Slurm's state, or the exit code that it noted; `nil` where none was submitted.
    package var merge: String?
    /// Why Slurm was not asked; `nil` where it was.
    package var withoutSlurm: ClusterError?

    package var replied: Int { shards.reduce(0) { $0 + min($1.replies.replied, $1.questions) } }
    package var failed: Int { shards.reduce(0) { $0 + $1.replies.failed } }
    package var isEstimate: Bool { shards.contains { $0.replies.isEstimate } }

    /// How many shards are in a state.
    package func count(_ state: State) -> Int { shards.count { $0.state == state } }

    /// Replies a second of the tasks that run; `nil` where none has brought any.
    package var rate: Double? {
        let rates = shards.filter { $0.state == .running }.compactMap(\.replies.rate)
        return rates.isEmpty ? nil : rates.reduce(0, +)
    }

    /// How many seconds until all questions have their reply, if as many tasks go on as run now.
    package var secondsLeft: Int? {
        let left = job.questions - replied
        guard let rate, rate > 0, left > 0, let seconds = Int(exactly: (Double(left) / rate).rounded(.up)) else {
            return nil
        }
        return seconds
    }
}

extension ClusterStatus {
    /// Looks at a job's folder, and asks Slurm where it is there.
    ///
    /// - Throws: ``ClusterError`` where the folder holds no job, or Slurm does not answer.
    package static func of(_ folder: String) async throws(ClusterError) -> ClusterStatus {
        let job = try ClusterJob(folder: folder)
        let replies = ShardReplies.all(in: folder + "/journal", shards: job.shards)
        var status = ClusterStatus(
            job: job, folder: folder,
            shards: (1...job.shards).map {
                Shard(
                    number: $0, state: .ended, questions: job.questions(ofShard: $0),
                    replies: replies[$0] ?? ShardReplies())
            })
        for index in status.shards.indices { status.shards[index].take(TaskNote(of: index + 1, in: folder), job) }
        do throws(ClusterError) {
            try await status.askSlurm()
        } catch .noSlurm(let program) {
            status.withoutSlurm = .noSlurm(program: program)
        }
        return status
    }

    private mutating func askSlurm() async throws(ClusterError) {
        // A later submission says the latest of a shard.
        for submission in job.submissions {
            guard let array = submission.array else { continue }
            for record in try await Slurm.records(of: array) {
                for number in ShardList.numbers(record.tasks ?? "", upTo: job.shards) where number >= 1 {
                    shards[number - 1].take(record)
                }
            }
        }
        if let code = TaskNote.text("merge", in: folder) { merge = "exit code \(code)" }
        guard let id = job.submissions.last?.merge else { return }
        if let record = try await Slurm.records(of: id).last {
            merge = record.state == "PENDING" ? "pending (\(record.reason))" : record.state.lowercased()
            if record.exitCode != "0:0" { merge = "\(merge ?? "") (exit code \(record.exitCode))" }
        } else if merge == nil {
            merge = "ended"
        }
    }
}

/// What a task noted at its end: its exit code or "requeued", the job's digest, how often it was requeued, its node.
package struct TaskNote: Sendable, Hashable {
    package let code: String
    package let digest: String
    let restarts: Int
    let node: String

    /// - Returns: `nil` where a shard has noted nothing.
    package init?(of shard: Int, in folder: String) {
        guard let words = Self.text("\(shard)", in: folder)?.split(separator: " "), words.count >= 4 else { return nil }
        (code, digest) = (String(words[0]), String(words[1]))
        (restarts, node) = (Int(words[2]) ?? 0, String(words[3]))
    }

    /// The first line of a small file in the folder's `state`.
    static func text(_ name: String, in folder: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: "\(folder)/state/\(name)") else { return nil }
        defer { try? file.close() }
        let data = (try? file.read(upToCount: 1024)) ?? Data()
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }
}

extension ClusterStatus.Shard {
    fileprivate mutating func take(_ noted: TaskNote?, _ job: ClusterJob) {
        guard let noted else { return }
        (restarts, node) = (noted.restarts, noted.node)
        switch noted.code {
        case "0": state = noted.digest == job.digest ? .done : .ended
        case "requeued": state = .requeued
        default: (state, note) = (.failed, "exit code \(noted.code)")
        }
    }

    fileprivate mutating func take(_ record: SlurmRecord) {
        restarts = max(restarts, record.restarts)
        if !record.node.isEmpty { node = record.node }
        note = ""
        switch record.state {
        case "PENDING", "REQUEUED", "REQUEUE_HOLD", "SPECIAL_EXIT", "CONFIGURING":
            state = record.restarts > 0 ? .requeued : .pending
            note = record.reason
        case "RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "RESIZING", "SIGNALING", "STAGE_OUT":
            state = .running
        case "COMPLETED": state = .done
        case "CANCELLED": state = .cancelled
        default:
            state = .failed
            note = record.state == "FAILED" ? "exit code \(record.exitCode)" : record.state
        }
    }
}
