import Reports
import TestSupport
import Testing

@Suite("A JUnit report")
struct JUnitTests {
    @Test
    func `holds each check, and why it failed`() throws {
        let report = JUnitReport(
            suite: "b against a",
            checks: [JUnitReport.Check(name: "one"), JUnitReport.Check(name: "two", failure: "no")])
        #expect(
            report.text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="vlens compare" tests="2" failures="1" errors="0">
                  <testsuite name="b against a" tests="2" failures="1" errors="0">
                    <testcase classname="vlens.compare" name="one"/>
                    <testcase classname="vlens.compare" name="two"><failure message="no"/></testcase>
                  </testsuite>
                </testsuites>

                """)
        #expect(
            try XMLCheck.elements(of: report.text) == ["testsuites", "testsuite", "testcase", "testcase", "failure"])
    }

    @Test
    func `is well-formed whatever a run is called`() throws {
        let name = "<a b=\"c\">&]]>\u{0}\u{B}\u{202E}'"
        let report = JUnitReport(suite: name, checks: [JUnitReport.Check(name: name, failure: name)])
        #expect(try XMLCheck.elements(of: report.text).count == 4)
    }
}
