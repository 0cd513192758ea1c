import HTTPTypes
import Hummingbird
import Pages
import Reports

/// Takes the secret out of the address that begins a session; where the explorer is reached from elsewhere, lets nobody in without one.
struct SessionGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    let settings: ExplorerSettings

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let session = Session(token: settings.token)
        let query = SiteQuery(request.uri.query ?? "")
        // An annotator's link is a secret of its own, and no address below it begins a session.
        if AnnotateLinks.holds(request.uri.path) { return try await next(request, context) }
        if request.method == .get, let given = query.text(Session.parameter) {
            guard Session.isSame(given, session.token) else { return ErrorPage.response(.wrongToken) }
            return begin(session, at: request.uri.path, without: query)
        }
        if !settings.isOpen, !Assets.isAsset(request.uri.path), !session.isKnown(request) {
            return ErrorPage.response(settings.isLocal ? .tokenNeededToStayBlind : .tokenNeeded)
        }
        return try await next(request, context)
    }

    /// The same address without the secret.
    private func begin(_ session: Session, at path: String, without query: SiteQuery) -> Response {
        let steps = PercentCoding.steps(of: path)
        let rest = query.parts.filter { $0.name != Session.parameter }.map { ($0.name, $0.value) }
        let link = Link.site(steps, query: rest) ?? .root
        var response = Response.redirect(to: link.href, type: .normal)
        response.setCookie(session.cookie)
        return response
    }
}
