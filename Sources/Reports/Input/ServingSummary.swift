import Pages
import Text

/// Who served a run's replies, as far as servers say, and which settings were wished for and not sent with them.
package struct ServingSummary: Sendable, Equatable {
    /// So many replies under one name.
    package struct Part: Sendable, Equatable {
        /// A provider, a fingerprint or a setting.
        package var name: String
        /// How many replies.
        package var replies: Int

        /// So many replies under one name.
        package init(_ name: String, replies: Int) {
            self.name = name
            self.replies = replies
        }
    }

    /// Who ran the model behind a gateway, most replies first.
    package var providers: [Part]
    /// The server's marks of the software and weights that answered, most replies first.
    package var fingerprints: [Part]
    /// Settings that the model refuses, with the replies that were asked for without them.
    package var notSent: [Part]
    /// All replies of the run.
    package var replies: Int

    /// Who served a run.
    package init(providers: [Part] = [], fingerprints: [Part] = [], notSent: [Part] = [], replies: Int = 0) {
        self.providers = providers
        self.fingerprints = fingerprints
        self.notSent = notSent
        self.replies = replies
    }
}

extension ServingSummary {
    /// What must be known before the run's figures are taken for those of one model.
    package var warnings: [String] {
        [("providers", providers), ("system fingerprints", fingerprints)].compactMap { what, parts in
            guard parts.count > 1 else { return nil }
            return "\(parts.count) \(what) served this run (\(Self.list(parts))): its replies may come from different "
                + "versions of the model"
        }
    }

    /// Settings that were wished for and did not reach the model.
    package var notes: [String] {
        notSent.map { "\(PlainNames.words($0.name)): \(text($0, wished: nil))" }
    }

    /// "Groq 300, Together 404".
    static func list(_ parts: [Part], most: Int = 5) -> String {
        let shown = parts.prefix(most).map { "\($0.name) \(Numerals.count($0.replies))" }
        let rest = parts.count > most ? ["and \(parts.count - most) more"] : []
        return (shown + rest).joined(separator: ", ")
    }

    /// A run's settings as they reached the model: one that it refuses is told as not sent, whatever was wished for.
    package func settings(_ wished: [LabelledText]) -> [LabelledText] {
        let known = wished.map { setting in
            guard let part = notSent.first(where: { $0.name == setting.label }) else { return setting }
            return LabelledText(setting.label, text(part, wished: setting.text))
        }
        let unknown = notSent.filter { part in !wished.contains { $0.label == part.name } }
        return (known + unknown.map { LabelledText($0.name, text($0, wished: nil)) }).sorted { $0.label < $1.label }
    }

    private func text(_ part: Part, wished: String?) -> String {
        if part.replies >= replies { return "not sent, the model refuses it" }
        let sent = wished.map { "\($0); " } ?? ""
        return
            "\(sent)not sent with \(Numerals.count(part.replies)) of \(Numerals.count(replies)) replies, since the model "
            + "refuses it"
    }
}
