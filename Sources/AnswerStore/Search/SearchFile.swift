import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a store's search index lies: beside the store, or, where nobody can write there, in a folder of the user's own among the system's
/// temporary files.
enum SearchFile {
    /// Behind a store's name.
    static let ending = "-search"

    /// The places to try, the best one first.
    static func places(ofStore path: String, temporary: URL = FileManager.default.temporaryDirectory) -> [String] {
        let whole = URL(filePath: path).standardizedFileURL.path
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in whole.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let folder = temporary.appending(path: "vlens-search-\(getuid())").path
        // On a network file system a database of ours is one process's at a time; this one is only an index.
        let beside = FileSystem.of(path) == .local ? [path + ending] : []
        return beside + (isOwn(folder) ? ["\(folder)/\(String(digest, radix: 16))"] : [])
    }

    /// Whether a folder is there, or was made now, that only this user can write: what lies in it decides what searches show.
    private static func isOwn(_ folder: String) -> Bool {
        mkdir(folder, 0o700)
        var found = stat()
        guard lstat(folder, &found) == 0 else { return false }
        return found.st_mode & S_IFMT == S_IFDIR && found.st_uid == getuid() && found.st_mode & 0o022 == 0
    }

    /// Takes an index away, with what SQLite keeps beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}
