import Pages

/// Checks and what came of them, as JUnit XML: the form in which services for continuous integration show tests.
package struct JUnitReport: Sendable, Equatable {
    /// What was checked, as a whole.
    package var suite: String
    /// The checks, in their order.
    package var checks: [Check]

    /// One check.
    package struct Check: Sendable, Equatable {
        /// What was checked.
        package var name: String
        /// Why it failed; nil where it passed.
        package var failure: String?

        /// A check and its outcome.
        package init(name: String, failure: String? = nil) {
            self.name = name
            self.failure = failure
        }
    }

    /// Checks of a suite.
    package init(suite: String, checks: [Check]) {
        self.suite = suite
        self.checks = checks
    }

    /// The document.
    package var text: String {
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
