package import AnswerStore
import Foundation
import Reports
import Study

/// What tells a run from the others of the same respondent and study in one store.
package struct RunDistinction: Sendable, Equatable {
    /// The run's number; 0 for one that isn't stored yet.
    package let number: Int64
    /// What reaches the respondent and differs, such as "temperature 0.7".
    package let settings: [String]
    /// What was selected of the study and differs, such as "2 variants".
    package let selection: [String]
    /// The day on which it was begun.
    package let begun: String

    /// The distinction of a run; nil where it is the only one of its respondent and study.
    package static func of(_ run: RunRecord, in store: AnswerStore) throws -> RunDistinction? {
        try of(run, study: (store.studyName(ofRun: run.id), store.protocolHash(ofRun: run.id)), in: store)
    }

    /// The distinction of a run that may not be stored yet.
    ///
    /// - Parameters:
    ///   - study: the name of its study, and the hash of what is asked.
    ///   - store: where others may be; nil where there is none yet.
    package static func of(
        _ run: RunRecord, study: (name: String, protocolHash: String), in store: AnswerStore?
    ) throws -> RunDistinction? {
        guard let store else { return nil }
        var others: [RunTraits] = []
        for other in try store.runs(of: run.respondent) where other.key != run.key && run.isOfKind(of: other) {
            guard try store.studyName(ofRun: other.id) == study.name else { continue }
            others.append(RunTraits(other, protocolHash: try store.protocolHash(ofRun: other.id)))
        }
        guard !others.isEmpty else { return nil }
        let own = RunTraits(run, protocolHash: study.protocolHash)
        return RunDistinction(
            number: run.id,
            settings: own.differing(from: others, \.settings).map { name in
                own.settings[name].map { "\(RunTraits.words(name)) \(RunTraits.short($0))" }
                    ?? "\(RunTraits.words(name)) not set"
            },
            selection: own.differing(from: others, \.selection).compactMap { own.selection[$0] },
            begun: run.started.formatted(.iso8601.year().month().day()))
    }

    /// "run 2, temperature 0.7": the day stands for what can't be told.
    package var words: String { number == 0 ? withoutNumber : "run \(number), \(withoutNumber)" }

    /// "temperature 0.7", for where the number stands beside it.
    package var withoutNumber: String {
        let differences = settings + selection
        return differences.isEmpty ? "begun \(begun)" : differences.joined(separator: ", ")
    }

    /// What stands in the name of a folder: what reaches the respondent, which stays as it is however the run grows; the number
    /// where that is long, or nothing.
    package var folderWords: String {
        let words = settings.joined(separator: " ")
        return (1...40).contains(words.count) ? words : "run \(number)"
    }
}

extension RunRecord {
    /// Whether both have replies to measure, or both were made for the same other end: only then one may be taken for the other.
    fileprivate func isOfKind(of other: RunRecord) -> Bool {
        origin.isMeasured ? other.origin.isMeasured : origin == other.origin
    }
}

/// What a run is like, by names.
private struct RunTraits {
    /// What reaches the respondent; what isn't set has no text.
    private(set) var settings: [String: String]
    /// What was selected of the study by all starts together, each in words.
    private(set) var selection: [String: String] = [:]

    /// Runs are listed though what was selected can't be read.
    init(_ run: RunRecord, protocolHash: String) {
        settings = (try? JSONDecoder().decode([String: String].self, from: Data(run.settings.utf8))) ?? [:]
        settings["protocol"] = String(protocolHash.prefix(8))
        let parts = ((try? RunSelection.all(run)) ?? []).compactMap(\.selection)
        guard !parts.isEmpty else { return }
        let repeats = parts.map(\.replicates).max() ?? 1
        selection = [
            "countries": Self.union(parts.map(\.countries), "countries"),
            "topics": Self.union(parts.map(\.topics), "topics"),
            "variants": Self.union(parts.map { $0.variants?.map(String.init) }, "variants"),
            "tasks": Set(parts.flatMap(\.tasks)).count == 1 ? "\(parts[0].tasks[0]) alone" : "both tasks",
            "repeats": repeats == 1 ? "asked once" : "asked \(repeats) times",
            "sample": parts.last?.sample.map { "\($0.count) cells drawn" } ?? "all cells",
        ]
    }

    /// A start that named none took all.
    private static func union(_ lists: [[String]?], _ noun: String) -> String {
        let named = lists.compactMap(\.self)
        guard named.count == lists.count else { return "all \(noun)" }
        let all = Set(named.joined()).sorted()
        return all.count <= 3 ? "\(noun) \(all.joined(separator: " and "))" : "\(all.count) \(noun)"
    }

    /// The names whose text some other run has not.
    func differing(from others: [RunTraits], _ traits: (RunTraits) -> [String: String]) -> [String] {
        let own = traits(self)
        return Set(own.keys).union(others.flatMap { traits($0).keys }).sorted().filter { name in
            others.contains { traits($0)[name] != own[name] }
        }
    }

    /// "max tokens" for `maxTokens`.
    static func words(_ name: String) -> String {
        name.reduce(into: "") { words, letter in
            words += letter.isUppercase && words.last?.isLowercase == true ? " \(letter.lowercased())" : "\(letter)"
        }
    }

    static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}
