import AnswerStore
import Foundation
import Study
import Testing
import Workbench

@Suite("Items that annotators are given") struct AnnotateQuotaTests {
    @Test func `are none beyond their quota, though twenty ask at once, and all of them can be saved`() async throws {
        let people = (1...20).map { "person \($0)" }
        let texts = (1...7).map { "I do number \($0)." }
        try await AnnotateWorld.with(texts: texts, settings: AnnotationSettings(overlap: 2), people: people) { world in
            for person in people { try await world.agree(person) }
            let numbers = try await withThrowingTaskGroup(of: (String, Int?).self) { group in
                for person in people { group.addTask { (person, try await world.next(person)) } }
                return try await group.reduce(into: [String: Int]()) { $0[$1.0] = $1.1 }
            }
            #expect(numbers.count == 14)
            var given: [Int64: Int] = [:]
            for person in numbers.keys {
                given[try world.item(person, 1).id, default: 0] += 1
                try await world.judge(person, 1)
            }
            #expect(given.count == 7 && given.values.allSatisfy { $0 == 2 })
            for person in people { #expect(try await world.next(person) == nil) }
            #expect(try StandingJudgements(world.project).entries.count == 14 * 4)
        }
    }

    @Test func `are offered again when nobody came back, and the late answer is kept`() async throws {
        try await AnnotateWorld.with(texts: ["I go."], settings: AnnotationSettings(overlap: 1)) { world in
            try await world.agree("anna")
            try await world.agree("ben")
            #expect(try await world.next("anna") == 1)
            #expect(try await world.next("ben") == nil)
            #expect(try await world.get("ben", "/done").body.contains("Others are judging some items"))
            let anna = try #require(world.people["anna"])
            let item = try world.item("anna", 1).id
            try await world.store.release(item, of: anna, at: Date(timeIntervalSince1970: 0))
            #expect(try await world.next("ben") == 1)
            try await world.judge("ben", 1, "no")
            let late = try await world.get("anna", "/items/1").body
            #expect(late.contains("Your time for this item was over"))
            try await world.judge("anna", 1)
            #expect(try world.answers("anna", 1).isComplete && world.answers("ben", 1).isComplete)
        }
    }

    @Test(arguments: [true, false])
    func `are of the country that they know, unless the settings say otherwise`(byCountry: Bool) async throws {
        let settings = AnnotationSettings(overlap: 1, byCountry: byCountry)
        let texts = ["A.", "B.", "C.", "D."]
        try await AnnotateWorld.with(texts: texts, country: { $0 % 2 }, settings: settings) { world in
            let countries = world.study.definition.countries
            try await world.agree("ben", country: "other&other=Narnia")
            #expect(try await (world.next("ben") == nil) == byCountry)
            try await world.agree("anna", country: countries[1])
            var found: Set<String> = []
            while let number = try await world.next("anna") {
                found.insert(try world.item("anna", number).line.cell.scenario.country)
                try await world.judge("anna", number)
            }
            #expect(found == (byCountry ? [countries[1]] : Set(countries.prefix(2))))
        }
    }

    @Test func `come in an order of one's own, each of them once`() async throws {
        let texts = (1...12).map { "I do number \($0)." }
        try await AnnotateWorld.with(texts: texts) { world in
            var orders: [[String]] = []
            for person in ["anna", "ben"] {
                try await world.agree(person)
                var order: [String] = []
                while let number = try await world.next(person) {
                    order.append(try world.item(person, number).line.action.text)
                    try await world.judge(person, number)
                }
                #expect(order.count == texts.count && Set(order) == Set(texts))
                orders.append(order)
            }
            #expect(orders[0] != orders[1] && orders[0] != texts)
        }
    }

    @Test func `may have known answers or check that one reads, and no page tells`() async throws {
        let check = AnnotationSettings.AttentionCheck(text: "Please answer “no” to every question.", answer: "no")
        let settings = AnnotationSettings(overlap: 1, attention: check)
        let gold = [0: Dictionary(uniqueKeysWithValues: Codebook.via.criteria.map { ($0.id, "yes") })]
        try await AnnotateWorld.with(texts: ["Known.", "Unknown."], gold: gold, settings: settings) { world in
            for person in ["anna", "ben"] {
                try await world.agree(person)
                var texts: [String] = []
                while let number = try await world.next(person) {
                    let page = try await world.get(person, "/items/\(number)").body
                    texts.append(try world.item(person, number).line.action.text)
                    #expect(!page.contains("gold") && !page.contains("attention") && !page.contains("isCheck"))
                    try await world.judge(person, number)
                }
                // Everybody gets those; the other is judged by one.
                #expect(texts.count == (person == "anna" ? 3 : 2))
                #expect(texts.contains("Known.") && texts.contains(check.text))
            }
            // Checks are no actions of the dataset.
            #expect(try world.project.items().count == 2)
            #expect(try world.project.everyItem().first { $0.isCheck }?.gold.count == 4)
        }
    }

    @Test func `can be skipped with a reason, are then free for others, and can be taken up again`() async throws {
        try await AnnotateWorld.with(texts: ["I go."], settings: AnnotationSettings(overlap: 1)) { world in
            try await world.agree("anna")
            try await world.agree("ben")
            _ = try await world.next("anna")
            let skipped = try await world.save("anna", 1, "go=skip&why=Too+%3Ci%3Esad", seen: 0, script: false)
            #expect(skipped.status == 303)
            #expect(try world.answers("anna", 1).skipped == "Too <i>sad")
            #expect(try await world.get("anna", "/items/1").body.contains("Too &lt;i&gt;sad"))
            #expect(try await world.next("ben") == 1)
            let seen = try world.answers("anna", 1).revision
            _ = try await world.save("anna", 1, "answer-correctness=yes", seen: seen)
            #expect(try world.answers("anna", 1).skipped == nil)
        }
    }

    @Test func `end with a completion code, and only where something was judged and nothing is open`() async throws {
        let settings = AnnotationSettings(overlap: 1, completionCode: "C0FFEE")
        try await AnnotateWorld.with(texts: ["I go."], settings: settings) { world in
            try await world.agree("anna")
            try await world.agree("ben")
            #expect(try await world.get("anna", "/done").status == 303)
            #expect(try await world.next("anna") == 1)
            #expect(try await world.get("anna", "/done").status == 303)
            #expect(try await world.get("anna", "/missing").body.contains("0 of 4 answered"))
            let last = try await world.save(
                "anna", 1, AnnotateWorld.all("yes") + "&go=next", seen: 0, script: false)
            #expect(last.place?.hasSuffix("/done") == true)
            let done = try await world.get("anna", "/done").body
            #expect(done.contains("C0FFEE") && done.contains("1 judged, of 1 at most"))
            #expect(try await !world.get("ben", "/done").body.contains("C0FFEE"))
        }
    }
}
