import Respondents
import Testing

@Suite("A simulated subject")
struct SimulatedTests {
    private static let options = ["strongly agree", "agree", "disagree", "strongly disagree"]

    private func subject(_ text: String) throws -> Simulated {
        Simulated(try Simulated.Profile(text))
    }

    private func acted(_ cell: Cell, variant: Int, justified: Bool = false) -> RespondentRequest {
        RespondentRequest(
            questionID: "acted \(cell) \(variant)", prompt: "…",
            asked: .acted(
                country: cell.country, topic: cell.topic, value: cell.value, firstIsAgree: variant % 2 == 0,
                first: "I do this.", second: "I do that.", wantsJustification: justified))
    }

    private func stated(_ cell: Cell, variant: Int) -> RespondentRequest {
        RespondentRequest(
            questionID: "stated \(cell) \(variant)", prompt: "…",
            asked: .stated(
                country: cell.country, topic: cell.topic, values: [cell.value], options: Self.options,
                wantsReasons: false))
    }

    /// The option that a reply without a justification ends on; the wording of a simulated subject makes that easy.
    private func choice(_ text: String) -> Int? {
        let answer = text.split(separator: "</think>").last ?? ""
        let last = ["Option 1", "Option 2"].map { answer.ranges(of: $0).last?.lowerBound }
        switch (last[0], last[1]) {
        case (let one?, let two?): return one > two ? 1 : 2
        case (.some, nil): return 1
        case (nil, .some): return 2
        default: return nil
        }
    }

    /// The rating of the only value, from 0; the last digit, else the longest label in the text.
    private func rating(_ text: String) -> Int? {
        let answer = (text.split(separator: "</think>").last ?? "").lowercased()
        if let digit = answer.last(where: { "1234".contains($0) }) { return digit.wholeNumberValue.map { $0 - 1 } }
        return [0, 3, 2, 1].first { answer.contains(Self.options[$0]) }
    }

    @Test("answers the same whatever the order and however many ask at once")
    func determinism() async throws {
        let subject = try subject("anna?seed=5")
        let requests = Cell.some(5).flatMap { [acted($0, variant: 0, justified: true), stated($0, variant: 1)] }
        var inOrder: [String] = []
        for request in requests { inOrder.append(try await subject.reply(to: request).text) }
        let atOnce = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (index, request) in requests.enumerated().reversed() {
                group.addTask { (index, try await subject.reply(to: request).text) }
            }
            return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        #expect(inOrder == requests.indices.compactMap { atOnce[$0] })
        #expect(Set(inOrder).count > requests.count / 2)
    }

    @Test("answers another replicate, and another seed, otherwise")
    func replicates() async throws {
        func texts(_ profile: String, replicate: Int) async throws -> [String] {
            let subject = try subject(profile)
            var texts: [String] = []
            for cell in Cell.some(3) {
                var request = acted(cell, variant: 0, justified: true)
                request.replicate = replicate
                texts.append(try await subject.reply(to: request).text)
            }
            return texts
        }
        let first = try await texts("anna?seed=5", replicate: 0)
        #expect(try await texts("ben?seed=5", replicate: 0) == first)
        #expect(try await texts("anna?seed=5", replicate: 1) != first)
        #expect(try await texts("anna?seed=6", replicate: 0) != first)
    }

    @Test("acts as it states without gap, noise and biases, and against it with a gap of 1")
    func extremes() async throws {
        let calm = "noise=0&position=0&acquiescence=0&refusal=0&broken=0"
        for (gap, against) in [(0, false), (1, true)] {
            let subject = try subject("anna?gap=\(gap)&\(calm)")
            for cell in Cell.some(6) {
                let truth = subject.truth(country: cell.country, topic: cell.topic, value: cell.value)
                #expect(truth.actsAgainst == against)
                let rated = try #require(rating(try await subject.reply(to: stated(cell, variant: 0)).text))
                #expect((rated >= 2) == truth.statesDisagreement)
                #expect(abs(truth.expectedStated(options: 4) - Double(rated) / 3) < 1e-12)
                for variant in 0..<2 {
                    let chosen = try #require(choice(try await subject.reply(to: acted(cell, variant: variant)).text))
                    let disagrees = (chosen == 1) != (variant == 0)
                    #expect(disagrees == (truth.statesDisagreement != against))
                }
            }
        }
    }

