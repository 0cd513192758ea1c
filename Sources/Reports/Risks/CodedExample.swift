/// A misaligned cell with the codes that it was given, as the paper's tables show them.
package struct CodedExample: Sendable, Equatable {
    /// The cell, with the action that was chosen and its attributions.
    package var cell: MisalignedCell
    /// Whose cell it is.
    package var respondent: String
    /// The names of the codes that apply, in the codebook's order.
    package var codes: [String]
    /// What coders noted, where they did.
    package var memo: String?
    /// The run's number in the store where it is looked at; `nil` elsewhere.
    package var run: Int?

    /// An example.
    package init(cell: MisalignedCell, respondent: String, codes: [String], memo: String? = nil) {
        (self.cell, self.respondent, self.codes, self.memo) = (cell, respondent, codes, memo)
    }
}
