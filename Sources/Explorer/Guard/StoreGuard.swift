import AnswerStore
import HTTPTypes
import Hummingbird

/// Shows and changes nothing once the store's files are no longer those that were opened: what is read would be of a store that nobody
/// has, and what is written would be lost with it.
struct StoreGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    let watch: StoreWatch

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard !Assets.isAsset(request.uri.path) else { return try await next(request, context) }
        if watch.change() != nil { return ErrorPage.response(.storeGone) }
        let response = try await next(request, context)
        // A write that went into a file that was removed meanwhile is none.
        if request.method == .post, watch.change() != nil { return ErrorPage.response(.storeGone) }
        return response
    }
}

/// Texts of errors without the folders of this machine.
enum PathFree {
    /// The text with only the file's name where it has a store's path.
    static func text(_ text: String, storePath path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return text }
        return text.replacing(path, with: path[path.index(after: slash)...])
    }
}
