package import AnswerStore
package import Foundation
import Text

/// What somebody has agreed to before they judge, and who they are as a reader.
package struct Consent: Sendable, Hashable {
    /// Whether they agree; where not, they have taken their consent back.
    package var isGiven: Bool
    /// The country that they know: one of the study's, or another in their own words.
    package var country: String
    /// The languages that they read, in their own words.
    package var languages: String
    /// How many years they have lived in the country; `nil` where they don't say.
    package var years: Int?
    /// Whether what they have judged stays among the judgements, where they have taken their consent back.
    package var keepsAnswers: Bool

    /// A consent.
    package init(
        isGiven: Bool, country: String = "", languages: String = "", years: Int? = nil, keepsAnswers: Bool = true
    ) {
        (self.isGiven, self.country, self.languages) = (isGiven, country, languages)
        (self.years, self.keepsAnswers) = (years, keepsAnswers)
    }

    /// How labels name it.
    package static let criterion = "consent"

    /// What the label is about.
    package static func item(of project: ProjectRecord) -> ItemRecord {
        ItemRecord(kind: "project", dimensions: [("project", project.name)])
    }

    /// As a label's content.
    package var content: String {
        var members: [JSONValue.Member] = [.init("given", isGiven ? true : false)]
        if !country.isEmpty { members.append(.init("country", .string(country))) }
        if !languages.isEmpty { members.append(.init("languages", .string(languages))) }
        if let years { members.append(.init("years", .integer(years))) }
        if !keepsAnswers { members.append(.init("keeps_answers", false)) }
        return JSONValue.object(members).text(indented: false).trimmed
    }

    /// What a label's content says; `nil` for anything else.
    package init?(content: String) {
        guard let json = JSONReader.read(Array(content.utf8), manner: .strict), json["given"] != nil else { return nil }
        self.init(
            isGiven: json["given"] == true, country: json["country"]?.string ?? "",
            languages: json["languages"]?.string ?? "", years: json["years"]?.integer,
            keepsAnswers: json["keeps_answers"] != false)
    }
}

extension AnnotationProject {
    /// What each participant has said last, by judge.
    package func consents() throws -> [JudgeRecord: Consent] {
        var consents: [JudgeRecord: Consent] = [:]
        for label in try store.labels(of: Consent.item(of: record), criterion: Consent.criterion) {
            consents[label.judge] = Consent(content: label.content)
        }
        return consents
    }

    /// Keeps what a participant says; what they said before stays in the trail.
    package func keep(_ consent: Consent, of participant: ParticipantRecord, at date: Date) throws {
        let before = try store.labels(of: Consent.item(of: record), criterion: Consent.criterion)
            .last { $0.judge == participant.judge }
        if before.flatMap({ Consent(content: $0.content) }) == consent { return }
        _ = try store.add([
            LabelRecord(
                item: Consent.item(of: record), judge: participant.judge, criterion: Consent.criterion,
                content: consent.content, undoes: before?.id, labelled: date)
        ])
    }
}
