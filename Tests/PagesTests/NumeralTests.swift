import Pages
import Testing

@Suite("Numbers as people read them")
struct NumeralTests {
    @Test func `are an em dash where there is none`() {
        for number in [nil, Double.nan, .infinity, -.infinity] {
            #expect(Numerals.decimal(number) == "—")
            #expect(Numerals.signed(number) == "—")
            #expect(Numerals.percent(number) == "—")
        }
        #expect(Numerals.percent(1, of: 0) == "—")
        #expect(Numerals.range(nil) == nil && Numerals.percentRange(nil) == nil)
    }

    @Test func `have a minus sign, and none on nothing`() {
        #expect(Numerals.decimal(-0.125) == "−0.12" || Numerals.decimal(-0.125) == "−0.13")
        #expect(Numerals.decimal(-0.001) == "0.00")
        #expect(Numerals.signed(-0.001) == "0.00" && Numerals.signed(0.17) == "+0.17")
        #expect(Numerals.count(-7_392) == "−7,392" && Numerals.count(999) == "999")
    }

    @Test func `stand with their intervals`() {
        let ends = Whisker(low: -0.2, high: 0.35)
        #expect(Numerals.range(ends) == "[−0.20, 0.35]")
        #expect(
            Numerals.range(ends, places: 1, isSigned: true) == "[−0.2, +0.4]"
                || Numerals.range(ends, places: 1, isSigned: true) == "[−0.2, +0.3]")
        #expect(Numerals.percentRange(Whisker(low: 0.121, high: 0.15)) == "[12.1, 15.0]")
        #expect(!ends.isClear && Whisker(low: 0.1, high: 0.2).isClear && Whisker(low: -2, high: -1).isClear)
    }

    @Test func `are money, probabilities and what was typed`() {
        #expect(Numerals.dollars(0.0042) == "$0.0042" && Numerals.dollars(1204) == "$1,204.00")
        #expect(Numerals.probability(0.0004) == "<.001" && Numerals.probability(0.031) == "0.031")
        #expect(Numerals.plain(0.1 + 0.2) == "0.3" && Numerals.plain(0) == "0" && Numerals.plain(-0.25) == "−0.25")
        #expect(Numerals.coordinate(1.005) == "1" || Numerals.coordinate(1.005) == "1.01")
        #expect(Numerals.coordinate(-0.25) == "-0.25" && Numerals.coordinate(.nan) == "0")
    }
}
