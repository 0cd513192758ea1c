import Foundation
import Text

/// The task file that asks a plan's questions by Inspect AI, and the folder that holds it with its data set.
enum InspectTask {
    static let dataset = "questions.jsonl"
    static let task = "vlens_questions.py"

    /// The task: it asks, and judges nothing.
    ///
    /// - Parameter settings: by Inspect's own names, such as `temperature`.
    static func text(study: String, settings: [(name: String, value: String)]) -> String {
        let arguments = settings.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
        let name = study.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "@-_".contains($0)) }
        return """
            # Asks the questions of the study \(name): inspect eval \(task) --model PROVIDER/MODEL
            from pathlib import Path
            from inspect_ai import Task, task
            from inspect_ai.dataset import json_dataset
            from inspect_ai.model import GenerateConfig
            from inspect_ai.solver import generate

            @task
            def vlens_questions():
                questions = json_dataset(str(Path(__file__).parent / "\(dataset)"))
                return Task(dataset=questions, solver=generate(), config=GenerateConfig(\(arguments)))

            """
    }

    /// Makes a folder whole, or not at all.
    ///
    /// - Throws: where something lies in its place.
    static func make(_ path: String, _ fill: (String) throws -> Void) throws {
        let files = FileManager.default
        let place = URL(filePath: path).standardizedFileURL
        guard !files.fileExists(atPath: place.path) else { throw FileFailure(.writing, path, number: EEXIST) }
        let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
        let beside = place.deletingLastPathComponent().appending(path: ".vlens-\(digits).new").path
        do {
            try files.createDirectory(atPath: beside, withIntermediateDirectories: false)
        } catch {
            throw FileFailure(.writing, path, error)
        }
        do {
            try fill(beside)
            try files.moveItem(atPath: beside, toPath: place.path)
        } catch {
            try? files.removeItem(atPath: beside)
            throw error
        }
    }
}
