import Foundation

/// axe-core, which finds what keeps people from using a page: its one file, taken out of a package of PyPI that holds it, in an
/// environment that is thrown away.
package actor AxeCore {
    /// The one of this process: it is asked for once.
    package static let shared = AxeCore()

    private var found: Task<String, any Error>?

    /// The message of a skipped test.
    package static let absence: String =
        "axe-core can't be had: python3 with venv is absent, or the package index can't be reached"

    /// Whether tests with it are to run: where it can be had, or where it must be.
    package var isExpected: Bool {
        get async {
            if WebDriverProcess.isRequired { return true }
            return (try? await source()) != nil
        }
    }

    /// The library's text.
    ///
    /// - Throws: ``WebDriverError`` where it can't be had.
    package func source() async throws -> String {
        let task = found ?? Task { try await Self.get() }
        found = task
        return try await task.value
    }

    /// The package whose wheel holds `axe.min.js`.
    private static let package = "axe-playwright-python==0.1.8"

    private static func get() async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-axe-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "axe.sh")
        let library = folder.appending(path: "axe.min.js")
        try Data(getting.utf8).write(to: script)
        let running = try RunningProgram(
            path: "/bin/bash", arguments: [script.path, folder.path, Self.package], folder: folder,
            environment: ProcessInfo.processInfo.environment)
        let result = try await running.result()
        guard result.status == 0, let text = try? String(contentsOf: library, encoding: .utf8) else {
            throw WebDriverError("axe-core can't be had from PyPI: \(result.error)")
        }
        return text
    }

    private static let getting = """
        set -eu
        python3 -m venv "$1/venv" >&2
        "$1/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --dest "$1/wheel" "$2" >&2
        python3 - "$1" <<'P'
        import glob, sys, zipfile
        wheel = zipfile.ZipFile(glob.glob(sys.argv[1] + "/wheel/*.whl")[0])
        name = next(n for n in wheel.namelist() if n.endswith("/axe.min.js"))
        open(sys.argv[1] + "/axe.min.js", "wb").write(wheel.read(name))
        P
        """
}
