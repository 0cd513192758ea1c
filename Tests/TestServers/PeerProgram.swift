package import Foundation
import TestSupport

/// A server that others wrote, installed by a script of the shared folder (`../shared/peers`).
///
/// Suites that need one are enabled where it `isExpected`; else they are skipped with the message `absence`.
package struct PeerProgram: Sendable {
    /// How it is called in messages.
    package let name: String
    /// The script that installs, starts and stops it.
    let script: URL
    /// What the script is told to install, start or stop.
    let words: [String]
    /// The folder in which the script installed it.
    let home: URL
    /// What of that folder a running server needs, and does not write to.
    let parts: [String]
    /// The names of the variables that tell the script the folder and the port.
    let variables: (folder: String, port: String)
    /// Where the script keeps the number of the process.
    let processFile: String

    /// llama.cpp's own server over a random model of 0.2 MB.
    package static let llama = PeerProgram(
        name: "llama-server", script: "llama.sh", words: ["cpp"], folder: "llama",
        parts: ["llama-server", "venv", "tiny.gguf"], variables: ("LLAMA_BASE", "CPP_PORT"), processFile: "cpp.pid")

    /// The LiteLLM gateway.
    package static let gateway = PeerProgram(
        name: "LiteLLM", script: "litellm.sh", words: [], folder: "litellm", parts: ["venv"],
        variables: ("LITELLM_BASE", "PORT"), processFile: "litellm.pid")

    /// A real small language model, SmolLM2-135M-Instruct, behind llama.cpp's own server.
    package static let smallModel = PeerProgram(
        name: "SmolLM2", script: "smollm.sh", words: [], folder: "smollm",
        parts: ["SmolLM2-135M-Instruct.Q4_1.gguf"], variables: ("SMOL_BASE", "SMOL_PORT"), processFile: "pid")

    private init(
        name: String, script: String, words: [String], folder: String, parts: [String],
        variables: (folder: String, port: String), processFile: String
    ) {
        self.name = name
        self.script = SharedFolder.file("peers/\(script)")
        self.words = words
        self.parts = parts
        self.variables = variables
        self.processFile = processFile
        home = Self.home(folder, variable: variables.folder)
    }
}

extension PeerProgram {
    /// Whether it can be started.
    package var isInstalled: Bool {
        let files = FileManager.default
        return files.fileExists(atPath: script.path)
            && parts.allSatisfy { files.fileExists(atPath: home.appending(path: $0).path) }
    }

    /// One of the files that its installation left.
    package func file(_ name: String) -> URL { home.appending(path: name) }

    /// Whether its tests are to run: where it is installed, or where `VLENS_PEERS=required` says that it must be.
    package var isExpected: Bool { isInstalled || Self.isRequired }

    /// Whether a peer that is absent is a failure.
    package static let isRequired = ProcessInfo.processInfo.environment["VLENS_PEERS"] == "required"

    /// The message of a skipped test, and of a failed one where it must not be skipped.
    package static let absence: String =
        "a server of others is not installed; run 'bash peers/smollm.sh install' and 'bash peers/litellm.sh install' in "
        + "the shared folder (see CONTRIBUTING.md), or set VLENS_SHARED to its path"

    /// As the scripts find it: a variable of its own, `PEERS_HOME`, or the user's cache.
    private static func home(_ folder: String, variable: String) -> URL {
        let environment = ProcessInfo.processInfo.environment
        func path(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let own = path(variable) { return URL(filePath: own) }
        let cache = path("XDG_CACHE_HOME") ?? (path("HOME") ?? NSHomeDirectory()) + "/.cache"
        return URL(filePath: path("PEERS_HOME") ?? cache + "/peers").appending(path: folder)
    }
}

/// Why a server of others could not be had.
package struct PeerError: Error, CustomStringConvertible {
    /// What is the matter, and what to do.
    package let description: String
}
