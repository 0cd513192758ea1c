import Text

/// Why files of questions or answers can't be used, with what to do. Nothing was stored.
package struct ExchangeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may branch on.
    package enum Code: String, Sendable, Hashable {
        /// A numbered file of an earlier plan lies where those of this one end.
        case leftover
        /// The file is a log in Inspect's binary form.
        case binaryLog
        /// A file of questions was given for one of answers.
        case questionsNotAnswers
        /// A line or a document that can't be read, or lacks what it must have.
        case unreadable
        /// Several things are wrong with what the answers answer.
        case refused
        /// Another import stored other answers while these were stored.
        case overtaken
        /// A setting of the import does not fit the file.
        case unfit
    }

    /// Its identity.
    package let code: Code
    /// What is wrong and what helps; one line, or several where several things are.
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description.split(separator: "\n", omittingEmptySubsequences: false).map {
            Plain.line(String($0))
        }
        .joined(separator: "\n")
    }
}
