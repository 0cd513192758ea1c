import Foundation
import TestSupport

/// A Python program of ours that does the same work with the libraries that users have today.
struct Anchor {
    /// Paths of both.
    let script, python: String

    /// - Returns: `nil`, with a message on standard error, where `anchors/setup` has not been run.
    init?(_ script: String) {
        self.script = SharedFolder.projectRoot.appending(path: "Benchmarks/anchors/\(script)").path
        python = SharedFolder.projectRoot.appending(path: ".build/anchors/bin/python3").path
        guard FileManager.default.isExecutableFile(atPath: python) else {
            Console.error("the anchor \(script) is left out: Benchmarks/anchors/setup installs what it needs")
            return nil
        }
    }

    /// Runs it to its end.
    ///
    /// - Returns: the figures that it printed.
    /// - Throws: `BenchmarkError` where it fails.
    func run<Value: Decodable>(_ arguments: [String], as type: Value.Type) throws(BenchmarkError) -> Value {
        try JSONText.read(type, from: try Child(python, [script] + arguments).finish())
    }
}
