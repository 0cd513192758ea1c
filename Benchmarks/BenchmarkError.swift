/// Why there is no figure.
struct BenchmarkError: Error, CustomStringConvertible {
    /// What is wrong, and what to do.
    let description: String
    /// Whether the command line was wrong, rather than the work.
    let isMisuse: Bool

    static func misuse(_ description: String) -> Self { Self(description: description, isMisuse: true) }

    static func failure(_ description: String) -> Self { Self(description: description, isMisuse: false) }
}
