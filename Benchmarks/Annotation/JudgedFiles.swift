import Foundation
import GRDB
import TestSupport
import Text

/// What a benchmark of judging keeps on the disk, and the server over it.
struct JudgedFiles {
    private let store, items: String

    init(_ folder: URL) {
        store = folder.appending(path: "vlens.sqlite").path
        items = folder.appending(path: "items.jsonl").path
    }

    /// Writes so many actions in one of the pilot's countries.
    func writeItems(_ count: Int) throws {
        let lines = (0..<count).map { number in
            let line: JSONValue = [
                "country": "Philippines", "topic": "Politics", "value": "Authority", "inclination": "agree",
                "action": .string("I lead meeting number \(number) of my district, whatever others say of it."),
                "attributions": ["lead meeting"], "explanation": "Whoever leads has a say over others.",
            ]
            return line.text(indented: false).trimmed + "\n"
        }
        try Data(lines.joined().utf8).write(to: URL(filePath: items))
    }

    /// A server, where it listens, and the links that it gave out.
    struct Served {
        let child: Child
        let port: Int
        let people: [AnnotationCrowd.Person]
    }

    /// Starts `vlens annotate`.
    ///
    /// - Throws: `BenchmarkError` where it does not listen.
    func start(people count: Int, overlap: Int, port: Int) throws(BenchmarkError) -> Served {
        let names = (1...count).map { "p\($0)" }.joined(separator: ",")
        let child = try Child(
            try Child.vlens(),
            [
                "annotate", "--project", "load", "--items", items, "--people", names, "--overlap", "\(overlap)",
                "--store", store, "--port", "\(port)", "--json",
            ])
        var said = child.firstOutput()
        while !said.hasSuffix("}\n") {
            let more = child.firstOutput()
            if more.isEmpty { throw .failure("'vlens annotate' said '\(said)' in place of its links") }
            said += more
        }
        let links = JSONReader.read(Array(said.utf8), manner: .strict)?["people"]?.array ?? []
        let people = links.compactMap { person -> AnnotationCrowd.Person? in
            guard let link = person["link"]?.string, let path = link.firstRange(of: "/annotate/") else { return nil }
            return AnnotationCrowd.Person(
                name: person["name"]?.string ?? "", path: String(link[path.lowerBound...]))
        }
        let first = links.first?["link"]?.string ?? ""
        guard let found = first.firstMatch(of: /127\.0\.0\.1:(\d+)/), let port = Int(found.output.1),
            people.count == count
        else { throw .failure("'vlens annotate' said '\(said)' in place of its links") }
        return Served(child: child, port: port, people: people)
    }

    /// All labels of the project's criteria, seen by SQL alone.
    ///
    /// - Throws: what SQLite throws.
    func labels() throws -> Int {
        try DatabaseQueue(path: store).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM label WHERE criterion LIKE 'via@1/%'") ?? 0
        }
    }
}
