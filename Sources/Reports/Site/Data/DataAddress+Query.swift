package import Pages

extension MisalignedCell.Inclination: CaseIterable {
    package static var allCases: [Self] { [.agree, .disagree] }
}

extension DataAddress {
    /// What somebody asks for.
    ///
    /// - Throws: ``AddressProblem`` naming what the list does not know.
    package init(run: Int, _ query: SiteQuery) throws(AddressProblem) {
        self.init(run: run)
        country = query.text("country")
        topic = query.text("topic")
        value = query.text("value")
        group = query.text("group")
        inclination = try query.choice("inclination")
        flag = try query.choice("flag")
        page = try query.number("page", in: 1...1_000_000) ?? 1
    }
}
