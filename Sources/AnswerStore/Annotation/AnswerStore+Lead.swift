package import Foundation
import GRDB

extension AnswerStore {
    /// How labels and leases stand, as far as two small look-ups tell: two equal ones mean that nobody has judged or opened anything.
    package struct JudgingMark: Sendable, Hashable {
        /// The number of the last label; 0 where there is none.
        package let lastLabel: Int64
        /// The number of the last participant; 0 where there is none.
        package let lastParticipant: Int64
        /// The number of the last place in any project and of the projects.
        package let projects: Int64
        /// When an item was opened last, in seconds since 1970.
        package let granted: Double
    }

    /// How labels and leases stand now.
    package func judgingMark() throws(StoreError) -> JudgingMark {
        try read { db in
            func number(_ sql: String) throws -> Int64 { try Int64.fetchOne(db, sql: sql) ?? 0 }
            return JudgingMark(
                lastLabel: try number("SELECT max(id) FROM label"),
                lastParticipant: try number("SELECT max(id) FROM participant"),
                projects: try number("SELECT max(id) FROM project"),
                granted: try Double.fetchOne(db, sql: "SELECT max(granted) FROM lease") ?? 0)
        }
    }

    /// How many labels the store holds, on whatever they are.
    package func labelCount() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM label") ?? 0 }
    }

    /// Adds a label where its item has had no other on the criterion meanwhile.
    ///
    /// - Parameter last: the number of the item's last label on the criterion, as whoever judges has seen it; `nil` where it had none.
    /// - Returns: the label's number; `nil` where there is a later one, and nothing was added.
    package func addNext(_ label: LabelRecord, behind last: Int64?) throws(StoreError) -> Int64? {
        try write { db in
            let known = try Row.fetchAll(
                db, sql: StoreQuery.labelsOfItem.rawValue, arguments: [label.item.hash, label.criterion])
            guard try known.last?.decode(Int64.self, atIndex: 0) == last else { return nil }
            return try Self.insert(label, db)
        }
    }

    /// An item that somebody holds.
    package struct HeldItem: Sendable, Hashable {
        /// The store's number of the item.
        package let item: Int64
        /// The store's number of the judge who holds it.
        package let judge: Int64
        /// Until when.
        package let until: Date
    }

    /// The items of a project that are held at a time, by whom, in the order of their numbers.
    package func heldItems(project: Int64, at date: Date) throws(StoreError) -> [HeldItem] {
        try read { db in
            let sql = """
                SELECT lease.itemID, participant.judgeID, lease.until
                FROM lease CROSS JOIN participant ON participant.id = lease.participantID
                WHERE lease.projectID = ? AND lease.until > ? ORDER BY lease.itemID, participant.judgeID
                """
            return try Row.fetchAll(db, sql: sql, arguments: [project, date.timeIntervalSince1970]).map { row in
                HeldItem(
                    item: try row.decode(Int64.self, atIndex: 0), judge: try row.decode(Int64.self, atIndex: 1),
                    until: Date(timeIntervalSince1970: try row.decode(Double.self, atIndex: 2)))
            }
        }
    }

    /// Holds items for somebody until a time; those that they hold already are held until the later time.
    package func hold(
        _ items: [Int64], for participant: ParticipantRecord, from date: Date, until end: Date
    ) throws(StoreError) {
        try write { db in
            let sql = """
                INSERT INTO lease (projectID, itemID, participantID, granted, until) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET until = max(until, excluded.until)
                """
            let statement = try db.cachedStatement(sql: sql)
            for item in items {
                try statement.execute(arguments: [
                    participant.project, item, participant.id, date.timeIntervalSince1970, end.timeIntervalSince1970,
                ])
            }
        }
    }
}

extension AnswerStore {
    /// A label that comes from another store or a file.
    package struct Brought: Sendable {
        /// What is judged.
        package var item: ItemRecord
        /// Who judged.
        package var judge: JudgeRecord
        /// What it was judged for.
        package var criterion: String
        /// The judgement; empty where one was taken back.
        package var content: String
        /// When.
        package var labelled: Date
        /// Which of the judge's labels of the item and criterion it is, from 1; `nil` where only the last one is brought.
        package var revision: Int?

        /// A label.
        package init(
            item: ItemRecord, judge: JudgeRecord, criterion: String, content: String, labelled: Date, revision: Int?
        ) {
            (self.item, self.judge, self.criterion, self.content) = (item, judge, criterion, content)
            (self.labelled, self.revision) = (labelled, revision)
        }
    }

    /// What became of a label that was brought.
    package enum Bringing: Sendable, Hashable {
        /// It was added.
        case added
        /// It is there already.
        case known
        /// The judge has said something else later; nothing was added.
        case contradicted
    }

    /// Adds labels that are not there yet, all in one transaction, each behind those that it follows.
    ///
    /// - Parameter replaces: whether one that the judge has contradicted later is added all the same.
    /// - Returns: what became of each, in their order.
    package func bring(_ labels: [Brought], replaces: Bool) throws(StoreError) -> [Bringing] {
        try write { db in try labels.map { try Self.bring($0, replaces: replaces, db) } }
    }

    private static func bring(_ label: Brought, replaces: Bool, _ db: Database) throws -> Bringing {
        let (item, judge) = (try itemID(label.item, db), try judgeID(label.judge, at: label.labelled, db))
        let known = try Row.fetchAll(db, sql: StoreQuery.labelsOfItemByJudge.rawValue, arguments: [item, judge])
            .map(labelRow).filter { $0.criterion == label.criterion }
        func isSame(_ row: LabelRow) -> Bool {
            row.content == label.content && row.labelled == label.labelled
        }
        let rival = label.revision.flatMap { known.indices.contains($0 - 1) ? known[$0 - 1] : nil }
        if let rival, isSame(rival) { return .known }
        // Where it is not the last one, the judge has changed their mind since, and both are kept.
        if label.revision == nil || replaces, known.contains(where: isSame) { return .known }
        let isLate = known.last.map { $0.labelled > label.labelled } ?? false
        if rival != nil || isLate, !replaces { return .contradicted }
        let sql = "INSERT INTO label (itemID, judgeID, criterion, content, undoes, labelled) VALUES (?, ?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(arguments: [
            item, judge, label.criterion, label.content, known.last?.id, label.labelled.timeIntervalSince1970,
        ])
        return .added
    }
}
