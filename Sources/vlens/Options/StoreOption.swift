import AnswerStore
import ArgumentParser
import Foundation
import Workbench

/// Which store a command works on.
struct StoreOption: ParsableArguments {
    @Option(help: "The store: a file that holds every reply.")
    var store = "vlens.sqlite"

    func validate() throws {
        // SQLite takes these for stores that vanish with the program, and every reply with them.
        guard !store.isEmpty, store != ":memory:", !store.hasPrefix("file:") else {
            throw ValidationError("--store '\(store)' names no file: give a path, such as vlens.sqlite")
        }
    }

    /// What to type to look at it in a browser: "vlens serve", with the store where it is not the default.
    var exploring: String {
        guard store != "vlens.sqlite" else { return "vlens serve" }
        let isPlain = store.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "/._-".unicodeScalars.contains($0)
        }
        // In quotes a shell takes as they are.
        return "vlens serve --store " + (isPlain ? store : "'" + store.replacing("'", with: "'\\''") + "'")
    }

    /// The store for reading; `nil` where there is none yet.
    func existing() throws(StoreError) -> AnswerStore? {
        do throws(StoreError) {
            return try open(.readOnly)
        } catch .absent {
            return nil
        }
    }

    /// Opens it for writing where it is; none is begun, so that a wrong folder is told.
    func openExisting() throws(StoreError) -> AnswerStore {
        guard FileManager.default.fileExists(atPath: store) else { throw .absent(path: store) }
        return try open()
    }

    /// Opens it, and says what had to be mended in it.
    func open(_ mode: AnswerStore.Mode = .readWrite) throws(StoreError) -> AnswerStore {
        func tell(_ note: String) { Terminal.error.line(Terminal.error.wrapped("note: \(note)")) }
        let opened = try AnswerStore(path: store, mode: mode, notice: tell)
        opened.notes.forEach(tell)
        Self.completeWords(of: opened, mode)
        return opened
    }

    /// What an earlier version stored without the words that views show gets them now, also where a command only reads: it was brought
    /// up to date for that command as well. Where nobody can write, views say nothing of what they don't know.
    private static func completeWords(of store: AnswerStore, _ mode: AnswerStore.Mode) {
        guard let lacking = try? store.runsWithoutWords(), !lacking.isEmpty else { return }
        try? (mode == .readWrite ? store : AnswerStore(path: store.path)).completeWords()
    }
}
