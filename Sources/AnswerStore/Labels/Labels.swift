package import Foundation

/// Who judges items: a person, a model, a lexicon, a sheet that others released.
package struct JudgeRecord: Sendable, Hashable {
    /// "person", "model", "lexicon", "sheet", or any other word.
    package var kind: String
    /// The judge's name.
    package var name: String
    /// What else tells one judge from another, as a JSON object: settings, a version.
    package var details: String

    /// A judge.
    package init(kind: String, name: String, details: String = "{}") {
        self.kind = kind
        self.name = name
        self.details = details
    }
}

/// One judgement of one item by one judge on one criterion. It is never changed; one that is undone has a later one that
/// says so.
package struct LabelRecord: Sendable, Equatable {
    /// The store's number; 0 before it is stored.
    package var id: Int64 = 0
    /// What is judged.
    package var item: ItemRecord
    /// Who judges.
    package var judge: JudgeRecord
    /// What it is judged for, with the codebook's version where there is one.
    package var criterion: String
    /// The judgement.
    package var content: String
    /// The label that this one takes back; its content is empty where nothing takes that one's place.
    package var undoes: Int64?
    /// When it was judged.
    package var labelled: Date

    /// A label that is not stored yet.
    package init(
        item: ItemRecord, judge: JudgeRecord, criterion: String, content: String, undoes: Int64? = nil, labelled: Date
    ) {
        self.item = item
        self.judge = judge
        self.criterion = criterion
        self.content = content
        self.undoes = undoes
        self.labelled = labelled
    }
}
