import Study
import Testing

@Suite("Regions of the world")
struct WorldRegionTests {
    @Test(arguments: [
        ("United States", "Americas"), ("Philippines", "Asia"), ("the Netherlands", "Europe"), ("Uganda", "Africa"),
        ("New Zealand", "Oceania"), ("TÜRKİYE", "Asia"), ("Turkiye", "Asia"), ("Côte d'Ivoire", "Africa"),
        ("Cote d’Ivoire", "Africa"), ("Korea, Republic of", "Asia"), ("Trinidad & Tobago", "Americas"),
        ("Guinea-Bissau", "Africa"), ("U.S.", "Americas"), ("Cyprus", "Asia"), ("Russia", "Europe"),
    ])
    func `has the region of a country however its name is spelled`(country: String, region: String) {
        #expect(WorldRegion(country: country)?.rawValue == region)
    }

    @Test
    func `knows all countries of the study with 132 scenarios, and none that is none`() throws {
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        #expect(study.countries.allSatisfy { WorldRegion(country: $0) != nil })
        for name in ["", "Mars", "no country", "the", "Europe", "A"] { #expect(WorldRegion(country: name) == nil) }
    }
}
