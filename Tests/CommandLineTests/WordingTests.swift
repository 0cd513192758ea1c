import Foundation
import TestSupport
import Testing
import vlens

/// What an error says beside what is wrong: the word that was meant, in lines that fit.
struct WordingTests {
    @Test(arguments: [
        (["rnu"], "there is no command 'rnu': did you mean 'run'? 'vlens --help' lists all"),
        (["mesure"], "did you mean 'measure'?"),
        (["nothing-like-it"], "there is no command 'nothing-like-it': 'vlens --help' lists all"),
        (["run", "--modle", "x"], "Did you mean '--model'?"),
        (["measure", "--method", "bac"], "Please provide one of 'bca' and 'percentile'. Did you mean 'bca'?"),
        (["measure", "--scoring", "strcit"], "Did you mean 'strict'?"),
        (["measure", "--clusters", "vale"], "Did you mean 'value'?"),
        (["run", "--task", "sated"], "Did you mean 'stated'?"),
        (["compare", "1", "2", "--fail-if", "kapa drops 0.1"], "'kapa' is no figure: did you mean 'kappa'?"),
        (["compare", "1", "2", "--fail-if", "kappa falls 0.1"], "write 'kappa drops 0.03', 'kappa rises 0.03'"),
        (["calibrate", "--biases", "noise,positon"], "'positon' is not known: did you mean 'position'? give some of "),
        (["replies", "--state", "anwsered"], "did you mean 'answered'?"),
        (["run", "--retry-unreadable", "no-anwser"], "did you mean 'no-answer'?"),
    ])
    func `a slip of the keyboard gets the word that was meant`(arguments: [String], says: String) async throws {
        try await withProgram { vlens in
            expect(try await vlens.run(arguments), exits: 2, says: [says])
        }
    }

    @Test func `a value that is near to nothing gets no suggestion`() {
        let message = "The value 'x' is invalid for '--method <method>'. Please provide one of 'bca' and 'percentile'."
        #expect(Suggestion.added(to: message) == message)
        #expect(Suggestion.words(for: "distribution", among: ["distance", "attribution"]) == "")
        #expect(Suggestion.unknownCommand(["--help"], among: ["run"]) == nil)
        #expect(Suggestion.unknownCommand([], among: ["run"]) == nil)
    }

    @Test(arguments: [
        ["run", "--model", "openai/gpt-4o-mini"], ["run", "--model", "foo/bar"], ["run", "--study", "schwartz-132"],
        ["measure"], ["measure", "--scoring", "strcit"], ["run", "--countries", "Atlantis"], ["import"],
    ])
    func `an error keeps to forty columns, broken at words`(arguments: [String]) async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["OPENAI_API_KEY"] = nil
            let wide = try await vlens.run(arguments)
            vlens.environment["COLUMNS"] = "40"
            let narrow = try await vlens.run(arguments)
            for line in narrow.error.split(separator: "\n") {
                let text = line.drop { $0 == " " }
                #expect(line.count <= 40 || !text.contains(" ") || text.hasPrefix("vlens "), "\(line)")
            }
            func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }
            #expect(words(narrow.error).prefix(8) == words(wide.error).prefix(8))
        }
    }

    @Test func `a command to be typed stays in one piece`() {
        let message = "stopped: 3 of 704 questions have their reply; go on with: vlens run --model simulated/x --quiet"
        #expect(
            ErrorText.wrapped(message, width: 40) == """
                stopped: 3 of 704 questions have their
                reply; go on with:
                vlens run --model simulated/x --quiet
                """)
        #expect(ErrorText.wrapped("a line\n  an indented line", width: 12) == "a line\n  an\n  indented\n  line")
    }
}
