package import Foundation

/// Something that people judge together: its items, and by which codebook.
package struct ProjectRecord: Sendable, Equatable {
    /// The store's number; 0 before it is stored.
    package var id: Int64 = 0
    /// Its name in the store.
    package var name: String
    /// What it is now, as a JSON object: study, codebook, settings. Labels name the codebook's version that they are of.
    package var definition: String
    /// What participants' links are derived from; whoever knows it can make them.
    package var secret: String
    /// When it was made.
    package var made: Date

    /// A project that is not stored yet.
    package init(name: String, definition: String, secret: String, made: Date) {
        (self.name, self.definition, self.secret, self.made) = (name, definition, secret, made)
    }
}

/// An item of a project.
package struct ProjectItemRecord: Sendable, Equatable {
    /// The store's number of the item; 0 before it is stored.
    package var itemID: Int64 = 0
    /// Its place in the project, from 0.
    package var position: Int = 0
    /// What it is about.
    package var item: ItemRecord
    /// What its judges read, as a JSON object.
    package var content: String
    /// The answers that are known to be right, as a JSON object from criterion to answer; `nil` where none are. Participants
    /// never see that an item has any.
    package var gold: String?

    /// An item that is not stored yet.
    package init(item: ItemRecord, content: String, gold: String? = nil) {
        (self.item, self.content, self.gold) = (item, content, gold)
    }
}

/// Somebody who takes part in a project.
package struct ParticipantRecord: Sendable, Equatable {
    /// What somebody may do. Raw values are stored.
    package enum Role: String, Sendable {
        /// Judges items, blind to others.
        case annotator
        /// Decides where annotators disagree, blind to their names.
        case adjudicator
    }

    /// The store's number; 0 before it is stored.
    package var id: Int64 = 0
    /// The store's number of the project.
    package var project: Int64
    /// As whom they judge. Its details name the project, so that a name means another judge in another project.
    package var judge: JudgeRecord
    /// The store's number of the judge; 0 before it is stored.
    package var judgeID: Int64 = 0
    /// What they may do.
    package var role: Role
    /// The part of their link that nobody can guess.
    package var secret: String
    /// When they were added.
    package var added: Date

    /// A participant who is not stored yet.
    package init(project: Int64, judge: JudgeRecord, role: Role, secret: String, added: Date) {
        (self.project, self.judge, self.role) = (project, judge, role)
        (self.secret, self.added) = (secret, added)
    }
}
