import Foundation
import TestSupport
import Testing

/// The figures of real replies that the README and the page on figures tell are what the program makes of them.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct DocumentedFindingTests {
    @Test(arguments: [
        ("Llama-3.3-70B-Instruct", ["1,079 of 7,232 cells", "639 of them: 59 %", "4 %"], "881 of 7,232 = 12.2 %"),
        ("gemma-2-9b-it", ["45 % and 10 %"], "1,031 of 7,312 = 14.1 %"),
    ])
    func `what is told of released replies is what they give`(
        model: String, readme: [String], page: String
    ) async throws {
        try await withProgram { vlens in
            let files = ["t1", "t2"].map {
                SharedFolder.file("data/release/outputs/evaluation/\(model)_\($0).csv").path
            }
            let result = try await vlens.run(
                "measure", "--t1", files[0], "--t2", files[1], "--no-intervals", "--json")
            let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            let table = try #require(document?["inconsistency"] as? [String: Any])
            func count(_ name: String) throws -> Double { try #require(table[name] as? Double) }
            let (agree, disagree) = (try count("both_agree"), try count("both_disagree"))
            let (against, acted) = (try count("stated_agree_acted_disagree"), try count("stated_disagree_acted_agree"))
            let rejected = acted + disagree
            let all = agree + against + rejected
            func number(_ number: Double) -> String { number.formatted(.number.locale(Locale(identifier: "en_US"))) }
            func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
            let (actedFor, actedAgainst) = (percent(acted / rejected), percent(against / (agree + against)))
            let told =
                model.hasPrefix("Llama")
                ? [
                    "\(number(rejected)) of \(number(all)) cells", "\(number(acted)) of them: \(actedFor)",
                    actedAgainst,
                ]
                : ["\(actedFor) and \(actedAgainst)"]
            #expect(told == readme)
            let opening = try Self.text("README.md")
            for words in readme { #expect(opening.contains(words), "\(words)") }
            let share = String(format: "%.1f", 100 * (acted + against) / all)
            #expect("\(number(acted + against)) of \(number(all)) = \(share) %" == page)
            let figures = try Self.text("docs/which-figure.md")
            #expect(figures.contains(page))
        }
    }

    /// A page with its line breaks as spaces.
    private static func text(_ page: String) throws -> String {
        try String(contentsOf: SharedFolder.projectRoot.appending(path: page), encoding: .utf8)
            .replacing("\n", with: " ")
    }
}
