import AnswerStore
import Study
import Text
import Workbench

/// What is said when a project of gaps has been begun or gone on with.
struct RiskStartWords {
    private let start: RiskStart
    private let store: StoreOption

    init(_ start: RiskStart, store: StoreOption) { (self.start, self.store) = (start, store) }

    private var name: String { start.project.record.name }

    /// For people.
    var text: String {
        let settings = start.project.definition.settings
        let book = settings.codebook
        let mode = book.coding.map { ", \($0.mode.rawValue)" } ?? ""
        var lines = [
            "project '\(Plain.line(name))': \(Self.gaps(start.items)), \(start.added) of them new, coded by "
                + "\(book.name)@\(book.version)\(mode)"
        ]
        for source in start.project.definition.gaps ?? [] { lines.append("  " + Self.line(source)) }
        if start.noLonger > 0 {
            lines.append(
                "  \(start.noLonger) of them are gaps no more, since their run has more replies: they stay, and count nowhere"
            )
        }
        let people = start.people.map { Plain.line($0.judge.name) }
        lines.append(
            people.isEmpty
                ? "nobody codes yet: name people with --people"
                : "people: \(people.joined(separator: ", ")); \(settings.overlap) of them code each gap, blind to one another"
        )
        lines.append("next:")
        lines += next.map { "  \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What to type now.
    private var next: [String] {
        let rest = RiskNext.options(project: name, store: store.store)
        let people = start.people.isEmpty ? " --people anna,ben" : ""
        return [
            "vlens annotate\(rest)\(people)", "vlens judge\(rest) --model MODEL", "vlens risks lexicon\(rest)",
            "vlens risks\(rest)",
        ]
    }

    private static func gaps(_ count: Int) -> String { "\(count) gap\(count == 1 ? "" : "s")" }

    private static func line(_ source: GapPopulation) -> String {
        let whose = "\(Plain.line(source.respondent)) (\(Plain.line(source.source)))"
        let undecided = source.undecided.map { $0 > 0 ? "; \($0) cells decide nothing and are no gaps" : "" } ?? ""
        let cells = source.counted.map { " of \($0) cells with both answers" } ?? ""
        let all = "\(source.misaligned) misaligned\(cells)"
        guard let draw = source.draw else { return "\(whose): all \(all)\(undecided)" }
        return "\(whose): \(draw.size) drawn of \(all), each with the same chance (seed \(draw.seed))\(undecided)"
    }

    /// One document, for programs.
    var json: JSONValue {
        let book = start.project.codebook
        let sources = (start.project.definition.gaps ?? []).map { source -> JSONValue in
            [
                "respondent": .string(source.respondent), "run": .string(source.run), "source": .string(source.source),
                "cells": source.counted.map(JSONValue.integer) ?? .null, "misaligned": .integer(source.misaligned),
                "undecided": source.undecided.map(JSONValue.integer) ?? .null,
                "drawn": source.draw.map { .integer($0.size) } ?? .null,
                "seed": source.draw.map { .string("\($0.seed)") } ?? .null,
            ]
        }
        return [
            "project": .string(name), "items": .integer(start.items), "added": .integer(start.added),
            "no_longer": .integer(start.noLonger), "codebook": .string("\(book.name)@\(book.version)"),
            "mode": .string(book.coding?.mode.rawValue ?? ""),
            "overlap": .integer(start.project.definition.settings.overlap),
            "people": .array(start.people.map { .string($0.judge.name) }), "sources": .array(sources),
        ]
    }
}

/// What to type next about a project.
enum RiskNext {
    /// " --project gaps", with the store where it is not the usual one.
    static func options(project: String, store: String) -> String {
        " --project \(quoted(project))" + (store == "vlens.sqlite" ? "" : " --store \(quoted(store))")
    }

    /// As a shell takes it.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "/._-".unicodeScalars.contains($0)
        }
        return isPlain ? text : "'" + Plain.line(text).replacing("'", with: "'\\''") + "'"
    }
}
