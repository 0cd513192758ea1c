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

    @Test func `stays on one line of a comment`() {
        #expect(!LaTeXText.comment("a\n\\end{document}").contains("\n"))
    }
}
