package import Pages

/// Where the pages of one annotator lie: under the secret of their link.
package struct AnnotateLinks: Sendable, Hashable {
    private let secret: String

    /// The pages of whose link holds a secret.
    package init(secret: String) { self.secret = secret }

    private func link(_ steps: [String]) -> Link { Link.site(["annotate", secret] + steps) ?? .root }

    /// What the annotator's link leads to.
    package var start: Link { link([]) }
    /// What they agree to.
    package var consent: Link { link(["consent"]) }
    /// An item, by the number that they call it.
    package func item(_ number: Int) -> Link { link(["items", String(number)]) }
    /// Gives them another item.
    package var next: Link { link(["next"]) }
    /// What is still missing.
    package var missing: Link { link(["missing"]) }
    /// How to judge.
    package var guideline: Link { link(["guideline"]) }
    /// The last page.
    package var done: Link { link(["done"]) }
    /// Takes their consent back.
    package var withdraw: Link { link(["withdraw"]) }

    /// Whether a path is an annotator's.
    package static func holds(_ path: String) -> Bool { path.hasPrefix("/annotate/") }
}
