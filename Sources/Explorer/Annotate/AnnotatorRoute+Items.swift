import AnswerStore
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Text
import Workbench

extension AnnotatorRoute {
    /// Where an annotator's link leads: to consent, to the first item that is open, or on.
    static let start = AnnotatorRoute(
        path: "",
        get: { request in
            let consent = try request.consent()
            if let open = try request.desk.progress(consent).open.first {
                return request.going(to: request.links.item(open.number))
            }
            return try await onward(request, consent)
        })

    /// Another item.
    static let next = AnnotatorRoute(
        path: "/next",
        get: { request in request.going(to: request.links.start) },
        post: { request in try await onward(request, try request.consent()) })

    /// One item: its page, and its form.
    static let item = AnnotatorRoute(
        path: "/items/{number}",
        get: { request in
            let consent = try request.consent()
            let given = try request.desk.given()
            guard let number = request.number, given.indices.contains(number - 1) else {
                throw AnnotatorProblem.nothing
            }
            // What is judged or skipped is only looked at.
            let isDone = try request.desk.answers(to: given[number - 1]).isDone
            let isHeld = isDone ? true : try await request.desk.hold(given[number - 1], at: request.now)
            let sheet = try AnnotatorSheets(request, consent).sheet(of: number, isHeld: isHeld)
            return AnnotatorAnswers.page(AnnotateItemPage(sheet, in: request.frame).page())
        },
        post: { request in
            let consent = try request.consent()
            let form = AnnotatorForm(request)
            do {
                let saved = try await form.save()
                return try await answer(request, consent, form, saved)
            } catch let problem as DeskProblem where problem != .notGiven && problem != .noConsent {
                return try refused(request, consent, form, problem)
            }
        })

    /// Where they go on: another item, or a page that says why there is none.
    static func onward(_ request: AnnotatorRequest, _ consent: Consent) async throws -> Response {
        switch try await request.desk.next(consent, at: request.now) {
        case .item: return request.going(to: request.links.item(try request.desk.given().count))
        case .tooManyOpen:
            return request.going(
                to: Link.site(steps(request.links.missing), query: [("why", "open")]) ?? request.links.missing)
        case .none: break
        }
        let isOpen = try !request.desk.progress(consent).open.isEmpty
        return request.going(to: isOpen ? request.links.missing : request.links.done)
    }

    private static func steps(_ link: Link) -> [String] { PercentCoding.steps(of: link.href) }

    /// What a form is answered with: where to go on, or for a script what stands now.
    private static func answer(
        _ request: AnnotatorRequest, _ consent: Consent, _ form: AnnotatorForm, _ saved: AnnotatorDesk.Saved
    ) async throws -> Response {
        if request.isScript {
            return AnnotatorAnswers.json(try AnnotatorSheets(request, consent).json(of: saved))
        }
        let given = try request.desk.given()
        let number = (given.firstIndex { $0.id == saved.item.id } ?? 0) + 1
        switch form.go {
        case "previous": return request.going(to: request.links.item(max(1, number - 1)))
        case "next", "skip":
            if number < given.count { return request.going(to: request.links.item(number + 1)) }
            return try await onward(request, consent)
        case "missing": return request.going(to: request.links.missing)
        default: return request.going(to: request.links.item(number))
        }
    }

    /// A form that was refused: the page comes back with what was typed.
    private static func refused(
        _ request: AnnotatorRequest, _ consent: Consent, _ form: AnnotatorForm, _ problem: DeskProblem
    ) throws -> Response {
        if request.isScript {
            var document: JSONValue = ["error": .string(problem.words)]
            if case .stale(let revision) = problem {
                document = ["error": .string(problem.words), "stale": true, "revision": .integer(Int(revision))]
            }
            return AnnotatorAnswers.json(document, status: problem.status)
        }
        let given = try request.desk.given()
        guard let place = given.firstIndex(where: { $0.hash == form.form.item }) else { throw AnnotatorProblem.nothing }
        var sheet = try AnnotatorSheets(request, consent).sheet(of: place + 1, isHeld: true)
        form.put(into: &sheet)
        if case .stale = problem { sheet.refusal = .stale } else { sheet.refusal = .other(problem.words) }
        return AnnotatorAnswers.page(AnnotateItemPage(sheet, in: request.frame).page(), status: problem.status)
    }
}
