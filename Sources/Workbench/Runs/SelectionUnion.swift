import Study

/// How many questions some selections of one study hold together, each counted once.
///
/// A selection is a product: places (scenarios of Task 1, cells of Task 2) × variants × replicates from 0 on. So a place
/// in a variant is asked as often as the selection says that asks it most often, and no question needs to be rendered.
struct SelectionUnion {
    private var stated: Askings
    private var acted: Askings

    /// By place and variant: how often it is asked.
    private struct Askings {
        let variants: Int
        var most: [Int32]

        init(places: Int, variants: Int) {
            self.variants = variants
            most = [Int32](repeating: 0, count: places * variants)
        }

        mutating func add(_ place: Int, _ asked: [Int], replicates: Int) {
            let replicates = Int32(clamping: replicates)
            for variant in asked {
                let index = place * variants + variant
                most[index] = max(most[index], replicates)
            }
        }

        var count: Int { most.reduce(0) { $0 + Int($1) } }
    }

    init(of study: StudyDefinition) {
        let scenarios = study.countries.count * study.topics.count
        stated = Askings(places: scenarios, variants: study.variants(of: .stated).count)
        acted = Askings(places: study.cellCount, variants: study.variants(of: .acted).count)
    }

    /// Adds a plan of the same study.
    mutating func add(_ plan: QuestionPlan) {
        let variants = plan.variants.filter { $0.task == .stated }.map(\.index)
        for scenario in plan.scenarios { stated.add(scenario, variants, replicates: plan.replicates) }
        // Of several generators each cell has those that wrote a pair for it.
        for (place, cell) in plan.cells.enumerated() {
            acted.add(cell, plan.variants(ofCellAt: place).map(\.index), replicates: plan.replicates)
        }
    }

    func count(of task: StudyTask) -> Int { task == .stated ? stated.count : acted.count }
}
