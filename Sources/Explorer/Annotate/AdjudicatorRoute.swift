import AnswerStore
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Text
import Workbench

/// The pages and the form of an adjudicator, who is known by the secret in their link's path, as annotators are.
enum AdjudicatorRoute {
    static func add(to router: Router<BasicRequestContext>, _ site: ExplorerServer) {
        router.get("/annotate/{secret}/decide") { _, context in
            await answer(context, site) { desk, pages in
                ViewResponse.html(pages.queue(try desk.queue(at: Date())))
            }
        }
        router.get("/annotate/{secret}/decide/{item}") { _, context in
            await answer(context, site) { desk, pages in
                guard let sheet = try desk.sheet(number(context)) else { throw AdjudicatorDesk.Problem.noItem }
                return ViewResponse.html(pages.item(sheet))
            }
        }
        router.post("/annotate/{secret}/decide/{item}") { request, context in
            await answer(context, site) { desk, pages in
                let fields = SiteQuery(String(buffer: try await FormBody.collect(request)))
                return try await decide(form(fields, item: number(context)), desk, pages, site)
            }
        }
    }

    private static func number(_ context: BasicRequestContext) -> Int {
        context.parameters.get("item").flatMap { Int($0) } ?? 0
    }

    private static func answer(
        _ context: BasicRequestContext, _ site: ExplorerServer,
        _ act: (AdjudicatorDesk, AdjudicationPages) async throws -> Response
    ) async -> Response {
        func problem(_ words: String, _ status: HTTPResponse.Status) -> Response {
            ViewResponse.html(AdjudicationPages.problem(words, generator: SiteFrame.generator), status: status)
        }
        do {
            guard let secret = context.parameters.get("secret"),
                let desk = try AdjudicatorDesk(secret: secret, in: site.library.store)
            else { return problem("There is nothing here.", .notFound) }
            let pages = AdjudicationPages(
                secret: secret, project: desk.project.record.name, name: desk.participant.judge.name,
                generator: SiteFrame.generator)
            return try await act(desk, pages)
        } catch AdjudicatorDesk.Problem.noItem {
            return problem("There is nothing here.", .notFound)
        } catch {
            let known = ExplorerProblem(error, words: site.settings.words)
            return problem(known.words, known.status)
        }
    }

    private static func form(_ fields: SiteQuery, item: Int) -> AdjudicatorDesk.Form {
        var form = AdjudicatorDesk.Form(item: item, seen: fields.text("seen").flatMap { Int64($0) } ?? 0)
        for part in fields.parts {
            if part.name.hasPrefix("answer-") {
                form.answers[String(part.name.dropFirst("answer-".count))] = part.value
            } else if part.name.hasPrefix("source-") {
                form.sources[String(part.name.dropFirst("source-".count))] = part.value
            } else if part.name == "memo" {
                form.memo = part.value
            }
        }
        return form
    }

    /// Keeps the decision and goes on to the next item; where it can't, the page comes back with all that was typed.
    private static func decide(
        _ form: AdjudicatorDesk.Form, _ desk: AdjudicatorDesk, _ pages: AdjudicationPages, _ site: ExplorerServer
    ) async throws -> Response {
        do {
            try await desk.decide(form, at: Date())
            await site.answers.forget()
            let next = try desk.queue(at: Date()).first { !$0.isDecided && $0.item != form.item }
            return Response.redirect(to: (next.map { pages.link($0.item) } ?? pages.queueLink).href, type: .normal)
        } catch let problem as AdjudicatorDesk.Problem where problem != .noItem {
            guard var sheet = try desk.sheet(form.item) else { throw AdjudicatorDesk.Problem.noItem }
            // What stands now was seen on the page that comes back.
            if problem != .stale { sheet.seen = form.seen }
            sheet.problem = problem.words(sheet)
            for place in sheet.criteria.indices {
                let id = sheet.criteria[place].id
                if let answer = form.answers[id] { sheet.criteria[place].chosen = answer.isEmpty ? nil : answer }
                if let source = form.sources[id] { sheet.criteria[place].source = source }
            }
            if let memo = form.memo { sheet.memo = String(memo.prefix(2 * DeskForm.mostNote)) }
            return ViewResponse.html(
                pages.item(sheet), status: problem == .stale ? .conflict : .unprocessableContent)
        }
    }
}

extension AdjudicatorDesk.Problem {
    /// What was wrong, in a sentence.
    fileprivate func words(_ sheet: AdjudicationSheet) -> String {
        switch self {
        case .noItem: return "There is nothing here."
        case .stale:
            let stands = sheet.criteria.filter { $0.chosen != nil }.map { criterion in
                let label = criterion.answers.first { $0.id == criterion.chosen }?.label ?? ""
                return "\(criterion.name): \(label)"
            }
            return "Something else was decided here since you opened the page"
                + (stands.isEmpty ? "" : " (\(stands.joined(separator: ", ")))")
                + ". Nothing was changed, and what you chose and wrote is below: keep the decision again if it is to replace that."
        case .unknown(let word):
            return "“\(Plain.line(String(word.prefix(80))))” is none of what this form offers. Nothing was changed."
        case .noSource(let criterion):
            return "Say why annotators differ on “\(criterion)”. Nothing was kept yet; what you chose is below."
        case .memoTooLong(let count):
            return "The memo has \(count) characters; \(DeskForm.mostNote) at most. Nothing was kept yet."
        }
    }
}
