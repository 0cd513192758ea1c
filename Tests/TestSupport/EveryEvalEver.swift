package import Foundation

/// The validator of the schema Every Eval Ever, from the package index: in the environment that `VLENS_EEE` names, in one that is kept in
/// `~/.cache/peers/eee`, or in one that is made there. It wants Python 3.12.
package actor EveryEvalEver {
    /// The one of this process: it is asked for once.
    package static let shared = EveryEvalEver()

    /// The message of a skipped test.
    package static let absence =
        "every-eval-ever can't be had: no Python 3.12 with venv was found, or the package index can't be reached"

    private var found: Task<String, any Error>?

    /// Whether it can be had.
    package var isPresent: Bool {
        get async { (try? await folder()) != nil }
    }

    /// The environment's folder.
    ///
    /// - Throws: where it can't be had.
    package func folder() async throws -> String {
        let task = found ?? Task { try await Self.get() }
        found = task
        return try await task.value
    }

    struct Absent: Error {
        let reason: String
    }

    private static func get() async throws -> String {
        let result = try await run(["/bin/bash", "-c", getting, "get"], in: FileManager.default.temporaryDirectory)
        guard result.status == 0 else { throw Absent(reason: result.error) }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static let getting = """
        set -eu
        place="${VLENS_EEE:-$HOME/.cache/peers/eee}"
        if ! "$place/bin/python" -c 'import every_eval_ever' 2>/dev/null; then
            for python in python3.13 python3.12 "$HOME"/.pyenv/versions/3.1[23]*/bin/python python3; do
                if "$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then break; fi
                python=
            done
            [ -n "$python" ]
            "$python" -m venv "$place" >&2
            "$place/bin/pip" install --quiet --disable-pip-version-check every-eval-ever==0.3.0 jsonschema >&2
        fi
        echo "$place"
        """

    /// What its validator, its two JSON schemas and its own way to hash a sample say of all files below `data` in a folder: "ok", or what
    /// is wrong.
    package func verdict(on folder: URL) async throws -> String {
        let place = try await self.folder()
        let script = folder.appending(path: "eee-check.py")
        try Data(Self.checking.utf8).write(to: script)
        let result = try await Self.run(["\(place)/bin/python", script.path], in: folder)
        return result.status == 0
            ? result.output.trimmingCharacters(in: .whitespacesAndNewlines) : result.output + result.error
    }

    private static let checking = """
        import glob, hashlib, json, os, subprocess, sys
        import every_eval_ever, jsonschema
        place = os.path.join(os.path.dirname(every_eval_ever.__file__), 'schemas')
        record, line = (json.load(open(os.path.join(place, name)))
                        for name in ('eval.schema.json', 'instance_level_eval.schema.json'))
        records = glob.glob('data/*/*/*/*.json')
        assert records, 'no record'
        for path in records:
            document = json.load(open(path))
            jsonschema.validate(document, record)
            samples = open(path[:-5] + '_samples.jsonl', 'rb').read()
            assert hashlib.sha256(samples).hexdigest() == document['detailed_evaluation_results']['checksum']
            for text in samples.decode().splitlines():
                sample = json.loads(text)
                jsonschema.validate(sample, line)
                shown = json.dumps({'raw': sample['input']['raw'], 'reference': []}, sort_keys=True, separators=(',', ':'))
                assert hashlib.sha256(shown.encode()).hexdigest() == sample['sample_hash'], sample['sample_id']
        files = records + [path[:-5] + '_samples.jsonl' for path in records]
        said = subprocess.run([sys.executable, '-m', 'every_eval_ever', 'validate', *files], capture_output=True, text=True)
        if said.returncode or 'warning-only, 0 failed' not in said.stdout or ' 0 warning-only' not in said.stdout:
            sys.exit(said.stdout + said.stderr)
        print('ok')
        """

    private static func run(_ command: [String], in folder: URL) async throws -> Program.Result {
        let running = try RunningProgram(
            path: command[0], arguments: Array(command.dropFirst()), folder: folder,
            environment: ProcessInfo.processInfo.environment)
        return try await running.result()
    }
}
