import ArgumentParser
import Workbench

extension ComparisonGate: ExpressibleByArgument {
    /// "alignment-rate drops 0.03".
    package init?(argument: String) { self.init(argument) }
}
