import AnswerStore
import Foundation
import Hummingbird
import Pages
import Reports
import Study
import Text
import Workbench

extension AnnotatorRoute {
    /// What somebody agrees to, and what they say of themselves.
    static let consent = AnnotatorRoute(
        path: "/consent",
        get: { request in AnnotatorAnswers.page(AnnotatePages.consent(try consentForm(request), in: request.frame)) },
        post: { request in
            let fields = request.fields
            let chosen = fields.text("country") ?? ""
            let country = chosen == "other" ? fields.text("other") ?? "" : chosen
            let years = fields.text("years").flatMap { Int($0) }.flatMap { (0...120).contains($0) ? $0 : nil }
            let said = Consent(
                isGiven: fields.text("agree") == "1", country: String(country.prefix(100)).plainLine,
                languages: String((fields.text("languages") ?? "").prefix(200)).plainLine, years: years)
            guard said.isGiven, !said.country.isEmpty else {
                var form = try consentForm(request, said)
                form.problem =
                    said.isGiven
                    ? "Say which country you know: its actions are what you judge."
                    : "Nothing is shown before you agree. If you would rather not, close this page."
                return AnnotatorAnswers.page(
                    AnnotatePages.consent(form, in: request.frame), status: .unprocessableContent)
            }
            try request.desk.project.keep(said, of: request.desk.participant, at: request.now)
            return request.going(to: request.links.start)
        })

    private static func consentForm(
        _ request: AnnotatorRequest, _ said: Consent? = nil
    ) throws -> AnnotatePages.ConsentForm {
        let desk = request.desk
        var form = AnnotatePages.ConsentForm(text: desk.settings.consent, countries: desk.project.definition.countries)
        let before = try desk.consent()
        if let known = said ?? before {
            (form.country, form.languages) = (known.country, known.languages)
            form.years = known.years.map { String($0) } ?? ""
        }
        form.isGiven = before?.isGiven ?? false
        if before?.isGiven == false {
            form.problem = "You have taken your consent back. You can agree again below."
        }
        return form
    }

    /// Takes the consent back.
    static let withdraw = AnnotatorRoute(
        path: "/withdraw",
        post: { request in
            var consent = try request.consent()
            consent.isGiven = false
            consent.keepsAnswers = request.fields.text("answers") != "drop"
            try request.desk.project.keep(consent, of: request.desk.participant, at: request.now)
            return request.going(to: request.links.consent)
        })

    /// What is still missing.
    static let missing = AnnotatorRoute(
        path: "/missing",
        get: { request in
            let sheets = try AnnotatorSheets(request, try request.consent())
            let notice =
                request.query.text("why") == "open"
                ? "You have \(sheets.standing.open) items open: judge or skip some of them, then you are given more."
                : nil
            return AnnotatorAnswers.page(
                AnnotatePages.missing(sheets.rows, progress: sheets.standing, notice: notice, in: request.frame))
        })

    /// How to judge.
    static let guideline = AnnotatorRoute(
        path: "/guideline",
        get: { request in
            _ = try request.consent()
            let codebook = request.desk.project.codebook
            return AnnotatorAnswers.page(
                AnnotatePages.guideline(
                    codebook.guideline, codebook: "\(codebook.name), version \(codebook.version)",
                    criteria: codebook.criteria.map { ($0.name, $0.question, $0.definition) },
                    levels: codebook.levels, in: request.frame))
        })

    /// The last page.
    static let done = AnnotatorRoute(
        path: "/done",
        get: { request in
            let consent = try request.consent()
            let standing = try AnnotatorSheets(request, consent).standing
            guard standing.open == 0 else { return request.going(to: request.links.missing) }
            // It is the last page only where there is nothing more: whoever types its address gets no code for nothing.
            let outlook = try await request.desk.outlook(consent, at: request.now)
            guard case .none(let othersHoldSome) = outlook else { return request.going(to: request.links.missing) }
            return AnnotatorAnswers.page(
                AnnotatePages.done(
                    progress: standing, code: standing.judged > 0 ? request.desk.settings.completionCode : nil,
                    othersHoldSome: othersHoldSome, in: request.frame))
        })
}

extension String {
    /// On one line, without what steers.
    fileprivate var plainLine: String { Plain.line(self).trimmed }
}
