import GRDB

/// What can be wrong with a store. Each says the path and what to do; what was stored stays readable.
package enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No file at the path, and it was to be read only.
    case absent(path: String)
    /// A file that is no SQLite database, or one of another program.
    case foreign(path: String)
    /// Written by a later version of this program.
    case newer(path: String)
    /// Written by an earlier version of this program, and it can't be brought up to date where it is.
    case older(path: String)
    /// Another program holds it.
    case locked(path: String)
    /// It, or its folder, can't be written.
    case readOnly(path: String)
    /// The disk is full.
    case full(path: String)
    /// Reading or writing it fails below SQLite: a broken disk, a quota, a limit on file sizes.
    case unusable(path: String, detail: String)
    /// SQLite finds its pages damaged.
    case damaged(path: String, detail: String)
    /// Anything else that SQLite says.
    case failed(path: String, detail: String)
    /// The file, or what belongs to it, was removed, moved, replaced or changed by another program while it was open.
    ///
    /// `rescued` is a copy of all that was stored, where one could be made.
    case pulledAway(path: String, what: String, rescued: String?)
    /// No file at the path, but beside it what was saved when its file was pulled away.
    case saved(path: String, rescued: String)
    /// Another program removed replies from it while a run went on.
    case emptied(path: String)
    /// The task that read it was cancelled.
    case stopped(path: String)
    /// A journal on a shared file system can't be written or read; what it holds up to there is kept.
    case journal(path: String, detail: String)
    /// Another host or process has a store on a network file system, where one at a time may.
    case heldElsewhere(path: String, fileSystem: String, holder: String)
    /// Stores can't be merged.
    case unmergeable(MergeProblem)
    /// No such run.
    case unknownRun(name: String, known: [String])

    /// A sentence with the path and the remedy.
    package var description: String {
        switch self {
        case .absent(let path):
            "no store at '\(path)': start one with 'vlens run', or name another with --store"
        case .foreign(let path):
            "'\(path)' is not a vlens store: name another file with --store; this one was not touched"
        case .newer(let path):
            "'\(path)' was written by a newer vlens: update vlens, or name another file with --store"
        case .older(let path):
            "'\(path)' was written by an older vlens and can't be brought up to date, because it can't be written: copy it "
                + "to a folder of yours, and name the copy with --store"
        case .locked(let path):
            "'\(path)' is locked by another program: close that program (a database browser, say) and start again"
        case .readOnly(let path):
            "'\(path)' can't be written: make it and its folder writable, or name another file with --store"
        case .full(let path):
            "no space left for '\(path)': free some, then give the same command again; all that was stored is kept"
        case .unusable(let path, let detail):
            "'\(path)' can't be read or written (\(detail)): check the disk, its quota and limits on file sizes, then give "
                + "the same command again; all that was stored is kept"
        case .damaged(let path, let detail):
            "'\(path)' is damaged (\(detail)): copy it, then try 'sqlite3 COPY .recover | sqlite3 NEW' and --store NEW"
        case .failed(let path, let detail):
            "'\(path)': \(detail)"
        case .saved(let path, let rescued):
            "no store at '\(path)', but '\(rescued)' holds what was saved when it was pulled away: give that file the name "
                + "'\(path)' to go on with it, or name another store with --store"
        case .pulledAway(let path, let what, let rescued?):
            "\(what) while the run wrote to it: the run was stopped, and all its replies are in '\(rescued)'. Give that file "
                + "the name '\(path)' (without the -wal and -shm of before, which belong to the lost one), then the same "
                + "command again"
        case .pulledAway(let path, let what, nil):
            "\(what) while the run wrote to it: the run was stopped. Put '\(path)' back as it was, with the -wal and -shm that "
                + "belong to it, then give the same command again"
        case .emptied(let path):
            "another program removed replies from '\(path)' while the run wrote to it: the run was stopped. Put back a copy of "
                + "the store if you have one; the same command asks again what has no reply"
        case .stopped(let path):
            "'\(path)' was not read to its end, because that was stopped"
        case .journal(let path, let detail):
            "the journal '\(path)' can't be used (\(detail)): see to it, then give the same command again; every reply that was "
                + "acknowledged is in it"
        case .heldElsewhere(let path, let fileSystem, let holder):
            "'\(path)' lies on a network file system (\(fileSystem)), where one process at a time may have it, and \(holder) "
                + "has it: wait for that one, or name a store on a disk of this machine with --store, and a folder on the network "
                + "with --journal"
        case .unmergeable(let problem): problem.description
        case .unknownRun(let name, let known):
            known.isEmpty
                ? "no run '\(name)': the store holds none; start one with 'vlens run'"
                : "no run '\(name)': the store holds \(known.joined(separator: ", "))"
        }
    }

    /// What SQLite's error means for the user of this file.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        if error is RowDecodingError {
            self = .damaged(path: path, detail: "a field holds what it can't hold")
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path: path, detail: "\(error)")
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .foreign(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_IOERR: .unusable(path: path, detail: error.message ?? "disk I/O error")
            case .SQLITE_CORRUPT: .damaged(path: path, detail: error.message ?? "malformed")
            // Our statements fit our tables; where they don't, something else has changed the tables.
            case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT:
                .damaged(path: path, detail: error.message ?? "a field holds what it can't hold")
            default: .failed(path: path, detail: error.message ?? "SQLite error \(error.resultCode.rawValue)")
            }
    }
}
