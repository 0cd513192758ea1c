import AnswerStore
import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// The cells of a run: the misaligned ones, unless others are asked for.
    static let gaps = PageRoute(path: "/runs/{run}/gaps") { request in
        let run = try request.browsedRun()
        let address = try GapsAddress(run: Int(run.id), request.query)
        let library = request.library
        return try await library.browser.view(address, run, try await library.figures(of: run.id))
    }
}

extension ViewRequest {
    /// The run that the path names by its number.
    ///
    /// - Throws: ``ExplorerProblem/notFound(_:)``.
    func browsedRun() throws -> RunRecord {
        let name = parameters.get("run") ?? ""
        guard let number = Int64(name), number > 0, "\(number)" == name,
            let run = try library.store.runs().first(where: { $0.id == number })
        else { throw ExplorerProblem.notFound("run “\(name.prefix(40))”") }
        return run
    }
}
