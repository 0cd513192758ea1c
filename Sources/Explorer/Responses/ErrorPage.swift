import HTTPTypes
import Hummingbird
import Pages
import Text

/// The page of a request that has no view.
enum ErrorPage {
    /// The problem in the form that was asked for; a table has no place for it, so that it is a document, too.
    static func response(_ problem: ExplorerProblem, as format: SiteFormat) -> Response {
        guard format != .html else { return response(problem) }
        let document: JSONValue = ["error": .string(problem.words)]
        return ViewResponse.text(document.text(), type: "application/json", status: problem.status)
    }

    static func response(_ problem: ExplorerProblem) -> Response {
        let name = problem.status.reasonPhrase
        let page = Page(
            title: name, generator: SiteFrame.generator,
            header: Page.Header(
                eyebrow: "Explorer", heading: .text(name),
                subtitle: .element("a", ["href": Link.root.href], text: "To all runs")),
            skip: "Skip to what is wrong",
            sections: [
                Page.Section(
                    "problem", label: "Problem", heading: "What is wrong",
                    body: .lines([.element("p", ["dir": "auto"], text: problem.words)]))
            ], footer: SiteFrame.footer)
        var response = ViewResponse.html(page, status: problem.status)
        if problem.status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD, POST" }
        return response
    }
}
