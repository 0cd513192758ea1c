/// A PDF file of vectors. It holds no date and no name of a machine: the same figure is the same file.
struct PDFFile {
    /// A page, in points.
    struct Page {
        let width, height: Double
        let canvas: PDFCanvas
    }

    let title: String
    let producer: String
    let typeface: Typeface
    let pages: [Page]

    private var glyphs: [Typeface.Glyph] {
        var seen: Set<Typeface.Glyph> = []
        return pages.flatMap(\.canvas.glyphs).filter { seen.insert($0).inserted }
    }

    var bytes: [UInt8] {
        var objects = PDFObjects()
        let (catalogue, tree, information, resources) = (
            objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()
        )
        let forms = glyphs.map { glyph in (PDFCanvas.name(glyph), objects.add(form: form(of: glyph))) }
        let leaves = pages.map { page in
            let content = objects.add(stream: page.canvas.content)
            return objects.add(
                "<< /Type /Page /Parent \(tree) 0 R /MediaBox [0 0 \(PDFNumber.text(page.width)) "
                    + "\(PDFNumber.text(page.height))] /Resources \(resources) 0 R /Contents \(content) 0 R >>")
        }
        objects.set(catalogue, "<< /Type /Catalog /Pages \(tree) 0 R >>")
        objects.set(
            tree,
            "<< /Type /Pages /Count \(leaves.count) /Kids [\(leaves.map { "\($0) 0 R" }.joined(separator: " "))] >>")
        objects.set(information, "<< /Title \(Self.text(title)) /Producer \(Self.text(producer)) >>")
        let opacities = Set(pages.flatMap(\.canvas.opacities) + [1000]).sorted().map {
            "/A\($0) << /ca \(PDFNumber.text(Double($0) / 1000)) /CA \(PDFNumber.text(Double($0) / 1000)) >>"
        }
        let names = forms.map { "/\($0.0) \($0.1) 0 R" }.joined(separator: " ")
        objects.set(
            resources, "<< /XObject << \(names) >> /ExtGState << \(opacities.joined(separator: " ")) >> >>")
        return objects.file(root: catalogue, information: information)
    }

    private func form(of glyph: Typeface.Glyph) -> (box: String, content: String) {
        let outline = typeface.fonts[glyph.font].outline(of: glyph.glyph).moved(by: .scale(0.001, 0.001))
        var bounds = Bounds(left: 0, top: 0, right: 0, bottom: 0)
        for point in outline.flattened(tolerance: 0.01).flatMap(\.points) {
            bounds.unite(Bounds(left: point.x, top: point.y, right: point.x, bottom: point.y))
        }
        let box = [bounds.left - 0.01, bounds.top - 0.01, bounds.right + 0.01, bounds.bottom + 0.01]
        return (box.map(PDFNumber.text).joined(separator: " "), PDFCanvas.path(outline) + "f\n")
    }

    /// A text in UTF-16 with its mark, in hexadecimal digits: nothing in it could end it.
    private static func text(_ text: String) -> String {
        "<FEFF"
            + text.prefix(500).utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() + ">"
    }
}

/// The objects of a PDF file, numbered from 1.
private struct PDFObjects {
    private var objects: [[UInt8]] = []

    mutating func reserve() -> Int {
        objects.append([])
        return objects.count
    }

    mutating func set(_ number: Int, _ text: String) { objects[number - 1] = Array(text.utf8) }

    mutating func add(_ text: String) -> Int {
        objects.append(Array(text.utf8))
        return objects.count
    }

    mutating func add(stream text: String, _ entries: String = "") -> Int {
        let bytes = Deflate.zlib(Array(text.utf8))
        objects.append(
            Array("<< \(entries)/Length \(bytes.count) /Filter /FlateDecode >>\nstream\n".utf8) + bytes
                + Array("\nendstream".utf8))
        return objects.count
    }

    mutating func add(form: (box: String, content: String)) -> Int {
        add(stream: form.content, "/Type /XObject /Subtype /Form /BBox [\(form.box)] ")
    }

    func file(root: Int, information: Int) -> [UInt8] {
        var file = Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            table += String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
        }
        table += "trailer\n<< /Size \(objects.count + 1) /Root \(root) 0 R /Info \(information) 0 R >>\n"
        return file + Array((table + "startxref\n\(start)\n%%EOF\n").utf8)
    }
}
