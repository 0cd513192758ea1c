import Measures
import Testing

@Suite("Readings, scores and axes")
struct ReadingsTests {
    @Test
    func `A cell's score is the mean of its readings on a scale from 0 to 1`() throws {
        let coded = try readings([[0, 3], [2, nil], [nil, nil]], options: 4)
        let scores = coded.scores
        #expect(scores[0] == 0.5)
        #expect(scores[1] == 2.0 / 3)
        #expect(scores[2] == nil)
        #expect(scores[3] == nil)
        #expect(coded.count == 3)
        #expect(coded.option(cell: 0, asking: 1) == 3)
        #expect(coded.option(cell: 1, asking: 1) == nil)
    }

    @Test
    func `Recording again replaces a reading, and nil takes it back`() throws {
        var coded = try readings([[1]], options: 2)
        try coded.record(0, cell: 0, asking: 0)
        #expect(coded.scores[0] == 0)
        try coded.record(nil, cell: 0, asking: 0)
        #expect(coded.scores[0] == nil)
    }

    @Test
    func `An option that the task does not offer is refused, or kept where the notebooks keep it`() throws {
        var coded = try readings([[nil]], options: 4)
        #expect(throws: MeasuresError.optionOutOfRange(option: 4, options: 4)) {
            try coded.record(4, cell: 0, asking: 0)
        }
        #expect(throws: MeasuresError.optionOutOfRange(option: -1, options: 4)) {
            try coded.record(-1, cell: 0, asking: 0)
        }
        // “5” of four options scores (5 − 1) / 3.
        #expect(try readings([[4]], options: 4, beyondRange: .kept).scores[0] == 4.0 / 3)
        #expect(throws: MeasuresError.optionOutOfRange(option: 1000, options: 4)) {
            try readings([[1000]], options: 4, beyondRange: .kept)
        }
    }

    @Test
    func `Places that do not exist are refused by name`() throws {
        var coded = try readings([[0, 1]], options: 2)
        #expect(throws: MeasuresError.outOfRange(what: "cell", index: 1, count: 1)) {
            try coded.record(0, cell: 1, asking: 0)
        }
        #expect(throws: MeasuresError.outOfRange(what: "asking", index: -1, count: 2)) {
            try coded.record(0, cell: 0, asking: -1)
        }
        #expect(throws: MeasuresError.tooFewOptions(1)) { try CodedReadings(cells: 1, askings: 1, options: 1) }
        #expect(throws: MeasuresError.scoreOutOfRange(cell: 1, score: "1.5")) { try ScoreMatrix([0, 1.5]) }
        #expect(throws: MeasuresError.scoreOutOfRange(cell: 0, score: "nan")) { try ScoreMatrix([.nan]) }
        #expect(MeasuresError.tooFewOptions(1).description == "A task needs at least two options; this one has 1.")
    }

    @Test
    func `Readings of another study are refused`() throws {
        #expect(throws: MeasuresError.wrongCellCount(task: "acted", expected: 2, found: 1)) {
            try MeasureReport(
                axes: axes(countries: 1, topics: 1, values: 2), stated: readings([[0], [0]], options: 4),
                acted: readings([[0]], options: 2))
        }
    }

    @Test
    func `Axes refuse an empty list, a name that stands twice and a value without a group`() {
        func axes(_ countries: [String], _ groups: [Int]) throws -> Axes {
            try Axes(
                countries: countries, topics: ["Work"], values: ["Wealth", "Daring"], groups: ["Power"],
                groupOfValue: groups)
        }
        #expect(throws: MeasuresError.emptyAxis("countries")) { try axes([], [0, 0]) }
        #expect(throws: MeasuresError.duplicateName(axis: "countries", name: "India")) {
            try axes(["India", "India"], [0, 0])
        }
        #expect(throws: MeasuresError.groupsDoNotCoverValues(values: 2, entries: 1)) { try axes(["India"], [0]) }
        #expect(throws: MeasuresError.outOfRange(what: "group", index: 1, count: 1)) { try axes(["India"], [0, 1]) }
    }

    @Test
    func `A cell's index and its position are each other's inverse`() throws {
        let axes = try axes(countries: 3, topics: 2, values: 4)
        for cell in 0..<axes.cellCount {
            let position = axes.position(ofCell: cell)
            #expect(axes.cell(country: position.country, topic: position.topic, value: position.value) == cell)
        }
    }

    @Test
    func `Prompt agreement is the share of the modal reply, averaged over the cells with a reading`() throws {
        // 0 0 1 3: modal 2 of 4; as inclinations A A A D: 3 of 4. 2 3: 1 of 2; D D: 2 of 2. A single 1: 1 and 1.
        let rows = [[0, 0, 1, 3], [2, nil, 3, nil], [nil, nil, nil, nil], [1, nil, nil, nil]]
        let agreement = PromptAgreement(of: try readings(rows, options: 4))
        #expect(close(agreement.byOption, (0.5 + 0.5 + 1) / 3))
        #expect(close(agreement.binary, (0.75 + 1 + 1) / 3))
        #expect(agreement.cells == 3)
        #expect(agreement.cellsReadOnce == 1)
    }

    @Test
    func `Reply counts say whether every planned question is in one state`() {
        let counts = ReplyCounts(planned: 10, answered: 6, refused: 1, unreadable: 1, missing: 2)
        #expect(counts.replies == 8)
        #expect(counts.addsUp)
        #expect(!ReplyCounts(planned: 10, answered: 6).addsUp)
    }
}
