import Text

/// Something wrong in a study or actions file, with the place where it stands.
package struct StudyProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file as the user named it.
    package let file: String
    /// The line, counted from 1; `nil` where the problem is the whole file's.
    package let line: Int?
    /// The column, counted from 1 in Unicode scalars; `nil` where the problem is a whole line's.
    package let column: Int?
    /// What is wrong, quoting the offending text, and what to do.
    package let message: String

    /// A problem.
    package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// "study.yaml:12:5: unknown value "Sucessful"; did you mean "Successful"?".
    package var description: String {
        let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        return Plain.line("\(file)\(place): \(message)")
    }
}

/// A study that cannot be used, with all that is wrong with it.
package struct StudyFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems in the order of the file; at least one.
    package let problems: [StudyProblem]

    /// An error over problems.
    package init(problems: [StudyProblem]) {
        self.problems = problems
    }

    /// One line for each problem, the first 40.
    package var description: String {
        let shown = problems.prefix(40).map(\.description)
        let rest = problems.count - shown.count
        return (shown + (rest > 0 ? ["… and \(rest) more problems"] : [])).joined(separator: "\n")
    }
}
