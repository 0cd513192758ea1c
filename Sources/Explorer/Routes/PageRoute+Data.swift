import AnswerStore
import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// The value-informed actions of a run's study.
    static let data = PageRoute(path: "/runs/{run}/data") { request in
        let run = try request.browsedRun()
        let address = try DataAddress(run: Int(run.id), request.query)
        return DataView(address, try await request.library.browser.data(run))
    }
}
