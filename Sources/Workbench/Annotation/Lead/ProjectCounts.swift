import AnswerStore
package import Foundation
import Measures
package import Reports
import Study
import Text

/// Counts what a project's labels say, once for all pages and commands of whoever leads it.
package struct ProjectCounts: Sendable {
    let project: AnnotationProject
    let items: [ActionItem]
    let standing: StandingJudgements
    /// What annotators say, attention checks left out.
    let people: GivenAnswers
    let final: FinalLabels
    let held: [AnswerStore.HeldItem]
    let participants: [ParticipantRecord]
    /// Where annotators differ, what matters most first.
    package let disputes: [DisputedItem]

    /// Reads all that stands in a project.
    package init(_ project: AnnotationProject, at date: Date) throws {
        self.project = project
        let all = try project.everyItem()
        standing = try StandingJudgements(project, items: all)
        items = all.filter { !$0.isCheck }
        people = GivenAnswers(standing, items: items, codebook: project.codebook, by: \.isAnnotator)
        final = FinalLabels(standing, items: items, codebook: project.codebook)
        held = try project.store.heldItems(project: project.record.id, at: date)
        participants = try project.store.participants(project: project.record.id)
        disputes = DisputedItem.all(items, people, final)
    }

    /// All that is known of the project but how far people agree.
    package var facts: ProjectFacts {
        let book = project.codebook
        var facts = ProjectFacts(
            name: project.record.name, study: project.definition.study, codebook: "\(book.name)@\(book.version)",
            codebookDigest: book.digest, overlap: project.definition.settings.overlap)
        facts.hasCodes = book.coding != nil
        var shares: [String: ProjectShare] = [:]
        for (place, item) in items.enumerated() {
            let (complete, begun) = (people.complete(place), people.begun(place))
            let share = ProjectShare(judged: complete.count, overlap: facts.overlap)
            facts.whole.add(share)
            shares[item.line.cell.scenario.country, default: ProjectShare()].add(share)
            facts.extras += max(0, complete.count - facts.overlap)
            facts.begun += begun.count > complete.count ? 1 : 0
        }
        facts.countries = countries(shares)
        facts.skipped = Set(skips.filter { !$0.isJudged }.map(\.item)).count
        facts.held = Set(stillHeld.map(\.item)).count
        facts.disputed = disputes.count { !$0.isDecided }
        facts.decided = disputes.count - facts.disputed
        facts.standing = standing.entries.count
        facts.isCoding = book.coding != nil
        facts.hasGaps = items.contains { $0.gap != nil }
        facts.proposals = proposals
        facts.leftOut = StandingJudgements.LeftOut.allCases.compactMap { reason in
            standing.leftOut[reason].map { (reason.rawValue, $0) }
        }
        facts.labels = facts.standing + facts.leftOut.reduce(0) { $0 + $1.labels }
        let counts = final.counts
        facts.provenance = FinalLabels.Provenance.allCases.compactMap { kind in counts[kind].map { (kind.rawValue, $0) }
        }
        return facts
    }

    /// What coders propose; names that differ in case alone are one.
    private var proposals: [ProposalFacts] {
        var (found, places) = ([ProposalFacts](), [String: Int]())
        for entry in standing.entries where entry.criterion == Codebook.Extra.proposal.rawValue {
            guard let proposal = CodeProposal(note: entry.judgement.note ?? "") else { continue }
            let key = proposal.name.lowercased()
            let place = places[key] ?? found.count
            if place == found.count {
                places[key] = place
                found.append(ProposalFacts(name: proposal.name, definitions: [], coders: [], items: []))
            }
            func add<Item: Equatable>(_ item: Item, to items: inout [Item]) {
                if !items.contains(item) { items.append(item) }
            }
            if !proposal.definition.isEmpty { add(proposal.definition, to: &found[place].definitions) }
            add(standing.judges[entry.judge]?.name ?? "", to: &found[place].coders)
            add(entry.item.position + 1, to: &found[place].items)
        }
        return found.enumerated().sorted { left, right in
            (-left.element.coders.count, -left.element.items.count, left.offset)
                < (-right.element.coders.count, -right.element.items.count, right.offset)
        }.map(\.element)
    }

    private func countries(_ shares: [String: ProjectShare]) -> [(country: String, share: ProjectShare)] {
        let known = project.definition.countries.filter { shares[$0] != nil }
        let others = shares.keys.filter { !known.contains($0) }.sorted()
        return (known + others).compactMap { name in shares[name].map { (name, $0) } }
    }

    /// Who skipped which item, and whether they have judged it since.
    var skips: [(judge: Int64, item: Int64, isJudged: Bool)] {
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return standing.entries.compactMap { entry in
            guard entry.criterion == Codebook.Extra.skip.rawValue, let place = places[entry.item.id] else { return nil }
            return (entry.judge, entry.item.id, people.complete(place).contains(entry.judge))
        }
    }

    /// Items that somebody holds who has not judged them yet.
    var stillHeld: [AnswerStore.HeldItem] {
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return held.filter { held in
            places[held.item].map { !people.complete($0).contains(held.judge) } ?? true
        }
    }
}

extension ProjectShare {
    /// An item that so many people have judged.
    fileprivate init(judged: Int, overlap: Int) {
        self.init()
        (items, complete) = (1, judged >= overlap ? 1 : 0)
        (judgements, wanted) = (min(judged, overlap), overlap)
    }

    fileprivate mutating func add(_ other: ProjectShare) {
        (items, complete) = (items + other.items, complete + other.complete)
        (judgements, wanted) = (judgements + other.judgements, wanted + other.wanted)
    }
}

extension Codebook {
    /// 16 hexadecimal digits of all that the codebook says, the same on every machine.
    package var digest: String {
        var encoding = CanonicalEncoding(version: "vlens-codebook-1")
        encoding.append(name)
        encoding.append(version)
        encoding.append(guideline)
        for criterion in criteria {
            encoding.append([
                criterion.id, criterion.name, criterion.question, criterion.definition, criterion.about.rawValue,
            ])
            encoding.append(criterion.answers.flatMap { [$0.id, $0.label] })
            encoding.append(criterion.formerly ?? [criterion.id])
            if let level = criterion.level {
                encoding.append(level)
                encoding.append(criterion.examples ?? [])
                encoding.append(criterion.excludes ?? [])
            }
        }
        if let coding {
            encoding.append(coding.mode.rawValue)
            encoding.append(coding.levels.flatMap { [$0.id, $0.name] })
        }
        return encoding.digest(bytes: 8)
    }
}
