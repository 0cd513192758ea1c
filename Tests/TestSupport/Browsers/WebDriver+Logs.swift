import Foundation
import Text

extension WebDriver {
    /// What pages have reported as an error since the last call: failed scripts, refused styles, files that are not there.
    package func consoleErrors() async throws -> [String] {
        try await entries("browser").filter { $0["level"]?.string == "SEVERE" }.map { $0["message"]?.string ?? "" }
    }

    /// The addresses that the window has asked for since the last call, what a page holds itself (`data:`) left out.
    package func requests() async throws -> [String] {
        try await entries("performance").compactMap { entry in
            guard let text = entry["message"]?.string,
                let event = JSONReader.read(Array(text.utf8), manner: .strict)?["message"],
                event["method"]?.string == "Network.requestWillBeSent",
                let address = event["params"]?["request"]?["url"]?.string
            else { return nil }
            return ["data:", "chrome:", "about:"].contains(where: address.hasPrefix) ? nil : address
        }
    }

    private func entries(_ kind: String) async throws -> [JSONValue] {
        try await post(["se", "log"], ["type": .string(kind)]).array ?? []
    }
}
