package import AnswerStore
package import Foundation
import Text

/// What a person says in place of a reader: how a reply is to be read. Only ever added; the last one of a reply is in force.
package struct Overrule: Sendable, Equatable {
    /// The store's number of the label that holds it.
    package var id: Int64
    /// Who.
    package var by: String
    /// When.
    package var at: Date
    /// How the reply is to be read; nil takes an earlier one back, so that the reader's own reading counts again.
    package var reading: ReadingRecord?
    /// Why, in the person's words; empty where something was taken back.
    package var why: String
    /// The number of the one before it that it takes the place of.
    package var undoes: Int64?

    /// What overrules are labels for.
    package static let criterion = "reading"
}

extension ItemRecord {
    /// The reading of a run's reply to a question: what a person overrules. A run's key and a question's id are the same in every store.
    package static func reading(runKey: String, question: String) -> ItemRecord {
        ItemRecord(kind: "reading", dimensions: [("run", runKey), ("question", question)])
    }
}

extension Overrule {
    /// The overrule that a label holds; nil for one that holds none.
    init?(_ label: LabelRecord) {
        (id, by, at, undoes) = (label.id, label.judge.name, label.labelled, label.undoes)
        if label.content.isEmpty {
            (reading, why) = (nil, "")
            return
        }
        guard let content = JSONReader.read(Array(label.content.utf8), manner: .strict),
            let state = content["state"]?.string
        else { return nil }
        reading = ReadingRecord(readerVersion: 0, state: state, content: content["answer"]?.string)
        why = content["why"]?.string ?? ""
    }

    /// What the label of an overrule holds.
    static func content(_ reading: ReadingRecord, why: String) -> String {
        let document: JSONValue = [
            "state": .string(reading.state), "answer": JSONValue(reading.content), "why": .string(why),
        ]
        return document.text(indented: false)
    }
}
