import Foundation
import Study
import Text

extension DatasetCard {
    /// The card as Croissant 1.1 (JSON-LD) with the vocabulary of its extension for responsible AI (RAI 1.0).
    var croissant: JSONValue {
        var members: [JSONValue.Member] = [
            .init("@context", Self.context), .init("@type", "sc:Dataset"),
            .init(
                "conformsTo", ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"]),
            .init("name", .string(description.name)), .init("description", .string(summary)),
            .init("version", .string(description.version)), .init("citeAs", .string(description.citedAs)),
        ]
        if let license = description.licenseAddress { members.append(.init("license", .string(license))) }
        if let url = description.url { members.append(.init("url", .string(url))) }
        if let date = description.published { members.append(.init("datePublished", .string(date))) }
        if !description.creators.isEmpty {
            // A person or an institution: nobody says which.
            let makers = description.creators.map { ["@type": "sc:Organization", "name": .string($0)] as JSONValue }
            members.append(.init("creator", .array(makers)))
        }
        let languages = check.forms.declared.keys.filter { !$0.isEmpty }.sorted()
        let found = check.forms.found.keys.compactMap { $0?.rawValue }.sorted()
        let known = languages.isEmpty ? found : languages
        if !known.isEmpty { members.append(.init("inLanguage", .array(known.map(JSONValue.string)))) }
        members += [.init("distribution", [distribution]), .init("recordSet", [records])]
        return .object(members + responsible)
    }

    private var distribution: JSONValue {
        let bytes = Array(data.utf8)
        return [
            "@type": "cr:FileObject", "@id": .string(Self.dataName), "name": .string(Self.dataName),
            "description": "One action a line, as a JSON object.", "contentUrl": .string(Self.dataName),
            "contentSize": .string("\(bytes.count) B"), "encodingFormat": "application/jsonlines",
            "sha256": .string(Digest(of: bytes).hexadecimal()),
        ]
    }

    // MARK: - Records

    private var records: JSONValue {
        let actions = check.dataset.actions
        var fields = [
            field("country", "Text", "The country that the action is about."),
            field("topic", "Text", "The topic of social life that it is about."),
            field("value", "Text", "The value that it expresses or resists."),
            field("inclination", "Text", "agree: it goes with the value; disagree: it goes against it."),
            field("action", "Text", "The action, in the first person."),
            field("attributions", "Text", "The words that are said to show the value.", isList: true),
            field("explanation", "Text", "Why the action shows the inclination."),
        ]
        // What no line has is no column of the table that readers make of the file.
        if actions.contains(where: { !$0.generator.isEmpty }) {
            fields.append(field("generator", "Text", "Who wrote it."))
        }
        if actions.contains(where: { !$0.language.isEmpty }) {
            fields.append(field("language", "Text", "The code of the language that it was asked in."))
        }
        if actions.contains(where: { $0.variant != nil }) {
            fields.append(field("prompt_variant", "Integer", "The prompt variant that it answers, from 0."))
        }
        if actions.contains(where: { !$0.spans.isEmpty }) { fields.append(spans) }
        return [
            "@type": "cr:RecordSet", "@id": "actions", "name": "actions",
            "description": "The actions, in the order of the file.", "field": .array(fields),
        ]
    }

    private func field(_ name: String, _ type: String, _ meaning: String, isList: Bool = false) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("@type", "cr:Field"), .init("@id", .string("actions/\(name)")), .init("name", .string(name)),
            .init("description", .string(meaning)), .init("dataType", .string("sc:\(type)")),
        ]
        if isList { members += [.init("isArray", true), .init("arrayShape", "-1")] }
        members.append(.init("source", Self.source(column: name)))
        return .object(members)
    }

    private static func source(column: String, path: String? = nil) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("fileObject", ["@id": .string(dataName)]), .init("extract", ["column": .string(column)]),
        ]
        if let path { members.append(.init("transform", ["jsonPath": .string(path)])) }
        return .object(members)
    }

    private var spans: JSONValue {
        let parts = [
            ("start", "Integer", "The first Unicode scalar, from 0."),
            ("end", "Integer", "Behind the last Unicode scalar."), ("text", "Text", "What stands there."),
        ]
        return [
            "@type": "cr:Field", "@id": "actions/spans", "name": "spans",
            "description": "Where the attributions stand in the action.", "isArray": true, "arrayShape": "-1",
            "subField": .array(
                parts.map { name, type, meaning in
                    [
                        "@type": "cr:Field", "@id": .string("actions/spans/\(name)"), "name": .string(name),
                        "description": .string(meaning), "dataType": .string("sc:\(type)"),
                        "source": Self.source(column: "spans", path: "$.\(name)"),
                    ]
                }),
        ]
    }

    // MARK: - Responsible AI

    private var responsible: [JSONValue.Member] {
        func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
        var members: [JSONValue.Member] = [
            .init("rai:dataCollection", .string(making.joined(separator: " "))),
            .init("rai:dataCollectionType", ["Others"]),
            .init("rai:dataCollectionMissingData", .string(missing)),
            .init(
                "rai:dataPreprocessingProtocol",
                [
                    "Replies were read by vlens; spans were looked up in the action, tolerant of case, quotes and inflection."
                ]),
            .init("rai:dataUseCases", texts(uses)), .init("rai:dataLimitations", texts(limitations)),
            .init("rai:dataBiases", texts(biases)), .init("rai:personalSensitiveInformation", texts(sensitive)),
        ]
        let times = generations.flatMap { [$0.started] + ($0.finished.map { [$0] } ?? []) }.sorted()
        if let first = times.first, let last = times.last {
            members.append(.init("rai:dataCollectionTimeFrame", texts(first == last ? [first] : [first, last])))
            members.append(
                .init(
                    "rai:dataCollectionRawData",
                    "Every reply is kept, as it came, in the store that the card was made from."))
        }
        guard let judging else { return members }
        members += [
            .init("rai:dataAnnotationProtocol", texts(judging.protocolWords)),
            .init("rai:dataAnnotationPlatform", [.string("vlens \(Release.version)")]),
            .init("rai:dataAnnotationAnalysis", texts(judging.analysis)),
            .init("rai:annotationsPerItem", .string("\(judging.overlap)")),
            .init("rai:annotatorDemographics", texts(judging.demographics)),
        ]
        if !judging.models.isEmpty { members.append(.init("rai:machineAnnotationTools", texts(judging.models))) }
        return members
    }

    // MARK: - Names

    /// What the names in the file mean: those that the standard lists.
    private static let context: JSONValue = .object(
        [
            .init("@language", "en"), .init("@vocab", "https://schema.org/"),
        ]
            + [
                "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field",
                "fileProperty", "fileObject", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath",
                "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace",
                "samplingRate", "separator", "source", "subField", "transform",
            ].map { .init($0, .string("cr:\($0)")) } + [
                .init("conformsTo", "dct:conformsTo"), .init("cr", "http://mlcommons.org/croissant/"),
                .init("rai", "http://mlcommons.org/croissant/RAI/"), .init("dct", "http://purl.org/dc/terms/"),
                .init("sc", "https://schema.org/"), .init("data", ["@id": "cr:data", "@type": "@json"]),
                .init("dataType", ["@id": "cr:dataType", "@type": "@vocab"]),
                .init("examples", ["@id": "cr:examples", "@type": "@json"]),
                .init("name", ["@container": "@language"]), .init("description", ["@container": "@language"]),
            ])
}
