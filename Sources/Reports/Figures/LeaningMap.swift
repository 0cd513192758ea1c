import Measures
import Pages

/// Where the cells' leanings lie: to disagree in what is stated (across) and in what is done (up), as estimated for all
/// cells together, and beside it the shares that follow, each with its interval.
///
/// Both axes are stretched towards their ends (sin², as the estimate's grid is), since that is where most leanings lie.
struct LeaningMap {
    /// A line beside the map: a share of cells.
    struct Row {
        let label: String
        let share: Double?
        let interval: Interval?
        /// Whether it is a part of the line above.
        let isPart: Bool
    }

    let gap: DeconvolvedGap
    let rows: [Row]

    private static let size = DeconvolvedGap.leanings.count

    init(_ gap: DeconvolvedGap, intervals: [DeconvolvedFigure: Interval], share: Double?, shareInterval: Interval?) {
        self.gap = gap
        rows = [
            Row(label: "inconsistent cells, as answered", share: share, interval: shareInterval, isPart: false),
            Row(label: "deconvolved gap, slips out", share: gap.gap, interval: intervals[.gap], isPart: false),
            Row(
                label: "of it steady contradiction", share: gap.contradiction, interval: intervals[.contradiction],
                isPart: true),
            Row(label: "ambivalent cells", share: gap.ambivalent, interval: intervals[.ambivalent], isPart: false),
        ]
    }

    var figure: Figure {
        Figure(
            Figure.Heading(ReportFigure.leanings.rawValue, title: "Map of the leanings", summary: summary),
            wide: wide, narrow: narrow)
    }

    /// What the map tells: the share of every corner, the gap and its parts.
    private var summary: String {
        let corners = Corner.allCases.map { "“\($0.words)” \(Numerals.percent(gap.corners[$0]))" }
        let lines = rows.map {
            $0.label + " " + Numerals.percent($0.share)
                + (Numerals.percentRange($0.interval).map { " " + $0 } ?? "")
        }
        return
            "Map: of the leanings of \(Numerals.count(gap.cells, "cell", "cells")), \(corners.joined(separator: ", ")). "
            + "\(lines.joined(separator: "; "))."
    }

    private var wide: Figure.Layout {
        var drawing = Drawing()
        let map = Square(left: 44, top: 40, side: 246)
        draw(map, in: &drawing)
        let left = map.left + map.side + 26
        let bottom = drawRows(left: left, top: 66, width: 520 - left, in: &drawing)
        return Figure.Layout(width: 520, height: max(bottom, map.bottom + 66), body: drawing.body)
    }

    private var narrow: Figure.Layout {
        var drawing = Drawing()
        let width = Figure.Layout.narrowWidth
        let map = Square(left: 44, top: 40, side: width - 66)
        draw(map, in: &drawing)
        let bottom = drawRows(left: 0, top: map.bottom + 104, width: width, in: &drawing)
        return Figure.Layout(width: width, height: bottom, body: drawing.body)
    }
}

// MARK: - The map

extension LeaningMap {
    /// Where the map lies in the drawing.
    private struct Square {
        let left, top, side: Double
        var bottom: Double { top + side }
        /// The side of one of the grid's fields.
        var step: Double { side / Double(LeaningMap.size) }
    }

    private func draw(_ map: Square, in drawing: inout Drawing) {
        drawGround(map, in: &drawing)
        drawAxes(map, in: &drawing)
        let most = gap.weights.max() ?? 0
        for p in 0..<Self.size {
            for q in 0..<Self.size {
                let weight = gap.weights[p * Self.size + q]
                // Less than one cell in a thousand and than a hundredth of the largest would be no more than dust.
                guard weight > 0.0005, weight > most / 200 else { continue }
                let (p0, q0) = (DeconvolvedGap.leanings[p], DeconvolvedGap.leanings[q])
                drawing.dot(
                    x: map.left + (Double(p) + 0.5) * map.step, y: map.bottom - (Double(q) + 0.5) * map.step,
                    radius: map.side * 0.16 * weight.squareRoot(), style: "fill-ink mass",
                    tip: "leaning to disagree: stated \(Numerals.decimal(p0)), acted \(Numerals.decimal(q0)); "
                        + "\(Numerals.percent(weight)) of cells")
            }
        }
        drawCorners(map, in: &drawing)
    }

