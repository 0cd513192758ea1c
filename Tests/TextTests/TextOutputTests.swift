import Foundation
import Text
import Testing

/// Files that are written whole or not at all, and reasons in words.
struct TextOutputTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    @Test func `a file is replaced through its link, and nothing is left beside it`() throws {
        try inFolder { folder in
            let (file, link) = (folder.appending(path: "a.txt"), folder.appending(path: "link"))
            try TextOutput.replace(file.path, with: "old")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try TextOutput.replace(link.path, with: "new")
            #expect(try text(file) == "new")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.txt", "link"])
            try TextOutput.replace("/dev/null", with: "gone")
            #expect(
                try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                    != .typeRegular)
        }
    }

    @Test func `a new file never takes an old one's place`() throws {
        try inFolder { folder in
            let file = folder.appending(path: "a.txt")
            try TextOutput.create(file.path, with: "first")
            let error = #expect(throws: FileFailure.self) { try TextOutput.create(file.path, with: "second") }
            #expect(
                error?.description == "'\(file.path)' can't be written: it exists; choose another name, or move it away"
            )
            #expect(try text(file) == "first")
        }
    }

    @Test func `every way to fail is said in words`() throws {
        try inFolder { folder in
            func reason(_ path: String) -> String? {
                do throws(FileFailure) {
                    try TextOutput.replace(path, with: "x")
                    return nil
                } catch {
                    return error.reason
                }
            }
            let file = folder.appending(path: "file").path
            try TextOutput.replace(file, with: "x")
            let circle = folder.appending(path: "circle").path
            try FileManager.default.createSymbolicLink(atPath: circle, withDestinationPath: circle)
            #expect(reason(folder.path) == "it is a folder; name a file")
            #expect(reason(folder.appending(path: "none/a.txt").path) == "there is no such folder; make it first")
            #expect(reason(file + "/a.txt") == "a part of its path is a file and no folder")
            #expect(
                reason(folder.path + "/" + String(repeating: "n", count: 300))
                    == "its name is too long; choose a shorter one")
            #expect(reason(circle) == "its links lead in a circle")
            if FileManager.default.fileExists(atPath: "/dev/full") {
                #expect(reason("/dev/full") == "the disk is full; free some room")
            }
        }
    }

    @Test(arguments: [
        (Int32(EACCES), "make the folder writable, or go to another", "it can't be opened; check its permissions"),
        (EROFS, "its file system is read-only; go to another", "its file system is read-only; go to another"),
        (
            EDQUOT, "your quota of the disk is used up; free some room",
            "your quota of the disk is used up; free some room"
        ),
        (EMFILE, "too many files are open; raise 'ulimit -n'", "too many files are open; raise 'ulimit -n'"),
        (ENOENT, "there is no such folder; make it first", "there is no such file"),
    ])
    func `a number of the system has its words`(number: Int32, writing: String, reading: String) {
        #expect(FileFailure(.writing, "f", number: number).description == "'f' can't be written: \(writing)")
        #expect(FileFailure(.reading, "f", number: number).description == "'f' can't be read: \(reading)")
        let nested = NSError(
            domain: NSCocoaErrorDomain, code: 513,
            userInfo: [NSUnderlyingErrorKey: NSError(domain: NSPOSIXErrorDomain, code: Int(number))])
        #expect(FileFailure(.writing, "f", nested).number == number)
    }
}
