import HTTPTypes
import Hummingbird

/// Refuses what no browser that looks at the explorer sends: targets that name a whole address, methods that are not offered, and
/// writes that another site's page might have sent.
struct RequestGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.head.path?.hasPrefix("/") == true else { return ErrorPage.response(.badTarget) }
        switch request.method {
        case .get, .head: return try await next(request, context)
        case .post:
            if let problem = Self.problem(of: request) { return ErrorPage.response(problem) }
            return try await next(request, context)
        default: return ErrorPage.response(.method(request.method.rawValue))
        }
    }

    /// Why a write is refused; nil where it comes from a form of this site.
    ///
    /// A browser says where a request comes from, by either of two fields: one that says neither is none. A form's own content type is
    /// asked for, because a page of another site can send JSON as plain text without asking first.
    private static func problem(of request: Request) -> ExplorerProblem? {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        if let site, site != "same-origin" { return .foreign("Sec-Fetch-Site: \(site)") }
        let origin = request.headers[.origin]
        // A page that tells nobody where somebody came from is said to come from “null” by browsers that say its site beside.
        if let origin, !(origin == "null" && site == "same-origin") {
            let own = request.head.authority ?? ""
            guard ["http://\(own)", "https://\(own)"].contains(origin.lowercased()) || origin == "http://\(own)" else {
                return .foreign("Origin: \(origin)")
            }
        }
        guard site != nil || origin != nil else { return .foreign("neither Origin nor Sec-Fetch-Site") }
        let type = request.headers[.contentType] ?? ""
        let essence = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return essence == "application/x-www-form-urlencoded" ? nil : .contentType(type)
    }
}
