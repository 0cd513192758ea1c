import Foundation
import Pages
import TestSupport
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

    @Test func `are rounded as C rounds them, also where they lie between two decimals`() {
        var generator = SeededRandom(seed: 11)
        var numbers = [0.125, 0.375, 2.675, 1.005, 0.5, 1.5, 2.5, -0.125, 999_999_999.5, 1e-7, 0.05, 0.15, 0.25, 1e12]
        for _ in 0..<20_000 {
            let unit = Double(generator.next() >> 11) / 9_007_199_254_740_992
            numbers += [unit, -unit * 100, (unit * 1000).rounded() / 1000, (unit * 2000).rounded() / 2000 - 0.5]
        }
        for number in numbers {
            for places in 0...4 {
                let wanted = String(format: "%.\(places)f", number)
                let isNothing = !wanted.contains { "123456789".contains($0) }
                let plain = isNothing && wanted.hasPrefix("-") ? String(wanted.dropFirst()) : wanted
                #expect(Numerals.decimal(number, places: places) == plain.replacing("-", with: "−"), "\(number)")
            }
        }
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
