import Foundation

/// A checkout of the authors' release, or a folder that holds some of its files by the same names.
package struct ReleaseFolder {
    static let evaluation = "outputs/evaluation"
    static let samples = "src/outputs"
    static let judgements = "outputs/human_annotation"
    static let predictions = "outputs/evaluation/explanations"

    let path: String

    package init(path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw WorkbenchError(.noFolder(path: path), .giveRelease)
        }
        self.path = path
    }

    /// A file of the release.
    struct File: Equatable {
        /// Its path inside the folder.
        let name: String
        /// Where it can be read.
        let path: String
    }

    /// A file where the release has it, else of the same name in the folder itself.
    ///
    /// - Throws: where it is no regular file: reading a pipe would wait for ever.
    func file(_ folder: String, _ name: String) throws -> File? {
        for name in ["\(folder)/\(name)", name] {
            if let file = try file(named: name) { return file }
        }
        return nil
    }

    /// The sheets of human judgements, which are named after who judged, in the order of their names.
    ///
    /// - Throws: where one is no regular file.
    func sheets() throws -> [File] {
        for folder in [Self.judgements, ""] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path(of: folder))) ?? []
            let sheets = names.filter { $0.hasPrefix(Self.sheetPrefix) && $0.hasSuffix(".csv") }.sorted()
            if sheets.isEmpty { continue }
            return try sheets.compactMap { try file(named: folder.isEmpty ? $0 : "\(folder)/\($0)") }
        }
        return []
    }

    private func file(named name: String) throws -> File? {
        let file = File(name: name, path: path(of: name))
        let url = URL(filePath: file.path).resolvingSymlinksInPath()
        guard let values = try? url.resourceValues(forKeys: [.isRegularFileKey]) else { return nil }
        guard values.isRegularFile == true else {
            throw WorkbenchError(.noRegularFile(path: file.path), .removeFile)
        }
        return file
    }

    static let sheetPrefix = "human_annotation_value_actions_gpt_4o - "

    private func path(of name: String) -> String {
        name.isEmpty ? path : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }
}
