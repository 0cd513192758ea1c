import Foundation
import Study
import TestSupport
import Testing

@Suite("A hostile study file is refused, quickly and without a crash")
struct StudyFileSafetyTests {
    @Test
    func `A few lines of references that would unfold to billions of nodes are refused at the first one`() {
        var lines = ["a0: &a0 [x, x]"]
        for level in 1...40 { lines.append("a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]") }
        lines.append("? *a40\n: 1")
        #expect(
            StudyFileSample.problems(of: lines.joined(separator: "\n")) == [
                "s.yaml:2:10: study files have no YAML references; write the text out where *a0 stands"
            ])
    }

    @Test
    func `An ampersand and a star in prose are not references`() {
        #expect(StudyFileSample.problems(replacing: "A sample", with: "Family & Co *now* R&D") == [])
    }

    @Test(arguments: ["[", "{", "- ", "? ", "{a: "])
    func `Deep nesting is refused`(opener: String) {
        let problems = StudyFileSample.problems(of: String(repeating: opener, count: 200_000))
        #expect(problems.count == 1)
        #expect(problems.first?.contains("not YAML") == true)
    }

    @Test
    func `Nesting that is just possible, as a value and as a key, is read and refused as no study`() {
        let nested = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(
            StudyFileSample.problems(of: nested).first
                == #"s.yaml:1:1: the study must be a mapping with "name", "title", "theory", "countries", "topics", "#
                + #""stated", "acted", not a list"#)
        let key = StudyFileSample.text + "? \(nested)\n: 1\n"
        #expect(StudyFileSample.problems(of: key).count == 1)
    }

    @Test
    func `A text over the limit is refused before it is parsed`() {
        let text = StudyFileSample.text + "# " + String(repeating: "x", count: StudyFileLimits.studyBytes)
        #expect(StudyFileSample.problems(of: text) == ["s.yaml: a study file may have 8 MiB at most"])
    }

    @Test
    func `A cross of too many cells is refused before it is built`() {
        func list(_ letter: String) -> String {
            "[" + (0..<1_001).map { "\(letter)\($0)" }.joined(separator: ", ") + "]"
        }
        let text = StudyFileSample.text
            .replacing("[France, Egypt]", with: list("c"))
            .replacing("[Politics, Religion]", with: list("t"))
        #expect(
            StudyFileSample.problems(of: text) == [
                "s.yaml:1:1: countries × topics × values make 2004002 cells; 1000000 at most"
            ])
    }

    @Test(arguments: ["", "\n", "a", "~", "---", "a: b", "\u{0}"])
    func `Empty, blank and tiny files are errors`(text: String) {
        #expect(!StudyFileSample.problems(of: text).isEmpty)
    }

    @Test(arguments: 0..<40)
    func `Any damage to a valid file gives a study or an error`(seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        var bytes = Array(StudyFileSample.text.utf8)
        for _ in 0...seed % 5 {
            let place = Int(generator.next() % UInt64(bytes.count))
            switch generator.next() % 3 {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
            default: bytes.insert(contentsOf: Array(bytes[place...].prefix(20)), at: place)
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for problem in StudyFileSample.problems(of: text) { #expect(problem.hasPrefix("s.yaml")) }
    }

    @Test
    func `What cannot be read names the path and what to do`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let binary = folder.appending(path: "binary.yaml")
        try Data([0x6E, 0x0A, 0xFF, 0xFE]).write(to: binary)
        let archive = folder.appending(path: "archive.yaml")
        try Data("PK\u{3}\u{4}".utf8).write(to: archive)
        let expected = [
            (
                "\(folder.path)/none.yaml",
                "no such study file; check the path (`vlens study new` writes a study and its actions)"
            ),
            (folder.path, "this is a folder; name the study file inside it"),
            (archive.path, "this is a ZIP archive and no study file: unpack it first"),
            ("/dev/zero", "this study file is over 8 MiB; check that it is the right file"),
        ]
        for (path, message) in expected {
            let error = #expect(throws: StudyFileError.self) { try StudyDefinition.read(path: path) }
            #expect(error?.description == "\(path): \(message)")
        }
        let damaged = #expect(throws: StudyFileError.self) { try StudyDefinition.read(path: binary.path) }
        #expect(damaged?.description == "\(binary.path):2: this study file is not UTF-8 text; save it as UTF-8")
    }
}
