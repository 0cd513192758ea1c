import Foundation
import TestSupport
import Testing

/// What `vlens reproduce --json` wrote, by table, part and figure.
struct ReproducedJSON {
    let tables: [[String: Any]]

    init(_ output: String) throws {
        let document = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        tables = try #require(document?["tables"] as? [[String: Any]])
    }

    /// That of the released files, made once for all tests.
    static func shared() async throws -> ReproducedJSON {
        try ReproducedJSON(await output.value)
    }

    private static let output = Task {
        try await reproduce(SharedFolder.file("data/release").path)
    }

    /// The JSON that a folder gives.
    static func reproduce(_ folder: String) async throws -> String {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run("reproduce", "--release", folder, "--json")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error == "")
        return result.output
    }

    func table(_ id: String) throws -> [String: Any] {
        try #require(tables.first { $0["table"] as? String == id }, "there is no table \(id)")
    }

    func part(_ table: String, _ name: String) throws -> [String: Any] {
        let parts = try #require(try self.table(table)["parts"] as? [[String: Any]])
        return try #require(parts.first { $0["name"] as? String == name }, "table \(table) has no part \(name)")
    }

    func figure(_ table: String, _ part: String, _ name: String) throws -> [String: Any] {
        let figures = try #require(try self.part(table, part)["figures"] as? [[String: Any]])
        return try #require(figures.first { $0["name"] as? String == name }, "\(part) has no figure \(name)")
    }

    func causes(_ table: String, _ part: String, _ name: String, _ step: String) throws -> [String: Double] {
        try #require(try figure(table, part, name)[step] as? [String: Double])
    }

    func count(_ table: String, _ part: String, _ cause: String) throws -> [Int] {
        let counts = try #require(try self.part(table, part)["counts"] as? [String: [String: Int]])
        let count = try #require(counts[cause], "\(part) has no count of \(cause)")
        return try [#require(count["count"]), #require(count["of"])]
    }
}
