package import Foundation
import GRDB

/// What tells of a run that is being asked, by a look at a few rows.
extension AnswerStore {
    /// Whether any process has claimed a question of the run.
    package func isBeingAsked(run: Int64) throws(StoreError) -> Bool {
        try read { db in try Bool.fetchOne(db, sql: StoreQuery.isBeingAsked.rawValue, arguments: [run]) ?? false }
    }

    /// When the reply came that has so many behind it, or half as many where there are not enough; nil where there are fewer
    /// than eight.
    ///
    /// - Returns: the time, with the number of replies behind it.
    package func recentReply(run: Int64, before count: Int) throws(StoreError) -> (replied: Date, since: Int)? {
        let found: (Double, Int)? = try read { db in
            var since = count
            while since >= 8 {
                let time = try Double?.fetchOne(
                    db, sql: StoreQuery.recentReply.rawValue, arguments: [run, since])
                if let time = time ?? nil { return (time, since) }
                since /= 2
            }
            return nil
        }
        return found.map { (Date(timeIntervalSince1970: $0.0), $0.1) }
    }
}
