/// The paper's tables, recomputed from a folder of released files under both scorings and set beside the printed ones.
package struct Reproduction: Sendable {
    /// The folder, as named by its user.
    package let folder: String
    /// The paper that the printed figures are from.
    package let source: String
    /// The tables in the paper's order.
    package let tables: [ReproducedTable]

    /// A reproduction.
    package init(folder: String, source: String, tables: [ReproducedTable]) {
        (self.folder, self.source, self.tables) = (folder, source, tables)
    }

    /// Whether the folder held anything that could be recomputed.
    package var isEmpty: Bool { tables.allSatisfy { $0.parts.isEmpty } }
}

/// One table.
package struct ReproducedTable: Sendable {
    /// A short name: "3", "13", "kappa".
    package let id: String
    /// What it shows.
    package let title: String
    /// How many decimals are printed: nearer than half a unit of the last is the same figure.
    package let printedPlaces: Int
    /// How many decimals are shown here.
    package let shownPlaces: Int
    /// What the two numbers of its shares are; `nil` where it has none.
    package let sharesTitle: String?
    /// What the folder has data for, in the paper's order of models.
    package let parts: [ReproducedPart]
    /// What it lacks data for.
    package let absent: [AbsentData]

    /// A table.
    package init(
        id: String, title: String, printedPlaces: Int, shownPlaces: Int, sharesTitle: String? = nil,
        parts: [ReproducedPart], absent: [AbsentData] = []
    ) {
        (self.id, self.title, self.parts, self.absent) = (id, title, parts, absent)
        (self.printedPlaces, self.shownPlaces, self.sharesTitle) = (printedPlaces, shownPlaces, sharesTitle)
    }
}

/// Figures of one table that can't be recomputed, and the files that they need.
package struct AbsentData: Sendable, Hashable {
    /// The model, or the column of it.
    package let name: String
    /// Paths inside a release that would serve.
    package let needs: [String]

    /// Absent data.
    package init(name: String, needs: [String]) {
        (self.name, self.needs) = (name, needs)
    }
}

/// One model's figures, or one sheet's.
package struct ReproducedPart: Sendable {
    /// The model as the paper names it.
    package let name: String
    /// The files that were read, by their paths inside the folder.
    package let files: [String]
    /// The figures in the paper's order.
    package let figures: [ReproducedFigure]
    /// How much each rule touches.
    package let counts: [CauseCount]
    /// The Task 1 ratings read; `nil` where there are none to be read.
    package let ratings: RatingCounts?

    /// A part.
    package init(
        name: String, files: [String], figures: [ReproducedFigure], counts: [CauseCount] = [],
        ratings: RatingCounts? = nil
    ) {
        (self.name, self.files, self.figures, self.counts) = (name, files, figures, counts)
        self.ratings = ratings
    }
}

/// How many ratings of a Task 1 file are read.
package struct RatingCounts: Sendable, Hashable {
    /// Replies × values.
    package let asked: Int
    /// Read as the released notebooks read.
    package let legacy: Int
    /// Read as this program reads.
    package let strict: Int

    /// Counts.
    package init(asked: Int, legacy: Int, strict: Int) {
        (self.asked, self.legacy, self.strict) = (asked, legacy, strict)
    }
}

/// How many replies, ratings or cells a cause concerns.
package struct CauseCount: Sendable, Hashable {
    /// The cause.
    package let cause: ReproductionCause
    /// How many it concerns.
    package let count: Int
    /// Of how many.
    package let total: Int

    /// A count.
    package init(_ cause: ReproductionCause, _ count: Int, of total: Int) {
        (self.cause, self.count, self.total) = (cause, count, total)
    }
}

/// What a cause alone does to a figure.
package struct CauseEffect: Sendable, Hashable {
    /// The cause.
    package let cause: ReproductionCause
    /// The change that it makes.
    package let effect: Double

    /// An effect.
    package init(_ cause: ReproductionCause, _ effect: Double) {
        (self.cause, self.effect) = (cause, effect)
    }
}