    /// The corners of inconsistency tinted, the band of ambivalence marked.
    private func drawGround(_ map: Square, in drawing: inout Drawing) {
        let (side, half) = (map.side, map.side / 2)
        drawing.box(x: map.left, y: map.top, width: side, height: side, style: "tint")
        drawing.box(x: map.left, y: map.top, width: half, height: half, style: "fill-acted", opacity: 0.3)
        drawing.box(
            x: map.left + half, y: map.top + half, width: half, height: half, style: "fill-stated", opacity: 0.3)
        let steady = DeconvolvedGap.leanings.count { $0 < 0.3 }
        let (start, width) = (Double(steady) * map.step, Double(Self.size - 2 * steady) * map.step)
        // Lines at both edges of both bands, and the middle line of each.
        for edge in [start, start + width] {
            drawing.curve(
                [(map.left + edge, map.top), (map.left + edge, map.bottom)], style: "axis", width: 0.8, isDashed: true)
            drawing.curve(
                [(map.left, map.bottom - edge), (map.left + side, map.bottom - edge)], style: "axis", width: 0.8,
                isDashed: true)
        }
        drawing.line(from: (map.left + half, map.top), to: (map.left + half, map.bottom), style: "axis")
        drawing.line(from: (map.left, map.top + half), to: (map.left + side, map.top + half), style: "axis")
        drawing.frame(x: map.left, y: map.top, width: side, height: side, style: "axis")
    }

    private func drawAxes(_ map: Square, in drawing: inout Drawing) {
        for tick in [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1] {
            let place = Self.place(of: tick) * map.side
            let label = tick == 0 || tick == 1 ? String(Int(tick)) : Numerals.decimal(tick, places: 1)
            drawing.text(label, x: map.left + place, y: map.bottom + 14, style: "quiet mid", size: 10)
            drawing.text(label, x: map.left - 5, y: map.bottom - place + 4, style: "quiet end", size: 10)
        }
        drawing.text(
            "leaning to disagree in what it states →", x: map.left + map.side / 2, y: map.bottom + 29,
            style: "stated mid", size: 10)
        drawing.upward(
            "… in what it does →", x: map.left - 29, y: map.top + map.side / 2, style: "acted mid", size: 10)
        drawing.text(
            "ambivalent", x: map.left + map.side / 2, y: map.top - 5, style: "quiet mid", size: 10)
    }

    /// The corners' names and shares, above and below the map.
    private func drawCorners(_ map: Square, in drawing: inout Drawing) {
        for corner in Corner.allCases {
            let x = map.left + (corner.isStatedDisagree ? map.side + 2 : -38)
            let y = corner.isActedDisagree ? map.top - 28 : map.bottom + 48
            let role = corner.style == "fill-acted" ? "acted" : corner.style == "fill-stated" ? "stated" : ""
            let side = corner.isStatedDisagree ? " end" : ""
            drawing.text(corner.words, x: x, y: y, style: role + side, size: 11)
            drawing.text(
                Numerals.percent(gap.corners[corner]), x: x, y: y + 14, style: "bold " + role + side, size: 12)
        }
    }

    /// Where a leaning stands, from 0 to 1: the inverse of the grid's sin².
    private static func place(of leaning: Double) -> Double {
        // Between the two of the grid's leanings that it lies between, the edges being 0, 1 and what lies halfway.
        let edges = leanings.indices.first { leanings[$0] >= leaning } ?? size
        guard edges > 0 else { return 0 }
        guard edges < size else { return 1 }
        let (low, high) = (leanings[edges - 1], leanings[edges])
        return (Double(edges) - 0.5 + (leaning - low) / (high - low)) / Double(size)
    }

    private static var leanings: [Double] { DeconvolvedGap.leanings }
}

// MARK: - The shares beside it

extension LeaningMap {
    /// A line each: its words and number, below them a dot with its interval; returns where they end.
    private func drawRows(left: Double, top: Double, width: Double, in drawing: inout Drawing) -> Double {
        let numbers = rows.flatMap { [$0.share, $0.interval?.high].compactMap { $0 } }
        let most = max(0.1, ((numbers.max() ?? 0) * 10).rounded(.up) / 10)
        func x(_ share: Double) -> Double { left + 4 + min(max(share, 0), most) / most * (width - 12) }
        var y = top
        for row in rows {
            let range = Numerals.percentRange(row.interval).map { " " + $0 } ?? ""
            drawing.text(row.label, x: left, y: y - 14, style: row.isPart ? "quiet" : nil, size: 11)
            drawing.text(Numerals.percent(row.share) + range, x: left, y: y, style: "bold gap", size: 12)
            drawing.line(from: (x(0), y + 11), to: (x(most), y + 11), style: "grid")
            drawing.whisker(row.interval, x: x, y: y + 11)
            if let share = row.share {
                drawing.dot(
                    x: x(share), y: y + 11, radius: row.isPart ? 3 : 4, style: "fill-gap",
                    tip: "\(row.label): \(Numerals.percent(share))\(range)")
            }
            y += 54
        }
        drawing.text("0", x: x(0), y: y - 20, style: "quiet mid", size: 10)
        drawing.text(Numerals.percent(most, places: 0), x: x(most), y: y - 20, style: "quiet end", size: 10)
        return y - 14
    }
}
