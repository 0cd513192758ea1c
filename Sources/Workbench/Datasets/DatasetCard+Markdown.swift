import Study
import Text

extension DatasetCard {
    /// The card for people.
    var markdown: String {
        var lines = ["# \(Markdown.text(description.name))", "", Markdown.text(summary), ""]
        lines += table(facts)
        lines += section("How it was made", making.map(Markdown.text))
        lines += section("What it holds", check.lines.dropFirst().map { Markdown.text($0.trimmed) })
        lines += section("What is missing", [Markdown.text(missing)])
        lines += section("Known problems", limitations.map(Markdown.text))
        lines += section("How it was judged", judged)
        lines += section("Bias", biases.map(Markdown.text))
        lines += section("Use", (uses + sensitive).map(Markdown.text))
        lines += section("License", [description.license.map(Markdown.text) ?? "None is said; ask whoever made it."])
        lines += ["## How to cite", "", Markdown.text(description.citedAs), ""]
        lines += [
            "## Files", "",
            "- `\(Self.dataName)`: one action a line, as a JSON object (UTF-8)",
            "- `\(Self.croissantName)`: this card for programs, as Croissant 1.1 with RAI fields",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private var facts: [(String, String)] {
        var facts = [("Version", description.version)]
        if !description.creators.isEmpty { facts.append(("Made by", description.creators.joined(separator: ", "))) }
        if let date = description.published { facts.append(("Published", date)) }
        if let url = description.url { facts.append(("Address", url)) }
        facts += [
            ("Actions", "\(check.dataset.rows.count)"), ("Pairs", "\(check.pairs)"), ("Cells", "\(check.cells)"),
            ("Countries", check.countries.joined(separator: ", ")), ("Topics", check.topics.joined(separator: ", ")),
            ("Values", check.values.joined(separator: ", ")), ("Content", check.dataset.contentDigest),
            ("SHA-256 of \(Self.dataName)", Digest(of: Array(data.utf8)).hexadecimal()),
        ]
        return facts
    }

    private var judged: [String] {
        guard let judging else { return ["On record nobody has judged it."] }
        return (judging.protocolWords + judging.analysis + judging.demographics).map(Markdown.text)
            + (judging.models.isEmpty
                ? [] : ["Models judged, too: \(Markdown.text(judging.models.joined(separator: ", ")))."])
    }

    private func section(_ title: String, _ items: [String]) -> [String] {
        ["## \(title)", ""] + items.map { "- \($0)" } + [""]
    }

    private func table(_ rows: [(String, String)]) -> [String] {
        ["| | |", "| --- | --- |"] + rows.map { "| \(Markdown.text($0)) | \(Markdown.text($1)) |" } + [""]
    }
}

/// Text inside Markdown, where nothing of it makes markup.
enum Markdown {
    static func text(_ text: String) -> String {
        var escaped = ""
        for character in Plain.line(text) {
            if "\\`*_{}[]<>#|~&!".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}
