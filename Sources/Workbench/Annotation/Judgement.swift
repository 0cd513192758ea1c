import Text
package import Study

/// What a label of a project holds: an answer to a criterion, or one of the codebook's extras.
package struct Judgement: Sendable, Hashable {
    /// How it came.
    package enum Way: String, Sendable, Hashable, CaseIterable {
        /// Saved by the page's script.
        case page
        /// Sent as a plain form.
        case form
        /// From a file that was filled in elsewhere.
        case file
        /// From a sheet that others released.
        case sheet
        /// From a model.
        case model
        /// From a list of words.
        case lexicon
    }

    /// The id of the answer to a criterion; `nil` for the extras.
    package var answer: String?
    /// A note's words, or why an item was skipped.
    package var note: String?
    /// Where the attributions should stand; `nil` for all but the extra of that name.
    package var spans: [ActionSpan]?
    /// How it came.
    package var way: Way
    /// Seconds from when the item was shown; `nil` where that is not known.
    package var seconds: Double?
    /// The judges whose answers the person had seen before; empty where there was none.
    package var seen: [String]
    /// Whether it only accepts an answer that was filled in.
    package var isAccepted: Bool
    /// Why annotators differed, in an adjudicator's judgement: see ``Disagreement``.
    package var source: String?

    /// A judgement.
    package init(
        answer: String? = nil, note: String? = nil, spans: [ActionSpan]? = nil, way: Way, seconds: Double? = nil,
        seen: [String] = [], isAccepted: Bool = false, source: String? = nil
    ) {
        (self.answer, self.note, self.spans, self.way) = (answer, note, spans, way)
        (self.seconds, self.seen, self.isAccepted, self.source) = (seconds, seen, isAccepted, source)
    }

    /// Why annotators differed.
    package enum Disagreement: String, Sendable, Hashable, CaseIterable {
        /// The text can be read both ways.
        case ambiguousText = "ambiguous_text"
        /// The guideline does not say.
        case guidelineGap = "guideline_gap"
        /// Somebody slipped.
        case slip
        /// Both judged with care, and see it differently.
        case perspective
    }
}

extension Judgement {
    /// The judgement as a label's content.
    package var content: String {
        var members: [JSONValue.Member] = []
        if let answer { members.append(.init("answer", .string(answer))) }
        if let note { members.append(.init("note", .string(note))) }
        if let spans { members.append(.init("spans", .array(spans.map(\.json)))) }
        members.append(.init("way", .string(way.rawValue)))
        if let seconds { members.append(.init("seconds", JSONValue(seconds))) }
        if !seen.isEmpty { members.append(.init("seen", .array(seen.map(JSONValue.string)))) }
        if isAccepted { members.append(.init("accepted", true)) }
        if let source { members.append(.init("source", .string(source))) }
        return JSONValue.object(members).text(indented: false).trimmed
    }

    /// The judgement of a label's content; `nil` for content that is empty or none.
    ///
    /// - Parameter text: the action, in which spans have to stand.
    package init?(content: String, action text: String) {
        guard !content.isEmpty, let json = JSONReader.read(Array(content.utf8), manner: .strict),
            let way = json["way"]?.string.flatMap(Way.init(rawValue:))
        else { return nil }
        self.init(
            answer: json["answer"]?.string, note: json["note"]?.string,
            spans: json["spans"]?.array.map { $0.compactMap { ActionSpan($0, of: text) } }, way: way,
            seconds: json["seconds"]?.double, seen: json["seen"]?.array?.compactMap(\.string) ?? [],
            isAccepted: json["accepted"] == true, source: json["source"]?.string)
    }

    /// Whether two contents say the same, whenever and however they were saved.
    package static func isSame(_ left: String, _ right: String) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return left == right }
        guard let left = JSONReader.read(Array(left.utf8), manner: .strict),
            let right = JSONReader.read(Array(right.utf8), manner: .strict)
        else { return left == right }
        return ["answer", "note", "spans", "source"].allSatisfy { left[$0] == right[$0] }
    }
}
