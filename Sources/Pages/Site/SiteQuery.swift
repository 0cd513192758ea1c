/// What stands behind the question mark of an address that somebody asks for: names with values, in their order. It may be anything.
package struct SiteQuery: Sendable, Hashable {
    /// One name with its value.
    package struct Part: Sendable, Hashable {
        package let name, value: String
    }

    /// All of them; at most ``most``.
    package let parts: [Part]

    /// More are left out: no view has as many.
    package static let most = 200

    /// Takes a query apart; `+` and `%20` are spaces, bytes that are no UTF-8 become U+FFFD.
    ///
    /// - Parameter most: so many parts are taken; what stands behind them is left out.
    package init(_ text: some StringProtocol, most: Int = SiteQuery.most) {
        parts = text.utf8.split(separator: UInt8(ascii: "&"), maxSplits: most, omittingEmptySubsequences: true)
            .prefix(most).map { part in
                let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                return Part(
                    name: PercentCoding.decoded(halves[0], plusIsSpace: true),
                    value: halves.count > 1 ? PercentCoding.decoded(halves[1], plusIsSpace: true) : "")
            }
    }

    /// The first value of a name; nil where the name is absent or its value empty, as a form sends a field that was left alone.
    package func text(_ name: String) -> String? {
        parts.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values of a name.
    package func texts(_ name: String) -> [String] {
        parts.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// A whole number.
    ///
    /// - Throws: ``AddressProblem`` where there is something else, or a number beyond the range.
    package func number(_ name: String, in range: ClosedRange<Int>) throws(AddressProblem) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw AddressProblem(
                name: name, value: text, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of a few words.
    ///
    /// - Throws: ``AddressProblem`` for any other.
    package func choice<Choice: CaseIterable & RawRepresentable>(
        _ name: String, of _: Choice.Type = Choice.self
    ) throws(AddressProblem) -> Choice? where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw AddressProblem(
                name: name, value: text, expected: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }
}

/// A part of an address that says nothing the view knows.
package struct AddressProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name before the equals sign, and what stands behind it.
    package let name, value: String
    /// What may stand there.
    package let expected: String

    package init(name: String, value: String, expected: String) {
        (self.name, self.value, self.expected) = (name, value, expected)
    }

    /// "“sort=gapp”: sort is one of gap, name".
    package var description: String { "“\(name)=\(value)”: \(name) is \(expected)" }
}
