import Measures
import Study

extension AskingDesign {
    /// How a study asks a task: an asking is a variant in a replicate, the variants of one replicate side by side.
    ///
    /// - Parameters:
    ///   - variants: how many of the study's variants there are askings of, from the first on.
    ///   - disagreeFirst: by cell and asking of Task 2, which action stood first, as stored with each reply. Of Task 1
    ///     the variant says which end of the scale did.
    init(
        _ study: StudyDefinition, task: StudyTask, variants: Int, replicates: Int, disagreeFirst: [Bool?] = []
    ) throws(MeasuresError) {
        let known = study.variants(of: task)
        let askings = variants * replicates
        func factor(_ name: String, _ level: (Variant) -> String) -> Factor {
            var levels: [String] = []
            for variant in known where !levels.contains(level(variant)) { levels.append(level(variant)) }
            return Factor(
                name: name, levels: levels,
                levelOfAsking: (0..<askings).map { asking in
                    let variant = asking % variants
                    return known.indices.contains(variant) ? levels.firstIndex(of: level(known[variant])) : nil
                })
        }
        var factors = [factor("framing", \.framing), factor("order", \.order), factor("requirement", \.requirement)]
        if Set(known.map(\.scaleStart)).count > 1 {
            factors.append(factor(Self.scale) { $0.scaleStart == .disagree ? "disagreement first" : "agreement first" })
        }
        if !study.generators.isEmpty, task == .acted {
            factors.append(factor(Self.generator) { $0.generator ?? "" })
        }
        let starts = (0..<askings).map { asking -> Bool? in
            let variant = asking % variants
            return known.indices.contains(variant) ? known[variant].scaleStart == .disagree : nil
        }
        try self.init(
            askings: askings, factors: factors, replicateOfAsking: (0..<askings).map { $0 / variants },
            disagreeFirst: task == .acted
                ? disagreeFirst : (0..<study.cellCount).flatMap { _ in starts })
    }

    /// How others asked, of which only the number of the prompt is known, and of Task 2 perhaps the order.
    init(prompts: Int, replicates: Int = 1, disagreeFirst: [Bool?] = []) throws(MeasuresError) {
        let askings = prompts * replicates
        try self.init(
            askings: askings,
            factors: [
                Factor(
                    name: "prompt", levels: (0..<prompts).map(String.init),
                    levelOfAsking: (0..<askings).map { $0 % prompts })
            ], replicateOfAsking: (0..<askings).map { $0 / prompts }, disagreeFirst: disagreeFirst)
    }
}
