import AnswerStore
import Hummingbird
import Measures
import Pages
import Reports
import Workbench

extension PageRoute {
    /// What the misaligned cells of a project were coded for.
    static let risks = PageRoute(path: "/risks/{project}", version: lastLabel) { request in
        let name = PercentCoding.decoded((request.parameters.get("project") ?? "").utf8)
        let address = try RisksAddress(project: name, request.query)
        guard let project = try AnnotationProject(named: name, in: request.library.store) else {
            throw ExplorerProblem.notFound("project “\(name.prefix(80))”")
        }
        let source: RiskSource
        do {
            source = try RiskSource(project)
        } catch is RiskError {
            throw ExplorerProblem.notFound("page of risks of “\(name.prefix(80))”, whose items are no gaps with codes")
        }
        let coders = source.cells.coders.map(\.name)
        guard let basis = try basis(address, source) else {
            return RisksView(address, nil, coders: coders, version: Release.version)
        }
        return RisksView(
            address, try await source.input(basis: basis, plan: ResamplingPlan(), linksRuns: true), coders: coders,
            version: Release.version)
    }

    /// Whose codes are counted: who is asked for, else people, else who there is; `nil` where nobody coded anything.
    ///
    /// - Throws: `AddressProblem` for a coder who is none.
    private static func basis(
        _ address: RisksAddress, _ source: RiskSource
    ) throws(AddressProblem) -> CodedCells.Basis? {
        guard let by = address.by else { return source.usualBasis }
        guard let coder = source.cells.coders.firstIndex(where: { $0.name == by }) else {
            throw AddressProblem(name: "by", value: by, expected: "the name of somebody who codes in this project")
        }
        return .coder(coder)
    }
}

/// The figures stay the same as long as nobody codes anything and no project changes.
private let lastLabel: @Sendable (ViewRequest) async throws -> String? = { request in
    "\(try request.library.store.judgingMark()) \(try request.library.store.lastLabel())"
}
