import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Workbench

/// Why a request is answered with no view, in words for a person: each names what was wrong and what to do.
enum ExplorerProblem: Error, Sendable, Hashable {
    /// The request was sent under a name that is not the explorer's.
    case misdirected(host: String)
    /// Nothing lies at the address.
    case notFound(String)
    /// The address says something that its view does not know.
    case badAddress(AddressProblem)
    /// What the view shows could not be read.
    case failed(String)

    var status: HTTPResponse.Status {
        switch self {
        case .misdirected: .misdirectedRequest
        case .notFound: .notFound
        case .badAddress: .badRequest
        case .failed: .internalServerError
        }
    }

    var words: String {
        switch self {
        case .misdirected(let host):
            "The explorer was asked for under the name “\(host)”, which it does not know. If that name is yours, say so when it "
                + "starts: vlens serve --host \(host.isEmpty ? "NAME" : host)"
        case .notFound(let what): "There is no \(what) here."
        case .badAddress(let problem): "The address can’t be read: \(problem)."
        case .failed(let reason): "This can’t be shown: \(reason)"
        }
    }
}

/// The page of a request that has no view.
enum ErrorPage {
    static func response(_ problem: ExplorerProblem) -> Response {
        let page = Page(
            title: problem.status.reasonPhrase, generator: SiteFrame.generator,
            header: Page.Header(
                eyebrow: "Explorer", heading: .text(problem.status.reasonPhrase),
                subtitle: .element("a", ["href": Link.root.href], text: "To all runs")),
            skip: "Skip to what is wrong",
            sections: [
                Page.Section(
                    "problem", label: "Problem", heading: "What is wrong",
                    body: .lines([.element("p", [:], text: problem.words)]))
            ], footer: SiteFrame.footer)
        return ViewResponse.html(page, status: problem.status)
    }
}
