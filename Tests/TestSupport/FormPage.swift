import Foundation

/// The forms of a page as a browser without scripts sees them: what a program needs to fill one in and send it.
package struct FormPage: Sendable {
    /// A form.
    package struct Form: Sendable {
        /// Where it is sent; empty for the page's own address.
        package var action: String
        /// What the page filled in: hidden fields, texts, boxes and choices that are checked, in the order of the page.
        package var fields: [(name: String, value: String)]
        /// The values that boxes and choices offer, by name.
        package var choices: [String: [String]]
        /// Buttons that send it with a value of their own.
        package var buttons: [(name: String, value: String)]

        /// What a field holds.
        package subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

        /// The form with a field set to a value.
        package func setting(_ name: String, _ value: String) -> Form {
            var form = self
            form.fields.removeAll { $0.name == name }
            form.fields.append((name, value))
            return form
        }

        /// The bytes that a browser sends.
        package var body: String {
            fields.map { "\(Self.coded($0.name))=\(Self.coded($0.value))" }.joined(separator: "&")
        }

        private static func coded(_ text: String) -> String {
            text.utf8.map { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
                default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }.joined()
        }
    }

    /// The forms, in the order of the page.
    package let forms: [Form]

    /// Reads a page's HTML as this project writes it: attributes in double quotes.
    package init(_ html: String) {
        var forms: [Form] = []
        for match in html.matches(of: /<(form|input|button|textarea|select|option)\b([^>]*)>([^<]*)/) {
            let (tag, attributes) = (match.output.1, Self.attributes(match.output.2))
            let last = forms.count - 1
            switch tag {
            case "form":
                forms.append(Form(action: attributes["action"] ?? "", fields: [], choices: [:], buttons: []))
            case "input" where last >= 0: Self.read(input: attributes, into: &forms[last])
            case "textarea" where last >= 0:
                guard let name = attributes["name"] else { continue }
                let text = Self.plain(match.output.3)
                forms[last].fields.append((name, text.hasPrefix("\n") ? String(text.dropFirst()) : text))
            case "button" where last >= 0:
                if let name = attributes["name"] { forms[last].buttons.append((name, attributes["value"] ?? "")) }
            default: continue
            }
        }
        self.forms = forms
    }

    private static func read(input attributes: [String: String], into form: inout Form) {
        guard let name = attributes["name"] else { return }
        let (type, value) = (attributes["type"] ?? "text", attributes["value"])
        switch type {
        case "radio", "checkbox":
            form.choices[name, default: []].append(value ?? "on")
            if attributes["checked"] != nil { form.fields.append((name, value ?? "on")) }
        case "submit": form.buttons.append((name, value ?? ""))
        default: form.fields.append((name, value ?? ""))
        }
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var found: [String: String] = [:]
        for match in text.matches(of: /([a-zA-Z-]+)(?:="([^"]*)")?/) {
            found[String(match.output.1)] = match.output.2.map(plain) ?? ""
        }
        return found
    }

    /// A text with its references resolved.
    private static func plain(_ text: Substring) -> String {
        var result = String(text)
        for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
            result = result.replacing(reference, with: character)
        }
        result = result.replacing(/&#(x?)([0-9a-fA-F]+);/) { match in
            UInt32(match.output.2, radix: match.output.1.isEmpty ? 10 : 16).flatMap(UnicodeScalar.init).map {
                String($0)
            } ?? ""
        }
        return result.replacing("&amp;", with: "&")
    }
}
