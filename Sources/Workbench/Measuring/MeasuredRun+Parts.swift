package import Measures
import Study

extension MeasuredRun {
    /// The figures of each region of the world that has countries of the run, in the order of the geoscheme's names; those of
    /// no known region together under "other", the last.
    ///
    /// - Parameter plan: how intervals are made; `nil` makes none.
    func regionParts(_ plan: ResamplingPlan?) async throws -> [RunPart] {
        let countries = measures.axes.countries
        let known = countries.map { WorldRegion(country: $0) }
        var parts: [RunPart] = []
        for region in WorldRegion.allCases.map(Optional.some) + [nil] {
            let members = countries.indices.filter { known[$0] == region }
            let name = region?.rawValue ?? "other"
            if let part = try await measures.part(name, countries: members, plan: plan) { parts.append(part) }
        }
        return parts
    }

    /// The ranks that the values of a scenario may have, by value; empty where no scenario is named, or the run has none of
    /// that name, and without a plan of intervals.
    package func ranks(country: String?, topic: String?) -> [RankInterval?] {
        guard let country = country.flatMap(measures.axes.countries.firstIndex(of:)),
            let topic = topic.flatMap(measures.axes.topics.firstIndex(of:)), let plan = intervals?.plan, let readings
        else { return [] }
        return measures.ranks(
            inScenario: measures.axes.scenario(country: country, topic: topic), stated: readings.stated.readings,
            acted: readings.acted.readings, plan: plan)
    }
}
