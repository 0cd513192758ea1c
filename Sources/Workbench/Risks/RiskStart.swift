package import AnswerStore
package import Foundation
package import Study

/// A project of gaps that is begun or gone on with.
package struct RiskStart: Sendable {
    /// How gaps are coded and by whom.
    package struct Wish: Sendable {
        /// The codebook; `nil` takes the project's, or the one that ships.
        package var codebook: Codebook?
        /// Whether coders may propose codes; `nil` leaves it as it is.
        package var mode: Codebook.Coding.Mode?
        /// How many people code each gap; `nil` leaves it as it is.
        package var overlap: Int?
        /// Who codes.
        package var people: [String]

        /// A wish.
        package init(
            codebook: Codebook? = nil, mode: Codebook.Coding.Mode? = nil, overlap: Int? = nil, people: [String] = []
        ) {
            (self.codebook, self.mode, self.overlap, self.people) = (codebook, mode, overlap, people)
        }
    }

    /// The project.
    package let project: AnnotationProject
    /// Where gaps came from, as they were taken now.
    package let taken: [GapItems]
    /// Who codes, first added first.
    package let people: [ParticipantRecord]
    /// How many gaps it has, and how many of them are new.
    package let items, added: Int
    /// Gaps of earlier that are none any more.
    package let noLonger: Int

    /// Gaps of one respondent are coded by so many people unless somebody says otherwise.
    package static let usualOverlap = 2

    /// Begins a project of gaps, or finds it and adds what it lacks: gaps, people, a later codebook. Done again it changes nothing.
    ///
    /// - Parameter sources: where gaps come from; all gaps of each, or those that were drawn.
    /// - Throws: ``RiskError``, ``CodebookProblem``, `StoreError`.
    package init(
        named name: String, sources: [(all: GapItems, taken: GapItems)], _ wish: Wish, in store: AnswerStore,
        at date: Date
    ) throws {
        let known = try AnnotationProject(named: name, in: store)
        let before = try known?.items() ?? []
        if let known { try Self.check(known, before, wish) }
        var definition = try Self.definition(known, sources.map(\.all), wish)
        for (all, taken) in sources { definition.note(all, taken, before) }
        let records = sources.flatMap { $0.taken.items.map(\.record) }
        let begun = try AnnotationProject.begin(named: name, definition, items: records, in: store, at: date)
        project = try begun.redefined(as: definition, at: date)
        for person in wish.people { _ = try project.participant(named: person, at: date) }
        people = try store.participants(project: project.record.id).filter { $0.role == .annotator }
        items = try store.itemCount(project: project.record.id)
        added = items - before.count
        noLonger = definition.gaps?.reduce(0) { $0 + ($1.noLonger?.count ?? 0) } ?? 0
        taken = sources.map(\.taken)
    }

    private static func check(_ known: AnnotationProject, _ items: [ActionItem], _ wish: Wish) throws {
        let name = known.record.name
        guard items.allSatisfy({ $0.gap != nil }), known.codebook.coding != nil else {
            throw RiskError.noGaps(project: name)
        }
        if let given = wish.codebook, given.name != known.codebook.name {
            throw RiskError.otherCodebook(project: name, has: known.codebook.name, given: given.name)
        }
    }

    private static func definition(
        _ known: AnnotationProject?, _ sources: [GapItems], _ wish: Wish
    ) throws -> ProjectDefinition {
        var definition = try known?.definition ?? begun(sources, wish)
        if let given = wish.codebook, given.version != definition.settings.codebook.version || known == nil {
            definition.settings.codebook = given
        } else if let given = wish.codebook {
            // The same version with another mode is no other codebook: the mode may have been changed by an earlier start.
            var same = given
            same.coding?.mode = definition.settings.codebook.coding?.mode ?? .fixed
            if same != definition.settings.codebook { definition.settings.codebook = given }
        }
        guard var coding = definition.settings.codebook.coding else {
            throw RiskError.codebookWithoutCodes(definition.settings.codebook.name)
        }
        if let mode = wish.mode, mode != coding.mode {
            coding.mode = mode
            definition.settings.codebook.coding = coding
            // Labels name the version under which they were given, and so tell the two passes apart.
            if known != nil, definition.settings.codebook.version == known?.codebook.version {
                definition.settings.codebook.version += 1
            }
        }
        if let overlap = wish.overlap { definition.settings.overlap = overlap }
        for source in sources {
            definition.glosses.merge(source.glosses) { first, _ in first }
            definition.groups = (definition.groups ?? [:]).merging(source.groups) { first, _ in first }
            let new = source.countries.filter { !definition.countries.contains($0) }
            definition.countries += new
        }
        return definition
    }

    private static func begun(_ sources: [GapItems], _ wish: Wish) throws -> ProjectDefinition {
        guard let first = sources.first else { throw RiskError.nothingMisaligned(source: "nothing that was named") }
        let settings = AnnotationSettings(
            consent: consent, codebook: try wish.codebook ?? Codebook.load("risks"), overlap: usualOverlap,
            byCountry: false, suggestions: .never)
        return ProjectDefinition(
            study: first.study, language: first.language, glosses: first.glosses, countries: first.countries,
            settings: settings)
    }

    /// What people agree to before they code.
    package static let consent = """
        You are asked to code short texts: what a language model says of a value, and which action it chooses, in different countries. Some \
        may be unpleasant to read. Taking part is voluntary: you can skip any item and stop at any time.

        What you answer is kept together with the name on your link, the country and languages that you give below, and the time that each \
        item took. It is used for research and may be published without your name.
        """
}

extension ProjectDefinition {
    /// Keeps where gaps come from: a source that is known already is brought up to date.
    fileprivate mutating func note(_ all: GapItems, _ taken: GapItems, _ before: [ActionItem]) {
        var population = taken.population
        let still = Set(all.items.map { $0.itemRecord.hash })
        let former = before.filter {
            $0.gap?.respondent == population.respondent && $0.gap?.run == population.run && !still.contains($0.hash)
        }
        population.noLonger = former.isEmpty ? nil : former.map(\.hash)
        var known = gaps ?? []
        if let place = known.firstIndex(where: {
            $0.respondent == population.respondent && $0.run == population.run
        }) {
            // A draw is not undone by a second one, and all stay all.
            let wasWhole = known[place].draw == nil && known[place].misaligned == population.misaligned
            if wasWhole { population.draw = nil }
            if population.draw != nil, let first = known[place].draw, first.size > population.draw?.size ?? 0 {
                population.draw = first
            }
            known[place] = population
        } else {
            known.append(population)
        }
        gaps = known
    }
}
