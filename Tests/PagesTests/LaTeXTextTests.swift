import Pages
import Testing

@Suite("Text in LaTeX")
struct LaTeXTextTests {
    @Test(arguments: [
        ("\\input{x}", "\\textbackslash{}input\\{x\\}"), ("a & b_1 #2 $3 100%", "a \\& b\\_1 \\#2 \\$3 100\\%"),
        ("[2em]", "{}[2em]"), ("*", "{}*"), ("~^", "\\textasciitilde{}\\textasciicircum{}"),
        ("−0.1 – x — y", "$-$0.1 -- x --- y"),
        ("a\u{1B}b\nc", "a b c"), ("a\u{200F}b", "ab"),
    ])
    func `is never a command`(text: String, escaped: String) {
        #expect(LaTeXText.escaped(text) == escaped)
    }

    @Test(arguments: [
        ("Responsibility for one’s own – and all others’ – actions", 0), ("simulated/subject?gap=0.2", 2),
        ("数值观念", 0), ("社会主义核心价值观", 2), ("सहायक", 0), ("สังคมไทยและการเมือง", 6),
    ])
    func `may break in a word that is longer than a column, and nowhere else`(text: String, breaks: Int) {
        let escaped = LaTeXText.escaped(text)
        #expect(escaped.split(separator: "\\penalty5000 ").count == breaks + 1)
        #expect(escaped.replacing("\\penalty5000 ", with: "").replacing("--", with: "–") == text)
    }

    @Test func `stays on one line of a comment`() {
        #expect(!LaTeXText.comment("a\n\\end{document}").contains("\n"))
    }
}
