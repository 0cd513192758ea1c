/// Whether a view shows what was asked for.
package enum SiteStanding: Sendable, Hashable {
    /// All of it.
    case whole
    /// It is being made; the same address has it later.
    case pending
    /// What was asked for can't be done; the view says why.
    case refused
    /// What was asked for is not there; the view says what is.
    case absent
}

extension SiteView {
    /// Nearly all views show what they were asked for.
    package var standing: SiteStanding { .whole }
}
