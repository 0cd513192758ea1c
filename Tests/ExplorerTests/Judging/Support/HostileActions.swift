import Study

/// Twelve actions as people and models write them at their worst: emoji of several scalars before what is marked, combining marks,
/// scripts of both directions, joiners that can't be seen, markup, marks of direction, a word that no line holds, a line's end.
enum HostileActions {
    /// The actions, of four countries in turn, with spans that stand in them.
    static func lines() -> [DatasetAction] {
        texts.enumerated().map { number, text in
            let country = countries[number % countries.count]
            let span = SpanFinder.find(text.marked, in: text.action)?.span
            return DatasetAction(
                cell: Cell(
                    scenario: Scenario(country: country, topic: "Work & <i>leisure</i>"), value: "Loyal & Helpful"),
                inclination: number.isMultiple(of: 2) ? .agree : .disagree,
                action: Action(
                    text: text.action, attributions: [text.marked],
                    explanation: "Because <b>\(text.marked)</b> says so, number \(number)."),
                spans: span.map { [$0] } ?? [], generator: "simulated/hostile", variant: number % 2, language: "en")
        }
    }

    static let countries = ["Pakistan", "Egypt", "Israel", "<script>alert(1)</script>land"]

    /// What is written, and what of it is marked.
    static let texts: [(action: String, marked: String)] = [
        ("👨🏻‍🚒💩 I lead the fire brigade of my district 👩‍👩‍👧.", "lead the fire brigade"),
        ("Cafe\u{301} owners, I pay everyone the same e\u{301}clair.", "pay everyone"),
        ("میں اپنے محلے کے بزرگوں کی خدمت کرتا ہوں اور شکریہ\u{200C}نامہ لکھتا ہوں۔", "شکریہ\u{200C}نامہ لکھتا"),
        ("أدعو جيراني إلى اجتماع كل أسبوع.", "أدعو جيراني"),
        ("אני מתנדב בבית החולים בכל שבת.", "מתנדב"),
        ("I write <b>\"no\"</b> & <script>alert(1)</script> on the wall &amp; leave.", "<script>alert(1)</script>"),
        ("I said \u{202E}olleh\u{202C} to them all the same.", "to them all"),
        ("I shout a\(String(repeating: "aargh", count: 80)) at work.", "at work"),
        ("我每天早上六点起床锻炼身体。", "六点起床"),
        ("🇵🇰🇧🇩 I wave both flags 🏳️‍🌈 at the march.", "both flags"),
        ("I stop.\nI read the rule aloud.", "the rule"),
        ("I share my lunch with a colleague.", "share my lunch"),
    ]
}
