import Measures
import Reading
import Reports
import Study

/// What the sheets of human judgements give: the kappas of two people, and how many attributed spans stand in their
/// action.
struct JudgementTables {
    let folder: ReleaseFolder
    let progress: (String) -> Void

    func tables() throws -> [ReproducedTable] {
        let files = try folder.sheets()
        let sheets = try files.prefix(2).map { file in
            progress(file.name)
            return try ReleasedJudgements(path: file.path)
        }
        let names = files.prefix(2).map(\.name)
        return [
            try kappa(sheets, names),
            ReproducedTable(
                id: "spans", title: "Attribution overlap (share of attributed spans that stand in their action)",
                printedPlaces: 9, shownPlaces: 4, sharesTitle: "Spans that stand in their action",
                parts: sheets.first.map { [spans($0, Array(names.prefix(1)))] } ?? [],
                absent: sheets.isEmpty ? [Self.absent("a sheet", 1)] : []),
        ]
    }

    private static func absent(_ name: String, _ sheets: Int) -> AbsentData {
        let needed = "\(ReleaseFolder.judgements)/\(ReleaseFolder.sheetPrefix)NAME.csv"
        return AbsentData(name: name, needs: [sheets == 1 ? needed : "\(needed) of two people"])
    }

    // MARK: - Kappa

    private func kappa(_ sheets: [ReleasedJudgements], _ files: [String]) throws -> ReproducedTable {
        var parts: [ReproducedPart] = []
        if sheets.count == 2 {
            let judged = JudgedTwice(sheets[0], sheets[1])
            let figures = try zip(PublishedPaper.judgedPrompts, PublishedPaper.kappa).map { prompt, printed in
                try judged.figure(prompt: prompt, printed: printed)
            }
            parts = [
                ReproducedPart(
                    name: "two people", files: files, figures: figures,
                    counts: [CauseCount(.pairedByRow, judged.displaced, of: judged.rows)])
            ]
        }
        return ReproducedTable(
            id: "kappa", title: "Cohen's kappa of the judged actions (ACT; prompts counted from 0)", printedPlaces: 9,
            shownPlaces: 5, sharesTitle: "Actions that both people judged alike", parts: parts,
            absent: parts.isEmpty ? [Self.absent("kappa", 2)] : [])
    }

    // MARK: - Spans

    private func spans(_ sheet: ReleasedJudgements, _ files: [String]) -> ReproducedPart {
        var lost = (count: 0, of: 0)
        let figures = zip(PublishedPaper.judgedPrompts, PublishedPaper.spans).map { prompt, printed in
            let actions = sheet.rows.map { RereadAction($0.judged[prompt].reply) }
            lost.of += actions.count
            lost.count += actions.count { $0.legacy == nil }
            let shares = ReproducedFigure.Shares(
                legacy: Self.share(actions.map(\.legacy)), strict: Self.share(actions.map(\.strict)))
            return ReproducedFigure(
                "prompt \(prompt)", printed: Double(printed.inside) / Double(printed.all),
                exchanging: [.lostActions], shares: shares
            ) { rules in
                (rules.isEmpty ? shares.legacy : shares.strict).value
            }
        }
        return ReproducedPart(
            name: "generated actions", files: files, figures: figures,
            counts: [CauseCount(.lostActions, lost.count, of: lost.of)])
    }

    private static func share(_ actions: [Action?]) -> ReproducedFigure.Share {
        var share = ReproducedFigure.Share(0, of: 0)
        for case let action? in actions {
            share.whole += action.attributions.count
            let text = Array(action.text.utf8)
            share.part += action.attributions.count { $0.isEmpty || text.contains(Array($0.utf8)) }
        }
        return share
    }
}

/// A generated action, read by both readers.
struct RereadAction {
    let legacy: Action?
    let strict: Action?

    init(_ reply: String) {
        legacy = LegacyReader().action(in: reply).map { Action($0) }
        strict = ReplyReader().action(in: reply).answer.map { Action($0.action) }
    }
}
