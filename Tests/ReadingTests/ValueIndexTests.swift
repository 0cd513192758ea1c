import Reading
import Testing

@Suite("Names are matched on folded letters")
struct ValueIndexTests {
    private let index = ValueIndex(
        names: ["Family Security", "Family", "Unity With Nature", "Élan", "Честь"],
        aliases: [[], ["Kin & Kith"], ["Family Security"], [], []])

    @Test(
        arguments: [
            ("Family Security", 0), ("family-security", 0), ("FAMILY  SECURITY:", 0), ("kin and kith", 1),
            ("Kin & Kith", 1), ("unity with nature", 2), ("elan", 3), ("E\u{301}lan", 3), ("ЧЕСТЬ", 4),
        ])
    func `case, spaces, hyphens, punctuation, diacritics and ampersands do not count`(name: String, place: Int) {
        #expect(index[name] == place)
    }

    @Test
    func `an unknown name is none, and an alias never takes another value's name`() {
        #expect(index["Families"] == nil)
        #expect(index[""] == nil)
        #expect(index["Family Security"] == 0)
    }

    @Test
    func `of the names that a text begins with the longest counts, up to the end of a word`() throws {
        #expect(try #require(index.longestMatch(atStartOf: "Family Security: 2")) == (0, 15))
        #expect(try #require(index.longestMatch(atStartOf: "**Family** Securities")) == (1, 8))
        #expect(try #require(index.longestMatch(atStartOf: "Kin & Kith - 1")) == (1, 10))
        #expect(try #require(index.longestMatch(atStartOf: "E\u{301}lan: 1")) == (3, 5))
        #expect(index.longestMatch(atStartOf: "Familyhood") == nil)
        #expect(index.longestMatch(atStartOf: "The Family") == nil)
        #expect(index.longestMatch(atStartOf: "") == nil)
    }
}
