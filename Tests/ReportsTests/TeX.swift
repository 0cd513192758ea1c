import Foundation

/// A real TeX, which sets a document in a folder of its own.
enum TeX {
    /// An engine's path on the search path; nil where it isn't installed.
    static func path(_ engine: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        return folders.map { "\($0)/\(engine)" }.first(where: FileManager.default.isExecutableFile(atPath:))
    }

    static let isPresent = path("pdflatex") != nil && path("xelatex") != nil
    static let absence: String =
        "no pdflatex and xelatex found; install texlive-latex-base, -latex-recommended, -fonts-recommended and -xetex"

    /// A kind of paper.
    enum Paper: String, CaseIterable {
        case article, twoColumns, acl

        /// Up to the document's begin. That of the ACL has columns of 3.03 inches.
        var preamble: String {
            switch self {
            case .article: "\\documentclass{article}\n"
            case .twoColumns: "\\documentclass[twocolumn]{article}\n"
            case .acl:
                """
                \\documentclass[11pt,twocolumn,a4paper]{article}
                \\setlength{\\textwidth}{16.0cm}\\setlength{\\columnsep}{0.6cm}\\setlength{\\textheight}{24.7cm}
                \\setlength{\\topmargin}{-1.5cm}\\setlength{\\oddsidemargin}{-0.04cm}

                """
            }
        }
    }

    /// What TeX says of a document that reads some files in.
    struct Result {
        let status: Int32
        let log: String

        /// Lines that tell of something that stands out, doesn't fit, or can't be set.
        var complaints: [String] {
            log.split(separator: "\n").map(String.init).filter { line in
                line.hasPrefix("!") || line.contains("Overfull") || line.contains("too large")
                    || line.contains("multiply") || line.contains("undefined")
            }
        }
    }

    /// Sets some files, by their names, in one document.
    static func set(
        _ files: [String: String], on paper: Paper, with engine: String = "pdflatex", font: String? = nil
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tex-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if !isKept { try? FileManager.default.removeItem(at: folder) } }
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        let fonts = font.map { "\\usepackage{fontspec}\\setmainfont{\($0)}\n" } ?? ""
        let inputs = files.keys.sorted().map { "\\input{\($0)}" }.joined(separator: "\n")
        let text =
            paper.preamble + fonts
            + "\\usepackage{booktabs,tabularx,graphicx}\n\\begin{document}\nText.\n\(inputs)\n\\end{document}\n"
        try text.write(to: folder.appending(path: "paper.tex"), atomically: true, encoding: .utf8)
        var status: Int32 = 0
        // Twice: labels are known in the second.
        for _ in 0..<2 { status = try run(engine, in: folder) }
        let log = try Data(contentsOf: folder.appending(path: "paper.log"))
        return Result(status: status, log: String(decoding: log, as: UTF8.self))
    }

    /// Sets a folder's `main.tex` with its bibliography.
    static func paper(in folder: URL, with engine: String) throws -> Result {
        var status: Int32 = 0
        for program in [engine, "bibtex", engine, engine] {
            status = try run(program, on: "main", in: folder)
        }
        let log = try Data(contentsOf: folder.appending(path: "main.log"))
        return Result(status: status, log: String(decoding: log, as: UTF8.self))
    }

    /// Whether the papers stay in the temporary folder, to be looked at.
    private static let isKept = ProcessInfo.processInfo.environment["VLENS_KEEP_PAPERS"] == "1"

    private static func run(_ engine: String, on name: String = "paper.tex", in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: path(engine) ?? engine)
        process.arguments =
            (engine == "bibtex" ? [] : ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape"]) + [name]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
