/// The paper's tables, recomputed from a folder of released files under both scorings and set beside the printed ones.
public struct Reproduction: Sendable {
    /// The folder, as named by its user.
    public let folder: String
    /// The paper that the printed figures are from.
    public let source: String
    /// The tables in the paper's order.
    public let tables: [ReproducedTable]

    /// A reproduction.
    public init(folder: String, source: String, tables: [ReproducedTable]) {
        (self.folder, self.source, self.tables) = (folder, source, tables)
    }

    /// Whether the folder held anything that could be recomputed.
    public var isEmpty: Bool { tables.allSatisfy { $0.parts.isEmpty } }
}

/// One table.
public struct ReproducedTable: Sendable {
    /// A short name: "3", "13", "kappa".
    public let id: String
    /// What it shows.
    public let title: String
    /// How many decimals are printed: nearer than half a unit of the last is the same figure.
    public let printedPlaces: Int
    /// How many decimals are shown here.
    public let shownPlaces: Int
    /// What the two numbers of its shares are; `nil` where it has none.
    public let sharesTitle: String?
    /// What the folder has data for, in the paper's order of models.
    public let parts: [ReproducedPart]
    /// What it lacks data for.
    public let absent: [AbsentData]

    /// A table.
    public init(
        id: String, title: String, printedPlaces: Int, shownPlaces: Int, sharesTitle: String? = nil,
        parts: [ReproducedPart], absent: [AbsentData] = []
    ) {
        (self.id, self.title, self.parts, self.absent) = (id, title, parts, absent)
        (self.printedPlaces, self.shownPlaces, self.sharesTitle) = (printedPlaces, shownPlaces, sharesTitle)
    }
}

/// Figures of one table that can't be recomputed, and the files that they need.
public struct AbsentData: Sendable, Hashable {
    /// The model, or the column of it.
    public let name: String
    /// Paths inside a release that would serve.
    public let needs: [String]

    /// Absent data.
    public init(name: String, needs: [String]) {
        (self.name, self.needs) = (name, needs)
    }
}

/// One model's figures, or one sheet's.
public struct ReproducedPart: Sendable {
    /// The model as the paper names it.
    public let name: String
    /// The files that were read, by their paths inside the folder.
    public let files: [String]
    /// The figures in the paper's order.
    public let figures: [ReproducedFigure]
    /// How much each rule touches.
    public let counts: [CauseCount]
    /// The Task 1 ratings read; `nil` where there are none to be read.
    public let ratings: RatingCounts?

    /// A part.
    public init(
        name: String, files: [String], figures: [ReproducedFigure], counts: [CauseCount] = [],
        ratings: RatingCounts? = nil
    ) {
        (self.name, self.files, self.figures, self.counts) = (name, files, figures, counts)
        self.ratings = ratings
    }
}

/// How many ratings of a Task 1 file are read.
public struct RatingCounts: Sendable, Hashable {
    /// Replies × values.
    public let asked: Int
    /// Read as the released notebooks read.
    public let legacy: Int
    /// Read as this program reads.
    public let strict: Int

    /// Counts.
    public init(asked: Int, legacy: Int, strict: Int) {
        (self.asked, self.legacy, self.strict) = (asked, legacy, strict)
    }
}

/// How many replies, ratings or cells a cause concerns.
public struct CauseCount: Sendable, Hashable {
    /// The cause.
    public let cause: ReproductionCause
    /// How many it concerns.
    public let count: Int
    /// Of how many.
    public let total: Int

    /// A count.
    public init(_ cause: ReproductionCause, _ count: Int, of total: Int) {
        (self.cause, self.count, self.total) = (cause, count, total)
    }
}

/// What a cause alone does to a figure.
public struct CauseEffect: Sendable, Hashable {
    /// The cause.
    public let cause: ReproductionCause
    /// The change that it makes.
    public let effect: Double

    /// An effect.
    public init(_ cause: ReproductionCause, _ effect: Double) {
        (self.cause, self.effect) = (cause, effect)
    }
}
