import Measures
import Reading
import Reports
import Study

/// Task 1 replies of one model, each read once by both readers, so that any mixture of their rules can be put together.
struct RereadRatings {
    static let rules: [ReproductionCause] = [.lostReplies, .shiftedRatings, .readByFirstCharacter]

    private struct Reply {
        let firstCell: Int
        let asking: Int
        /// As the notebooks read it, before anything is moved; `nil` where they lose it.
        let legacy: [UInt8?]?
        /// As we read it; `nil` where it is refused or unreadable.
        let strict: [UInt8?]?
    }

    let axes: Axes
    private let replies: [Reply]
    private let askings: Int
    private let options: Int
    private let planned: Int

    init(_ file: ReleasedRatings, study: StudyDefinition, axes: Axes) {
        let (reader, legacy) = (ReplyReader(), LegacyReader())
        let values = ValueIndex(study.theory)
        self.axes = axes
        options = study.optionCount
        askings = (file.prompts.max() ?? -1) + 1
        planned = axes.scenarioCount * file.prompts.count
        replies = file.replies.compactMap { reply in
            guard let country = axes.countries.firstIndex(of: reply.scenario.country),
                let topic = axes.topics.firstIndex(of: reply.scenario.topic)
            else { return nil }
            return Reply(
                firstCell: axes.cell(country: country, topic: topic, value: 0), asking: reply.prompt,
                legacy: legacy.placedRatings(in: reply.text.utf8, names: values.names),
                strict: reader.ratings(in: reply.text, values: values).answer?.options)
        }
    }

    /// The readings under `legacy` with some rules exchanged.
    func readings(_ rules: ReadingRules) throws -> CodedReadings {
        var readings = try CodedReadings(
            cells: axes.cellCount, askings: askings, options: options,
            beyondRange: rules.contains(.readByFirstCharacter) ? .refused : .kept)
        for reply in replies {
            for (place, option) in Self.options(reply, rules).enumerated() where place < axes.values.count {
                guard let option else { continue }
                try readings.record(Int(option) - 1, cell: reply.firstCell + place, asking: reply.asking)
            }
        }
        return readings
    }

    private static func options(_ reply: Reply, _ rules: ReadingRules) -> [UInt8?] {
        guard let legacy = reply.legacy else { return rules.contains(.lostReplies) ? reply.strict ?? [] : [] }
        let own = rules.contains(.readByFirstCharacter) ? reply.strict ?? [] : legacy
        return rules.contains(.shiftedRatings) ? own : own.compactMap(\.self)
    }

    /// How many ratings either reader reads.
    var ratings: RatingCounts {
        let count = { (read: [[UInt8?]?]) in read.reduce(0) { $0 + ($1?.count { $0 != nil } ?? 0) } }
        return RatingCounts(
            asked: replies.count * axes.values.count, legacy: count(replies.map(\.legacy)),
            strict: count(replies.map(\.strict)))
    }

    /// How many replies or ratings each rule concerns.
    var counts: [CauseCount] {
        let read = replies.compactMap(\.legacy)
        let shifted = read.reduce(0) { sum, ratings in
            guard let gap = ratings.firstIndex(of: nil) else { return sum }
            return sum + ratings[gap...].count { $0 != nil }
        }
        let otherwise = replies.reduce(0) { sum, reply in
            guard let legacy = reply.legacy else { return sum }
            guard let strict = reply.strict else { return sum + legacy.count { $0 != nil } }
            return sum + zip(legacy, strict).count { $0 != $1 }
        }
        return [
            CauseCount(.lostReplies, replies.count - read.count, of: replies.count),
            CauseCount(.shiftedRatings, shifted, of: ratings.legacy),
            CauseCount(.readByFirstCharacter, otherwise, of: read.count * axes.values.count),
            CauseCount(.missingReplies, max(0, planned - replies.count), of: planned),
        ]
    }
}
