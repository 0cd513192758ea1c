import Foundation
import GRDB

extension AnswerStore {
    /// Where what a store held is written first, should its file be pulled away.
    static func saved(_ path: String) -> String { path + ".rescued" }

    /// Writes all that is stored into a new file beside the store's name: also what is in a file that was removed, as long
    /// as this process has it open.
    ///
    /// - Returns: the new file's path; `nil` where it can't be written or the store can't be read.
    package func rescue() -> String? {
        let saved = Self.saved(path)
        let names = ([saved] + (2...99).map { "\(saved)-\($0)" })
        guard let copy = names.first(where: { !FileManager.default.fileExists(atPath: $0) }) else { return nil }
        do {
            // SQLite has done with it when this returns; half a copy is removed.
            try database.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
            return copy
        } catch {
            try? FileManager.default.removeItem(atPath: copy)
            return nil
        }
    }

    /// Brings what is in the journal into the file, as far as nobody else reads it just now.
    func emptyJournal() {
        try? database.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
    }

    /// The highest number of a reply: it never falls, unless another program removes replies.
    func lastReply() async throws(StoreError) -> Int64 {
        try await asyncRead { db in try Int64.fetchOne(db, sql: StoreQuery.lastReply.rawValue) ?? 0 }
    }
}
