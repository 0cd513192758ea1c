import Measures
import TestSupport
import Testing

@Suite("Schwartz's circle")
struct CircularOrderTests {
    @Test
    func `puts his ten groups into nine places, Conformity and Tradition into one`() throws {
        let groups = SchwartzValues.groups.map(\.name)
        let order = try #require(CircularOrder.schwartz(groups))
        func steps(_ one: String, _ other: String) throws -> Int {
            order.steps(
                try #require(groups.firstIndex(of: one)), try #require(groups.firstIndex(of: other)))
        }
        #expect(order.count == 9)
        #expect(try steps("Conformity", "Tradition") == 0)
        // Neighbours, and the way round past the first place.
        #expect(try steps("Power", "Achievement") == 1)
        #expect(try steps("Universalism", "Self-Direction") == 1)
        // What lies across: openness against conservation, self-enhancement against self-transcendence.
        #expect(try steps("Stimulation", "Tradition") == 4)
        #expect(try steps("Power", "Universalism") == 4)
        #expect(try steps("Achievement", "Benevolence") == 4)
    }

    @Test
    func `is known by the groups' names, whatever their case and hyphens, and belongs to no other theory`() {
        let groups = SchwartzValues.groups.map(\.name)
        #expect(CircularOrder.schwartz(groups.map { $0.uppercased() }) != nil)
        #expect(CircularOrder.schwartz(groups.map { $0 == "Self-Direction" ? "Self direction" : $0 }) != nil)
        #expect(CircularOrder.schwartz(Array(groups.dropLast())) == nil)
        #expect(CircularOrder.schwartz(groups.dropLast() + ["Care"]) == nil)
        #expect(CircularOrder.schwartz(groups + ["Care"]) == nil)
        #expect(CircularOrder.schwartz([]) == nil)
    }
}
