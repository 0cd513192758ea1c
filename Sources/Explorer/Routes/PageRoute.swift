import Hummingbird
import Pages
import Reports
import Workbench

/// What a view is made from: the address that was asked for, and the store's runs.
struct ViewRequest: Sendable {
    /// The parts of the path that stand for something, by name.
    let parameters: Parameters
    /// What stands behind the question mark.
    let query: SiteQuery
    /// The runs.
    let library: RunLibrary
    /// Whether whoever asks may write, so that pages have forms.
    let mayWrite: Bool

    /// The run that the path names.
    ///
    /// - Throws: ``ExplorerProblem`` where it is no number.
    var run: Int64 {
        get throws {
            let text = parameters.get("run") ?? ""
            guard let number = Int64(text), number > 0 else { throw ExplorerProblem.notFound("run “\(text)”") }
            return number
        }
    }
}

/// A page of the site: where it lies, and how its view is made.
struct PageRoute: Sendable {
    /// Its path: "/runs/{run}".
    let path: RouterPath
    /// All that the view depends on beside the request, where that can be told without making it; then it is made once.
    var version: @Sendable (ViewRequest) async throws -> String? = { _ in nil }
    /// Makes the view.
    let view: @Sendable (ViewRequest) async throws -> any SiteView

    /// All pages.
    static let all = [
        overview, words, cell, reply, compare, sideBySide, gaps, data, run, instrument, agreement, risks, projects,
        project,
        disagreements, itemTrail,
    ]

    /// A section of a page alone is asked for by this name, where it is looked at anew.
    static let section = "section"

    func add(to router: Router<BasicRequestContext>, _ site: ExplorerServer) {
        router.get(path) { request, context in
            let query = SiteQuery(request.uri.query ?? "")
            if query.parts.contains(where: \.value.isEmpty) { return Self.plain(request.uri.path, query) }
            let asked = ViewRequest(
                parameters: context.parameters, query: query, library: site.library,
                mayWrite: Session(token: site.settings.token).isKnown(request))
            let key = "\(asked.mayWrite) \(request.head.path ?? "")"
            // Where it can't be told, making the view says why.
            let version = try? await self.version(asked)
            return await site.answers.answer(key, version: version ?? nil) {
                do {
                    return try await answer(asked)
                } catch {
                    let format = SiteFormat(rawValue: asked.query.text("format") ?? "") ?? .html
                    return ErrorPage.response(ExplorerProblem(error, words: site.settings.words), as: format)
                }
            }
        }
    }

    /// A form sends its empty fields, too: an address that is kept and cited has none.
    private static func plain(_ path: String, _ query: SiteQuery) -> Response {
        let parts = query.parts.filter { !$0.value.isEmpty }.map { ($0.name, $0.value) }
        return Response.redirect(
            to: (Link.site(PercentCoding.steps(of: path), query: parts) ?? .root).href, type: .normal)
    }

    private func answer(_ asked: ViewRequest) async throws -> Response {
        let format: SiteFormat = try asked.query.choice("format") ?? .html
        let made = try await view(asked)
        guard let name = asked.query.text(Self.section) else { return try ViewResponse.response(made, as: format) }
        guard let section = try made.page().sections.first(where: { $0.anchor.name == name }) else {
            throw ExplorerProblem.notFound("section “\(name)”")
        }
        return ViewResponse.text(try section.fragment(), type: "text/html; charset=utf-8")
    }
}
