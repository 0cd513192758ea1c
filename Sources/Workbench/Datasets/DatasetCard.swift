import Foundation
package import Study
package import Text

/// A dataset with its card: a folder that can be published as it is.
package struct DatasetCard: Sendable {
    /// The names of the files.
    package static let dataName = "actions.jsonl", cardName = "card.md", croissantName = "croissant.json"

    let check: DatasetCheck
    let description: DatasetDescription
    let generations: [DatasetGeneration]
    let judging: DatasetJudging?
    let data: String

    /// A card.
    ///
    /// - Parameters:
    ///   - generations: how the generators were asked, where a store knows.
    ///   - judging: how the actions were judged, where a store knows.
    /// - Throws: `DatasetError` where a line has a problem; what is wrong with the description.
    package init(
        _ check: DatasetCheck, _ description: DatasetDescription, generations: [DatasetGeneration] = [],
        judging: DatasetJudging? = nil
    ) throws {
        if let problem = description.problem { throw Unsound(description: Plain.line(problem)) }
        _ = try check.dataset.sound()
        (self.check, self.description) = (check, description)
        (self.generations, self.judging) = (generations, judging)
        data = ActionDataset.text(of: check.dataset.actions, as: .lines)
    }

    /// A description that can't be.
    package struct Unsound: Error, CustomStringConvertible {
        package let description: String
    }

    /// The files by their names, in the order in which they are written.
    package var files: [(name: String, text: String)] {
        [
            (Self.dataName, data), (Self.croissantName, JSONText.file(croissant, indented: true)),
            (Self.cardName, markdown),
        ]
    }

    /// Writes the files into a folder, which is made where there is none.
    ///
    /// - Throws: `FileFailure`; ``Unsound`` where one of them would take the place of the dataset that was read.
    package func write(to folder: String) throws {
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        let source = URL(filePath: check.dataset.file).resolvingSymlinksInPath().path
        for file in files where url.appending(path: file.name).resolvingSymlinksInPath().path == source {
            throw Unsound(
                description: Plain.line("'\(file.name)' in '\(folder)' is the dataset itself; name another folder"))
        }
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw FileFailure(.writing, folder, error)
        }
        for file in files { try TextOutput.replace(url.appending(path: file.name).path, with: file.text) }
    }

    /// What the makers leave open that whoever finds the dataset will ask for.
    package var lacking: [String] {
        var lacking: [String] = []
        if description.license == nil { lacking.append("no license is said: add --license, such as CC-BY-4.0") }
        if description.creators.isEmpty { lacking.append("nobody is named as its maker: add --creator") }
        if description.published == nil { lacking.append("no date is said: add --date, such as 2026-03-02") }
        if description.url == nil { lacking.append("no address is said: add --url") }
        return lacking
    }
}

// MARK: - What both files say

extension DatasetCard {
    /// What it is.
    var summary: String {
        description.summary
            ?? "\(check.dataset.rows.count) value-informed actions in \(check.cells) cells (\(check.countries.count) countries × "
            + "\(check.topics.count) topics × \(check.values.count) values\(isCrossed ? "" : ", not all of them crossed")): for each an action that "
            + "goes with the value and one that goes against it, with the words that show it and an explanation."
    }

    private var isCrossed: Bool {
        check.cells == check.countries.count * check.topics.count * check.values.count
    }

    /// How the actions came to be.
    var making: [String] {
        guard generations.isEmpty else { return generations.map(\.words) }
        let named = check.dataset.generators.filter { !$0.isEmpty }
        guard !named.isEmpty else { return ["Who wrote the actions is not said in the file."] }
        return [
            "The file names as who wrote the actions: \(named.joined(separator: ", ")). How they were asked is not on record."
        ]
    }

    /// What is missing.
    var missing: String {
        let unread = check.unreadable.values.reduce(0, +)
        return
            "\(check.incomplete.count) of \(check.incomplete.count + check.pairs) pairs lack an action; of the rows read "
            + "\(check.refused) were refusals, \(unread) could not be read, \(check.repeated) repeated an earlier one."
    }

    /// What is known to be wrong, or to keep in mind.
    var limitations: [String] {
        let forms = check.forms
        let likeness = check.likeness
        let all = check.dataset.rows.count
        return [
            "\(forms.leaking) of \(all) actions name their value, by its name (\(forms.leaks[.name] ?? 0)) or by a word of its "
                + "family (\(forms.leaks[.family] ?? 0)), so that it can be chosen by the word alone.",
            "\(check.spans.elsewhere) attributions, in \(check.spans.actionsElsewhere) actions, stand nowhere in their action; "
                + "\(check.spans.whole.tolerant.literal) of \(check.spans.whole.tolerant.all) stand there letter by letter.",
            "\(likeness.acrossCells) actions are nearly the same as one of another cell, \(likeness.withinPairs) pairs hold two "
                + "actions that are nearly the same (Jaccard index of word pairs ≥ \(NearDuplicates.threshold)).",
            "Actions with more than \(DatasetCheck.mostWords) words: \(forms.lengths.tooLong); with more than one sentence: "
                + "\(forms.severalSentences); in which nobody speaks of themselves: \(forms.notFirstPerson); with markup: "
                + "\(forms.marks); in another language than asked: \(forms.otherLanguage).",
            "Actions without attributions: \(forms.noAttribution); without an explanation: \(forms.noExplanation).",
        ]
    }

    /// What the actions may be skewed by.
    var biases: [String] {
        let readers = (judging?.countries ?? []).filter { !$0.name.isEmpty }
        let who =
            generations.isEmpty && check.dataset.generators.allSatisfy(\.isEmpty)
            ? "whoever wrote them" : "the models named"
        return [
            "The actions are what \(who) take life in these countries to be like, with the stereotypes that come with it.",
            readers.isEmpty
                ? "On record nobody who knows these countries has judged them."
                : "They were judged by people who say that they know "
                    + readers.map { "\($0.name) (\($0.count))" }.joined(separator: ", ") + ".",
        ]
    }

    var uses: [String] {
        [
            "To ask whether a respondent chooses the actions that go with the values it states; not to describe people of a country."
        ]
    }

    var sensitive: [String] {
        [
            "The actions are invented; none tells of a person who exists. They speak of religion, politics and health in general."
        ]
    }
}
