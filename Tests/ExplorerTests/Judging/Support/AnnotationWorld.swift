import AnswerStore
import Costs
import Explorer
import Foundation
import Study
import TestServers
import TestSupport
import Testing
import Text
import Workbench

/// A project of twelve hostile actions that people judge, served on a free port, with a line in front of the server that a test can
/// make bad.
struct AnnotationWorld: Sendable {
    let store: AnswerStore
    let project: AnnotationProject
    /// The people, in the order in which they were added.
    let people: [ParticipantRecord]
    /// What browsers are given in the server's place.
    let line: FaultProxy
    private let shelf: ProjectShelf

    /// Serves while a body runs. All people have agreed to take part.
    ///
    /// - Parameters:
    ///   - given: how many items each was given already.
    ///   - change: makes the settings what the test wants.
    static func with<T: Sendable>(
        people names: [String] = ["Anna", "Bashir", "Chloé"], given: Int = 2, areGaps: Bool = false,
        changing change: (inout AnnotationSettings) -> Void = { _ in },
        _ body: (AnnotationWorld) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-judged-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        let (ports, port) = AsyncStream<Int>.makeStream()
        let serving = Task {
            var settings = ExplorerSettings(port: 0, token: "token")
            settings.isBlind = true
            try await ExplorerServer(library, settings: settings).run { port.yield($0) }
        }
        defer { serving.cancel() }
        var target = 0
        for await first in ports {
            target = first
            break
        }
        var settings = AnnotationSettings(overlap: names.count, byCountry: false)
        change(&settings)
        let line = try FaultProxy(to: target)
        defer { line.stop() }
        let world = try AnnotationWorld(store, names, settings, line, areGaps: areGaps)
        for place in names.indices { try await world.give(given, to: place) }
        let result = try await body(world)
        line.stop()
        serving.cancel()
        _ = try? await serving.value
        return result
    }

    private init(
        _ store: AnswerStore, _ names: [String], _ settings: AnnotationSettings, _ line: FaultProxy, areGaps: Bool
    ) throws {
        (self.store, self.line, shelf) = (store, line, ProjectShelf(store))
        var definition = ProjectDefinition(try HostileStudy.definition(), settings: settings)
        definition.countries = HostileActions.countries
        let project = try AnnotationProject.begin(
            named: "judged", definition,
            items: HostileActions.lines().enumerated().map { place, line in
                areGaps ? ActionItem.record(line, gap: Self.gap(place)) : ActionItem.record(line)
            }, in: store,
            at: .now)
        people = try names.map { try project.participant(named: $0, at: .now) }
        for person in people {
            try project.keep(Consent(isGiven: true, country: HostileActions.countries[0]), of: person, at: .now)
        }
        self.project = project
    }

    /// Whose gaps are coded, in a project of gaps.
    static let respondent = "acme/secret-9b"

    private static func gap(_ place: Int) -> CodedGap {
        CodedGap(
            respondent: respondent, run: "run-of-\(place)", stated: 0.125, acted: 0.75,
            otherAction: "<b>I would rather not</b> 👩🏽‍🚒", reason: place.isMultiple(of: 2) ? "Because “\(place)”." : nil)
    }

    // MARK: What a test asks and says

    /// Where somebody's pages lie, behind the line.
    func link(_ person: Int, _ path: String = "") -> String {
        "http://127.0.0.1:\(line.port)\(AnnotationStart.path(of: people[person]))\(path)"
    }

    /// Where somebody works.
    func desk(_ person: Int) throws -> AnnotatorDesk {
        try #require(try AnnotatorDesk(secret: people[person].secret, on: shelf))
    }

    /// Gives somebody more items.
    func give(_ count: Int, to person: Int) async throws {
        let desk = try desk(person)
        let consent = try #require(try desk.consent())
        for _ in 0..<count { _ = try await desk.next(consent, at: .now) }
    }

    /// What somebody says now of the item that they call by a number.
    func said(_ person: Int, item number: Int) throws -> OwnAnswers {
        let desk = try desk(person)
        return try desk.answers(to: try desk.given()[number - 1])
    }

    /// The answers to the criteria, in the codebook's order, one letter each; "-" where there is none.
    func letters(_ person: Int, item number: Int) throws -> String {
        let answers = try said(person, item: number).answers
        return project.codebook.criteria.map { answers[$0.id]?.answer?.prefix(1) ?? "-" }.joined()
    }

    /// All that somebody has ever said of the item that they call by a number.
    func trail(_ person: Int, item number: Int) throws -> [LabelRow] {
        try store.labels(of: try desk(person).given()[number - 1].id, by: people[person].judgeID)
    }

    /// The answers of a criterion that a trail holds, in their order; empty where one was taken back.
    func trail(_ person: Int, item number: Int, _ criterion: String) throws -> [String] {
        let text = try desk(person).given()[number - 1].line.action.text
        return try trail(person, item: number).filter { $0.criterion == project.codebook.key(criterion) }
            .map { Judgement(content: $0.content, action: text)?.answer ?? "" }
    }
}

/// How a test finds its way about an item's page.
enum Desk {
    /// The box of an answer.
    static func answer(_ criterion: String, _ answer: String) -> String {
        "input[name='answer-\(criterion)'][value='\(answer)']"
    }
    /// A button by what it asks for.
    static func button(_ go: String) -> String { "button[name=go][value=\(go)]" }
    /// The note.
    static let note = "#note"

    /// What is chosen on a page, one letter for each criterion, "-" where nothing is.
    static func chosen(_ browser: any Browser) async throws -> String {
        try await browser.script(
            """
            return [...document.querySelectorAll('[data-criterion]')]
                .map(f => (f.querySelector('input:checked')?.value ?? '-')[0]).join('');
            """
        ).string ?? ""
    }

    /// Waits until something holds of what is stored.
    static func wait(seconds: Double = 20, until holds: () throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if try holds() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("what was done is not in the store")
    }

    /// Clicks on an answer, as a person would: on the words beside its box.
    static func choose(_ criterion: String, _ answer: String, _ browser: any Browser) async throws {
        try await browser.click("label:has(> \(Self.answer(criterion, answer)))")
    }
}
