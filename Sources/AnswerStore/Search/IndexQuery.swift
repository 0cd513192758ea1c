import GRDB

/// What is asked of a search index. It stands in one place, so that a test sees the plan of every query: none looks at all of its rows.
package enum IndexQuery: String, CaseIterable, Sendable {
    /// How many texts of each place match, of the first so many; a reply that does not stand any more has no row among the documents.
    case counts = """
        SELECT document.part, document.item, count(*)
        FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?) AS found
            CROSS JOIN document ON document.id = found.rowid
        GROUP BY document.part, document.item
        """
    /// Those of them that belong to some places, in the order in which they came in: items of replies, and cells of actions.
    case hits = """
        SELECT document.part, document.item, document.reply
        FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?) AS found
            CROSS JOIN document ON document.id = found.rowid
        WHERE document.part < 2 AND document.item IN (SELECT value FROM json_each(?))
            OR document.part >= 2 AND document.item IN (SELECT value FROM json_each(?))
        """
    /// A reply's documents.
    case documentsOfReply = "SELECT id FROM document INDEXED BY documentByReply WHERE reply = ? AND part < 2"
    /// How far a set of texts that are no replies was taken in.
    case source = "SELECT id, isWhole FROM source WHERE key = ?"
    /// Where a cell of such a set lies.
    case place = "SELECT country, topic, value FROM place WHERE id = ?"
    /// The number of a cell.
    case placeID = "SELECT id FROM place WHERE country = ? AND topic = ? AND value = ?"
    /// How many replies of a run were taken in.
    case progress = "SELECT replies FROM progress WHERE run = ?"
    /// One fact about the index.
    case fact = "SELECT value FROM fact WHERE name = ?"

    /// The tables. `words` keeps no text, only which words stand where: the store has the texts.
    static let tables = """
        CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE progress (run INTEGER PRIMARY KEY, replies INTEGER NOT NULL);
        CREATE TABLE source (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, isWhole INTEGER NOT NULL);
        CREATE TABLE place (
            id INTEGER PRIMARY KEY, country TEXT NOT NULL, topic TEXT NOT NULL, value TEXT NOT NULL,
            UNIQUE (country, topic, value)
        );
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL,
            part INTEGER NOT NULL,
            reply INTEGER NOT NULL,
            item INTEGER NOT NULL
        );
        CREATE INDEX documentByReply ON document(reply) WHERE part < 2;
        CREATE VIRTUAL TABLE words USING fts5(scope, text, content = '', columnsize = 0, tokenize = 'ascii');
        """

    static let tableNames = ["words", "document", "place", "source", "progress", "fact"]
}

extension SearchIndex {
    /// How SQLite answers a query: one line a step.
    package func plan(of query: IndexQuery) throws -> [String] {
        try pool.read { db in
            let count = query.rawValue.count { $0 == "?" }
            let arguments = StatementArguments(Array(repeating: "1" as (any DatabaseValueConvertible)?, count: count))
            return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(query.rawValue)", arguments: arguments)
                .map { try $0.decode(String.self, forColumn: "detail") }
        }
    }
}
