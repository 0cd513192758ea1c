/// What one provider wants otherwise than the format that it speaks.
struct Dialect: Sendable, Hashable {
    /// The header that carries the bare key; nil is the format's own.
    var keyHeader: String?
    /// The name of the field that carries a seed.
    var seedField = "seed"
}
