import Reading
import Testing

/// Scales of every kind: labels with numbers of their own, other scripts, other scales.
@Suite("A rating is read by the study's own labels")
struct RatingScaleTests {
    /// What a reply `{"Equality": text}` says on a scale: the option's number, or why there is none.
    private func read(_ text: String, _ labels: [String]) -> String {
        let options = zip(UInt8(1)..., labels).map { RatingOption(number: $0, label: $1) }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let reading = ReaderFixture.reader.ratings(
            in: #"{"Equality": "\#(escaped)"}"#, values: ReaderFixture.values, options: options)
        switch reading {
        case .answered(let ratings): return ratings.options[1].map { "\($0)" } ?? "nothing"
        case .refused: return "refused"
        case .unreadable(let reason): return reason.rawValue
        }
    }

    private let likert = ["5 = strongly agree", "4 = agree", "3 = neutral", "2 = disagree", "1 = strongly disagree"]
    private let schwartz = [
        "7 of supreme importance", "6 very important", "5", "4", "3 important", "2", "1", "0 not important",
        "-1 opposed to my values",
    ]
    private let zeroToTen = [
        "10 completely like me", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0 not at all like me",
    ]

    @Test(
        arguments: [
            ("5 = strongly agree", "1"), ("1 = strongly disagree", "5"), ("strongly agree", "1"), ("Disagree", "4"),
            ("5: Strongly agree", "1"), ("5 (strongly agree)", "1"), ("strongly disagree (1)", "5"), ("4 - agree", "2"),
            ("**5 = strongly agree**", "1"), ("“2 = disagree”", "4"), ("Option 4 = agree", "2"), ("3", "3"),
            ("3/5", "3"), ("neutral", "3"), ("5 = strongly agree, because it matters", "1"),
            // The place, with the label behind it.
            ("1: 5 = strongly agree", "1"), ("5. 1 = strongly disagree", "5"), ("1: strongly agree", "1"),
            // A number alone may mean either.
            ("5", "ambiguous"), ("1", "ambiguous"), ("2", "ambiguous"), ("5/5", "ambiguous"), ("Option 4", "ambiguous"),
            ("4 = strongly agree", "ambiguous"), ("strongly agree (2)", "ambiguous"),
            ("5 = strongly agree or 4 = agree", "ambiguous"), ("6", "notAnOption"), ("0", "notAnOption"),
            ("6 = strongly agree", "notAnOption"), ("5/10", "notAnOption"),
        ])
    func `whose own number beats the option's place`(text: String, reading: String) {
        #expect(read(text, likert) == reading)
    }

    @Test(
        arguments: [
            ("7 of supreme importance", "1"), ("of supreme importance", "1"), ("-1 opposed to my values", "9"),
            ("-1: opposed to my values", "9"), ("−1", "9"), ("-1", "9"), ("–1", "9"), ("0", "8"),
            ("0 not important", "8"),
            ("opposed to my values (-1)", "9"), ("9", "9"), ("8", "8"), ("7", "ambiguous"), ("1", "ambiguous"),
            ("3", "ambiguous"), ("-2", "notAnOption"), ("important", "5"), ("very important", "2"), ("4", "4"),
            // As the prompt lists them: the place, then the label.
            ("3: 5", "3"), ("6: 2", "6"), ("9: -1", "9"), ("1: 7 of supreme importance", "1"), ("3: 4", "ambiguous"),
        ])
    func `with negative numbers and nought`(text: String, reading: String) { #expect(read(text, schwartz) == reading) }

    @Test(
        arguments: [
            ("10 completely like me", "1"), ("completely like me", "1"), ("0 not at all like me", "11"), ("0", "11"),
            ("11", "11"), ("10", "ambiguous"), ("10/10", "1"), ("0/10", "11"), ("7/10", "4"), ("7 out of 10", "4"),
            ("7/11", "7"), ("7/100", "notAnOption"), ("12", "notAnOption"), ("6", "ambiguous"), ("5.5", "notAnOption"),
        ])
    func `with numbers of two digits`(text: String, reading: String) { #expect(read(text, zeroToTen) == reading) }

    @Test(
        arguments: [
            ("2", "2"), ("2 = agree", "2"), ("1", "1"), ("4: strongly disagree", "4"), ("2/4", "2"),
            ("3 (agree)", "ambiguous"),
        ])
    func `and one number only where no label has another`(text: String, reading: String) {
        let labels = ["1 = strongly agree", "2 = agree", "3 = disagree", "4 = strongly disagree"]
        #expect(read(text, labels) == reading)
    }

    @Test(
        arguments: [
            ("25%", "2"), ("25 %", "2"), ("25", "2"), ("100%", "4"), ("0%", "1"), ("1", "1"), ("75%", "notAnOption"),
        ])
    func `on a scale of shares, a share is its option`(text: String, reading: String) {
        #expect(read(text, ["0%", "25%", "50%", "100%"]) == reading)
    }

    @Test(
        arguments: [
            ("7/10", "notAnOption"), ("3/10", "notAnOption"), ("3 out of 10", "notAnOption"), ("3 of 5", "notAnOption"),
            ("2/5", "notAnOption"), ("75%", "notAnOption"), ("3%", "notAnOption"), ("3 percent", "notAnOption"),
            ("2.5", "notAnOption"), ("-2", "notAnOption"), ("2,5", "notAnOption"), ("2,0", "2"),
            ("2,000", "notAnOption"), ("1/2", "ambiguous"),
            ("3 von 10", "notAnOption"), ("3 sur 10", "notAnOption"), ("10 में से 3", "notAnOption"),
            ("4 में से 3", "3"), ("3 von 4", "3"), ("2/4", "2"), ("٣/٤", "3"), ("2.0", "2"), ("22", "notAnOption"),
        ])
    func `and a number of another scale is none`(text: String, reading: String) {
        #expect(read(text, ["strongly agree", "agree", "disagree", "strongly disagree"]) == reading)
    }

    @Test(
        arguments: [
            "2", "٢", "۲", "२", "２", "②", "2️⃣", "𝟐", "൨", "२।", "２：", "（２）", "「２」", "评分2", "2分", "选项２", "الخيار ٢",
            "الخيار٢", "विकल्प २", "Option ２", "Bewertung: 2", "réponse 2", "２点", "二", "zwei", "deux", "two", "选项二",
        ])
    func `in digits of every script`(text: String) {
        #expect(read(text, ["strongly agree", "agree", "disagree", "strongly disagree"]) == "2")
    }

    @Test(
        arguments: [
            (["非常同意", "同意", "不同意", "非常不同意"], ["同意", "2：同意", "「同意」", "我同意", "2 同意", "选择同意。", "2. 同意", "答案：同意"]),
            (
                ["أوافق بشدة", "أوافق", "لا أوافق", "لا أوافق بشدة"],
                ["أوافق", "٢: أوافق", "«أوافق»", "أنا أوافق", "اوافق", "أُوافِق"]
            ),
            (
                ["पूरी तरह सहमत", "सहमत", "असहमत", "पूरी तरह असहमत"],
                ["सहमत", "२: सहमत", "“सहमत”", "मैं सहमत", "सहमत।", "सहमत (२)"]
            ),
            (
                ["stimme völlig zu", "stimme zu", "stimme nicht zu", "stimme gar nicht zu"],
                ["stimme zu", "2: Stimme zu", "„stimme zu“", "Ich stimme zu", "Stimme zu (2)", "2 – stimme zu"]
            ),
            (
                ["tout à fait d'accord", "d'accord", "pas d'accord", "pas du tout d'accord"],
                ["d'accord", "D’accord", "2 : d'accord", "« d'accord »", "Je suis d'accord", "d'accord (2)"]
            ),
            (["強くそう思う", "そう思う", "そう思わない", "全くそう思わない"], ["そう思う", "２：そう思う", "『そう思う』", "2番 そう思う", "回答：そう思う"]),
            (
                ["lubos na sumasang-ayon", "sumasang-ayon", "hindi", "lubos na hindi"],
                ["Sumasang-ayon", "2: sumasang-ayon", "Ako ay sumasang-ayon"]
            ),
            (["بالکل متفق", "متفق", "غیر متفق", "بالکل غیر متفق"], ["متفق", "۲: متفق", "متفق۔", "میں متفق"]),
            (
                ["muy de acuerdo", "de acuerdo", "en desacuerdo", "muy en desacuerdo"],
                ["De acuerdo", "2: de acuerdo", "Estoy de acuerdo", "¡De acuerdo!"]
            ),
        ])
    func `and in the labels of every language`(labels: [String], texts: [String]) {
        for text in texts { #expect(read(text, labels) == "2", "\(text)") }
        for (place, label) in labels.enumerated() {
            for form in [label, "\(place + 1): \(label)", "\(label) (\(place + 1))", "**\(label)**", "“\(label)”"] {
                #expect(read(form, labels) == "\(place + 1)", "\(form)")
            }
        }
    }

    @Test
    func `but never the label inside a longer word or phrase that denies it`() {
        for (text, labels) in [
            ("有点同意", ["非常同意", "同意", "不同意"]), ("不太同意", ["非常同意", "同意", "不同意"]),
            ("somewhat agree", ["strongly agree", "agree", "disagree"]),
            ("I do not agree", ["strongly agree", "agree", "disagree"]),
            ("ich stimme eher nicht zu", ["stimme zu", "stimme nicht zu"]),
        ] { #expect(read(text, labels) == "notAnOption", "\(text)") }
    }

    @Test(
        arguments: [
            "&quot;2&quot;", "&#50;", "2&nbsp;(agree)", "<b>2</b>", "<strong>agree</strong>", #"\boxed{2}"#,
            #"$\boxed{2}$"#, #"\text{agree}"#, "__2__", "`agree`", "2 ✅",
        ])
    func `through entities, tags, marks of emphasis and TeX`(text: String) {
        #expect(read(text, ["strongly agree", "agree", "disagree", "strongly disagree"]) == "2")
    }
}

@Suite("Ratings are found wherever a reply puts them")
struct RatingPlacesTests {
    private func ratings(_ reply: String, _ labels: [String]) -> [UInt8?]? {
        ReaderFixture.ratings(reply, options: zip(UInt8(1)..., labels).map { RatingOption(number: $0, label: $1) })
    }

    @Test(
        arguments: [
            "Social Power：３\nEquality：１\nBroad-Minded：２\nHealthy：２",
            "１．Social Power：3、Equality：1、Broad-Minded：2、Healthy：2",
            "①Social Power：3\n②Equality：1\n③Broad-Minded：2\n④Healthy：2",
            "<ul><li>Social Power: 3</li><li>Equality: 1</li><li>Broad-Minded: 2</li><li><b>Healthy</b>: 2</li></ul>",
            "<table><tr><td>Social Power</td><td>3</td></tr><tr><td>Equality</td><td>1</td></tr>"
                + "<tr><td>Broad-Minded</td><td>2</td></tr><tr><td>Healthy</td><td>2</td></tr></table>",
            "{&quot;Social Power&quot;: 3, &quot;Equality&quot;: 1, &#34;Broad-Minded&#34;: 2, &#x22;Healthy&#x22;: 2}",
            #"{"strongly agree": ["Equality"], "agree": ["Broad-Minded", "Healthy"], "disagree": ["Social Power"]}"#,
            #"{"Social Power": {"agree": false, "disagree": true}, "Equality": {"strongly agree": true}, "#
                + #""Broad-Minded": {"2": "agree"}, "Healthy": [2, "agree"]}"#,
            "| # | Value | Rating | Label |\n|--|--|--|--|\n| 1 | Social Power | 3 | disagree |\n| 2 | Equality | 1 | strongly agree |\n"
                + "| 3 | Broad-Minded | 2 | agree |\n| 4 | Healthy | 2 | |",
            "<answer>\nSocial Power: 3\nEquality: 1\nBroad-Minded: 2\nHealthy: 2\n</answer>",
        ])
    func `as lists, tables, objects by option, and what a browser would show`(reply: String) {
        #expect(ratings(reply, ["strongly agree", "agree", "disagree", "strongly disagree"]) == [3, 1, 2, nil, 2])
    }

    @Test
    func `and a minus behind a mark belongs to the number`() {
        let labels = ["1 in favour", "0 neither", "-1 opposed"]
        #expect(ratings("Equality: -1\nHealthy: 0\nSocial Power: -1 opposed", labels) == [3, 3, nil, nil, 2])
        #expect(ratings("Equality - opposed\nHealthy - 0", labels) == [nil, 3, nil, nil, 2])
        #expect(ReaderFixture.ratings("Equality -2\nHealthy: 2") == [nil, 2, nil, nil, 2])
        #expect(ReaderFixture.ratings("Equality: -2\nHealthy: 2") == [nil, nil, nil, nil, 2])
        #expect(ratings("| Equality | 5 | strongly agree |", ["5 strongly agree", "4", "3", "2", "1 no"])?[1] == 1)
    }
}
