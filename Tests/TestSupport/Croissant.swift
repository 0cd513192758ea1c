import Foundation

/// mlcroissant, which checks and reads Croissant files, in an environment of its own that lasts as long as the tests.
package actor Croissant {
    /// The one of this process: it is asked for once.
    package static let shared = Croissant()

    /// The message of a skipped test.
    package static let absence =
        "mlcroissant can't be had: python3 with venv is absent, or the package index can't be reached"

    private var found: Task<String, any Error>?

    /// Whether it can be had.
    package var isPresent: Bool {
        get async { (try? await python()) != nil }
    }

    /// The environment's Python.
    ///
    /// - Throws: where it can't be had.
    package func python() async throws -> String {
        let task = found ?? Task { try await Self.get() }
        found = task
        return try await task.value
    }

    /// What could not be had, and why.
    struct Absent: Error {
        let reason: String
    }

    private static func get() async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "vlens-croissant-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = folder.appending(path: "get.sh")
        try Data(getting.utf8).write(to: script)
        let running = try RunningProgram(
            path: "/bin/bash", arguments: [script.path, folder.path], folder: folder,
            environment: ProcessInfo.processInfo.environment)
        let result = try await running.result()
        guard result.status == 0 else {
            try? FileManager.default.removeItem(at: folder)
            throw Absent(reason: result.error)
        }
        return folder.appending(path: "venv/bin/python").path
    }

    private static let getting = """
        set -eu
        python3 -m venv "$1/venv" >&2
        "$1/venv/bin/pip" install --quiet --disable-pip-version-check mlcroissant==1.1.1 >&2
        """

    /// What mlcroissant says of a file: its errors and warnings, then how many records it reads, then the last record.
    package func report(on file: String, in path: String) async throws -> String {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let script = folder.appending(path: "croissant-report.py")
        try Data(Self.reporting.utf8).write(to: script)
        let running = try RunningProgram(
            path: try await python(), arguments: [script.path, file], folder: folder,
            environment: ProcessInfo.processInfo.environment.merging(
                ["HOME": folder.path, "CROISSANT_CACHE": folder.appending(path: "croissant-cache").path],
                uniquingKeysWith: { $1 }))
        let result = try await running.result()
        return result.status == 0 ? result.output : "failed: \(result.error)"
    }

    private static let reporting = """
        import sys
        import pandas
        import mlcroissant
        dataset = mlcroissant.Dataset(sys.argv[1])
        issues = dataset.metadata.ctx.issues
        print("errors", sorted(issues.errors), "warnings", sorted(issues.warnings))
        records = list(dataset.records("actions"))
        print("records", len(records))
        last = records[-1]
        print("last", last["actions/country"].decode(), "|", last["actions/action"].decode())
        for name in ["data_collection", "annotations_per_item", "annotator_demographics", "data_limitations", "data_biases"]:
            print(name, getattr(dataset.metadata, name))
        import os
        frame = pandas.read_json(os.path.join(os.path.dirname(sys.argv[1]), "actions.jsonl"), lines=True)
        print("rows", len(frame), sorted(frame.columns))
        """
}
