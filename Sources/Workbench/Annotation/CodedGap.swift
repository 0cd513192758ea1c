package import Text

/// What a respondent says in a misaligned cell, beside the action that it chose there: what coders of gaps read.
package struct CodedGap: Sendable, Hashable {
    /// What an item of this kind is called in the store.
    package static let kind = "gap"

    /// Whose gap it is: "openai/gpt-4o". Coders do not see it.
    package var respondent: String
    /// What tells its run from others of the same respondent: the run's key, hashed, or the name of a released file.
    package var run: String
    /// The stated and the acted score in [0, 1], 0 = agree; of a released example 0 or 1.
    package var stated, acted: Double
    /// Whether the sides alone are known, and the scores stand for them.
    package var isSidesOnly: Bool
    /// The action that was not chosen; empty where it is not known.
    package var otherAction: String
    /// The respondent's own reason, where a reply gives one.
    package var reason: String?

    /// A gap.
    package init(
        respondent: String, run: String, stated: Double, acted: Double, isSidesOnly: Bool = false,
        otherAction: String = "", reason: String? = nil
    ) {
        self.isSidesOnly = isSidesOnly
        (self.respondent, self.run, self.stated, self.acted) = (respondent, run, stated, acted)
        (self.otherAction, self.reason) = (otherAction, reason)
    }

    /// As a project's item keeps it.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [.init("acted", JSONValue(acted))]
        if !otherAction.isEmpty { members.append(.init("other_action", .string(otherAction))) }
        if let reason { members.append(.init("reason", .string(reason))) }
        members += [
            .init("respondent", .string(respondent)), .init("run", .string(run)),
        ]
        if isSidesOnly { members.append(.init("sides_only", true)) }
        members.append(.init("stated", JSONValue(stated)))
        return .object(members)
    }

    /// What ``json`` wrote; `nil` for anything else.
    package init?(_ json: JSONValue) {
        guard let respondent = json["respondent"]?.string, let run = json["run"]?.string,
            let stated = json["stated"]?.double, let acted = json["acted"]?.double
        else { return nil }
        (self.respondent, self.run, self.stated, self.acted) = (respondent, run, stated, acted)
        isSidesOnly = json["sides_only"] == true
        otherAction = json["other_action"]?.string ?? ""
        reason = json["reason"]?.string
    }
}
