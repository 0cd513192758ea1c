import AnswerStore
import Costs
import Explorer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Study
import Testing
import Text
import Workbench

/// A project with its people over a store of its own, and a server of it.
struct AnnotateWorld: Sendable {
    let store: AnswerStore
    let project: AnnotationProject
    let study: LoadedStudy
    let server: ExplorerServer
    let people: [String: ParticipantRecord]
    static let token = "0123456789abcdef0123456789abcdef"

    /// Makes the world while `body` runs.
    ///
    /// - Parameters:
    ///   - texts: the actions, all of the pilot's first topic and value.
    ///   - country: the number of each action's country in the pilot.
    ///   - gap: what a respondent says, where gaps are coded.
    ///   - gold: answers known to be right, by the action's place.
    static func with<T>(
        texts: [String] = ["I go alone.", "I wait for others."], country: (Int) -> Int = { _ in 0 },
        gold: [Int: [String: String]] = [:], gap: CodedGap? = nil, settings: AnnotationSettings = AnnotationSettings(),
        people: [String] = ["anna", "ben"], _ body: (AnnotateWorld) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "annotate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let study = try LoadedStudy(named: "pilot")
        var records = texts.enumerated().map { place, text in
            let action = action(text, country: study.definition.countries[country(place)], study)
            if let gap { return ActionItem.record(action, gap: gap, gold: gold[place] ?? [:]) }
            return ActionItem.record(action, gold: gold[place] ?? [:])
        }
        if let check = settings.attention { records.append(ActionItem.record(check, of: settings.codebook)) }
        let project = try AnnotationProject.begin(
            named: "first", ProjectDefinition(study.definition, settings: settings), items: records, in: store,
            at: Date())
        var added: [String: ParticipantRecord] = [:]
        for name in people { added[name] = try project.participant(named: name, at: Date()) }
        var explorer = ExplorerSettings(token: token)
        explorer.isBlind = true
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        let server = ExplorerServer(library, settings: explorer)
        return try await body(
            AnnotateWorld(store: store, project: project, study: study, server: server, people: added))
    }

    static func action(_ text: String, country: String, _ study: LoadedStudy) -> DatasetAction {
        let study = study.definition
        let scenario = Scenario(country: country, topic: study.topics[0])
        return DatasetAction(
            cell: Cell(scenario: scenario, value: study.theory.values[0].name), inclination: .agree,
            action: Action(text: text, attributions: [], explanation: "Because it is so."), language: "en")
    }

    struct Answered: Sendable {
        let status: Int
        let body: String
        let place: String?
        let headers: HTTPFields
        var json: JSONValue { JSONReader.read(Array(body.utf8), manner: .strict) ?? .null }
    }

    func secret(_ person: String) throws -> String { try #require(people[person]).secret }

    /// What somebody's browser gets.
    func get(_ person: String, _ path: String = "") async throws -> Answered {
        try await ask("/annotate/\(secret(person))\(path)", .get, [:], "")
    }

    /// Sends a form, or what the page's script sends.
    func post(_ person: String, _ path: String, _ fields: String, script: Bool = false) async throws -> Answered {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        if script { headers[.accept] = "application/json" }
        return try await ask("/annotate/\(secret(person))\(path)", .post, headers, fields)
    }

    func ask(
        _ address: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: String
    ) async throws -> Answered {
        try await server.application().test(.router) { client in
            try await client.execute(uri: address, method: method, headers: headers, body: ByteBuffer(string: body)) {
                Answered(
                    status: $0.status.code, body: String(buffer: $0.body), place: $0.headers[.location],
                    headers: $0.headers)
            }
        }
    }

    /// Agrees, as somebody who knows one of the study's countries.
    func agree(_ person: String, country: String? = nil) async throws {
        let country = (country ?? study.definition.countries[0]).replacing(" ", with: "+")
        let answer = try await post(person, "/consent", "agree=1&country=\(country)&years=7&languages=en")
        #expect(answer.status == 303)
    }

    /// Asks for another item.
    ///
    /// - Returns: what they call it; nil where there is none.
    func next(_ person: String) async throws -> Int? {
        let place = try await post(person, "/next", "").place ?? ""
        return place.firstMatch(of: /\/items\/(\d+)$/).flatMap { Int($0.1) }
    }

    /// An item by what somebody calls it.
    func item(_ person: String, _ number: Int) throws -> ActionItem {
        let lease = try store.leases(of: #require(people[person]))[number - 1]
        return try #require(try project.everyItem().first { $0.id == lease.item })
    }

    func save(
        _ person: String, _ number: Int, _ fields: String, seen: Int64, script: Bool = true
    ) async throws -> Answered {
        try await post(
            person, "/items/\(number)", "item=\(item(person, number).hash)&seen=\(seen)&\(fields)", script: script)
    }

    /// All answers of an item.
    static func all(_ answer: String) -> String {
        Codebook.via.criteria.map { "answer-\($0.id)=\(answer)" }.joined(separator: "&")
    }

    /// Judges an item whole.
    func judge(_ person: String, _ number: Int, _ answer: String = "yes") async throws {
        let saved = try await save(person, number, "\(Self.all(answer))&force=1", seen: 0)
        #expect(saved.status == 200, "\(saved.body)")
    }

    /// What somebody says of an item now, as the store has it.
    func answers(_ person: String, _ number: Int) throws -> OwnAnswers {
        let item = try item(person, number)
        return OwnAnswers(try trail(person, number), of: project.codebook, action: item.line.action.text)
    }

    /// All that somebody has said of an item.
    func trail(_ person: String, _ number: Int) throws -> [LabelRow] {
        try store.labels(of: item(person, number).id, by: #require(people[person]).judgeID)
    }
}
