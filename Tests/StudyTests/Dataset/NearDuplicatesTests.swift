import Foundation
import Study
import TestSupport
import Testing
import Text

/// Texts that are nearly the same, against looking at all pairs.
struct NearDuplicatesTests {
    /// The groups that comparing each with each gives.
    private func byForce(_ texts: [[String]]) -> [[Int]] {
        var group = Array(texts.indices)
        for later in texts.indices {
            for earlier in 0..<later
            where NearDuplicates.similarity(texts[earlier], texts[later]) >= NearDuplicates.threshold - 1e-12 {
                let (old, new) = (max(group[earlier], group[later]), min(group[earlier], group[later]))
                for place in group.indices where group[place] == old { group[place] = new }
            }
        }
        return Dictionary(grouping: texts.indices, by: { group[$0] }).values.map { $0.sorted() }
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    @Test(arguments: 0..<60) func `all near-duplicates are found, as by comparing each with each`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var texts: [[String]] = []
        for _ in 0..<50 {
            if let old = texts.randomElement(using: &random), Bool.random(using: &random) {
                var changed = old
                for _ in 0..<Int.random(in: 0...3, using: &random) where !changed.isEmpty {
                    changed[Int.random(in: changed.indices, using: &random)] =
                        "w\(Int.random(in: 0..<30, using: &random))"
                }
                texts.append(changed)
            } else {
                let length = Int.random(in: 0...(seed.isMultiple(of: 2) ? 25 : 4), using: &random)
                texts.append((0..<length).map { _ in "w\(Int.random(in: 0..<(seed < 20 ? 30 : 4), using: &random))" })
            }
        }
        let found = NearDuplicates(words: texts)
        #expect(found.groups == byForce(texts))
        #expect(!found.isBounded)
        for pair in found.pairs {
            #expect(pair.first < pair.second)
            #expect(pair.similarity == NearDuplicates.similarity(texts[pair.first], texts[pair.second]))
        }
        // As many pairs as it takes to hold the groups together.
        #expect(found.pairs.count == found.groups.reduce(0) { $0 + $1.count - 1 })
    }

    @Test func `one word of twenty may differ, and two side by side, and not two apart`() {
        let words = (0..<20).map { "w\($0)" }
        var (one, two, apart) = (words, words, words)
        one[10] = "x"
        (two[10], two[11]) = ("x", "y")
        (apart[5], apart[15]) = ("x", "y")
        // 17 of 21, 16 of 22, 15 of 23 pairs of words.
        #expect(NearDuplicates.similarity(words, one) == 17.0 / 21)
        #expect(NearDuplicates(words: [words, one]).groups == [[0, 1]])
        #expect(NearDuplicates(words: [words, two]).groups == [[0, 1]])
        #expect(NearDuplicates(words: [words, apart]).groups == [])
    }

    @Test func `case and marks don't tell texts apart, and texts without words are like no other`() {
        #expect(NearDuplicates(["I share my bread.", "i SHARE — my bread!"]).groups == [[0, 1]])
        #expect(NearDuplicates(["", "", "…", "Help", "help!"]).groups == [[3, 4]])
    }

    @Test func `scripts without spaces are cut sign by sign`() {
        let texts = ["我每天早上都去公园和邻居们一起打太极拳", "我每天早上都去公园和邻居们一起打太极", "他们在城里开了一家新的小饭馆卖面条"]
        #expect(NearDuplicates(texts).groups == [[0, 1]])
    }

    @Test func `thousands that are the same, or change in one word alone, are one group`() {
        let words = (0..<20).map { "w\($0)" }
        let same = NearDuplicates(words: [[String]](repeating: words, count: 15_000))
        #expect(same.groups == [Array(0..<15_000)] && !same.isBounded)
        let template = NearDuplicates(words: (0..<1200).map { words + ["country\($0)"] })
        #expect(template.groups == [Array(0..<1200)])
    }

    @Test func `where all share their rarest words it is said that some may be missed`() {
        var random = SeededRandom(seed: 7)
        let texts = (0..<1500).map { _ in (0..<25).map { _ in "w\(Int.random(in: 0..<7, using: &random))" } }
        let found = NearDuplicates(words: texts)
        #expect(found.isBounded)
        #expect(found.pairs.allSatisfy { $0.similarity >= NearDuplicates.threshold })
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `of the released actions none is nearly the same as its counterpart`() throws {
        let file = try ReleasedFile(
            path: SharedFolder.file("data/release/outputs/data_release/value_action_gap_full_data_generation.csv").path,
            names: ReleasedNames(theory: try StudyDefinition.builtIn(named: "schwartz-132").theory))
        guard case .dataset(let dataset) = file else {
            Issue.record("no dataset")
            return
        }
        let pairs = dataset.pairs.sorted { "\($0.key)" < "\($1.key)" }.map(\.value)
        let found = NearDuplicates(pairs.flatMap { [$0.agree.text, $0.disagree.text] })
        #expect(found.groups.count == 8 && !found.isBounded)
        #expect(found.pairs.allSatisfy { $0.first / 2 != $0.second / 2 })
    }
}
