import AnswerStore
import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// All runs of the store.
    static let overview = PageRoute(path: "/") { request in
        let library = request.library
        var rows: [OverviewRow] = []
        for run in try library.store.runs() {
            let overview = try RunOverview(run, library.store, library.prices)
            rows.append(overview.row(try await library.figures(of: run.id)))
        }
        return OverviewView(rows: rows, version: Release.version)
    }
}
