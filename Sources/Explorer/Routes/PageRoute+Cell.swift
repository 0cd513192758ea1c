import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// One cell of a run.
    static let cell = PageRoute(path: "/runs/{run}/cell") { request in
        let query = request.query
        var address = CellAddress(
            run: Int(try request.run), country: try text("country", query), topic: try text("topic", query),
            value: try text("value", query), overrides: try query.number("overrides", in: 0...1) == 1)
        address.page = try query.number("page", in: 1...1_000_000) ?? 1
        address.variant = query.text("variant")
        guard let view = try await CellPage(address, in: request.library).view() else {
            throw ExplorerProblem.notFound("cell “\(address.value)” in “\(address.country)”, “\(address.topic)”")
        }
        return view
    }

    private static func text(_ name: String, _ query: SiteQuery) throws -> String {
        guard let text = query.text(name) else {
            throw AddressProblem(name: name, value: "", expected: "the name of a \(name) of the study")
        }
        return text
    }
}
