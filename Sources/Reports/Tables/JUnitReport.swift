/// Checks and what came of them, as JUnit XML: the form in which services for continuous integration show tests.
public struct JUnitReport: Sendable, Equatable {
    /// What was checked, as a whole.
    public var suite: String
    /// The checks, in their order.
    public var checks: [Check]

    /// One check.
    public struct Check: Sendable, Equatable {
        /// What was checked.
        public var name: String
        /// Why it failed; nil where it passed.
        public var failure: String?

        /// A check and its outcome.
        public init(name: String, failure: String? = nil) {
            self.name = name
            self.failure = failure
        }
    }

    /// Checks of a suite.
    public init(suite: String, checks: [Check]) {
        self.suite = suite
        self.checks = checks
    }

    /// The document.
    public var text: String {
        let failures = checks.count { $0.failure != nil }
        let counts = #"tests="\#(checks.count)" failures="\#(failures)" errors="0""#
        let cases = checks.map { check in
            let head = #"    <testcase classname="vlens.compare" name="\#(Escape.markup(check.name))""#
            guard let failure = check.failure else { return head + "/>" }
            return head + #"><failure message="\#(Escape.markup(failure))"/></testcase>"#
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="vlens compare" \(counts)>
              <testsuite name="\(Escape.markup(suite))" \(counts)>
            \(cases.joined(separator: "\n"))
              </testsuite>
            </testsuites>

            """
    }
}
