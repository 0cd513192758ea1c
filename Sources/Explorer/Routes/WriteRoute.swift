import HTTPTypes
import Hummingbird
import Pages
import Workbench

/// What a form of the site sends: its fields, and where it was sent to. It comes from somebody who may write, from a page of this site.
struct WriteRequest: Sendable {
    /// The parts of the path that stand for something, by name.
    let parameters: Parameters
    /// The form's fields, in their order.
    let fields: SiteQuery
    /// The runs.
    let library: RunLibrary
}

/// Something that a form does.
struct WriteRoute: Sendable {
    /// Its path: "/reply/{question}/overrule".
    let path: RouterPath
    /// Does it.
    ///
    /// - Returns: where the browser goes on.
    let act: @Sendable (WriteRequest) async throws -> any SiteAddress

    /// All forms.
    static let all: [WriteRoute] = [overrule]

    /// The most bytes of a form.
    static let mostBytes = 64 * 1024

    func add(to router: Router<BasicRequestContext>, _ site: ExplorerServer) {
        router.post(path) { [act] request, context in
            let session = Session(token: site.settings.token)
            guard session.isKnown(request) else { return ErrorPage.response(.tokenNeededToWrite) }
            do {
                let body = try await FormBody.collect(request)
                let fields = SiteQuery(String(buffer: body))
                let place = try await act(
                    WriteRequest(parameters: context.parameters, fields: fields, library: site.library))
                await site.answers.forget()
                return Response.redirect(to: place.link().href, type: .normal)
            } catch {
                return ErrorPage.response(ExplorerProblem(error, words: site.settings.words))
            }
        }
    }
}
