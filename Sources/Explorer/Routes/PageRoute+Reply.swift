import Hummingbird
import Pages
import Reports
import Workbench

extension PageRoute {
    /// One question with each run's reply to it: its address is the same in every store.
    static let reply = PageRoute(path: "/reply/{question}") { request in
        var address = ReplyAddress(
            question: ReplyPath.question(request.parameters),
            run: try request.query.number("run", in: 1...Int.max))
        address.part = try request.query.number("part", in: 1...1_000_000) ?? 1
        let page = ReplyPage(address, in: request.library, mayWrite: request.mayWrite)
        guard let view = try await page.view() else {
            throw ExplorerProblem.notFound("reply to a question “\(address.question)” in this store")
        }
        return view
    }
}

/// The part of an address that names a question.
enum ReplyPath {
    /// An imported question's id has slashes, which stand in a path as `%2F`.
    static func question(_ parameters: Parameters) -> String {
        PercentCoding.decoded((parameters.get("question") ?? "").utf8)
    }
}
