package import AnswerStore
import Foundation
import Respondents
import Text

/// A respondent as shared schemas name a model: `developer/model`, of which the folder of its files is made.
package struct ModelIdentity: Sendable, Hashable {
    /// `developer/model`, made of portable names.
    package let id: String
    /// The respondent's name as it was given.
    package let name: String
    /// Who served it, where that is a provider.
    package let platform: String?
    /// "self_deployed", "externally_managed" or "unknown".
    package let deployment: String
    /// "closed_weights" where that is common knowledge of its maker, else "unknown".
    package let availability: String

    /// The identity of a run's respondent. Of a name that tells no developer (`ollama/llama3.3`) the first part stands for one.
    ///
    /// - Parameter wished: the id to take in place of one that is made.
    package init(of run: RunRecord, wished: String? = nil) {
        name = run.respondent
        let parts = run.respondent.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let provider = run.origin == .asked ? parts.first.flatMap(Provider.named) : nil
        let rest = parts.dropFirst().joined(separator: "/")
        platform = provider?.name
        deployment = provider.map { $0.needsKey ? "externally_managed" : "self_deployed" } ?? "unknown"
        availability = Self.isClosed(rest, of: provider?.name) ? "closed_weights" : "unknown"
        let made =
            if parts.count < 2 {
                "\(run.origin.rawValue)/\(run.respondent)"
            } else if provider != nil, rest.contains("/") {
                // A gateway or a server of one's own: what follows names who made the model.
                rest
            } else {
                run.respondent
            }
        id = (wished ?? made).split(separator: "/", omittingEmptySubsequences: false).map { Self.portable(String($0)) }
            .joined(separator: "/")
    }

    /// The two folders of its files: what stands behind the developer is one of them, whatever parts it has.
    package var folders: (developer: String, model: String) {
        let parts = id.split(separator: "/").map(String.init)
        return (parts.first ?? "_", parts.dropFirst().joined(separator: "_"))
    }

    /// Whether a text has a developer, or an owner, and a name.
    package static func isIdentity(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return parts.count >= 2 && parts.allSatisfy { !$0.isEmpty && portable($0) == $0 }
    }

    private static func isClosed(_ model: String, of provider: String?) -> Bool {
        switch provider {
        case "openai": !model.hasPrefix("gpt-oss")
        case "anthropic": true
        case "google": model.hasPrefix("gemini")
        default: false
        }
    }

    /// A name that can be a folder's on any system.
    private static func portable(_ part: String) -> String {
        var name = String(
            String.UnicodeScalarView(
                part.unicodeScalars.map { $0.value < 0x20 || "<>:\"\\|?*".unicodeScalars.contains($0) ? "_" : $0 }))
        while name.hasSuffix(".") || name.hasSuffix(" ") { name.removeLast() }
        while name.hasPrefix(" ") { name.removeFirst() }
        let stem = name.prefix { $0 != "." }.uppercased()
        return name.isEmpty || name == "data" || reserved.contains(stem) ? "_" + name : name
    }

    private static let reserved = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}
