package import AnswerStore
package import Foundation
package import Study
import Text

/// Where one annotator works: their project, and what of it concerns them. It shows nothing of what others say.
package struct AnnotatorDesk: Sendable {
    /// What is judged together.
    package let project: AnnotationProject
    /// Who judges.
    package let participant: ParticipantRecord
    /// The project's items.
    package let items: ProjectShelf.Kept

    /// The desk of whose link holds a secret; `nil` where nobody's does.
    package init?(secret: String, on shelf: ProjectShelf) throws {
        guard (16...128).contains(secret.utf8.count),
            let participant = try shelf.store.participant(secret: secret), participant.role == .annotator,
            let record = try shelf.store.project(participant.project)
        else { return nil }
        project = try AnnotationProject(record, in: shelf.store)
        self.participant = participant
        items = try shelf.items(of: project)
    }

    var store: AnswerStore { project.store }
    /// How it is judged.
    package var settings: AnnotationSettings { project.definition.settings }
    var quota: Quota { Quota(settings) }

    /// What they have agreed to; `nil` before they have said anything.
    package func consent() throws -> Consent? { try project.consents()[participant.judge] }

    /// The items that they were given, in the order in which they were; what they call item 1 is the first.
    package func given() throws -> [ActionItem] {
        try store.leases(of: participant).compactMap { items.byID[$0.item] }
    }

    /// What they say of an item now.
    package func answers(to item: ActionItem) throws -> OwnAnswers {
        OwnAnswers(
            try store.labels(of: item.id, by: participant.judgeID), of: project.codebook, action: item.line.action.text)
    }

    /// What they may judge, in an order of their own, which stays the same when items are added.
    func candidates(for consent: Consent) -> [Candidate] {
        let seed = UInt64(Digest(of: Array("order \(participant.secret)".utf8)).hexadecimal(bytes: 8), radix: 16) ?? 0
        return items.items.filter { isTheirs($0, consent) }
            .map { (key: Self.mixed(seed &+ UInt64($0.position) &* 0x9E37_79B9_7F4A_7C15), item: $0) }
            .sorted { ($0.key, $0.item.position) < ($1.key, $1.item.position) }
            .map { Candidate(item: $0.item.id, isForAll: $0.item.isCheck || !$0.item.gold.isEmpty) }
    }

    /// Whether an item is for somebody of a country.
    private func isTheirs(_ item: ActionItem, _ consent: Consent) -> Bool {
        !settings.byCountry || item.isCheck || item.line.cell.scenario.country == consent.country
    }

    /// How many items they may be given at most.
    package func most(for consent: Consent) -> Int { items.items.count { isTheirs($0, consent) } }

    /// SplitMix64’s mixing: Steele, Lea and Flood 2014.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Another item for them, held from now on.
    package func next(_ consent: Consent, at date: Date) async throws -> Grant {
        try await store.next(for: participant, among: candidates(for: consent), quota, at: date)
    }

    /// What they would get if they asked for another item.
    package func outlook(_ consent: Consent, at date: Date) async throws -> Grant {
        try await store.next(for: participant, among: candidates(for: consent), quota, at: date, holds: false)
    }

    /// Holds an item on while they look at it.
    ///
    /// - Returns: whether they hold it; where not, others have it already.
    package func hold(_ item: ActionItem, at date: Date) async throws -> Bool {
        if item.isCheck || !item.gold.isEmpty { return true }
        return try await store.renew(item.id, for: participant, quota, at: date)
    }
}
