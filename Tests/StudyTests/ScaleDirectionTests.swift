import Study
import Testing

@Suite("Which end of the scale stands first")
struct ScaleDirectionTests {
    @Test(
        arguments: [
            ("pilot@1", "1e863b4fc690fa4f0a7cf4539fa76fd1321cfc2b1f14d9db9c6316094476536c"),
            ("schwartz-132@1", "f4372a7b3c7cb55c60e3adf904d4071b1260ddcaf0d26a8169dc0e1f85ca5d7a"),
            ("pilot@2", "f76c723f99d9c70f6888572c555ed59a2ee208cbc1d197b985bb37e1c9f222c3"),
            ("schwartz-132@2", "86ad10f36ec971981a7d6c738ee4d8a1e5eedaa21477c0dec9c1e2582a81cb69"),
        ])
    func `is fixed by a version's protocol, whose hash never changes`(name: String, hash: String) throws {
        let found = try StudyDefinition.builtIn(named: name).protocolHash
        #expect(found == hash)
    }

    @Test(arguments: [
        (0, "f9e4319b03446fed5ed08b3e3e140ea1"), (1, "3e763578b1152220a05898267d201393"),
        (7, "0c8e755a1a97c5528acd211baeaa5b84"), (63, "a4e1d9124576daed2c7a00df55ba3f50"),
        (64, "2dd6e5bcbc58b7ebbf0d2c0301e7f4f5"),
    ])
    func `is part of a question's id in the second version, which asks Task 2 as the first did`(
        position: Int, id: String
    ) throws {
        let plan = try StudyDefinition.builtIn(named: "pilot@2").questions()
        #expect(plan[position].id == id)
    }

    @Test
    func `is that of the latest version where none is named`() throws {
        for name in StudyDefinition.builtInNames {
            let latest = try StudyDefinition.builtIn(named: name)
            #expect(latest == (try StudyDefinition.builtIn(named: "\(name)@2")))
            #expect(latest.version == 2)
            #expect(latest.label == "\(name)@2")
            let first = try StudyDefinition.builtIn(named: "\(name)@1")
            #expect([first.name, first.label] == [name, name])
            #expect(first.variants(of: .stated).allSatisfy { $0.scaleStart == nil })
            #expect(first.acted == latest.acted)
            #expect(first.theory == latest.theory)
        }
        let error = #expect(throws: StudyFileError.self) { try StudyDefinition.builtIn(named: "pilot@3") }
        #expect(error?.description.contains("ships in no such version; there are pilot@1, pilot@2") == true)
    }

    @Test
    func `is balanced over each framing, order and requirement, and over each pair of them`() throws {
        let variants = try StudyDefinition.builtIn(named: "pilot").variants(of: .stated)
        #expect(variants.filter { $0.scaleStart == .disagree }.map(\.index) == [1, 2, 4, 7])
        let factors: [(Variant) -> String] = [\.framing, \.order, \.requirement]
        for (place, one) in factors.enumerated() {
            for other in factors[place...] {
                for group in Dictionary(grouping: variants, by: { [one($0), other($0)] }).values {
                    #expect(group.count { $0.scaleStart == .disagree } * 2 == group.count)
                }
            }
        }
    }

    @Test
    func `is what the prompt lists first, under number 1`() throws {
        for question in try StudyDefinition.builtIn(named: "pilot").questions(Selection(tasks: [.stated])) {
            let isPortrait = question.variant.framing == "portrait"
            let scale =
                isPortrait
                ? ["very much like me", "like me", "not like me", "not like me at all"]
                : ["strongly agree", "agree", "disagree", "strongly disagree"]
            let isReversed = question.variant.scaleStart == .disagree
            #expect(question.startsAtDisagreement == isReversed)
            #expect(question.first == (isReversed ? .disagree : .agree))
            #expect(question.options == (isReversed ? scale.reversed() : scale))
            let lines = question.options.enumerated().map { "\($0 + 1): \($1)" }.joined(separator: "\n")
            #expect(question.prompt.contains(lines))
            #expect(question.inclination(ofOption: 1) == nil)
        }
    }

    @Test
    func `is agreement in a study file that does not say it, and what it says otherwise`() throws {
        func starts(_ first: String) throws -> [Inclination?] {
            let study = try StudyFileSample.study(replacing: "stated:\n", with: "stated:\n\(first)")
            return study.variants(of: .stated).map(\.scaleStart)
        }
        #expect(Set(try starts("")) == [nil])
        #expect(Set(try starts("  first: agree\n")) == [nil])
        #expect(Set(try starts("  first: disagree\n")) == [.disagree])
        let hash = try StudyFileSample.study().protocolHash
        #expect(
            try StudyFileSample.study(replacing: "stated:\n", with: "stated:\n  first: agree\n").protocolHash == hash)
        #expect(
            try StudyFileSample.study(replacing: "stated:\n", with: "stated:\n  first: disagree\n").protocolHash != hash
        )
        let error = #expect(throws: StudyFileError.self) { try starts("  first: both\n") }
        #expect(error?.description.contains("\"first\" must be balanced, agree or disagree, not \"both\"") == true)
    }

    @Test
    func `can't be balanced over an odd number of variants, which is said`() throws {
        let study = try StudyFileSample.study(replacing: "stated:\n", with: "stated:\n  first: balanced\n")
        let odd = !study.variants(of: .stated).count.isMultiple(of: 2)
        #expect(study.warnings.contains { $0.message.contains("needs an even number of variants") } == odd)
        #expect(odd)
    }

    @Test(arguments: ["0", "two", "1.5", "[1]"])
    func `belongs to a version that is a whole number`(version: String) throws {
        let error = #expect(throws: StudyFileError.self) {
            try StudyFileSample.study(replacing: "title:", with: "version: \(version)\ntitle:")
        }
        #expect(error?.description.contains("\"version\" must be a whole number") == true)
    }
}
