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
}

/// A page of the site: where it lies, and how its view is made.
struct PageRoute: Sendable {
    /// Its path: "/runs/{run}".
    let path: RouterPath
    /// Makes the view.
    let view: @Sendable (ViewRequest) async throws -> any SiteView

    /// All pages.
    static let all = [overview]

    func add(to router: Router<BasicRequestContext>, library: RunLibrary) {
        router.get(path) { [view] request, context in
            let query = SiteQuery(request.uri.query ?? "")
            do {
                let format: SiteFormat = try query.choice("format") ?? .html
                let made = try await view(
                    ViewRequest(parameters: context.parameters, query: query, library: library))
                return try ViewResponse.response(made, as: format)
            } catch let problem as ExplorerProblem {
                return ErrorPage.response(problem)
            } catch let problem as AddressProblem {
                return ErrorPage.response(.badAddress(problem))
            } catch {
                return ErrorPage.response(.failed("\(error)"))
            }
        }
    }
}
