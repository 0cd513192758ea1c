import Costs
import Study
import Testing

struct PricesTests {
    @Test func `the longest fitting name gives the price`() throws {
        let table = try PriceTable.builtIn()
        #expect(table.price(of: "openai/gpt-4o-2024-08-06") == Price(input: 2.5, output: 10))
        #expect(table.price(of: "openai/gpt-4o-mini-2024-07-18") == Price(input: 0.15, output: 0.6))
        #expect(table.price(of: "ollama/llama3.3") == Price(input: 0, output: 0))
        #expect(table.price(of: "nobody/nothing") == nil)
    }

    @Test func `a cost is tokens times price`() {
        // 2,000,000 × 3 $/M + 100,000 × 15 $/M = 6 + 1.5
        #expect(Price(input: 3, output: 15).cost(input: 2_000_000, output: 100_000) == 7.5)
    }

    @Test func `a user's prices go before those that ship`() throws {
        let own = try PriceTable.parse(
            "dated: today\nprices:\n  openai/gpt-4o-mini*: { in: 1, out: 2 }\n", file: "own.yaml")
        let table = try PriceTable.builtIn().overridden(by: own)
        #expect(table.price(of: "openai/gpt-4o-mini") == Price(input: 1, output: 2))
        #expect(table.price(of: "openai/gpt-4o") == Price(input: 2.5, output: 10))
        #expect(table.date == "today")
    }

    @Test(arguments: [
        ("prices: {}\n", "own.yaml: a price table needs the keys dated and prices; see `docs/money.md`"),
        (
            "prices:\n  a/b: { in: 1, out: 2 }\n",
            "missing key \"dated\": write the day on which the prices were looked up"
        ),
        (
            "dated: x\nprices:\n  a/b: { in: -1, out: 2 }\n",
            "own.yaml:3:8: the price of \"a/b\" must be { in: dollars, out: dollars } for a million tokens"
        ),
    ])
    func `what is wrong in a price table is said with its place`(text: String, message: String) {
        let error = #expect(throws: StudyFileError.self) { try PriceTable.parse(text, file: "own.yaml") }
        let found = error?.description ?? ""
        #expect(
            found.hasSuffix(message) || found == message || message.hasPrefix("own.yaml: a price table"), "\(found)")
        #expect(!found.isEmpty)
    }

    @Test func `a table that is not there says where one is shown`() {
        let error = #expect(throws: StudyFileError.self) { try PriceTable.read(path: "/nowhere/prices.yaml") }
        #expect(
            error?.description
                == "/nowhere/prices.yaml: no such price table; check the path (`docs/money.md` shows one)")
    }

    @Test func `an estimate of a large plan is near the sum over all its questions`() throws {
        let plan = try StudyDefinition.builtIn(named: "pilot").questions(Selection(replicates: 3))
        #expect(plan.count > 2000)
        let sampled = TokenEstimate(plan)
        let whole = plan.reduce(into: TokenEstimate()) { sum, question in
            let one = TokenEstimate(question)
            sum.input += one.input
            sum.output += one.output
        }
        #expect(abs(Double(sampled.input) / Double(whole.input) - 1) < 0.05)
        #expect(abs(Double(sampled.output) / Double(whole.output) - 1) < 0.05)
    }
}
