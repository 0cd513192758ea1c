import Foundation

/// What one client took for its questions, as a whole process.
struct Asked {
    /// What it is: "aiohttp 3.14.5".
    let name: String
    let measured: Measured
    /// From the first question to the last reply, in seconds, where the client says so.
    var seconds: Double?
}

/// What a benchmark of questions keeps on the disk.
struct QuestionFiles {
    let folder: URL
    /// Actions for `vlens run --actions`.
    var actions: URL { folder.appending(path: "actions.jsonl") }
    /// Bodies of the same questions' requests, one a line.
    var requests: URL { folder.appending(path: "requests.jsonl") }
    /// Where replies go.
    var store: URL { folder.appending(path: "store.sqlite") }
}

/// Clients that ask the same questions of the same server, each as a process of its own.
struct Clients {
    let port: Int
    let concurrency: Int
    let files: QuestionFiles

    /// What a client that stores nothing says of itself.
    struct Told: Codable {
        let replies: Int
        let seconds: Double
        let name: String
    }

    /// `vlens run`, from its start to its end: study and actions read, all asked, stored and measured.
    ///
    /// - Throws: `BenchmarkError` where it fails, or a reply is not in the store.
    func vlens(_ count: Int, replicates: Int) throws -> Asked {
        let store = files.store.path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) } }
        let (measured, _) = try Measured.run(
            try Child.vlens(),
            [
                "run", "--study", "schwartz-132", "--actions", files.actions.path, "--task", "acted", "--variants", "0",
                "--repeats", "\(replicates)", "--model", "local/loopback", "--base-url",
                "http://127.0.0.1:\(port)/v1", "--concurrency", "\(concurrency)", "--store", store, "--no-report",
                "--quiet",
            ])
        let stored = try StoredReplies.count(in: store, text: ServeWork.reply)
        guard stored == count else { throw BenchmarkError.failure("\(stored) of \(count) replies are in the store") }
        return Asked(name: "vlens", measured: measured)
    }

    /// A Python program of ours.
    ///
    /// - Throws: `BenchmarkError` where it fails, or a reply did not come.
    func anchor(_ anchor: Anchor, _ count: Int) throws(BenchmarkError) -> Asked {
        try asked(
            anchor.python, [anchor.script, "\(port)", "\(count)", "\(concurrency)", files.requests.path], count)
    }

    /// Our own HTTP client, which stores nothing.
    ///
    /// - Throws: as ``anchor(_:_:)``.
    func bare(_ count: Int) throws(BenchmarkError) -> Asked {
        try asked(
            Child.own.path,
            [
                "bare", "--count", "\(count)", "--concurrency", "\(concurrency)", "--port", "\(port)", "--requests",
                files.requests.path,
            ], count)
    }

    private func asked(_ path: String, _ arguments: [String], _ count: Int) throws(BenchmarkError) -> Asked {
        let (measured, output) = try Measured.run(path, arguments)
        let told = try JSONText.read(Told.self, from: output)
        guard told.replies == count else { throw .failure("\(told.name) got \(told.replies) of \(count) replies") }
        return Asked(name: told.name, measured: measured, seconds: told.seconds)
    }
}
