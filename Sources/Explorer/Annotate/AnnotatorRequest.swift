import AnswerStore
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Workbench

/// What an annotator asks for: the desk of whose link it is, and a form's fields where one was sent.
struct AnnotatorRequest: Sendable {
    let desk: AnnotatorDesk
    let frame: AnnotateFrame
    /// The parts of the path that stand for something, by name.
    let parameters: Parameters
    /// The form's fields; none where a page is asked for.
    let fields: SiteQuery
    /// What stands behind the question mark of the address.
    let query: SiteQuery
    /// Whether a script asks, which gets JSON.
    let isScript: Bool
    /// When it came.
    let now: Date

    var links: AnnotateLinks { frame.links }

    /// What they call the item of the path.
    var number: Int? { parameters.get("number").flatMap { Int($0) } }

    /// What they have agreed to.
    ///
    /// - Throws: ``AnnotatorProblem/consentFirst`` before they have.
    func consent() throws -> Consent {
        guard let consent = try desk.consent(), consent.isGiven else { throw AnnotatorProblem.consentFirst }
        return consent
    }

    /// The browser goes on to another page.
    func going(to link: Link) -> Response { Response.redirect(to: link.href, type: .normal) }
}

/// Why an annotator gets no page.
enum AnnotatorProblem: Error, Sendable {
    /// They have not agreed yet: the consent page is next.
    case consentFirst
    /// Nothing lies there. Nothing more is said, so that links can't be told from each other.
    case nothing
}

/// A page or a form of the annotators, who are known by the secret in their link's path: they need no session, and see nothing else of
/// the explorer.
struct AnnotatorRoute: Sendable {
    /// Its path below the secret: "/items/{number}"; empty for the first page.
    let path: String
    /// Answers a page that is asked for; `nil` where there is none.
    var get: (@Sendable (AnnotatorRequest) async throws -> Response)?
    /// Answers a form; `nil` where there is none.
    var post: (@Sendable (AnnotatorRequest) async throws -> Response)?

    /// All of them.
    static let all: [AnnotatorRoute] = [start, consent, withdraw, item, next, missing, guideline, done]

    /// More fields of a form are not taken: a check box for each word of a long text.
    static let mostFields = 4000

    func add(to router: Router<BasicRequestContext>, _ site: ExplorerServer) {
        let path = RouterPath("/annotate/{secret}" + path)
        if let get {
            router.get(path) { request, context in await Self.answer(request, context, site, hasForm: false, get) }
        }
        if let post {
            router.post(path) { request, context in await Self.answer(request, context, site, hasForm: true, post) }
        }
    }

    private static func answer(
        _ request: Request, _ context: BasicRequestContext, _ site: ExplorerServer, hasForm: Bool,
        _ act: @Sendable (AnnotatorRequest) async throws -> Response
    ) async -> Response {
        let isScript = request.headers[.accept]?.hasPrefix("application/json") ?? false
        let answers = AnnotatorAnswers(isScript: isScript, words: site.settings.words)
        do {
            guard let secret = context.parameters.get("secret"),
                let desk = try AnnotatorDesk(secret: secret, on: site.shelf)
            else { throw AnnotatorProblem.nothing }
            let fields =
                hasForm
                ? SiteQuery(String(buffer: try await FormBody.collect(request)), most: mostFields) : SiteQuery("")
            let frame = AnnotateFrame(
                links: AnnotateLinks(secret: secret), project: desk.project.record.name,
                name: desk.participant.judge.name, generator: SiteFrame.generator)
            let asked = AnnotatorRequest(
                desk: desk, frame: frame, parameters: context.parameters, fields: fields,
                query: SiteQuery(request.uri.query ?? ""), isScript: isScript,
                now: Date())
            do {
                return try await act(asked)
            } catch AnnotatorProblem.consentFirst where !isScript {
                return asked.going(to: asked.links.consent)
            }
        } catch {
            return answers.problem(error)
        }
    }
}