    @Test("takes the first option whatever it says with a position bias of 1")
    func positionBias() async throws {
        let subject = try subject("anna?position=1&refusal=0&broken=0")
        for cell in Cell.some(4) {
            for variant in 0..<2 {
                #expect(choice(try await subject.reply(to: acted(cell, variant: variant)).text) == 1)
            }
        }
    }

    /// Standard errors: a score lies in [0, 1], so its standard deviation is at most 1/2; 4 of them are allowed.
    @Test("scores on average what its truth says, for ratings and choices")
    func truthIsKept() async throws {
        let subject = try subject("anna?gap=0.3&acquiescence=0.4&position=0.3&noise=0.2&refusal=0&broken=0&seed=3")
        var sums = (stated: 0.0, acted: 0.0, expectedStated: 0.0, expectedActed: 0.0)
        var count = 0.0
        for cell in Cell.some(10) {
            let truth = subject.truth(country: cell.country, topic: cell.topic, value: cell.value)
            for variant in 0..<4 {
                let rated = try #require(rating(try await subject.reply(to: stated(cell, variant: variant)).text))
                let chosen = try #require(choice(try await subject.reply(to: acted(cell, variant: variant)).text))
                sums.stated += Double(rated) / 3
                sums.acted += (chosen == 1) == (variant % 2 == 0) ? 0 : 1
                sums.expectedStated += truth.expectedStated(options: 4)
                sums.expectedActed += truth.expectedActed
                count += 1
            }
        }
        let allowed = 4 * 0.5 / count.squareRoot()
        #expect(abs(sums.stated - sums.expectedStated) / count < allowed)
        #expect(abs(sums.acted - sums.expectedActed) / count < allowed)
    }

    @Test("acts against its inclination in as many cells as its gap says, more for some values than for others")
    func gap() throws {
        for gap in [0.1, 0.5, 0.9] {
            let subject = try subject("anna?gap=\(gap)&seed=2")
            let truths = Cell.some(40).map { subject.truth(country: $0.country, topic: $0.topic, value: $0.value) }
            let count = Double(truths.count)
            #expect(truths.allSatisfy { (0...1).contains($0.gap) })
            #expect(Set(truths.map(\.gap)).count > 100)
            // Cells share the differences of 40 values and 40 countries, so the values' standard error leads:
            // 0.7 × gap-range / √3 / √40 < 0.033, and 3 of them are allowed.
            #expect(abs(truths.map(\.gap).reduce(0, +) / count - gap) < 0.1)
            let against = Double(truths.count(where: \.actsAgainst)) / count
            #expect(abs(against - truths.map(\.gap).reduce(0, +) / count) < 4 * 0.5 / count.squareRoot())
        }
    }

    @Test("refuses always with a refusal of 1")
    func refusals() async throws {
        let subject = try subject("anna?refusal=1&broken=0")
        for cell in Cell.some(3) {
            let reply = try await subject.reply(to: acted(cell, variant: 0))
            #expect(choice(reply.text) == nil)
            #expect(reply.text.contains("n't ") || reply.text.contains("not "))
            #expect(reply.finishReason == .stop)
        }
    }

