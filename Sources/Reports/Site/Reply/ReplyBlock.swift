import Pages
import Text

/// A reply on a page: what was read, the text as received, its thoughts folded, and how it came.
struct ReplyBlock {
    let reply: ShownReply
    /// The value whose rating is told, for a reply that rates many.
    var value: String?
    /// Where all of it is read; nil on the page that shows all.
    var whole: Link?

    /// All of it but a heading.
    var markup: Markup {
        .joined([
            asideNote, readings, SaidBlock.markup(reply.text, whole: whole), thoughts, facts,
        ])
    }

    private var asideNote: Markup {
        guard let aside = reply.aside else { return .empty }
        let why =
            aside.cause == "late"
            ? "It came after another reply to the same question." : "Its question was asked again later."
        let when = aside.at.map { " (\($0))" } ?? ""
        return .element("p", ["class": "notice"], text: "Set aside\(when), counted nowhere. \(why)")
    }

    /// All readings by all readers, and what people said of them.
    private var readings: Markup {
        guard !reply.readings.isEmpty || !reply.overrules.isEmpty else {
            return .element("p", ["class": "unknown"], text: "No reader has read it.")
        }
        let own = reply.readings.reversed().enumerated().map { place, reading in
            let isCounted = place == 0
            return Markup.element(
                "li", ["class": isCounted ? "current" : nil],
                [
                    .element("span", ["class": "by"], text: "Read by \(reading.reader): "),
                    .element("bdi", ["class": "read"], text: reading.words(of: value)),
                    isCounted ? reading.rest(besides: value) : .empty,
                ])
        }
        let people = reply.overrules.reversed().map {
            OverruleEntry($0, isInForce: $0.id == reply.inForce?.id, value: value).markup
        }
        return .element("ul", ["class": "readings"], people + own)
    }

    private var thoughts: Markup {
        .joined(
            reply.thoughts.map { thought in
                PageBlocks.details(
                    "Thoughts, \(Numerals.count(thought.bytes, "byte", "bytes"))",
                    [SaidBlock.markup(thought, style: "said thoughts", whole: whole)])
            })
    }

    private var facts: Markup {
        let unknown = "not known"
        func tokens(_ count: Int?) -> String { count.map { Numerals.count($0) } ?? unknown }
        var facts: [(String, String)] = [
            ("Stop reason", reply.finishReason.map { PlainNames.words($0) } ?? unknown),
            ("Tokens in", tokens(reply.promptTokens)), ("Tokens out", tokens(reply.completionTokens)),
            ("Latency", reply.latency.map { "\(Numerals.decimal($0)) s" } ?? unknown),
            ("Served model", reply.model ?? unknown), ("Provider", reply.provider ?? unknown),
        ]
        if let hidden = reply.reasoningTokens {
            facts.insert(("Hidden reasoning", "\(Numerals.count(hidden)) tokens"), at: 3)
        }
        if let mark = reply.fingerprint { facts.append(("Fingerprint", mark)) }
        if let attempts = reply.attempts, attempts > 1 { facts.append(("Attempts", Numerals.count(attempts))) }
        if !reply.omitted.isEmpty { facts.append(("Not sent", reply.omitted.joined(separator: ", "))) }
        if let replied = reply.replied { facts.append(("Came", replied)) }
        return .element(
            "dl", ["class": "came"],
            facts.map { name, text in
                .element(
                    "div", [:],
                    [.element("dt", [:], text: name), .element("dd", [:], [.element("bdi", [:], text: text)])])
            })
    }
}

/// What a person said of a reading, as an entry of the list of readings.
struct OverruleEntry {
    private let overrule: ShownOverrule
    private let isInForce: Bool
    private let value: String?

    init(_ overrule: ShownOverrule, isInForce: Bool, value: String? = nil) {
        (self.overrule, self.isInForce, self.value) = (overrule, isInForce, value)
    }

    var markup: Markup {
        let reading = overrule.reading.map { "overruled as \($0.words(of: value))" } ?? "took the overrule back"
        let of = overrule.isOfThisReply ? "" : " (of an earlier reply, set aside since)"
        return .element(
            "li", ["class": isInForce ? "person current" : "person"],
            [
                .element("bdi", ["class": "by"], text: overrule.by), .text(" "),
                .element("span", ["class": "read"], text: reading + of),
                .element("span", ["class": "when"], text: ", \(overrule.at)"),
                overrule.why.isEmpty
                    ? .empty : .element("div", ["class": "said why", "dir": "auto"], text: overrule.why),
                overrule.reading?.rest(besides: value) ?? .empty,
            ])
    }
}
