import Foundation
import TestSupport
import Testing

/// `vlens reproduce` on small folders: each rule where it bites, and files that are wrong.
struct BadReproduceTests {
    static let stem = "gemma-2-9b-it"
    static let statedHeader = "country,topic,response,prompt_index\n"
    static let actedHeader = "country,topic,value,polarity,model_choice,prompt_index\n"
    static let stated = statedHeader + row(#"{"Social Power": "4", "Authority": "4"}"#)
    static let acted = actedHeader + pair("Social Power", agrees: false) + pair("Authority", agrees: false)

    static func row(_ reply: String) -> String {
        "France,Politics,\"\(reply.replacing("\"", with: "\"\""))\",0\n"
    }

    static func pair(_ value: String, agrees: Bool) -> String {
        "France,Politics,\(value),positive,\(agrees ? "True" : "False"),0\n"
            + "France,Politics,\(value),negative,\(agrees ? "False" : "True"),0\n"
    }

    /// France's alignment rate in Table 3 of a folder with these two files, which lie in the folder itself.
    private func france(_ stated: String, _ acted: String) async throws -> (ReproducedJSON, [String: Any]) {
        let vlens = try Program()
        defer { vlens.remove() }
        try vlens.write(stated, to: "\(Self.stem)_t1.csv")
        try vlens.write(acted, to: "\(Self.stem)_t2.csv")
        let result = try await vlens.run("reproduce", "--release", ".", "--json")
        try #require(result.status == 0, "\(result.error)")
        let reproduced = try ReproducedJSON(result.output)
        return (reproduced, try reproduced.figure("3", "Gemma-2-9b", "France"))
    }

    private func effects(_ figure: [String: Any]) -> [String: Double] {
        (figure["from_legacy_to_strict"] as? [String: Double] ?? [:]).filter { $0.value != 0 }
    }

    @Test func `a cell without a choice counts as agree, and the rule's effect is told`() async throws {
        let acted = Self.actedHeader + Self.pair("Social Power", agrees: false)
        let (reproduced, figure) = try await france(Self.stated, acted)
        #expect(figure["legacy"] as? Double == 2.0 / 3)
        #expect(figure["strict"] as? Double == 1)
        let effect = try #require(effects(figure)["cells_counted_as_agree"])
        #expect(abs(effect - 1.0 / 3) < 1e-12)
        #expect(effects(figure).count == 1)
        #expect(try reproduced.count("3", "Gemma-2-9b", "cells_counted_as_agree") == [7391, 7392])
        #expect(try reproduced.count("3", "Gemma-2-9b", "task_2_rows_not_in_the_release") == [14_782, 14_784])
        #expect(try reproduced.count("3", "Gemma-2-9b", "task_1_replies_not_in_the_release") == [131, 132])
    }

    @Test func `a reply that is no strict JSON is lost to legacy alone`() async throws {
        let stated = Self.statedHeader + Self.row("{'Social Power': '4', 'Authority': '4'}")
        let (reproduced, figure) = try await france(stated, Self.acted)
        #expect(figure["legacy"] is NSNull)
        #expect(figure["strict"] as? Double == 1)
        #expect(try reproduced.count("3", "Gemma-2-9b", "replies_lost_by_the_strict_json_parser") == [1, 1])
    }

    @Test func `an absent rating shifts the later ones, and the rule's effect is told`() async throws {
        let stated = Self.statedHeader + Self.row(#"{"Authority": "4"}"#)
        let acted = Self.actedHeader + Self.pair("Social Power", agrees: true) + Self.pair("Authority", agrees: false)
        let (reproduced, figure) = try await france(stated, acted)
        #expect(figure["legacy"] as? Double == 0)
        #expect(figure["strict"] as? Double == 1)
        #expect(effects(figure) == ["shifted_ratings": 1])
        #expect(try reproduced.count("3", "Gemma-2-9b", "shifted_ratings") == [1, 1])
    }

    @Test func `a rating that only the exact name misses is read otherwise`() async throws {
        let stated = Self.statedHeader + Self.row(#"{"Social Power": "1", "authority": "4"}"#)
        let (reproduced, figure) = try await france(stated, Self.acted)
        #expect(figure["legacy"] as? Double == 0)
        let effect = try #require(effects(figure)["ratings_read_by_exact_name_and_first_character"])
        #expect(abs(effect - 2.0 / 3) < 1e-12)
        #expect(try reproduced.count("3", "Gemma-2-9b", "ratings_read_by_exact_name_and_first_character") == [1, 56])
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `choices marked under the opposite polarity are noticed, and account for their difference`() async throws {
        try await withProgram { vlens in
            let files = ["t1", "t2"].map { "\(Self.stem)_\($0).csv" }
            var texts = try files.map { name in
                try String(contentsOf: SharedFolder.file("data/release/outputs/evaluation/\(name)"), encoding: .utf8)
            }
            texts[1] = texts[1].replacing("positive", with: "none").replacing("negative", with: "positive")
                .replacing("none", with: "negative")
            for (name, text) in zip(files, texts) { try vlens.write(text, to: name) }
            let result = try await vlens.run("reproduce", "--release", vlens.folder.path, "--json")
            let turned = try ReproducedJSON(result.output)
            let whole = try await ReproducedJSON.shared()
            for (table, name) in [("3", "India"), ("4", "(A, D)"), ("4", "total"), ("13", "overall")] {
                let causes = try turned.causes(table, "Gemma-2-9b", name, "from_printed_to_legacy")
                let before = try whole.causes(table, "Gemma-2-9b", name, "from_printed_to_legacy")
                #expect(causes["reversed_polarity"] != nil)
                let (rest, restBefore) = try (#require(causes["unexplained"]), #require(before["unexplained"]))
                #expect(abs(rest - restBefore) < 1e-9, "table \(table), \(name)")
                #expect(before["reversed_polarity"] == nil)
            }
        }
    }

    // MARK: - What is wrong

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let text: String
        let says: String

        init(_ name: String, _ file: String, _ text: String, says: String) {
            (testDescription, self.file, self.text, self.says) = (name, file, text, says)
        }
    }

    static let sheet = "human_annotation_value_actions_gpt_4o - A.csv"
    static let sheetHeader =
        "No.,country,topic,value,polarity,"
        + (0..<8).map { "generation_prompt_id_\($0),ACT,ATTR,EXP" }.joined(separator: ",") + "\n"

    static let faults = [
        Fault(
            "a polarity that is none", "\(stem)_t2.csv", acted.replacing("negative", with: "no"),
            says: "\(stem)_t2.csv', line 3: the polarity 'no' can't be decided;"),
        Fault(
            "a file of the other task", "\(stem)_t1.csv", acted,
            says: "\(stem)_t1.csv' holds no Task 1 replies: its name promises a 'response' column"),
        Fault(
            "ratings in the place of samples", "task2_results_gemma2.csv", stated,
            says: "task2_results_gemma2.csv' holds no Task 2 prompt samples: its name promises the columns evaluation_0"
        ),
        Fault(
            "an open quote", "\(stem)_t1.csv", statedHeader + "France,Politics,\"{,0\n",
            says: "\(stem)_t1.csv': the quote opened in line 2 is never closed; is the file complete?"),
        Fault(
            "a label that is none", "llama3_explanation_outputs_default.csv", "label,result\nmaybe,Label: True\n",
            says: "default.csv', line 2: the label 'maybe' is neither '1' or 'True' nor '0' or 'False'."),
        Fault(
            "predictions without replies", "llama3_explanation_outputs_default.csv", "label\nTrue\n",
            says: "default.csv' lacks the column 'result'; it has the column 'label'."),
        Fault(
            "far too many predictions", "llama3_explanation_outputs_default.csv",
            "label,result\n" + String(repeating: "True,Label: True\n", count: 10_001),
            says: "default.csv' has more than 10000 rows; is it the released file?"),
        Fault(
            "a judgement that is none", sheet,
            sheetHeader + "0,France,Politics,Wealth,positive" + String(repeating: ",{},2,1,1", count: 8) + "\n",
            says: "- A.csv', line 2: the ACT '2' is neither '1' or 'True' nor '0' or 'False'."),
        Fault(
            "a sheet without judgements", sheet, sheetHeader.replacing("ACT", with: "OK"),
            says: "- A.csv' lacks the column 'ACT'; it has the columns 'No.'"),
        Fault("an empty sheet", sheet, "", says: "- A.csv' is empty; a CSV file begins with a line of column names."),
        Fault("a header alone", sheet, sheetHeader, says: "- A.csv' has a header and no row behind it;"),
    ]

    @Test(arguments: faults)
    func `a wrong file is refused with its place`(fault: Fault) async throws {
        try await withProgram { vlens in
            try vlens.write(Self.stated, to: "\(Self.stem)_t1.csv")
            try vlens.write(fault.text, to: fault.file)
            let result = try await vlens.run("reproduce", "--release", ".")
            expect(result, exits: 1, says: ["vlens: '", fault.says])
            #expect(result.output == "")
        }
    }

    @Test func `a folder without any released file says what is looked for`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("reproduce", "--release", ".")
            expect(
                result, exits: 1,
                says: [
                    "'.' holds no file of the authors' release, such as "
                        + "outputs/evaluation/Llama-3.3-70B-Instruct_t1.csv; give --release its checkout"
                ])
            try vlens.write("", to: "file")
            for path in ["file", "none"] {
                let result = try await vlens.run("reproduce", "--release", path)
                expect(result, exits: 2, says: ["'\(path)' is no folder: give the folder of the authors'"])
            }
        }
    }

    @Test func `a pipe in the place of a file is not waited for`() async throws {
        try await withProgram { vlens in
            #expect(try await vlens.shell("mkfifo \(Self.stem)_t1.csv").status == 0)
            let result = try await vlens.run("reproduce", "--release", ".")
            expect(result, exits: 1, says: ["_t1.csv' is no regular file, so it can't be read; remove it or rename it"])
        }
    }
}
