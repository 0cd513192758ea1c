package import AnswerStore
package import Foundation
package import Study
import Text

/// A label as a line of a file: nothing in it hangs on the store that it was written from.
struct LabelLine: Sendable, Equatable {
    /// 32 hexadecimal digits of what is judged.
    var item: String
    /// What it is judged for, with the codebook's version: "via@1/correctness".
    var criterion: String
    /// Who judged.
    var judge: JudgeRecord
    /// The judgement; `nil` where it is none of the codebook's, or was taken back.
    var judgement: Judgement?
    /// The label's content, where ``judgement`` does not say all of it; empty where one was taken back.
    var raw: String?
    /// When, in seconds since 1970.
    var labelled: Double
    /// Which of the judge's labels of the item and criterion it is, from 1; `nil` in a file of what stands.
    var revision: Int?

    /// A stored label.
    ///
    /// - Parameter text: the action that it is about, in which spans have to stand; empty for anything else.
    init(
        _ content: String, of criterion: String, at date: Date, item: String, judge: JudgeRecord,
        action text: String = "", revision: Int?
    ) {
        (self.item, self.criterion, self.judge, self.revision) = (item, criterion, judge, revision)
        labelled = date.timeIntervalSince1970
        let judgement = Judgement(content: content, action: text)
        // Whatever a judgement does not hold is written as it is, so that no field is lost on the way.
        let isWhole = judgement?.content == content
        (self.judgement, raw) = isWhole ? (judgement, nil) : (nil, content)
    }

    /// The label's content.
    var content: String { raw ?? judgement?.content ?? "" }
    /// When.
    var date: Date { Date(timeIntervalSince1970: labelled) }
}

extension LabelLine {
    /// The line as an object.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("label", .string(criterion)), .init("item", .string(item)),
            .init("judge_kind", .string(judge.kind)), .init("judge", .string(judge.name)),
            .init("judge_details", .string(judge.details)), .init("labelled", .number(labelled)),
        ]
        if let revision { members.append(.init("revision", .integer(revision))) }
        if let judgement, let said = JSONReader.read(Array(judgement.content.utf8), manner: .strict) {
            members += said.members
        }
        if let raw { members.append(.init("content", .string(raw))) }
        return .object(members)
    }

    /// The label of an object; `nil` for any other object.
    ///
    /// - Parameter text: the action of an item.
    init?(_ json: JSONValue, action text: (String) -> String) {
        guard let criterion = json["label"]?.string, let item = json["item"]?.string,
            let kind = json["judge_kind"]?.string, let name = json["judge"]?.string,
            let details = json["judge_details"]?.string, let labelled = json["labelled"]?.double, labelled.isFinite
        else { return nil }
        (self.item, self.criterion, self.labelled) = (item, criterion, labelled)
        judge = JudgeRecord(kind: kind, name: name, details: details)
        revision = json["revision"]?.integer
        raw = json["content"]?.string
        guard raw == nil else { return }
        let names = ["answer", "note", "spans", "way", "seconds", "seen", "accepted", "source"]
        let said = JSONValue.object(json.members.filter { names.contains($0.name) })
        judgement = Judgement(content: said.text(indented: false), action: text(item))
        // A span that does not stand in the action would be left out without a word.
        guard let judgement, judgement.spans?.count == json["spans"]?.array?.count else { return nil }
    }
}
