import Respondents
import Simulated
import Testing

@Suite("A simulated subject")
struct SimulatedTests {
    @Test
    func `answers the same whatever the order and however many ask at once`() async throws {
        let subject = try simulated("anna?seed=5")
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

    @Test
    func `answers another replicate, and another seed, otherwise`() async throws {
        func texts(_ profile: String, replicate: Int) async throws -> [String] {
            let subject = try simulated(profile)
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

    @Test
    func `refuses always with a refusal of 1`() async throws {
        let subject = try simulated("anna?refusal=1&broken=0")
        for cell in Cell.some(3) {
            let reply = try await subject.reply(to: acted(cell, variant: 0))
            #expect(choice(reply.text) == nil)
            #expect(reply.text.contains("n't ") || reply.text.contains("not "))
            #expect(reply.finishReason == .stop)
        }
    }

    @Test
    func `is empty, cut off or ambiguous, and each of them, where it is always broken`() async throws {
        let subject = try simulated("anna?broken=1&refusal=0")
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

    @Test
    func `writes in every form that models use`() async throws {
        let subject = try simulated("anna?refusal=0&broken=0")
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

    @Test
    func `names the options as the study does, in answers, thoughts, corrections and broken replies`() async throws {
        for profile in ["anna?refusal=0&broken=0", "anna?refusal=0&broken=1"] {
            let subject = try simulated(profile)
            for cell in Cell.some(5) {
                var request = acted(cell, variant: 0, justified: true)
                let plain = try await subject.reply(to: request).text
                request.about = actedQuestion(
                    cell, firstIsAgree: true, labels: ["选项一", "选项二"], justified: true)
                let named = try await subject.reply(to: request).text
                #expect(!named.contains("Option"))
                let translated = plain.replacing("Option 1", with: "选项一").replacing("Option 2", with: "选项二")
                #expect(named == translated.replacing("\"Opt", with: "\"选项"))
            }
        }
    }

    @Test
    func `answers with labels where numbers alone would not tell`() async throws {
        let subject = try simulated("anna?refusal=0&broken=0")
        for (number, cell) in Cell.some(4).enumerated() {
            let request = RespondentRequest(
                questionID: "\(number)", prompt: "…",
                about: statedQuestion(cell, options: ["3 = yes", "2 = so", "1 = no"]))
            #expect(try await subject.reply(to: request).text.lowercased().contains(" = "))
        }
    }

    @Test
    func `writes the same on every machine and in every release`() async throws {
        let cell = Cell(country: "Philippines", topic: "Politics", value: "Freedom")
        let subject = try simulated("anna?seed=7")
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
