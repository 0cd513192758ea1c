import Foundation

/// Why a file or folder could not be read or written, in words with a remedy: never the system's own message alone.
package struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried.
    package enum Attempt: Sendable, Hashable {
        case reading
        case writing
    }

    /// The path as its user named it.
    package let path: String
    /// What was tried.
    package let attempt: Attempt
    /// The system's number (`errno`).
    package let number: Int32

    /// The number of a failure that is ours alone: a database lies where a text would be written.
    package static let isStore: Int32 = -1

    /// A failure with the system's number.
    package init(_ attempt: Attempt, _ path: String, number: Int32) {
        (self.attempt, self.path, self.number) = (attempt, path, number)
    }

    /// A failure that Foundation reported.
    package init(_ attempt: Attempt, _ path: String, _ error: any Error) {
        self.init(attempt, path, number: Self.number(of: error))
    }

    /// "'x.yaml' can't be written: the disk is full; free some room".
    package var description: String {
        "'\(Plain.line(path))' can't be \(attempt == .reading ? "read" : "written"): \(reason)"
    }

    /// The part behind the colon.
    package var reason: String {
        switch (number, attempt) {
        case (EACCES, .reading), (EPERM, .reading): "it can't be opened; check its permissions"
        case (EACCES, .writing), (EPERM, .writing): "make the folder writable, or go to another"
        case (ENOENT, .reading): "there is no such file"
        case (ENOENT, .writing): "there is no such folder; make it first"
        case (EISDIR, .reading): "it is a folder"
        case (Self.isStore, _): "it is a store or another database, which is never overwritten; name another file"
        case (EISDIR, .writing): "it is a folder; name a file"
        case (ENOTDIR, _): "a part of its path is a file and no folder"
        case (EEXIST, _): "it exists; choose another name, or move it away"
        case (ENOSPC, _): "the disk is full; free some room"
        case (EDQUOT, _): "your quota of the disk is used up; free some room"
        case (EFBIG, _): "it would be larger than a file may be here"
        case (EROFS, _): "its file system is read-only; go to another"
        case (ENAMETOOLONG, _): "its name is too long; choose a shorter one"
        case (ELOOP, _): "its links lead in a circle"
        case (EIO, _): "the disk reports an error"
        case (EBADF, _): "it is closed"
        case (EMFILE, _), (ENFILE, _): "too many files are open; raise 'ulimit -n'"
        case (ENXIO, _), (ENODEV, _): "nothing is at its other end"
        case (ETXTBSY, _), (EBUSY, _): "it is in use"
        case (EINVAL, _), (EILSEQ, _): "its name can't be used here"
        default: "the system says: \(String(cString: strerror(number)).lowercased())"
        }
    }

    /// The system's number inside an error of Foundation; EIO where there is none.
    private static func number(of error: any Error) -> Int32 {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: error.code) }
        if let under = error.userInfo[NSUnderlyingErrorKey] as? NSError { return number(of: under) }
        switch CocoaError.Code(rawValue: error.code) {
        case _ where error.domain != NSCocoaErrorDomain: return EIO
        case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: return EACCES
        case .fileWriteFileExists: return EEXIST
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteVolumeReadOnly: return EROFS
        case .fileReadInvalidFileName, .fileWriteInvalidFileName: return ENAMETOOLONG
        default: return EIO
        }
    }
}
