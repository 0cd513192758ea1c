package import Measures
package import Text

extension Reproduction {
    /// The whole reproduction, table by table.
    package var json: JSONValue {
        [
            "folder": .string(folder), "source": .string(source), "tables": .array(tables.map(\.json)),
        ]
    }
}

extension ReproducedTable {
    fileprivate var json: JSONValue {
        [
            "table": .string(id), "title": .string(title), "printed_decimals": .integer(printedPlaces),
            "parts": .array(parts.map { $0.json(places: printedPlaces) }),
            "not_in_this_folder": .array(
                absent.map { ["name": .string($0.name), "needs": .array($0.needs.map { .string($0) })] }),
        ]
    }
}

extension ReproducedPart {
    fileprivate func json(places: Int) -> JSONValue {
        [
            "name": .string(name), "files": .array(files.map { .string($0) }),
            "ratings": ratings.map {
                ["asked": .integer($0.asked), "legacy": .integer($0.legacy), "strict": .integer($0.strict)]
            } ?? .null,
            "counts": .object(
                counts.map {
                    .init($0.cause.rawValue, ["count": .integer($0.count), "of": .integer($0.total)])
                }),
            "figures": .array(figures.map { $0.json(places: places) }),
        ]
    }
}

extension ReproducedFigure {
    fileprivate func json(places: Int) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(name)), .init("printed", JSONValue(printed)),
            .init("legacy", JSONValue(legacy)), .init("strict", JSONValue(strict)),
        ]
        if let shares {
            members.append(.init("legacy_share", [.integer(shares.legacy.part), .integer(shares.legacy.whole)]))
            members.append(.init("strict_share", [.integer(shares.strict.part), .integer(shares.strict.whole)]))
        }
        members += [
            .init("legacy_minus_printed", JSONValue(difference)),
            .init("from_printed_to_legacy", Self.json(fromPrinted, rest: ("unexplained", unexplained(places: places)))),
            .init("strict_minus_legacy", JSONValue(change)),
            .init("from_legacy_to_strict", Self.json(fromLegacy, rest: ("together", together))),
        ]
        return .object(members)
    }

    private static func json(_ effects: [CauseEffect], rest: (name: String, value: Double?)) -> JSONValue {
        .object(
            effects.map { .init($0.cause.rawValue, .number($0.effect)) }
                + [.init(rest.name, JSONValue(rest.value))])
    }
}
