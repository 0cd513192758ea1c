import Foundation
import Pages
import Reports
import Testing
import Text

/// The list of a study's actions.
@Suite("The list of actions")
struct DataTests {
    private static func action(_ text: String, flags: [ActionFlag] = []) -> FlaggedAction {
        FlaggedAction(text: text, attributions: ["kind words", "absent"], explanation: "Because.", flags: flags)
    }

    private static func input(cells: Int = 60) -> DataInput {
        let pairs = (0..<cells).map { index in
            FlaggedPair(
                country: index.isMultiple(of: 2) ? "Egypt" : "A, <b>", topic: "Topic", value: "Value \(index % 7)",
                group: "Group",
                agree: action("I say kind words \(index).", flags: index == 4 ? [.namesValue, .marks] : []),
                disagree: index == 5 ? nil : action("أقول كلمات لطيفة", flags: index == 6 ? [.namesValue] : []),
                flags: index == 5 ? [.incompletePair] : [])
        }
        return DataInput(
            run: 2, study: "tiny", pairs: pairs, countries: ["Egypt", "A, <b>"], topics: ["Topic"],
            values: (0..<7).map { "Value \($0)" }, groups: ["Group"], version: "0.1.0")
    }

    private func shown(_ query: String) throws -> Int {
        let address = try DataAddress(run: 2, SiteQuery(query))
        return DataView(address, Self.input()).json["pairs"]?.array?.count ?? -1
    }

    @Test func `is filtered by place, side and flag, and a side has its own flags alone`() throws {
        #expect(try shown("") == 60)
        #expect(try shown("country=Egypt") == 30)
        #expect(try shown("value=Value+3&country=A%2C+%3Cb%3E") == 5)
        #expect(try shown("flag=names-value") == 2)
        #expect(try shown("flag=names-value&inclination=agree") == 1)
        #expect(try shown("flag=incomplete-pair&inclination=agree") == 1)
        #expect(try shown("flag=duplicate") == 0)
    }

    @Test func `shows both actions with their marks, and leads from a flag to what it means`() throws {
        let address = try DataAddress(run: 2, SiteQuery("flag=names-value"))
        let page = try DataView(address, Self.input()).page().document()
        #expect(page.contains("I say <mark>kind words</mark> 4."))
        #expect(page.contains("dir=\"auto\" class=\"disagree\">أقول كلمات لطيفة<"))
        #expect(page.contains("Attributed, but not in the action word by word: “absent”"))
        #expect(page.contains("href=\"#flag-names-value\""))
        #expect(
            page.contains(
                "<dt id=\"flag-names-value\">Names its value, <a href=\"/runs/2/data?flag=names-value\">2 cells</a>"))
        for flag in ActionFlag.allCases { #expect(page.contains("id=\"flag-\(flag.rawValue)\"")) }
    }

    @Test func `stays small and shows texts as text, whatever they are`() throws {
        var input = Self.input(cells: 7392)
        let word = String(repeating: "y", count: 1_000_000)
        for index in input.pairs.indices {
            input.pairs[index].agree?.text =
                index.isMultiple(of: 2)
                ? word : "<script>alert(1)</script>\u{202E}" + String(repeating: "ab", count: 600)
            input.pairs[index].agree?.attributions = index.isMultiple(of: 2) ? [word] : ["a", "<script>", word]
            input.pairs[index].agree?.explanation = word
            input.pairs[index].agree?.flags = ActionFlag.allCases
            input.pairs[index].disagree = input.pairs[index].agree
        }
        let page = try DataView(DataAddress(run: 2), input).page().document()
        #expect(!page.contains("<script>a") && !page.contains("\u{202E}"))
        #expect(elements(page) < 5000, "\(elements(page))")
        #expect(page.utf8.count < 1_000_000)
    }

    @Test func `has a term for every column and key, and every flag a definition`() throws {
        let view = DataView(DataAddress(run: 2), Self.input())
        let entries = DataDictionary.entries(of: view.table) + DataDictionary.entries(of: view.json, named: "data.json")
        #expect(entries.filter { $0.term == nil }.map(\.column) == [])
        #expect(view.table.text.split(separator: "\r\n").count == 121)
        #expect(Set(ActionFlag.allCases.map(\.definition)).count == ActionFlag.allCases.count)
    }

    @Test func `says so where a study has no actions`() throws {
        var input = Self.input()
        for index in input.pairs.indices { (input.pairs[index].agree, input.pairs[index].disagree) = (nil, nil) }
        let page = try DataView(DataAddress(run: 2), input).page().document()
        #expect(page.contains("The study has no actions: none of its 60 cells has one."))
    }

    @Test func `says what an address gets wrong`() {
        let error = #expect(throws: AddressProblem.self) { try DataAddress(run: 2, SiteQuery("flag=odd")) }
        #expect(
            error?.description
                == "“flag=odd”: flag is one of attribution-elsewhere, no-attribution, no-explanation, same-actions, names-value, "
                + "not-first-person, lengths-differ, marks, incomplete-pair, duplicate")
    }
}
