import Foundation
import TestSupport
import Testing

/// CSV files that are wrong, through `import` and `measure`.
struct BadTablesTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Whether it is a file of Task 1 replies.
        let isStated: Bool
        let bytes: Data
        let says: String

        init(_ name: String, stated text: String, says: String) {
            self.init(name, isStated: true, Data(text.utf8), says)
        }

        init(_ name: String, acted text: String, says: String) {
            self.init(name, isStated: false, Data(text.utf8), says)
        }

        init(_ name: String, isStated: Bool, _ bytes: Data, _ says: String) {
            (testDescription, self.isStated, self.bytes, self.says) = (name, isStated, bytes, says)
        }
    }

    static let statedHeader = "country,topic,response,prompt_index\n"
    static let stated =
        statedHeader + "France,Politics,\"{\"\"Equality\"\": \"\"1\"\", \"\"Freedom\"\": \"\"4\"\"}\",0\n"
    static let actedHeader = "country,topic,value,polarity,model_choice,prompt_index\n"
    static let acted =
        actedHeader + "France,Politics,Equality,positive,True,0\nFrance,Politics,Equality,negative,False,0\n"

    static let faults = [
        Fault(
            "without its columns", stated: "country,topic\nFrance,Politics\n",
            says:
                "'bad.csv' is no kind of file that can be imported; it has the columns 'country', 'topic'. Known are: "
        ),
        Fault("empty", stated: "", says: "'bad.csv' is empty; a CSV file begins with a line of column names."),
        Fault(
            "a header alone", acted: actedHeader,
            says: "'bad.csv' has a header and no row behind it; is the file complete?"),
        Fault(
            "a NUL", stated: stated.replacing("Freedom", with: "Free\u{0}dom"),
            says: "'bad.csv', line 2, holds a NUL byte, so it is no UTF-8 text; save it as CSV in UTF-8."),
        Fault(
            "Windows-1252", isStated: true, stated.replacing("France", with: "Côte").data(using: .isoLatin1) ?? Data(),
            "'bad.csv', line 2, holds the byte 0xF4, which is no UTF-8"),
        Fault("an archive", stated: "PK\u{3}\u{4}", says: "'bad.csv' is a ZIP archive: unpack it first."),
        Fault(
            "17 MB in one field",
            stated: statedHeader + "France,Politics,\"\(String(repeating: "x", count: 17 << 20))\",0\n",
            says: "'bad.csv': the field that begins in line 2 is longer than 16777216 bytes"),
        Fault(
            "an open quote", stated: statedHeader + "France,Politics,\"{,0\n",
            says: "'bad.csv': the quote opened in line 2 is never closed; is the file complete?"),
        Fault(
            "a ragged row", acted: acted + "France,Politics\n",
            says:
                "'bad.csv', line 4, has 2 fields where the header has 6; quote fields that hold a comma or a line break."
        ),
        Fault(
            "an unknown polarity", acted: acted.replacing("negative", with: "no"),
            says: "'bad.csv', line 3: the polarity 'no' can't be decided; write 'positive' or 'agree'"),
        Fault(
            "one polarity only", acted: acted.replacing("negative", with: "positive"),
            says: "'bad.csv' has only rows of the polarity 'positive', so no choice between two actions can be decided"),
        Fault(
            "an unknown value", acted: acted.replacing("Equality", with: "Equalty"),
            says: "'bad.csv': none of its 2 rows names a known country, topic and value "
                + "(the value 'Equalty' in line 2, 2 rows); choose the study that the file belongs to."),
        Fault(
            "an unknown country", stated: stated.replacing("France", with: "Atlantis"),
            says: "(the country 'Atlantis' in line 2); choose the study that the file belongs to."),
        Fault(
            "a choice that is none", acted: acted.replacing("True", with: "maybe"),
            says: "'bad.csv', line 2: the model_choice 'maybe' is neither 'True' nor 'False'."),
        Fault(
            "a prompt index that is no number", stated: stated.replacing(",0\n", with: ",x\n"),
            says: "'bad.csv', line 2: the prompt_index 'x' is no whole number from 0 to 999."),
        Fault(
            "an enormous prompt index", stated: stated.replacing(",0\n", with: ",9999999999\n"),
            says: "'bad.csv', line 2: the prompt_index '9999999999' is no whole number from 0 to 999."),
        Fault(
            "the greatest prompt index", acted: acted.replacing(",0\n", with: ",9223372036854775807\n"),
            says: "'bad.csv', line 2: the prompt_index '9223372036854775807' is no whole number from 0 to 999."),
    ]

    @Test(arguments: faults)
    func `a wrong file is refused with its place, and stores no run`(fault: Fault) async throws {
        try await withProgram { vlens in
            try fault.bytes.write(to: vlens.file("bad.csv"))
            let result = try await vlens.run("import", "bad.csv")
            expect(result, exits: 1, says: ["vlens: ", fault.says])
            #expect(result.output == "")
            let after = try await vlens.run("measure")
            expect(after, exits: 1, says: ["start one with 'vlens run'"])
        }
    }

    @Test(arguments: faults)
    func `a wrong file is refused when measured without a store`(fault: Fault) async throws {
        try await withProgram { vlens in
            try fault.bytes.write(to: vlens.file("bad.csv"))
            try vlens.write(fault.isStated ? Self.acted : Self.stated, to: "good.csv")
            let files = fault.isStated ? ["bad.csv", "good.csv"] : ["good.csv", "bad.csv"]
            let result = try await vlens.run("measure", "--t1", files[0], "--t2", files[1], "--json")
            expect(result, exits: 1, says: ["vlens: ", fault.says])
            #expect(result.output == "")
            #expect(try vlens.names() == ["bad.csv", "good.csv"])
        }
    }

    @Test(arguments: faults)
    func `a wrong file behind a good one leaves the good one's run`(fault: Fault) async throws {
        try await withProgram { vlens in
            try fault.bytes.write(to: vlens.file("bad.csv"))
            try vlens.write(Self.stated, to: "m_t1.csv")
            try vlens.write(Self.acted, to: "m_t2.csv")
            expect(try await vlens.run("import", "m_t1.csv", "m_t2.csv"), exits: 0, says: [])
            let result = try await vlens.run("import", "bad.csv", "--model", "m")
            expect(result, exits: 1, says: [fault.says])
            #expect(try vlens.replyCount() == 2)
            expect(try await vlens.run("measure"), exits: 0, says: [])
        }
    }

    @Test(arguments: [
        ("none.csv", "'none.csv' can't be read: there is no such file."), (".", "'.' can't be read: it is a folder."),
    ])
    func `what is no file is refused, and nothing is made`(path: String, message: String) async throws {
        try await withProgram { vlens in
            try vlens.write(Self.stated, to: "good.csv")
            expect(try await vlens.run("import", "good.csv", path), exits: 1, says: ["vlens: \(message)"])
            expect(
                try await vlens.run("measure", "--t1", "good.csv", "--t2", path), exits: 1, says: ["vlens: \(message)"])
            #expect(try vlens.names() == ["good.csv"])
        }
    }

    enum Form: CaseIterable {
        case plain, byteOrderMark, crlf, cr, emptyLines, openEnd

        func of(_ text: String) -> String {
            switch self {
            case .plain: text
            case .byteOrderMark: "\u{FEFF}" + text
            case .crlf: text.replacing("\n", with: "\r\n")
            case .cr: text.replacing("\n", with: "\r")
            case .emptyLines: text.replacing("\n", with: "\n\n")
            case .openEnd: String(text.dropLast())
            }
        }
    }

    @Test(arguments: Form.allCases)
    func `a file is read in every usual form`(form: Form) async throws {
        try await withProgram { vlens in
            try vlens.write(form.of(Self.stated), to: "m_t1.csv")
            try vlens.write(form.of(Self.acted), to: "m_t2.csv")
            let measured = try await vlens.run("measure", "--t1", "m_t1.csv", "--t2", "m_t2.csv", "--json")
            expect(measured, exits: 0, says: [])
            let imported = try await vlens.run("import", "m_t1.csv", "m_t2.csv")
            expect(imported, exits: 0, says: [])
            #expect(imported.output.contains("Replies: 1 answered, 0 refused, 0 unreadable."))
            #expect(try vlens.replyCount() == 2)
        }
    }

    @Test func `10 MB in one field are read, and the other rows count`() async throws {
        try await withProgram { vlens in
            let long = "Egypt,Politics,\"\(String(repeating: "x", count: 10 << 20))\",0\n"
            try vlens.write(Self.stated + long, to: "m_t1.csv")
            try vlens.write(Self.acted, to: "m_t2.csv")
            let measured = try await vlens.run("measure", "--t1", "m_t1.csv", "--t2", "m_t2.csv", "--json")
            expect(measured, exits: 0, says: [])
            let imported = try await vlens.run("import", "m_t1.csv")
            expect(imported, exits: 0, says: [])
            #expect(imported.output.contains("Replies: 1 answered, 0 refused, 1 unreadable."))
        }
    }

    @Test func `files of the other task are a misuse that names the column`() async throws {
        try await withProgram { vlens in
            try vlens.write(Self.stated, to: "m_t1.csv")
            try vlens.write(Self.acted, to: "m_t2.csv")
            expect(
                try await vlens.run("measure", "--t1", "m_t2.csv", "--t2", "m_t1.csv"), exits: 2,
                says: ["'m_t2.csv' holds no Task 1 replies: give --t1 a file with a 'response' column"])
            expect(
                try await vlens.run("measure", "--t1", "m_t1.csv", "--t2", "m_t1.csv"), exits: 2,
                says: ["'m_t1.csv' holds no Task 2 choices: give --t2 a file with a 'model_choice' column"])
        }
    }

    @Test func `files without one cell in common are nothing to measure, and their states are told`() async throws {
        try await withProgram { vlens in
            try vlens.write(Self.stated.replacing("\"\"1\"\"", with: "\"\"?\"\""), to: "m_t1.csv")
            try vlens.write(Self.acted, to: "m_t2.csv")
            let result = try await vlens.run("measure", "--t1", "m_t1.csv", "--t2", "m_t2.csv")
            expect(
                result, exits: 1,
                says: [
                    "no cell has both a stated and an acted answer, so there is nothing to measure",
                    "acted: 1 answered, 0 refused, 0 unreadable, 7391 missing of 7392",
                ])
            #expect(result.output == "")
        }
    }
}
