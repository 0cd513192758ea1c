import Foundation
import GRDB

/// Items, prompts and questions stand once, whoever asks them how often.
extension AnswerStore {
    /// The number of an item, which is stored where it is new.
    static func itemID(_ item: ItemRecord, _ db: Database) throws -> Int64 {
        let hash = item.hash
        let known = try db.cachedStatement(sql: "SELECT id FROM item WHERE hash = ?")
        if let id = try Int64.fetchOne(known, arguments: [hash]) { return id }
        try db.cachedStatement(sql: "INSERT INTO item (hash, kind, dimensions) VALUES (?, ?, ?)")
            .execute(arguments: [hash, item.kind, item.json])
        return db.lastInsertedRowID
    }

    /// The number of a prompt, which is stored where it is new. It travels as bytes, because it may hold a NUL.
    static func promptID(_ text: String?, _ db: Database) throws -> Int64? {
        guard let text else { return nil }
        let (bytes, digest) = (Data(text.utf8), QuickDigest.of(text))
        let known = try db.cachedStatement(sql: "SELECT id FROM prompt WHERE digest = ? AND CAST(text AS BLOB) = ?")
        if let id = try Int64.fetchOne(known, arguments: [digest, bytes]) { return id }
        try db.cachedStatement(sql: "INSERT INTO prompt (digest, text) VALUES (?, CAST(? AS TEXT))")
            .execute(arguments: [digest, bytes])
        return db.lastInsertedRowID
    }

    /// Stores a question that is new.
    static func insert(_ question: QuestionRecord, _ db: Database) throws -> Int64 {
        let arguments: StatementArguments = [
            question.id, question.kind, try itemID(question.item, db), question.variant, question.replicate,
            question.first,
            try promptID(question.system, db), try promptID(question.prompt, db),
        ]
        let sql = """
            INSERT INTO question (hash, kind, itemID, variant, replicate, first, systemID, promptID)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
        return db.lastInsertedRowID
    }

    /// Stores the prompt of a question that came without it from a store of an earlier version: requests are kept without
    /// their prompt.
    static func complete(_ number: Int64, with question: QuestionRecord, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE question SET systemID = ?, promptID = ? WHERE id = ?")
            .execute(arguments: [try promptID(question.system, db), try promptID(question.prompt, db), number])
    }

    /// An item by its number.
    static func item(_ id: Int64, _ db: Database) throws -> ItemRecord? {
        let kind = try db.cachedStatement(sql: StoreQuery.item.rawValue)
        guard let kind = try String.fetchOne(kind, arguments: [id]) else { return nil }
        let dimensions = try db.cachedStatement(sql: StoreQuery.dimensions.rawValue)
        return ItemRecord(
            kind: kind,
            dimensions: try Row.fetchAll(dimensions, arguments: [id]).map { row in
                (try row.decode(String.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
            })
    }
}

extension ItemRecord {
    /// The dimensions as an object, in their order.
    var json: String {
        let members = dimensions.map { "\(EscapedText.quoted($0.name)):\(EscapedText.quoted($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }
}

/// A digest that finds a text among many. Two texts may share one, so that whoever finds a text compares it.
enum QuickDigest {
    static func of(_ text: String) -> Int64 {
        var text = text
        return text.withUTF8 { of(UnsafeRawBufferPointer($0)) }
    }

    static func of(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        var hash = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
        let whole = bytes.count / 8 * 8
        for place in stride(from: 0, to: whole, by: 8) {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian) &* 0x100_0000_01b3
            hash ^= hash >> 29
        }
        for byte in bytes[whole...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}
