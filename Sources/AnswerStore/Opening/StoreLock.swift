import Foundation
import Synchronization
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file beside a store on a network file system that says who has the store.
///
/// SQLite's own locks hold there as far as the file system keeps them, which not every one does. Making a file that must not be
/// there is kept by all. Its holder counts beats in it; an observer looks whether they go on, so that no clock is compared with
/// another's.
package final class StoreLock: Sendable {
    /// Behind a store's name.
    package static let ending = ".lock"

    private let path: String
    private let mark: String
    private let state = Mutex((beats: 0, isLost: false))
    private let beating = Mutex<Task<Void, Never>?>(nil)

    /// Whether somebody else took the store, because this process was silent for too long.
    package var wasTaken: Bool { state.withLock(\.isLost) }

    /// Takes a store.
    ///
    /// - Parameter silence: how long a holder on another host must be silent to count as gone.
    /// - Throws: ``StoreError/heldElsewhere(path:fileSystem:holder:)``; readOnly where the file can't be made.
    package init(_ store: String, on fileSystem: String, silence: Duration = .seconds(60)) throws(StoreError) {
        path = store + Self.ending
        mark = UUID().uuidString
        while !Self.make(path, Holder(mark: mark)) {
            guard errno == EEXIST else { throw .readOnly(path: store) }
            guard let holder = Holder(at: path) else { continue }
            guard holder.isGone(path, after: silence) else {
                throw .heldElsewhere(path: store, fileSystem: fileSystem, holder: holder.words(path))
            }
            // Of several who found it so one removes it.
            let aside = "\(path).\(mark)"
            guard rename(path, aside) == 0 else { continue }
            if let found = Holder(at: aside), found.mark != holder.mark { _ = link(aside, path) }
            unlink(aside)
        }
        let task = Task.detached(priority: .utility) { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(5))
                guard !Task.isCancelled, let self else { return }
                self.beat()
            }
        }
        beating.withLock { $0 = task }
    }

    deinit {
        beating.withLock { $0?.cancel() }
        if Holder(at: path)?.mark == mark { unlink(path) }
    }

    private func beat() {
        state.withLock { state in
            guard Holder(at: path)?.mark == mark else {
                state.isLost = true
                return
            }
            state.beats += 1
            var holder = Holder(mark: mark)
            holder.beats = state.beats
            // In place: a new file would be another's.
            guard let file = FileHandle(forWritingAtPath: path) else { return }
            try? file.write(contentsOf: Data(holder.text.utf8))
            try? file.synchronize()
            try? file.close()
        }
    }

    /// - Returns: whether the file was made; `errno` says why it was not.
    private static func make(_ path: String, _ holder: Holder) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        let text = Array(holder.text.utf8)
        _ = write(descriptor, text, text.count)
        _ = fsync(descriptor)
        close(descriptor)
        return true
    }
}

extension StoreLock {
    /// Who has a store.
    package struct Holder: Equatable {
        package var mark: String
        package var identity = ProcessIdentity.own
        package var beats = 0

        package init(mark: String) { self.mark = mark }

        /// - Returns: `nil` where no file is there; of one that can't be read, somebody unknown.
        package init?(at path: String) {
            guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
            let json = JSONReader.read(Array(bytes), manner: .strict)
            mark = json?["mark"]?.string ?? "?"
            identity = ProcessIdentity(
                host: json?["host"]?.string ?? "?", pid: Int32(truncatingIfNeeded: json?["pid"]?.integer ?? 0),
                bootID: json?["boot"]?.string, namespace: json?["namespace"]?.string,
                born: json?["born"]?.integer.map(Int64.init))
            beats = json?["beats"]?.integer ?? 0
        }

        /// Of one length whatever the beats, since it is written over.
        package var text: String {
            let count = String(beats)
            let document: JSONValue = [
                "mark": .string(mark), "host": .string(identity.host), "pid": .integer(Int(identity.pid)),
                "boot": JSONValue(identity.bootID), "namespace": JSONValue(identity.namespace),
                "born": identity.born.map { .integer(Int($0)) } ?? .null,
                "beats": .string(String(repeating: "0", count: max(0, 12 - count.count)) + count),
            ]
            return String(decoding: JSONText.bytes(of: document), as: UTF8.self)
        }

        func words(_ path: String) -> String {
            "process \(identity.pid) on \(Plain.line(identity.host)) (as '\(path)' says; remove that file if the process is gone)"
        }

        /// Whether the process is gone, or has been silent for so long.
        func isGone(_ path: String, after silence: Duration) -> Bool {
            switch identity.state {
            case .gone: return true
            case .here: return false
            case .elsewhere: break
            }
            let end = ContinuousClock.now + silence
            while ContinuousClock.now < end {
                Thread.sleep(forTimeInterval: 0.5)
                guard let now = Holder(at: path) else { return true }
                if now != self { return false }
            }
            return true
        }
    }
}
