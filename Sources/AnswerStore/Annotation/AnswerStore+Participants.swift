import Foundation
import GRDB

extension AnswerStore {
    /// Adds somebody to a project, or finds them: the same judge is one participant.
    package func add(_ participant: ParticipantRecord) throws(StoreError) -> ParticipantRecord {
        try write { db in
            var stored = participant
            stored.judgeID = try Self.judgeID(participant.judge, at: participant.added, db)
            try db.execute(
                sql: """
                    INSERT INTO participant (projectID, judgeID, role, secret, added) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    stored.project, stored.judgeID, stored.role.rawValue, stored.secret,
                    stored.added.timeIntervalSince1970,
                ])
            let sql = "SELECT * FROM participant WHERE projectID = ? AND judgeID = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [stored.project, stored.judgeID]) else {
                throw StoreError.damaged(path: path, detail: "a participant's secret is another one's, too")
            }
            return try self.participant(row, db)
        }
    }

    /// Everybody who takes part in a project, first added first.
    package func participants(project: Int64) throws(StoreError) -> [ParticipantRecord] {
        try read { db in
            let sql = "SELECT * FROM participant WHERE projectID = ? ORDER BY id"
            return try Row.fetchAll(db, sql: sql, arguments: [project]).map { try self.participant($0, db) }
        }
    }

    /// Whose link holds a secret; `nil` where nobody's does.
    package func participant(secret: String) throws(StoreError) -> ParticipantRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM participant WHERE secret = ?", arguments: [secret])
                .map { try self.participant($0, db) }
        }
    }

    private func participant(_ row: Row, _ db: Database) throws -> ParticipantRecord {
        guard let role = ParticipantRecord.Role(rawValue: try row.get("role")),
            let judge = try Self.judge(try row.get("judgeID"), db), let added = Self.date(try row.get("added"))
        else { throw StoreError.damaged(path: path, detail: "a participant has a field it can't have") }
        var record = ParticipantRecord(
            project: try row.get("projectID"), judge: judge, role: role, secret: try row.get("secret"), added: added)
        (record.id, record.judgeID) = (try row.get("id"), try row.get("judgeID"))
        return record
    }
}
