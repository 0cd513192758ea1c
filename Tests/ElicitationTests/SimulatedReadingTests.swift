import AnswerStore
import Elicitation
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// A simulated subject answers in a study's own words; the reader must read them, or it is no test of anything.
@Suite("What a simulated subject writes is read as it was meant")
struct SimulatedReadingTests {
    /// The template of a new study in other labels and on another scale.
    private func study(labels: [String], scale: [String]) throws -> StudyDefinition {
        let template = try StudyDefinition.template(name: "my")
        let scaleText = "options: [" + scale.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        let text = template.study
            .replacing("options: [Option 1, Option 2]", with: "options: [\"\(labels[0])\", \"\(labels[1])\"]")
            .replacing("options: [strongly agree, agree, disagree, strongly disagree]", with: scaleText)
            .replacing("options: [very much like me, like me, not like me, not like me at all]", with: scaleText)
        return try StudyDefinition.parse(text, file: "my.yaml") { _ in template.actions }
    }

    private static let usual = ["strongly agree", "agree", "disagree", "strongly disagree"]

    @Test(
        arguments: [
            usual, ["非常同意", "同意", "不同意", "非常不同意"], ["أوافق بشدة", "أوافق", "لا أوافق", "لا أوافق بشدة"],
            ["पूरी तरह सहमत", "सहमत", "असहमत", "पूरी तरह असहमत"], ["tout à fait d'accord", "d'accord", "pas d'accord"],
            ["5 = strongly agree", "4 = agree", "3 = neutral", "2 = disagree", "1 = strongly disagree"],
            ["7 of supreme importance", "6", "5", "4", "3", "2", "1", "0 not important", "-1 opposed to my values"],
            ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0"], ["100%", "75%", "50%", "25%", "0%"],
            ["yes, fully", "rather yes", "no"],
        ])
    func `on every scale`(scale: [String]) async throws {
        let study = try study(labels: ["Option 1", "Option 2"], scale: scale)
        let reader = StudyReader(study: study)
        for seed in 1...12 {
            let subject = Simulated(try .init("a?noise=0&acquiescence=0&refusal=0&broken=0&seed=\(seed)"))
            let plan = try study.questions(Selection(tasks: [.stated]))
            let questions = StudyQuestions(plan)
            for (position, question) in plan.enumerated() {
                let asked = questions[position]
                let reading = reader.read(try await subject.reply(to: asked.request), to: asked).reading
                let meant = study.theory.values.map { value in
                    let truth = subject.truth(
                        country: question.scenario.country, topic: question.scenario.topic, value: value.name)
                    return "\(Int(truth.attitude * Double(scale.count)) + 1)"
                }
                #expect(reading.content == meant.joined(separator: ","), "\(reading)")
            }
        }
    }

    @Test(
        arguments: [
            ["Option 1", "Option 2"], ["Option 2", "Option 1"], ["Option B", "Option A"],
            ["Möglichkeit 1", "Möglichkeit 2"],
            ["选项一", "选项二"], ["الخيار ١", "الخيار ٢"], ["विकल्प १", "विकल्प २"], ["X", "Y"],
            ["1", "2"], ["A", "B"], ["l'option une", "l'option deux"], ["Opsyon 1", "Opsyon 2"], ["選択肢1", "選択肢2"],
        ])
    func `whatever the two options are called`(labels: [String]) async throws {
        let study = try study(labels: labels, scale: Self.usual)
        let reader = StudyReader(study: study)
        for seed in 1...12 {
            let subject = Simulated(try .init("a?noise=0&position=0&refusal=0&broken=0&seed=\(seed)"))
            let broken = Simulated(try .init("a?refusal=0&broken=1&seed=\(seed)"))
            let plan = try study.questions(Selection(tasks: [.acted]))
            let questions = StudyQuestions(plan)
            for (position, question) in plan.enumerated() {
                let asked = questions[position]
                let reply = try await subject.reply(to: asked.request)
                let truth = subject.truth(
                    country: question.scenario.country, topic: question.scenario.topic, value: question.value ?? "")
                let meant = truth.actsDisagreement == (question.first == .disagree) ? "1" : "2"
                let reading = reader.read(reply, to: asked).reading
                #expect(reading.content == meant, "\(reply.text)")
                let unread = try await broken.reply(to: asked.request)
                #expect(reader.read(unread, to: asked).reading.state == "unreadable", "\(unread.text)")
            }
        }
    }
}
