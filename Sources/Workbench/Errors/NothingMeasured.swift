package import Measures

/// The replies of a run, or of two files, of which not a single cell can be measured.
package struct NothingMeasured: Hashable, Sendable {
    package let stated: ReplyCounts
    package let acted: ReplyCounts
}

extension MeasureReport {
    /// What there is where not a single cell can be measured; `nil` where one can.
    package var nothingMeasured: NothingMeasured? {
        counts.both > 0 ? nil : NothingMeasured(stated: states.stated, acted: states.acted)
    }

    /// - Throws: where not a single cell can be measured.
    package func requireReadings(_ remedies: Remedy...) throws(WorkbenchError) {
        if let nothingMeasured { throw WorkbenchError(.nothingMeasured(nothingMeasured), remedies) }
    }
}
