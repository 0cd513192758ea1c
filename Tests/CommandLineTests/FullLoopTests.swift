import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// Everything from a study to its measures, as people do it: a model writes actions and makes every kind of mistake, three people judge
/// them in three browsers, somebody decides where they differ, the better prompt is chosen, and a model is measured with what it wrote.
@Suite(
    "From a study to its measures", .serialized,
    .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"))
struct FullLoopTests {
    private static let generator =
        "simulated/generator?seed=5&missing=0.1&long=0.1&third=0.1&sentences=0.1&elsewhere=0.1&capitals=0.2&inflected=0.1"
        + "&curly=0.1&leak=0.1&copy=0.1&foreign=0.1&opposite=0.2&prose=0.3&quotes=0.2&cut=0.1&refusal=0"

    @Test func `goes through generating, judging in three browsers, deciding, choosing a prompt, and measuring`()
        async throws
    {
        try await withProgram { vlens in
            let actions = try await generate(vlens)
            #expect(actions.count == 16)
            let server = try vlens.start([
                "annotate", "--study", "loop.yaml", "--project", "loop", "--items", "actions.jsonl", "--people",
                "anna,ben,chloe", "--port", "0", "--json",
            ])
            defer { server.signal(SIGKILL) }
            let links = try await Self.links(server)
            try #require(links.count == 3)
            // Three people, each with a browser of their own.
            try await BrowserKind.chromium.with { anna in
                try await BrowserKind.chromium.with { ben in
                    try await BrowserKind.firefox.with { chloe in
                        for (place, browser) in [anna, ben, chloe].enumerated() {
                            try await judge(links[place], browser, Judge(place: place, actions: actions))
                        }
                    }
                }
            }
            try await decide(vlens)
            try await measure(vlens, variant: try await best(vlens))
        }
    }

    // MARK: Deciding

    /// Decides where they differ, and looks at which prompt is better.
    private func decide(_ vlens: Program) async throws {
        let store = try AnswerStore(path: vlens.file("vlens.sqlite").path)
        let project = try #require(try AnnotationProject(named: "loop", in: store))
        let disputes = try ProjectCounts(project, at: .now).disputes
        #expect(!disputes.isEmpty)
        let adjudicator = try project.participant(named: "dora", role: .adjudicator, at: .now)
        for dispute in disputes {
            let changes = project.codebook.criteria.map { criterion in
                let answer = Judgement(answer: "yes", way: .form, source: Judgement.Disagreement.slip.rawValue)
                return AnswerStore.Change(criterion: project.codebook.key(criterion.id), content: answer.content)
            }
            let outcome = try await store.save(
                changes, of: dispute.item.id, by: adjudicator.judgeID, seen: 0, at: .now, isSame: Judgement.isSame)
            guard case .saved = outcome else {
                Issue.record("a decision was refused")
                continue
            }
        }
        let items = try project.items()
        let final = FinalLabels(
            try StandingJudgements(project, items: items), items: items, codebook: project.codebook)
        #expect(final.labels.count == 16 * 4)
        #expect(final.labels.allSatisfy { $0.answer != nil })
        // What all say to be wrong was written by the first prompt.
        let wrong = final.labels.filter { $0.answer == "no" }
        #expect(wrong.allSatisfy { $0.item.line.variant == 0 && $0.criterion == "correctness" })
    }

    /// Which prompt variant is best by what was judged, as the program says it.
    private func best(_ vlens: Program) async throws -> String {
        let said = try await vlens.run(
            "agreement", "--project", "loop", "--by", "variant", "--by", "country", "--draws", "100", "--json",
            "--matrix", "matrix.csv", "--labels", "labels.csv")
        try #require(said.status == 0, "\(said.error)")
        let json = try #require(JSONReader.read(Array(said.output.utf8), manner: .strict))
        let ranking = json["variants"]?["ranking"]?.array ?? []
        #expect(ranking.map { $0["variant"]?.string } == ["1", "0"])
        // Three people, sixteen actions, four questions, and the line of names.
        let matrix = try String(contentsOf: vlens.file("matrix.csv"), encoding: .utf8)
        #expect(matrix.split(whereSeparator: \.isNewline).count >= 1 + 3 * 16 * 4)
        return try #require(ranking.first?["variant"]?.string)
    }

    // MARK: Measuring

    /// Exports one prompt's actions with what is known of them, asks Tasks 1 and 2 about them, and measures.
    private func measure(_ vlens: Program, variant: String) async throws {
        let check = try await vlens.run("dataset", "check", "actions.jsonl", "--study", "loop.yaml")
        #expect(check.status == 0, "\(check.error)")
        let convert = try await vlens.run("dataset", "convert", "actions.jsonl", "best.jsonl", "--variant", variant)
        #expect(convert.status == 0, "\(convert.error)")
        let card = try await vlens.run("dataset", "card", "best.jsonl", "--out", "published", "--project", "loop")
        #expect(card.status == 0, "\(card.error)")
        let run = try await vlens.run(
            "run", "--study", "loop.yaml", "--actions", "best.jsonl", "--model", "simulated/asked?gap=0.3&seed=2",
            "--quiet", "--no-report", "--no-intervals")
        #expect(run.status == 0, "\(run.error)")
        let measured = try await vlens.run("measure", "--json", "--no-intervals")
        #expect(measured.status == 0, "\(measured.error)")
        let figures = try #require(JSONReader.read(Array(measured.output.utf8), manner: .strict))
        #expect(measured.output.contains("\"cells\""), "\(figures.members.map(\.name))")
    }

    // MARK: Generating

    /// A study of four cells, and its actions, by two prompts.
    private func generate(_ vlens: Program) async throws -> [String: JSONValue] {
        #expect(try await vlens.run("study", "new", "loop").status == 0)
        let file = vlens.file("loop.yaml")
        let study = try String(contentsOf: file, encoding: .utf8)
        try vlens.write(
            study.replacing("# annotation:\n", with: "annotation:\n  by_country: false\n  overlap: 3\n# others:\n"),
            to: "loop.yaml")
        let done = try await vlens.run(
            "generate", "--study", "loop.yaml", "--model", Self.generator, "--variants", "0,1", "--rounds", "8",
            "--out",
            "actions.jsonl", "--quiet")
        try #require(done.status == 0, "\(done.output)\(done.error)")
        let lines = try String(contentsOf: vlens.file("actions.jsonl"), encoding: .utf8).split(separator: "\n")
        var actions: [String: JSONValue] = [:]
        for line in lines {
            guard let json = JSONReader.read(Array(line.utf8), manner: .strict), let text = json["action"]?.string
            else {
                continue
            }
            actions[text] = json
        }
        return actions
    }

    // MARK: Judging

    /// How somebody judges: the first prompt's actions they find wrong now and then, and one of them slips at times.
    private struct Judge {
        let place: Int
        let actions: [String: JSONValue]

        /// What they say to each question, in the order of the page.
        func answers(to text: String) -> [String] {
            let isFirst = actions[text]?["prompt_variant"]?.integer == 0
            let slips = place == 2 && text.utf8.count.isMultiple(of: 3)
            let isWrong = (isFirst && text.utf8.count.isMultiple(of: 2)) != slips
            return [isWrong ? "no" : "yes", "yes", slips ? "unsure" : "yes", "yes"]
        }
    }

    /// Judges all that somebody is given, from their link to the last page.
    private func judge(_ link: String, _ browser: any Browser, _ judge: Judge) async throws {
        try await browser.open(link)
        try await browser.click("#country option[value=Philippines]")
        try await browser.click("input[name=agree]")
        try await browser.waitForLoad { try await browser.click("form.agreeing button.main") }
        for _ in 0..<16 {
            let text = try await browser.script("return document.querySelector('[data-words]').textContent").string
            for (place, answer) in judge.answers(to: text ?? "").enumerated() {
                try await browser.click(
                    "[data-criterion]:nth-of-type(\(place + 1)) label:has(> input[value='\(answer)'])")
            }
            let before = try await browser.address()
            try await browser.click("button[name=go][value=next]")
            try await browser.wait(for: "location.href !== \(JSONValue.string(before).text(indented: false))")
            try await browser.wait(for: "document.readyState === 'complete'")
        }
        #expect(try await browser.address().hasSuffix("/done"))
    }

    private static func links(_ server: RunningProgram) async throws -> [String] {
        for _ in 0..<600 {
            let said = JSONReader.read(Array(server.outputSoFar.utf8), manner: .strict)
            if let people = said?["people"]?.array { return people.compactMap { $0["link"]?.string } }
            guard server.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the server says nothing: \(server.errorSoFar)")
        return []
    }
}
