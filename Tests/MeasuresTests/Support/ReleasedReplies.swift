import Foundation
import Measures
import TestSupport

/// The released replies of one model as readings, by rules just wide enough for these files.
struct ReleasedReplies {
    var axes: Axes
    var stated: CodedReadings
    var acted: CodedReadings
    var states: StateCounts

    /// - Parameter ratings: cuts one reply into the options of the values, by value index; `nil` where it is not JSON.
    init(model: String, beyondRange: CodedReadings.BeyondRange, ratings: (String, [String]) -> [Int: Int]?) throws {
        let folder = "data/release/outputs/evaluation/"
        let t1 = try CSVFile(SharedFolder.file(folder + model + "_t1.csv"))
        let t2 = try CSVFile(SharedFolder.file(folder + model + "_t2.csv"))
        let (country, topic, response, asking) = (
            try t1.column("country"), try t1.column("topic"), try t1.column("response"), try t1.column("prompt_index")
        )
        axes = try Axes(
            countries: t1.rows.map { $0[country] }.unique, topics: t1.rows.map { $0[topic] }.unique,
            values: SchwartzValues.names, groups: SchwartzValues.groups.map(\.name),
            groupOfValue: SchwartzValues.groupOfValue)
        let (countries, topics, values) = (axes.countries.places, axes.topics.places, axes.values.places)
        stated = try CodedReadings(cells: axes.cellCount, askings: 8, options: 4, beyondRange: beyondRange)
        states = StateCounts(ratingsAsked: t1.rows.count * axes.values.count)
        for row in t1.rows {
            guard let ratings = ratings(row[response], axes.values) else {
                states.stated.unreadable += 1
                continue
            }
            states.stated.answered += 1
            states.ratingsRead += ratings.count
            for (value, option) in ratings {
                try stated.record(
                    option,
                    cell: axes.cell(
                        country: countries[row[country], default: -1], topic: topics[row[topic], default: -1],
                        value: value),
                    asking: Int(row[asking]) ?? -1)
            }
        }
        acted = try CodedReadings(cells: axes.cellCount, askings: 1, options: 2)
        let choice = try t2.column("model_choice")
        let (c, t, v, p) = (
            try t2.column("country"), try t2.column("topic"), try t2.column("value"), try t2.column("polarity")
        )
        for row in t2.rows where row[choice] == "True" {
            let cell = axes.cell(
                country: countries[row[c], default: -1], topic: topics[row[t], default: -1],
                value: values[row[v], default: -1])
            try acted.record(row[p] == "negative" ? 1 : 0, cell: cell, asking: 0)
        }
    }

    func report(_ scoring: Scoring) throws -> MeasureReport {
        try MeasureReport(axes: axes, stated: stated, acted: acted, states: states, scoring: scoring)
    }

    /// Each value's rating by its name, from the outermost braces of the reply.
    static func ratingsByName(_ reply: String, _ values: [String]) -> [Int: Int]? {
        guard let open = reply.firstIndex(of: "{"), let close = reply.lastIndex(of: "}"), open < close,
            let object = Rating.object(String(reply[open...close]))
        else { return nil }
        var ratings: [Int: Int] = [:]
        for (index, value) in values.enumerated() {
            guard let digit = object[value]?.text.first?.wholeNumberValue else { continue }
            ratings[index] = digit - 1
        }
        return ratings
    }

    /// Ratings in the theory's order; one that is absent or no number shifts the later ones a value to the left.
    static func legacyRatings(_ reply: String, _ values: [String]) -> [Int: Int]? {
        let fence = reply.contains("```json") ? "```json" : "```"
        let parts = reply.components(separatedBy: fence)
        let text = parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : reply
        guard let object = Rating.object(text) else { return nil }
        var options: [Int] = []
        for value in values {
            guard let rating = object[value] else { continue }
            var text = rating.text.lowercased()
            for (verbal, digit) in [
                ("not like me at all", "4"), ("not like me", "3"), ("very much like me", "1"), ("like me", "2"),
            ] {
                text = text.replacingOccurrences(of: verbal, with: digit)
            }
            if let digit = text.first?.wholeNumberValue { options.append(digit - 1) }
        }
        return Dictionary(uniqueKeysWithValues: options.enumerated().map { ($0.offset, $0.element) })
    }
}

/// A rating as a reply has it, as a text or as a number.
private struct Rating: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            text = "\(number)"
        } else {
            text = try container.decode(String.self)
        }
    }

    /// `nil` for anything but strict JSON: unlike Python's reader, Foundation's lets a comma before the brace pass.
    static func object(_ text: String) -> [String: Rating]? {
        if text.filter({ !$0.isWhitespace }).hasSuffix(",}") { return nil }
        return try? JSONDecoder().decode([String: Rating].self, from: Data(text.utf8))
    }
}

extension [String] {
    /// Each name once, in the order of its first appearance.
    fileprivate var unique: [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }

    fileprivate var places: [String: Int] {
        Dictionary(uniqueKeysWithValues: enumerated().map { ($0.element, $0.offset) })
    }
}
