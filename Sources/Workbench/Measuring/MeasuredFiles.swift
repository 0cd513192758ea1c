import Elicitation
import Foundation
package import Measures
import Reading
import Study

/// Two released files measured without a store.
package struct MeasuredFiles {
    package let name: String
    package let measures: MeasureReport
    /// What the instrument's own errors are found from.
    package let readings: InstrumentReadings?
    /// What was not taken as it stands in the files, a sentence each.
    package let notes: [String]

    package init(stated: String, acted: String, scoring: Scoring) throws {
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        let names = ReleasedImport.names(of: study)
        guard case .ratings(let ratings) = try ReleasedFile(path: stated, names: names, wanted: .ratings) else {
            throw WorkbenchError(.holdsNo(.statedReplies, path: stated), .giveFile(.statedReplies))
        }
        guard case .choices(let choices) = try ReleasedFile(path: acted, names: names, wanted: .choices) else {
            throw WorkbenchError(.holdsNo(.actedChoices, path: acted), .giveFile(.actedChoices))
        }
        notes =
            ratings.summary.leftOut.map { "'\(stated)': \($0)" } + choices.summary.leftOut.map { "'\(acted)': \($0)" }
        name = ReleasedImport.modelName(stated)
        let statedAskings = (ratings.prompts.max() ?? -1) + 1
        var collector = try ReadingCollector(
            study: study, statedAskings: statedAskings, actedAskings: (choices.prompts.max() ?? -1) + 1,
            options: study.optionCount, scoring: scoring)
        try Self.add(ratings, study, scoring, to: &collector)
        for choice in choices.choices {
            let scenario = choice.cell.scenario
            let place = collector.place(
                country: scenario.country, topic: scenario.topic, value: choice.cell.value)
            try collector.addActed(at: place, asking: choice.prompt, chosen: choice.chosen)
        }
        for _ in choices.undecidable + choices.unpaired + choices.contradicted {
            collector.addUnread(task: .acted, isRefusal: false)
        }
        collector.plan(
            RunSelection(
                stated: study.countries.count * study.topics.count * ratings.prompts.count,
                acted: study.cellCount * choices.prompts.count, ratingsPerReply: study.theory.values.count))
        measures = try MeasureReport(
            axes: collector.axes, stated: collector.stated, acted: collector.acted, states: collector.states,
            scoring: scoring)
        readings = try InstrumentReadings(importedAs: collector)
    }

    private static func add(
        _ file: ReleasedRatings, _ study: StudyDefinition, _ scoring: Scoring, to collector: inout ReadingCollector
    ) throws {
        let (reader, legacy) = (ReplyReader(), LegacyReader())
        let values = ValueIndex(study.theory)
        for _ in file.contradicted { collector.addUnread(task: .stated, isRefusal: false) }
        for reply in file.replies {
            let options: [UInt8?]?
            if scoring == .legacy {
                options = legacy.ratings(in: reply.text, names: values.names)?.map(Optional.some)
            } else {
                let reading = reader.ratings(in: reply.text, values: values)
                if reading == .refused {
                    collector.addUnread(task: .stated, isRefusal: true)
                    continue
                }
                reading.answer.map { collector.addRatingFaults(outOfRange: $0.outOfRange, ambiguous: $0.ambiguous) }
                options = reading.answer?.options
            }
            guard let options else {
                collector.addUnread(task: .stated, isRefusal: false)
                continue
            }
            let place = collector.place(country: reply.scenario.country, topic: reply.scenario.topic)
            try collector.addStated(at: place, asking: reply.prompt, options: options)
        }
    }
}
