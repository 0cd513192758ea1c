/// Rows of a figure or table under one heading, such as the values of one group.
package struct RowSection: Sendable {
    /// A row: its label, and the index of what it shows.
    package struct Row: Sendable {
        /// What stands in front of the row.
        package let label: String
        /// Which row of the numbers it is, counted from 0.
        package let index: Int

        /// A row of what stands at an index.
        package init(label: String, index: Int) {
            self.label = label
            self.index = index
        }
    }

    /// What stands above the rows.
    package let heading: String
    /// The rows, in their order.
    package let rows: [Row]

    /// Rows under a heading.
    package init(heading: String, rows: [Row]) {
        self.heading = heading
        self.rows = rows
    }
}
