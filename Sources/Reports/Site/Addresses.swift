package import Pages

/// A run, as its findings.
package struct RunAddress: SiteAddress {
    /// Its number in the store.
    package var run: Int

    package init(run: Int) { self.run = run }

    package var steps: [String] { ["runs", "\(run)"] }
    package var query: [(name: String, value: String)] { [] }
}

/// One cell of a run: all that was asked and answered about a value in a scenario.
package struct CellAddress: SiteAddress {
    package var run: Int
    package var country, topic, value: String

    package init(run: Int, country: String, topic: String, value: String) {
        (self.run, self.country, self.topic, self.value) = (run, country, topic, value)
    }

    package var steps: [String] { ["runs", "\(run)", "cell"] }
    package var query: [(name: String, value: String)] {
        [("country", country), ("topic", topic), ("value", value)]
    }
}

/// One question with its replies, under an address that is the same in every store.
package struct ReplyAddress: SiteAddress {
    /// The question's id: 32 hexadecimal digits; of imported replies, where they stood in their file.
    package var question: String
    /// Whose reply, where several runs have one; nil shows all.
    package var run: Int?
    /// Which part of a reply too long for one page, from 1.
    package var part = 1

    package init(question: String, run: Int? = nil) {
        (self.question, self.run) = (question, run)
    }

    package var steps: [String] { ["reply", question] }
    package var query: [(name: String, value: String)] {
        (run.map { [("run", "\($0)")] } ?? []) + (part == 1 ? [] : [("part", "\(part)")])
    }
}

/// The misaligned cells of a run.
package struct GapsAddress: SiteAddress {
    package var run: Int
    package var country, topic, value, group: String?

    package init(run: Int, country: String? = nil, topic: String? = nil, value: String? = nil, group: String? = nil) {
        (self.run, self.country, self.topic, self.value, self.group) = (run, country, topic, value, group)
    }

    package var steps: [String] { ["runs", "\(run)", "gaps"] }
    package var query: [(name: String, value: String)] {
        [("country", country), ("topic", topic), ("value", value), ("group", group)].compactMap { name, value in
            value.map { (name, $0) }
        }
    }
}

/// Runs against the first of them.
package struct CompareAddress: SiteAddress {
    /// Two to six, the first one first.
    package var runs: [Int]

    package init(runs: [Int]) { self.runs = runs }

    package var steps: [String] { ["compare"] }
    package var query: [(name: String, value: String)] { runs.map { ("run", "\($0)") } }
}

/// The replies of several runs to the same questions, side by side.
package struct SideBySideAddress: SiteAddress {
    /// Two to six, the first one first.
    package var runs: [Int]

    package init(runs: [Int]) { self.runs = runs }

    package var steps: [String] { ["compare", "replies"] }
    package var query: [(name: String, value: String)] { runs.map { ("run", "\($0)") } }
}

/// The value-informed actions of a run's study.
package struct DataAddress: SiteAddress {
    package var run: Int

    package init(run: Int) { self.run = run }

    package var steps: [String] { ["runs", "\(run)", "data"] }
    package var query: [(name: String, value: String)] { [] }
}
