import Pages
import Reports
import Testing

/// A page that is looked at in a browser: what it is called, and where it lies in the world's site.
struct BrowserPage: Sendable, CustomTestStringConvertible {
    let name: String
    let path: @Sendable (BrowserWorld) -> String

    init(_ name: String, _ path: @escaping @Sendable (BrowserWorld) -> String) {
        (self.name, self.path) = (name, path)
    }

    var testDescription: String { name }

    /// Every page: one that is added here is looked at in all ways.
    static let all = [
        BrowserPage("overview") { _ in "/" },
        BrowserPage("words") { _ in "/words" },
        BrowserPage("cell") { $0.cell($0.pilot[0], "Philippines", "Politics", "Authority") + "&variant=acted-3" },
        BrowserPage("cell, hostile") { world in
            let place = (HostileStudy.countries[1], HostileStudy.topics[1], HostileStudy.values[1])
            return world.cell(world.hostile[0], place.0, place.1, place.2) + "&variant=stated-0"
        },
        BrowserPage("cell, overrides") {
            $0.cell($0.pilot[1], "Philippines", "Politics", "Authority") + "&overrides=1"
        },
        BrowserPage("reply") { "/reply/\($0.question)" },
        BrowserPage("reply, hostile") { "/reply/\($0.hostileQuestion)?run=\($0.hostile[0])" },
        BrowserPage("reply, overruling") { "/reply/\($0.question)?run=1&token=token" },
        BrowserPage("run") { "/runs/\($0.pilot[1])" },
        BrowserPage("run-topics-sorted") { "/runs/\($0.pilot[1])?by=topic&sort=gap" },
        BrowserPage("run-scenario") { "/runs/\($0.pilot[1])?country=Philippines&topic=Politics" },
        BrowserPage("run-hostile") { "/runs/\($0.hostile[0])" },
        BrowserPage("instrument") { "/runs/\($0.pilot[0])/instrument" },
        BrowserPage("gaps") { "/runs/\($0.pilot[1])/gaps" },
        BrowserPage("gaps-all-searched") { "/runs/\($0.pilot[1])/gaps?show=all&q=family" },
        BrowserPage("gaps-hostile") {
            "/runs/\($0.hostile[0])/gaps?show=all&q=%D8%A7%D9%84%D8%B9%D8%AF%D8%A7%D9%84%D8%A9"
        },
        BrowserPage("data") { "/runs/\($0.pilot[0])/data" },
        BrowserPage("data-hostile") { "/runs/\($0.hostile[0])/data" },
        BrowserPage("compare-choose") { _ in "/compare" },
        BrowserPage("compare") { "/compare?" + $0.query($0.pilot) },
        BrowserPage("compare-places") { "/compare?\($0.query($0.pilot))&part=places" },
        BrowserPage("compare-values") { "/compare?\($0.query($0.pilot))&part=values&with=\($0.pilot[2])" },
        BrowserPage("compare-map") { "/compare?\($0.query($0.pilot))&part=map&by=topic" },
        BrowserPage("compare-hostile") { "/compare?" + $0.query($0.hostile) },
        BrowserPage("compare-hostile-places") { "/compare?\($0.query($0.hostile))&part=places" },
        BrowserPage("compare-hostile-map") { "/compare?\($0.query($0.hostile))&part=map" },
        BrowserPage("replies") { "/compare/replies?" + $0.query($0.pilot) },
        BrowserPage("replies-states") { "/compare/replies?\($0.query($0.pilot))&differ=state&page=2" },
        BrowserPage("replies-hostile") { "/compare/replies?" + $0.query($0.hostile) },
        BrowserPage("agreement") { _ in "/projects/\(JudgedWorld.name)/agreement" },
        BrowserPage("agreement-hostile") { _ in "/projects/\(JudgedWorld.hostilePath)/agreement" },
        BrowserPage("risks") { _ in "/risks/\(RiskWorld.name)" },
        BrowserPage("risks-words-filtered") { _ in "/risks/\(RiskWorld.name)?by=words&country=Peru" },
        BrowserPage("risks-hostile") { _ in "/risks/\(RiskWorld.hostilePath)" },
        BrowserPage("replies-hostile-acted") { "/compare/replies?\($0.query($0.hostile))&task=acted" },
        BrowserPage("projects") {
            _ = BrowserLead.decide($0); return "/projects"
        },
        BrowserPage("project", BrowserLead.project),
        BrowserPage("project-disagreements", BrowserLead.disagreements),
        BrowserPage("project-item", BrowserLead.item),
        BrowserPage("adjudicator", BrowserLead.decide),
        BrowserPage("adjudicator-item") { BrowserLead.decide($0) + "/1" },
        BrowserPage("annotate-consent") { $0.judging.newcomer + "/consent" },
        BrowserPage("annotate-item") { $0.judging.reader + "/items/1" },
        BrowserPage("annotate-item-arabic") { $0.judging.reader + "/items/2" },
        BrowserPage("annotate-item-hostile") { $0.judging.reader + "/items/3" },
        BrowserPage("annotate-missing") { $0.judging.reader + "/missing" },
        BrowserPage("annotate-guideline") { $0.judging.reader + "/guideline" },
        BrowserPage("annotate-done") { $0.judging.finished + "/done" },
    ]
}

extension BrowserWorld {
    /// The address of a cell.
    func cell(_ run: Int, _ country: String, _ topic: String, _ value: String) -> String {
        CellAddress(run: run, country: country, topic: topic, value: value).link().href
    }
    /// "run=1&run=2".
    func query(_ runs: [Int]) -> String { runs.map { "run=\($0)" }.joined(separator: "&") }
}
