import Foundation
import Study
import TestSupport
import Testing
import Text

/// Whether an action names its value.
struct LeakCheckTests {
    private func leak(_ action: String, _ value: String, _ language: Language = .english, _ aliases: [String] = [])
        -> LeakCheck.Leak?
    {
        var check = LeakCheck(language: language)
        return check.leak(action: action, value: Value(name: value, gloss: "", aliases: aliases))
    }

    @Test(arguments: [
        ("I am an Ambitious woman", "Ambitious"), ("I seek social-power here", "Social Power"),
        ("An exciting life is mine", "An Exciting Life"),
    ])
    func `the name itself leaks`(action: String, value: String) {
        #expect(leak(action, value) == .name)
        #expect(LeakCheck.leaks(action: action, value: Value(name: value, gloss: ""), language: .english))
    }

    @Test(arguments: [
        ("My ambition is a seat in parliament", "Ambitious"), ("I work ambitiously", "Ambitious"),
        ("I am unambitious", "Ambitious"), ("I stay disloyal to the party", "Loyal"), ("I prize loyalty", "Loyal"),
        ("I spoke with humility", "Humble"), ("I obeyed my uncle", "Obedient"), ("I act irresponsibly", "Responsible"),
        ("I take responsibilities", "Responsible"), ("I influence the board", "Influential"),
        ("I was influenced by nobody", "Influential"),
        ("I honor my parents and my elders", "Honoring of Parents and Elders"),
        ("I enjoy my life", "Enjoying Life"), ("I create a mural", "Creativity"),
        ("I grew curiouser and curiosity won", "Curious"),
        ("I keep my letters private", "Privacy"), ("I moderated my drinking", "Moderate"),
        ("I forgave him", "Forgiving"),
        ("I forgive him", "Forgiving"), ("I dared to sing", "Daring"), ("I live more wisely", "Wisdom"),
        ("I treat them equally", "Equality"), ("the unequal share", "Equality"), ("I kept cleaning", "Clean"),
        ("cleanliness is my rule", "Clean"), ("I eat healthier", "Healthy"), ("my health comes first", "Healthy"),
        ("I succeed in trade", "Successful"), ("I grew wealthy", "Wealth"),
        ("I recognised a social recognition", "Social Recognition"),
        ("I returned the favours", "Favors"), ("I chose goals", "Choosing Own Goals"),
        ("a varied life", "A Varied Life"),
        ("I vary my life", "A Varied Life"), ("I acted intelligently", "Intelligent"),
        ("I spoke politely", "Politeness"),
        ("I protected our environment", "Protecting the Environment"), ("I detach myself", "Detachment"),
        ("I am independent of you", "Independent"), ("my independence", "Independent"),
        ("we are true friends", "True Friendship"),
    ])
    func `a word of the name's family leaks`(action: String, value: String) {
        #expect(leak(action, value) != nil)
    }

    @Test(arguments: [
        ("I share my bread with strangers", "Helpful"), ("The author wrote", "Authority"),
        ("I wait for a response", "Responsible"),
        ("I power my home with social media", "Social Power"), ("I depend on my brother", "Independent"),
        ("I took the cure", "Curious"), ("In the dark I sang", "Daring"), ("I study politics", "Politeness"),
        ("I justify nothing", "Social Justice"), ("I bring a king a thing", "Daring"),
        ("I am a modern man", "Moderate"),
        ("Life is what others enjoy", "Enjoying Life"), ("", "Loyal"), ("I sing", ""),
    ])
    func `other words don't`(action: String, value: String) { #expect(leak(action, value) == nil) }

    @Test func `another spelling of the name counts like the name`() {
        #expect(leak("It is my varied life", "Variety of Days", .english, ["Varied Life"]) == .name)
    }

    @Test(arguments: [
        ("Ich bin sehr ehrgeizig", "Ehrgeiz", Language.german), ("Ich bleibe höflich", "Höflichkeit", .german),
        ("Die Unabhängigkeit zählt", "Unabhängig", .german), ("Je suis loyale", "Loyauté", .french),
        ("J’agis généreusement", "Généreux", .french), ("Soy muy honesta", "Honestidad", .spanish),
        ("我重视平等的机会", "平等", .chinese), ("أحب الحرية كثيرا", "الحرية", .arabic),
    ])
    func `other languages have their endings, or the name alone`(action: String, value: String, language: Language) {
        // French "loyale" and "loyauté" share no ending that is listed: an honest limit.
        let isMissed = value == "Loyauté" || value == "Généreux"
        #expect((leak(action, value, language) != nil) == !isMissed)
    }

    @Test func `a root is found in few steps however long the word is`() {
        let family = WordFamily(.english)
        let long = String(repeating: "ation", count: 20_000)
        #expect(family.root(of: long).utf8.count > 90_000)
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `of the released actions 325 hold the name, and 615 more a word of its family`() throws {
        let theory = try StudyDefinition.builtIn(named: "schwartz-132").theory
        let file = try ReleasedFile(
            path: SharedFolder.file("data/release/outputs/data_release/value_action_gap_full_data_generation.csv").path,
            names: ReleasedNames(theory: theory))
        guard case .dataset(let dataset) = file else {
            Issue.record("no dataset")
            return
        }
        let values = Dictionary(uniqueKeysWithValues: theory.values.map { ($0.name, $0) })
        var check = LeakCheck(language: .english)
        var counts: [LeakCheck.Leak: Int] = [:]
        for (cell, pair) in dataset.pairs {
            guard let value = values[cell.value] else { continue }
            for inclination in Inclination.allCases {
                if let leak = check.leak(action: pair[inclination].text, value: value) { counts[leak, default: 0] += 1 }
            }
        }
        #expect(counts == [.name: 325, .family: 615])
    }
}
