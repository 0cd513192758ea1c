package import AnswerStore
package import Foundation
package import Study
import Text

/// Codes a project's gaps by a list of words: for triage, since words are not risks.
///
/// It reads the chosen action, its explanation and the respondent's own reason, and never who the respondent is, nor the place or the
/// value.
package struct LexiconCoding: Sendable {
    /// What was found of one code.
    package struct Found: Sendable, Hashable {
        /// The code's id, and its name.
        package let code, name: String
        /// In how many gaps.
        package var gaps = 0
        /// How often each pattern was found, by gaps.
        package var patterns: [String: Int] = [:]
    }

    /// What came of it.
    package struct Outcome: Sendable, Hashable {
        /// Labels that were added now; the same list adds none a second time.
        package var added = 0
        /// Gaps that were read.
        package var read = 0
        /// Gaps without any of the words.
        package var without = 0
        /// Gaps in a language that the list has no words of, by its code: nothing is said of them.
        package var otherLanguage: [String: Int] = [:]
        /// By code, in the codebook's order.
        package var found: [Found] = []
    }

    /// The project.
    package let project: AnnotationProject
    /// The words.
    package let words: WordList
    private let items: [ActionItem]

    /// - Parameter file: the list's name in errors.
    /// - Throws: ``RiskError`` where the project holds no gaps, or the list is not for its codes.
    package init(_ project: AnnotationProject, words: WordList, file: String) throws {
        (self.project, self.words) = (project, words)
        let book = project.codebook
        items = try project.items().filter { $0.gap != nil }
        guard !items.isEmpty else { throw RiskError.noGaps(project: project.record.name) }
        guard words.codebook == book.name else {
            throw RiskError.otherWords(
                file: file, for: words.codebook, project: project.record.name, has: book.name)
        }
        let known = Set(book.criteria.flatMap { [$0.id] + ($0.formerly ?? []) })
        let unknown = words.codes.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw RiskError.unknownCodes(
                file: file, codes: unknown, codebook: book.name, known: book.criteria.map(\.id))
        }
        let languages = Set(items.map(Self.languageCode(project)))
        guard languages.contains(where: { Language(code: $0).flatMap(words.part(of:)) != nil }) else {
            throw RiskError.noWordsOfLanguage(
                file: file, languages: languages.sorted(), known: words.parts.map(\.language.rawValue))
        }
    }

    private static func languageCode(_ project: AnnotationProject) -> (ActionItem) -> String {
        let usual = project.definition.language
        return { item in item.line.language.isEmpty ? usual : item.line.language }
    }

    /// As whom it codes: a list with other words is another judge.
    package var judge: JudgeRecord {
        let details: JSONValue = [
            "hash": .string(words.hash), "project": .string(project.record.name), "use": "triage",
        ]
        return JudgeRecord(
            kind: JudgeRecord.lexicon, name: "\(words.name)@\(words.version)",
            details: details.text(indented: false).trimmed)
    }

    /// Codes what it has not coded yet.
    ///
    /// - Parameter progress: told how many gaps are done, and of how many.
    /// - Throws: `StoreError`; what was saved until then stays.
    package func code(at date: Date, progress: (Int, Int) -> Void = { _, _ in }) async throws -> Outcome {
        var outcome = Outcome()
        outcome.found = project.codebook.criteria.map { Found(code: $0.id, name: $0.name) }
        var finders: [Language: WordFinder] = [:]
        let number = try project.store.number(of: judge, at: date)
        let languageCode = Self.languageCode(project)
        for (place, item) in items.enumerated() {
            progress(place, items.count)
            let code = languageCode(item)
            guard let language = Language(code: code), let part = words.part(of: language) else {
                outcome.otherLanguage[code, default: 0] += 1
                continue
            }
            let reading = GapWords(item, by: &finders[language, default: WordFinder(part)], project.codebook)
            outcome.read += 1
            if reading.isEmpty { outcome.without += 1 }
            for place in outcome.found.indices {
                guard let patterns = reading.patterns[outcome.found[place].code] else { continue }
                outcome.found[place].gaps += 1
                for pattern in patterns { outcome.found[place].patterns[pattern, default: 0] += 1 }
            }
            outcome.added += try await save(reading, of: item, number, date)
        }
        return outcome
    }

    private func save(_ reading: GapWords, of item: ActionItem, _ judge: Int64, _ date: Date) async throws -> Int {
        let changes = project.codebook.criteria.map { code in
            let note = reading.notes[code.id]
            return AnswerStore.Change(
                criterion: project.codebook.key(code.id),
                content: Judgement(answer: note == nil ? RiskAnswer.no : RiskAnswer.yes, note: note, way: .lexicon)
                    .content)
        }
        let before = try project.store.labels(of: item.id, by: judge)
        _ = try await project.store.save(
            changes, of: item.id, by: judge, seen: before.last?.id ?? 0, at: date, isSame: Judgement.isSame)
        return try project.store.labels(of: item.id, by: judge).count - before.count
    }
}

/// The words of a list that stand in a gap's texts.
private struct GapWords {
    /// By code: the patterns that were found.
    private(set) var patterns: [String: Set<String>] = [:]
    /// By code: where which words stand, for people to see why the code was given.
    private(set) var notes: [String: String] = [:]

    var isEmpty: Bool { patterns.isEmpty }

    /// No more words of one text are noted.
    private static let mostWords = 12

    init(_ item: ActionItem, by finder: inout WordFinder, _ codebook: Codebook) {
        var current: [String: String] = [:]
        for code in codebook.criteria {
            for former in code.formerly ?? [] { current[former] = code.id }
        }
        for code in codebook.criteria { current[code.id] = code.id }
        let texts = [
            ("action", item.line.action.text), ("explanation", item.line.action.explanation),
            ("reason", item.gap?.reason ?? ""),
        ]
        var parts: [String: [String]] = [:]
        for (part, text) in texts where !text.isEmpty {
            var words: [String: [String]] = [:]
            for match in finder.matches(in: text) {
                guard let code = current[match.code] else { continue }
                patterns[code, default: []].insert(match.pattern)
                if words[code]?.contains(match.words) != true { words[code, default: []].append(match.words) }
            }
            for (code, words) in words {
                let shown = words.prefix(Self.mostWords).map { "“\($0)”" }.joined(separator: ", ")
                parts[code, default: []].append("\(part): \(shown)")
            }
        }
        notes = parts.mapValues { $0.joined(separator: "; ") }
    }
}
