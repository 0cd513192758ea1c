import Foundation
import GRDB
package import Text

extension SearchIndex {
    /// How many texts of one kind match in one place.
    package struct Count: Sendable, Hashable {
        package let part: Part
        /// The store's number of the item; of actions and explanations the index's own number of the cell.
        package let item: Int64
        package let texts: Int
    }

    /// Of more texts that match only so many are looked at, in the order in which they came in: a page must not wait for a word that
    /// a million replies hold.
    package static let mostFound = 200_000

    /// One text that matches.
    package struct Hit: Sendable, Hashable {
        package let part: Part
        /// As in ``Count/item``.
        package let item: Int64
        /// The store's number of the reply; of actions and explanations the side: 0 agree, 1 disagree, of a second
        /// generator 2 and 3.
        package let reply: Int64
    }

    /// How many texts match, by kind and place: those of a run, and those of its set of actions where it has one.
    package func counts(_ query: SearchQuery, run: Int64, source: String?) async throws -> [Count] {
        try await pool.read { db in
            guard let match = try Self.expression(query, run, source, db) else { return [] }
            return try Row.fetchAll(db, sql: IndexQuery.counts.rawValue, arguments: [match, Self.mostFound]).compactMap
            { row in
                guard let part = Part(rawValue: try row.decode(Int.self, atIndex: 0)) else { return nil }
                return Count(
                    part: part, item: try row.decode(Int64.self, atIndex: 1),
                    texts: try row.decode(Int.self, atIndex: 2))
            }
        }
    }

    /// The texts that match in some places, actions and explanations first, then replies in the order in which they came.
    ///
    /// - Parameters:
    ///   - items: the places of replies; `cells` those of actions and explanations.
    ///   - most: so many of each place.
    package func hits(
        _ query: SearchQuery, run: Int64, source: String?, items: Set<Int64>, cells: Set<Int64>, most: Int
    ) async throws -> [Hit] {
        try await pool.read { db in
            guard let match = try Self.expression(query, run, source, db) else { return [] }
            var (hits, taken) = ([Hit](), [Hit: Int]())
            func list(_ numbers: Set<Int64>) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }
            let rows = try Row.fetchCursor(
                db, sql: IndexQuery.hits.rawValue, arguments: [match, Self.mostFound, list(items), list(cells)])
            while let row = try rows.next() {
                let item = try row.decode(Int64.self, atIndex: 1)
                guard let part = Part(rawValue: try row.decode(Int.self, atIndex: 0)) else { continue }
                let isCellText = part == .action || part == .explanation
                let place = Hit(part: isCellText ? .action : .reply, item: item, reply: 0)
                guard taken[place, default: 0] < most else { continue }
                taken[place, default: 0] += 1
                hits.append(Hit(part: part, item: item, reply: try row.decode(Int64.self, atIndex: 2)))
            }
            return hits
        }
    }

    private static func expression(
        _ query: SearchQuery, _ run: Int64, _ source: String?, _ db: Database
    ) throws -> String? {
        let known = try source.flatMap {
            try Row.fetchOne(db, sql: IndexQuery.source.rawValue, arguments: [$0])?.decode(Int64.self, atIndex: 0)
        }
        let scopes = [scope(.reply, run)] + (known.map { [scope(.action, $0)] } ?? [])
        return query.expression(column: "text", scope: "scope : (\(scopes.joined(separator: " OR ")))")
    }

    /// Where cells of a set of actions lie, by the index's own numbers.
    package func places(_ ids: some Collection<Int64> & Sendable) async throws -> [Int64: [String]] {
        try await pool.read { db in
            let statement = try db.cachedStatement(sql: IndexQuery.place.rawValue)
            var places: [Int64: [String]] = [:]
            for id in ids {
                places[id] = try Row.fetchOne(statement, arguments: [id]).map { row in
                    try (0..<3).map { try row.decode(String.self, atIndex: $0) }
                }
            }
            return places
        }
    }

    /// How many of a run's replies were taken in.
    package func replies(ofRun run: Int64) async throws -> Int {
        try await pool.read { db in
            try Int.fetchOne(db, sql: IndexQuery.progress.rawValue, arguments: [run]) ?? 0
        }
    }
}
