import HTTPTypes
import Hummingbird
import Reports

/// Gives an address at which nothing lies a page that says so.
struct NotFoundPages: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound && AnnotateLinks.holds(request.uri.path) {
            // The path holds a secret.
            return ErrorPage.response(.notFound("such page"))
        } catch let error as HTTPError where error.status == .notFound {
            return ErrorPage.response(.notFound("page at “\(request.uri.path)”"))
        } catch let error as HTTPError where error.status == .methodNotAllowed {
            return ErrorPage.response(.method(request.method.rawValue))
        }
    }
}
