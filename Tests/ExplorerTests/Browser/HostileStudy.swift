import Study
import Text

/// A small study whose names and actions are texts from outside at their worst.
enum HostileStudy {
    static let countries = ["<script>alert(1)</script>land", "إيران"]
    static let topics = ["Work & \"pay\" <img src=x onerror=alert(1)>", "עבודה"]
    static let values = ["Fairness <b>first</b>", "عدالة", "Thrift"]

    /// The study, asked in the pilot's wording.
    static func definition() throws -> StudyDefinition {
        let template = try StudyDefinition.template(name: "hostile")
        let wording = template.study.firstRange(of: "# -----").map { String(template.study[$0.lowerBound...]) } ?? ""
        let head = """
            name: hostile
            title: "Hostile </title><script>alert(1)</script> & co"
            theory:
              name: hostile-theory
              source: Nobody
              groups:
                - name: "Self </th>"
                  values:
                    - {name: "\(values[0])", gloss: "being <i>fair</i>", portrait: to be fair, item: 1}
                    - {name: "\(values[1])", gloss: "أن يكون الناس سواء", portrait: to be just, item: 2}
                - name: Others
                  values:
                    - {name: "\(values[2])", gloss: spending little, portrait: to spend little, item: 3}
            countries: \(list(countries))
            topics: \(list(topics))
            actions: hostile-actions.jsonl

            """
        return try StudyDefinition.parse(head + wording, file: "hostile.yaml") { _ in actions }
    }

    private static func list(_ names: [String]) -> String {
        JSONValue.array(names.map { .string($0) }).text(indented: false)
    }

    private static var actions: String {
        var lines: [String] = []
        for country in countries {
            for topic in topics {
                for value in values {
                    for (place, inclination) in ["agree", "disagree"].enumerated() {
                        let text = HostileRespondent.texts[(lines.count + place) % HostileRespondent.texts.count]
                        let plain = String(
                            text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value > 31 })
                        let action = "I \(inclination) with \(value) number \(lines.count): \(plain.prefix(300))"
                        let line: JSONValue = [
                            "country": .string(country), "topic": .string(topic), "value": .string(value),
                            "inclination": .string(inclination), "action": .string(action),
                            "attributions": [.string(String(plain.prefix(20)))],
                            "explanation": .string("Because \(plain.prefix(200))"),
                        ]
                        lines.append(line.text(indented: false).replacing("\n", with: ""))
                    }
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
