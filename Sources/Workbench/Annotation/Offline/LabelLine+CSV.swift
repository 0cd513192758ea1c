import AnswerStore
import Study
import Text

extension LabelLine {
    /// The columns of the table of labels.
    static let columns =
        [
            "project", "item", "kind", "position", "country", "topic", "value", "inclination", "generator",
            "prompt_variant", "language", "action", "attributions", "explanation", "gold",
        ] + ofLabel + ["judge_country", "judge_languages", "judge_years"]

    /// Those that are read back.
    static let ofLabel = [
        "codebook", "criterion", "answer", "note", "spans", "source", "way", "seconds", "seen", "accepted",
        "judge_kind",
        "judge", "judge_details", "labelled", "revision", "content",
    ]

    /// The label's row behind the columns of its item.
    var fields: [String] {
        let slash = criterion.firstIndex(of: "/")
        let book = slash.map { String(criterion[..<$0]) } ?? ""
        let name = slash.map { String(criterion[criterion.index(after: $0)...]) } ?? criterion
        // A text that would steer whoever looks at the table is shown in it, and stands beside as it is.
        let note = judgement?.note ?? ""
        let isInert = Plain.text(note) == note
        let said: [String] = [
            judgement?.answer ?? "", Plain.text(note), Self.list(judgement?.spans?.map(\.json)),
            judgement?.source ?? "", judgement?.way.rawValue ?? "", judgement?.seconds.map(JSONText.shortest) ?? "",
            Self.list(judgement.flatMap { $0.seen.isEmpty ? nil : $0.seen.map(JSONValue.string) }),
            judgement.map { $0.isAccepted ? "true" : "false" } ?? "",
        ]
        let beside = raw ?? (isInert && isWhole ? nil : content)
        return [book, name] + said
            + [
                judge.kind, judge.name, judge.details, JSONText.shortest(labelled), revision.map(String.init) ?? "",
                beside.map { $0.isEmpty ? "{}" : Plain.json($0) } ?? "",
            ]
    }

    /// Whether empty fields of a row mean what they did: an empty text is not the same as none.
    private var isWhole: Bool {
        guard let judgement else { return true }
        return judgement.note != "" && judgement.answer != "" && judgement.source != ""
    }

    private static func list(_ items: [JSONValue]?) -> String {
        items.map { JSONValue.array($0).text(indented: false).trimmed } ?? ""
    }

    /// The label of a row; `nil` where a field can't be what it has to be.
    ///
    /// - Parameters:
    ///   - field: the text of a column; empty where there is none of that name.
    ///   - text: the action of an item.
    init?(_ field: (String) -> String, action text: (String) -> String) {
        guard let labelled = Double(field("labelled")), labelled.isFinite, !field("item").isEmpty,
            !field("criterion").isEmpty, !field("judge_kind").isEmpty
        else { return nil }
        (item, self.labelled, revision) = (field("item"), labelled, Int(field("revision")))
        criterion = (field("codebook").isEmpty ? "" : field("codebook") + "/") + field("criterion")
        judge = JudgeRecord(
            kind: field("judge_kind"), name: field("judge"),
            details: field("judge_details").isEmpty ? "{}" : field("judge_details"))
        let beside = field("content")
        if !beside.isEmpty {
            let content = beside == "{}" ? "" : beside
            let said = Judgement(content: content, action: text(item))
            let isWhole = said?.content == content
            (judgement, raw) = isWhole ? (said, nil) : (nil, content)
            return
        }
        guard let way = Judgement.Way(rawValue: field("way")) else { return nil }
        var judgement = Judgement(way: way)
        judgement.answer = field("answer").isEmpty ? nil : field("answer")
        judgement.note = field("note").isEmpty ? nil : field("note")
        judgement.source = field("source").isEmpty ? nil : field("source")
        judgement.isAccepted = field("accepted") == "true"
        if !field("seconds").isEmpty {
            guard let seconds = Double(field("seconds")) else { return nil }
            judgement.seconds = seconds
        }
        if !field("seen").isEmpty {
            guard let seen = Self.items(field("seen")) else { return nil }
            judgement.seen = seen.compactMap(\.string)
        }
        if !field("spans").isEmpty {
            guard let list = Self.items(field("spans")) else { return nil }
            let spans = list.compactMap { ActionSpan($0, of: text(item)) }
            guard spans.count == list.count else { return nil }
            judgement.spans = spans
        }
        self.judgement = judgement
    }

    private static func items(_ text: String) -> [JSONValue]? {
        JSONReader.read(Array(text.utf8), manner: .strict)?.array
    }
}
