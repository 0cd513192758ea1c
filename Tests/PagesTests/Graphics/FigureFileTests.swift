import Pages
import Testing

@Suite("A figure's files")
struct FigureFileTests {
    /// A figure whose colours and places are known: 100 × 50 pixels, the left half orange, a box of no number to the right.
    private static var figure: Figure {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: "f")
        drawing.box(x: 0, y: 0, width: 50, height: 50, style: "fill-acted")
        drawing.box(x: 60, y: 0, width: 40, height: 50, fill: hatch)
        drawing.line(from: (0, 25), to: (50, 25), style: "line-ink", width: 4)
        drawing.dot(x: 25, y: 12, radius: 6, style: "fill-stated")
        drawing.text("A", x: 2, y: 48, size: 8)
        return Figure(
            Figure.Heading("f", title: "A (1) \\ <b>", summary: "S"), width: 100, height: 50, body: drawing.body)
    }

    /// The colour that the style sheet gives to a class.
    private static func colour(_ style: String) throws -> String {
        let rule = try Regex("\\.fig \\.\(style)\\{fill:(#[0-9a-f]{6})\\}")
        return String(try #require(figure.standalone.firstMatch(of: rule)?.output[1].substring))
    }

    private static func face() throws -> Typeface {
        try (try? Typeface.find()) ?? Typeface(regular: [TrueTypeFont(FontFixture.font())])
    }

    @Test(.enabled(if: Tool.hasPython, "no python3 found"))
    func `as PNG have the width of a column at 300 dots an inch, and the colours where they belong`() throws {
        let png = Self.figure.png(.one, typeface: try Self.face())
        // 85 mm are 1,004 dots. The drawing is scaled by 0.8 points a pixel, 3.333 dots a pixel, below its title.
        func place(_ x: Double, _ y: Double) -> String {
            // Margins of 2 points, and 26 for the title.
            let (left, top) = (2.0, 28.0)
            return "\(Int((left + x * 0.8) * 300 / 72)),\(Int((top + y * 0.8) * 300 / 72))"
        }
        let places = [place(10, 5), place(25, 25), place(25, 12), place(55, 25), place(105, 5), "1000,3"]
        let found = try #require(try Tool.run("python3", ["-c", Tool.pngReader, "FILE"] + places, on: png))
        let lines = found.split(separator: "\n").map(String.init)
        #expect(lines[0] == "1004 292 11811 11811")
        #expect(
            lines.dropFirst().map { "#" + $0 } == [
                try Self.colour("fill-acted"), try Self.colour("fill-ink"), try Self.colour("fill-stated"), "#ffffff",
                "#ffffff", "#ffffff",
            ])
    }

    @Test(.enabled(if: Tool.hasPoppler, "no pdfinfo, pdffonts, pdftotext and pdftoppm found; install poppler-utils"))
    func `as PDF have a page as wide as the columns, no font that could be missing, and say whose they are`() throws {
        for columns in ColumnWidth.allCases {
            let pdf = Self.figure.pdf(columns, typeface: try Self.face(), producer: "ValueActionLens 0")
            let facts = try #require(try Tool.run("pdfinfo", ["FILE"], on: pdf))
            #expect(facts.contains("Pages:           1\n"))
            #expect(facts.contains("Title:           A (1) \\ <b>\n"))
            #expect(facts.contains(columns == .one ? "240.945 x " : "504.567 x "))
            #expect(try Tool.run("pdffonts", ["FILE"], on: pdf)?.split(separator: "\n").count == 2)
            #expect(try Tool.run("pdftotext", ["FILE", "-"], on: pdf)?.contains(where: \.isLetter) == false)
        }
    }

    @Test(.enabled(if: Tool.hasPoppler && Tool.hasPython, "no pdftoppm or no python3 found"))
    func `as PDF have the same colours in the same places as PNG`() throws {
        let pdf = Self.figure.pdf(.one, typeface: try Self.face(), producer: "p")
        // Drawn by another program at 300 dots an inch, as in the picture.
        let script = """
            import subprocess, sys
            b = subprocess.run(['pdftoppm', '-r', '300', sys.argv[1]], stdout=subprocess.PIPE, check=True).stdout
            kind, w, h, most, rest = b.split(None, 4)
            w = int(w); rows = b[len(b) - w * int(h) * 3:]
            for place in sys.argv[2:]:
                x, y = [int(n) for n in place.split(',')]
                at = 3 * (y * w + x)
                print(rows[at:at+3].hex())
            """
        func place(_ x: Double, _ y: Double) -> String {
            "\(Int((2 + x * 0.8) * 300 / 72)),\(Int((28 + y * 0.8) * 300 / 72))"
        }
        let places = [place(10, 5), place(25, 25), place(25, 12), place(55, 25)]
        let found = try #require(try Tool.run("python3", ["-c", script, "FILE"] + places, on: pdf))
        let colours = [
            try Self.colour("fill-acted"), try Self.colour("fill-ink"), try Self.colour("fill-stated"), "#ffffff",
        ]
        for (one, other) in zip(found.split(separator: "\n"), colours) {
            let (a, b) = (Int(one, radix: 16) ?? 0, Int(other.dropFirst(), radix: 16) ?? 0xFFF)
            for shift in [16, 8, 0] { #expect(abs((a >> shift & 255) - (b >> shift & 255)) <= 1, "\(one) \(other)") }
        }
    }

    @Test func `say the same twice`() throws {
        let face = try Self.face()
        #expect(Self.figure.png(.one, typeface: face) == Self.figure.png(.one, typeface: face))
        #expect(
            Self.figure.pdf(.two, typeface: face, producer: "p") == Self.figure.pdf(.two, typeface: face, producer: "p")
        )
    }

    @Test func `end where a group is drawn within itself`() throws {
        var inner = Drawing()
        inner.use("g", x: 1, y: 1)
        inner.text("A", x: 0, y: 0)
        var drawing = Drawing()
        drawing.group("g", x: 0, y: 0, inner)
        let figure = Figure(
            Figure.Heading("g", title: "A", summary: ""), width: 20, height: 20, body: drawing.body)
        let face = try Self.face()
        #expect(figure.pdf(.one, typeface: face, producer: "").count < 100_000)
        #expect(figure.png(.one, typeface: face).count < 100_000)
    }
}
