import AnswerStore
import Foundation
import Study
import Testing
import Text
import Workbench

@Suite("Marks that annotators set") struct AnnotateSpansTests {
    static let texts = [
        "I call the 👨🏻‍🚒 and 💩 alone.", "Cafe\u{301} nai\u{308}ve, I go.", "میں نہیں‌چلتا، اکیلا ہوں۔",
        "我独自去，不等别人。", "أذهب وحدي 💩 إلى السوق", "a\u{0301}\u{0302}b xy 👩‍👩‍👧‍👦z",
    ]

    @Test(arguments: texts)
    func `stand where their text is, counted in Unicode scalars, there and back twice`(text: String) async throws {
        try await AnnotateWorld.with(texts: [text]) { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let words = ActionWords(text)
            let wanted = Set([1, words.words.count - 1])
            let form = "words=" + wanted.map { String($0) }.joined(separator: ",")
            #expect(try await world.save("anna", 1, form, seen: 0).status == 200)
            let spans = try #require(try world.answers("anna", 1).spans)
            let scalars = Array(text.unicodeScalars)
            for span in spans {
                var slice = String.UnicodeScalarView()
                slice.append(contentsOf: scalars[span.start..<span.end])
                #expect(String(slice).unicodeScalars.elementsEqual(span.text.unicodeScalars))
            }
            #expect(words.touched(by: spans) == wanted)
            // What the page now holds is saved again, as check boxes and as stretches with their text: nothing changes.
            let page = try await world.get("anna", "/items/1").body
            let ticked = page.matches(of: /name="word" value="(\d+)" checked/).compactMap { Int($0.1) }
            #expect(Set(ticked) == wanted)
            let seen = try world.answers("anna", 1).revision
            let boxes = "whole=1&" + ticked.map { "word=\($0)" }.joined(separator: "&")
            #expect(try await world.save("anna", 1, boxes + "&go=stay", seen: seen, script: false).status == 303)
            let json = JSONValue.array(spans.map(\.json)).text(indented: false)
            let sent = try #require(json.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            #expect(try await world.save("anna", 1, "spans=\(sent)", seen: seen).status == 200)
            #expect(try world.answers("anna", 1).spans == spans)
            #expect(try world.trail("anna", 1).count == 1)
        }
    }

    @Test(arguments: [
        #"[{"start":0,"end":99,"text":"I go"}]"#, #"[{"start":0,"end":4,"text":"I gq"}]"#,
        #"[{"start":-1,"end":4,"text":"I go"}]"#, #"[{"start":4,"end":4,"text":""}]"#,
        #"[{"start":3,"end":1,"text":"x"}]"#, #"{"start":0}"#, "nonsense", #"[{"start":0,"end":4}]"#,
    ])
    func `are refused where they stand outside, or their text is another`(spans: String) async throws {
        try await AnnotateWorld.with(texts: ["I go alone."]) { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let sent = try #require(spans.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let answer = try await world.save("anna", 1, "spans=\(sent)", seen: 0)
            #expect(answer.status == 422 && answer.body.contains("does not stand in the action"))
            #expect(try world.trail("anna", 1).isEmpty)
        }
    }

    @Test func `that nobody touched are no change, and all can be taken away`() async throws {
        try await AnnotateWorld.with(texts: ["I go alone."]) { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            #expect(try await world.save("anna", 1, "whole=1&go=stay", seen: 0, script: false).status == 303)
            #expect(try world.trail("anna", 1).isEmpty)
            _ = try await world.save("anna", 1, "words=0,1,2,77,-4,x", seen: 0)
            #expect(try world.answers("anna", 1).spans?.map(\.text) == ["I go alone"])
            _ = try await world.save("anna", 1, "words=", seen: try world.answers("anna", 1).revision)
            #expect(try world.answers("anna", 1).spans == [])
        }
    }
}