    @Test("is empty, cut off or ambiguous, and each of them, where it is always broken")
    func broken() async throws {
        let subject = try subject("anna?broken=1&refusal=0")
        var kinds: Set<String> = []
        for cell in Cell.some(4) {
            for request in [acted(cell, variant: 0), stated(cell, variant: 0)] {
                let reply = try await subject.reply(to: request)
                switch (reply.text, reply.finishReason) {
                case ("", .stop): kinds.insert("empty")
                case (_, .length): kinds.insert("cut off")
                default:
                    kinds.insert(
                        reply.text.contains("Option 1") && reply.text.contains("Option 2") ? "both" : reply.text)
                }
            }
        }
        #expect(kinds == ["empty", "cut off", "both"])
    }

    @Test("writes in every form that models use")
    func forms() async throws {
        let subject = try subject("anna?refusal=0&broken=0")
        var choices = "", ratings = ""
        for cell in Cell.some(6) {
            choices += try await subject.reply(to: acted(cell, variant: 0, justified: true)).text + "\u{0}"
            ratings += try await subject.reply(to: stated(cell, variant: 0)).text + "\u{0}"
        }
        let marks = [
            "```json\n{\"action\": \"", "\u{0}{\"action\": \"", "\u{0}{'action': '", "\"As one says, \"",
            "I would choose Option",
            "\u{0}Option 2\n", "<think>", "\n\n{\"action\": \"",
        ]
        for mark in marks { #expect(choices.contains(mark), "\(mark)") }
        let ratingMarks = [
            "```json\n{\n", "\u{0}{\n", "{\n  '", "\"Agree\"", "\n- ", "<think>", ": disagree", "orrected",
        ]
        for mark in ratingMarks { #expect(ratings.contains(mark), "\(mark)") }
    }

    @Test("agrees and disagrees often enough, by default, for every measure to show something")
    func informativeByDefault() throws {
        let subject = try subject("anna")
        let values = [
            "Authority", "Ambitious", "Enjoying Life", "Daring", "Independent", "Social Justice", "Helpful",
            "Respect for Tradition", "Politeness", "Family Security",
        ]
        let topics = ["Politics", "Social Inequality", "Family & Changing Gender Roles", "Leisure Time and Sports"]
        let truths = ["United States", "Philippines"].flatMap { country in
            topics.flatMap { topic in values.map { subject.truth(country: country, topic: topic, value: $0) } }
        }
        let share = Double(truths.count(where: \.statesDisagreement)) / Double(truths.count)
        #expect((0.2...0.6).contains(share))
        let against = Double(truths.count { $0.actsAgainst }) / Double(truths.count)
        #expect((0.1...0.3).contains(against))
        #expect(Set(truths.map { Int($0.attitude * 4) }) == [0, 1, 2, 3])
    }

    @Test("writes the same on every machine and in every release")
    func golden() async throws {
        let cell = Cell(country: "Philippines", topic: "Politics", value: "Freedom")
        let subject = try subject("anna?seed=7")
        let reply = try await subject.reply(to: acted(cell, variant: 0, justified: true))
        let golden = """
            {'action': 'Option 1', 'explanation': 'It's closest to Freedom when it comes to Politics, even if my \
            neighbours' view isn't the same.'}
            """
        #expect(reply.text == golden)
        #expect(reply.reportedModel == "simulated/anna")
        let truth = subject.truth(country: "Philippines", topic: "Politics", value: "Freedom")
        #expect(abs(truth.attitude - 0.4555211973989669) < 1e-12)
    }
}

/// One country, topic and value.
struct Cell: Sendable, CustomStringConvertible {
    var country: String
    var topic: String
    var value: String

    var description: String { "\(country)/\(topic)/\(value)" }

    /// count × count × 4 cells. Values are named by letters alone, so that a digit in a reply is a rating.
    static func some(_ count: Int) -> [Cell] {
        (0..<count).flatMap { country in
            (0..<4).flatMap { topic in
                (0..<count).map { value in
                    let letters = [value / 26, value % 26].map { String(Unicode.Scalar(UInt8(97 + $0))) }.joined()
                    return Cell(country: "country \(country)", topic: "topic \(topic)", value: "value \(letters)")
                }
            }
        }
    }
}
