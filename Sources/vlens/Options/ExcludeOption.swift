import ArgumentParser
import Reports
import Workbench

/// What is left out of a second column of figures.
struct ExcludeOption: ParsableArguments {
    /// What can be left out.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case leaking
    }

    @Option(
        help: ArgumentHelp(
            "Give the leading figures once more, beside those of all cells, without some: 'leaking' leaves out those whose action "
                + "names its value.", valueName: "part"))
    var exclude: Part?

    /// Measures the rest of the cells, where that is wanted.
    func add(to measured: inout MeasuredRun, _ intervals: IntervalOptions) async throws {
        if exclude == .leaking { try await measured.addWithoutLeaking(intervals.plan) }
    }

    /// Shows it behind the figures of all cells.
    static func show(_ measured: MeasuredRun) {
        guard let table = LeakingTable(measured.reportInput(), style: Terminal.output.style) else { return }
        Terminal.output.write("\n" + table.text)
    }
}
