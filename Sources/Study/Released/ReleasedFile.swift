package import Reading
package import Text

/// A file in the layout of the paper's public release, told apart by its columns alone.
package enum ReleasedFile: Sendable {
    /// Generated actions: the VIA dataset.
    case dataset(ReleasedDataset)
    /// Task 1 replies.
    case ratings(ReleasedRatings)
    /// Task 2 choices.
    case choices(ReleasedChoices)
    /// Task 2 replies to all eight prompts, for a sample of cells.
    case samples(ReleasedSamples)

    /// The kinds of released file.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case dataset, ratings, choices, samples

        /// The columns that make a file of this kind; it may have more.
        package var columns: [String] {
            switch self {
            case .dataset: ["country", "topic", "value", "polarity", "generation_prompt"]
            case .ratings: ["country", "topic", "response", "prompt_index"]
            case .choices: ["country", "topic", "value", "polarity", "model_choice", "prompt_index"]
            case .samples:
                ["country", "topic", "value", "option1", "option2"] + (0..<8).map { "evaluation_\($0)" }
            }
        }

        /// What a person calls it.
        package var title: String {
            switch self {
            case .dataset: "VIA dataset"
            case .ratings: "Task 1 replies"
            case .choices: "Task 2 choices"
            case .samples: "Task 2 prompt samples"
            }
        }

        /// The most specific kind whose columns are all among these: the one that asks for most of them; `nil` for none.
        ///
        /// - Parameter wanted: a kind that is taken where it fits, since its user says so: a Task 2 file that kept its
        ///   actions is a file of choices, and can be a file of actions.
        package init?(columns: [String], wanted: Kind? = nil) {
            let found = Set(columns)
            let fitting = Self.allCases.filter { found.isSuperset(of: $0.columns) }
            guard
                let kind = fitting.first(where: { $0 == wanted })
                    ?? fitting.max(by: { $0.columns.count < $1.columns.count })
            else { return nil }
            self = kind
        }
    }

    /// The names of columns that are known in any such file.
    package static let columns = Set(Kind.allCases.flatMap(\.columns)).union(["model"])

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - names: the values, countries and topics to which the file's names are matched.
    ///   - wanted: the kind that is taken where the file fits several.
    /// - Throws: `ReleasedFileError`: what is wrong with the CSV, an unknown kind, a polarity that can't be decided,
    ///   or a file of which no row is known. A row with an unknown name is no error; the summary lists it.
    package init(path: String, names: ReleasedNames, wanted: Kind? = nil) throws(ReleasedFileError) {
        try self.init(Self.open(path), names: names, wanted: wanted)
    }

    /// Reads the rows of an open CSV file.
    ///
    /// - Throws: as ``init(path:names:)``.
    package init(_ reader: CSVReader, names: ReleasedNames, wanted: Kind? = nil) throws(ReleasedFileError) {
        let kind = try Self.kind(of: reader, wanted: wanted)
        var rows = try ReleasedRows(reader, kind: kind, names: names)
        self =
            switch kind {
            case .dataset: .dataset(try ReleasedDataset(&rows))
            case .ratings: .ratings(try ReleasedRatings(&rows))
            case .choices: .choices(try ReleasedChoices(&rows))
            case .samples: .samples(try ReleasedSamples(&rows))
            }
    }

    /// The kind of a file, without reading its rows.
    ///
    /// - Throws: as ``init(path:names:wanted:)``, for its header.
    package static func kind(path: String) throws(ReleasedFileError) -> Kind {
        try kind(of: open(path), wanted: nil)
    }

    private static func open(_ path: String) throws(ReleasedFileError) -> CSVReader {
        do throws(CSVError) { return try CSVReader(path: path, columns: columns) } catch { throw .csv(error) }
    }

    private static func kind(of reader: CSVReader, wanted: Kind?) throws(ReleasedFileError) -> Kind {
        guard let kind = Kind(columns: reader.header, wanted: wanted) else {
            throw .unknownKind(file: reader.name, columns: reader.header)
        }
        return kind
    }

    /// What was found.
    package var summary: ReleasedSummary {
        switch self {
        case .dataset(let file): file.summary
        case .ratings(let file): file.summary
        case .choices(let file): file.summary
        case .samples(let file): file.summary
        }
    }
}

/// The names to which a file's names are matched, on folded letters.
package struct ReleasedNames: Sendable {
    /// The values.
    package let values: ValueIndex
    /// The countries; `nil` takes every country as the file spells it.
    package let countries: ValueIndex?
    /// The topics; `nil` takes every topic as the file spells it.
    package let topics: ValueIndex?

    /// Names.
    package init(theory: Theory, countries: [String]? = nil, topics: [String]? = nil) {
        values = ValueIndex(theory)
        self.countries = countries.map { ValueIndex(names: $0) }
        self.topics = topics.map { ValueIndex(names: $0) }
    }
}
