import Study
import Testing

@Suite("A question's id")
struct QuestionsIdentityTests {
    @Test(
        arguments: [
            (0, "dc870e6d36a6e5564f2e4255d2af44b6"), (7, "e35363a9b1f9126d219ec07ca9e12537"),
            (63, "918221faa69f8028aa565117be5a7f74"), (64, "2dd6e5bcbc58b7ebbf0d2c0301e7f4f5"),
            (65, "9d482e90c85ade5a704325893668c85d"), (66, "e30634deb5c3e969c340835b43d3f7e8"),
            (383, "f69cd83371b6d9857eaadc5da0c4d3de"), (703, "3cf72c71788ac0da629b5c6cefd5220c"),
        ])
    func `It is the same on every machine and in every release`(position: Int, id: String) throws {
        let plan = try StudyDefinition.builtIn(named: "pilot@1").questions()
        #expect(plan[position].id == id)
    }

    @Test(
        arguments: [
            ("Think of {country}", "Now think of {country}"), ("[Successful, Helpful]", "[Successful, Honest]"),
            ("[France, Egypt]", "[Peru, Egypt]"), ("[Politics, Religion]", "[Work, Religion]"),
            ("[yes, no]", "[yes, never]"), ("text: Answer.", "text: Do answer."),
            ("stated:\n", "stated:\n  system: Hi.\n"),
            ("{name}: {gloss}", "{name} - {gloss}"), ("{instruction} {values}", "{values} {instruction}"),
        ])
    func `It changes with every part that determines the question`(old: String, new: String) throws {
        let before = try #require(try StudyFileSample.study().questions(Selection(tasks: [.stated])).first)
        let after = try #require(
            try StudyFileSample.study(replacing: old, with: new).questions(Selection(tasks: [.stated])).first)
        #expect(before.id != after.id)
        #expect(after.id.count == 32)
        #expect(after.id.allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test(
        arguments: [
            ("", ""), ("orders: [a, b]", "first: agree\n  orders: [a, b]"),
            ("orders: [a, b]", "first: disagree\n  orders: [a, b]"), ("In {country}", "There in {country}"),
            ("[Option 1, Option 2]", "[A, B]"), ("acted:\n", "acted:\n  system: Hi.\n"),
            ("text: Choose", "text: Do choose"),
        ])
    func `It changes with an action's text, the order, the context, the option's label and the system message`(
        old: String, new: String
    ) throws {
        func ids(_ study: StudyDefinition) throws -> Set<String> {
            Set(
                try study.withActions(StudyFileSample.syntheticActions(for: study))
                    .questions(Selection(tasks: [.acted], variants: [.acted: [0]])).ids)
        }
        let before = try ids(try StudyFileSample.study())
        let after = try ids(try StudyFileSample.study(replacing: old, with: new))
        #expect(before.count == 8)
        switch (old, new) {
        case ("", ""): #expect(before == after)
        // One of the two fixed orders is the balanced one in each cell.
        case ("orders: [a, b]", _): #expect(before.intersection(after).count == 4)
        default: #expect(before.isDisjoint(with: after))
        }
    }

    @Test
    func `It does not change with a title, a comment, a label of a variant or an order of lists`() throws {
        let before = Set(try StudyFileSample.study().questions().ids)
        for (old, new) in [
            ("A sample", "Another title"), ("theory:", "# A comment\ntheory:"), ("name: direct", "name: other"),
            ("[France, Egypt]", "[Egypt, France]"), ("[Politics, Religion]", "[Religion, Politics]"),
        ] {
            #expect(Set(try StudyFileSample.study(replacing: old, with: new).questions().ids) == before, "\(old)")
        }
    }

    @Test
    func `The protocol's hash changes with what is asked and with nothing else`() throws {
        let sample = try StudyFileSample.study()
        let hash = sample.protocolHash
        #expect(hash.count == 64)
        for (old, new) in [
            ("A sample", "Another title"), ("theory:", "# A comment\ntheory:"), ("name: direct", "name: x"),
        ] {
            #expect(try StudyFileSample.study(replacing: old, with: new).protocolHash == hash, "\(old)")
        }
        for (old, new) in [
            ("[Successful, Helpful]", "[Successful, Honest]"), ("[France, Egypt]", "[Egypt, France]"),
            ("[Politics, Religion]", "[Politics]"), ("Think of", "Think hard of"), ("[yes, no]", "[yes, no, never]"),
            ("text: Answer.", "text: Do answer."), ("{context} {options}", "{options} {context}"),
            ("orders: [a, b]", "first: agree\n  orders: [a, b]"), ("[Option 1, Option 2]", "[A, B]"),
        ] {
            #expect(try StudyFileSample.study(replacing: old, with: new).protocolHash != hash, "\(old)")
        }
        var actions = StudyFileSample.syntheticActions(for: sample)
        let whole = sample.withActions(actions).protocolHash
        #expect(whole != hash)
        actions[try #require(sample.cell(at: 3))] = nil
        #expect(sample.withActions(actions).protocolHash != whole)
    }
}
