import AnswerStore
import Hummingbird
import Measures
import Pages
import Reports
import Workbench

extension PageRoute {
    /// How far the people of a project agree, and how good what they judged is.
    static let agreement = PageRoute(path: "/projects/{project}/agreement", version: lastLabel) { request in
        let name = PercentCoding.decoded((request.parameters.get("project") ?? "").utf8)
        let store = request.library.store
        guard let project = try AnnotationProject(named: name, in: store) else {
            throw ExplorerProblem.notFound("project “\(name.prefix(80))”")
        }
        let source = try AgreementSource(project)
        let input =
            source.labels.counted == 0
            ? nil : try await source.input(by: JudgedLabels.Axis.allCases, plan: ResamplingPlan())
        return AgreementView(AgreementAddress(project: name), input, version: Release.version)
    }
}

/// The figures stay the same as long as nobody judges anything.
private let lastLabel: @Sendable (ViewRequest) async throws -> String? = { request in
    "\(try request.library.store.lastLabel())"
}
