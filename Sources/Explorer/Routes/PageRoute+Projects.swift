import AnswerStore
import Foundation
import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// All projects that people judge.
    static let projects = PageRoute(path: "/projects", version: judgingVersion) { request in
        ProjectsView(try ProjectPages(request.library.store).list(at: Date()), version: Release.version)
    }

    /// How far a project is, and how its annotators judge.
    static let project = PageRoute(path: "/projects/{project}", version: judgingVersion) { request in
        let name = request.project
        guard let facts = try await ProjectPages(request.library.store).facts(named: name, at: Date()) else {
            throw ExplorerProblem.notFound("project “\(name.prefix(80))”")
        }
        return ProjectView(facts, version: Release.version)
    }

    /// Where its annotators differ.
    static let disagreements = PageRoute(
        path: "/projects/{project}/disagreements", version: judgingVersion
    ) { request in
        let address = try DisagreementsAddress(project: request.project, request.query)
        guard
            let found = try ProjectPages(request.library.store).disputes(named: address.project, at: Date())
        else { throw ExplorerProblem.notFound("project “\(address.project.prefix(80))”") }
        return DisagreementsView(address, found.items, criteria: found.criteria, version: Release.version)
    }

    /// All that was said of one item.
    static let itemTrail = PageRoute(path: "/projects/{project}/items/{item}", version: judgingVersion) { request in
        let text = request.parameters.get("item") ?? ""
        guard let number = Int(text), number > 0,
            let found = try ProjectPages(request.library.store)
                .trail(named: request.project, item: number, at: Date())
        else {
            throw ExplorerProblem.notFound("item “\(text.prefix(40))” of the project “\(request.project.prefix(80))”")
        }
        return ItemTrailView(
            ItemTrailAddress(project: request.project, item: number), found.item, lines: found.lines,
            version: Release.version)
    }
}

/// What the pages of projects depend on beside their address: labels and leases, and the minute, since leases end.
private let judgingVersion: @Sendable (ViewRequest) async throws -> String? = { request in
    let mark = try request.library.store.judgingMark()
    return "\(mark) \(Int(Date().timeIntervalSince1970 / 60))"
}

extension ViewRequest {
    /// The name of the project that the path names.
    fileprivate var project: String { PercentCoding.decoded((parameters.get("project") ?? "").utf8) }
}
