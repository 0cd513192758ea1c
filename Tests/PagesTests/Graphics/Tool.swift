import Foundation

/// Programs of others that look at what we wrote.
enum Tool {
    /// A program's path on the search path; nil where it isn't installed.
    static func path(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile(atPath:))
    }

    static let hasPython = path("python3") != nil
    static let hasPoppler = ["pdfinfo", "pdffonts", "pdftotext", "pdftoppm"].allSatisfy { path($0) != nil }

    /// Runs a program over some bytes in a file, whose path takes the place of `FILE` among the arguments.
    ///
    /// - Returns: what it printed; nil where it failed.
    static func run(_ name: String, _ arguments: [String], on bytes: [UInt8]) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, output) = (folder.appending(path: "file"), folder.appending(path: "output"))
        try Data(bytes).write(to: file)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: path(name) ?? name)
        process.arguments = arguments.map { $0.replacing("FILE", with: file.path) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: try Data(contentsOf: output), as: UTF8.self) : nil
    }

    /// Reads a PNG by Python's own zlib: checks every sum, and prints its size, dots a metre and the colours at some places.
    static let pngReader = """
        import sys, zlib, struct
        b = open(sys.argv[1], 'rb').read()
        assert b[:8] == bytes([137, 80, 78, 71, 13, 10, 26, 10])
        at, parts, data = 8, {}, b''
        while at < len(b):
            n, kind = struct.unpack('>I', b[at:at+4])[0], b[at+4:at+8]
            body = b[at+8:at+8+n]
            assert struct.unpack('>I', b[at+8+n:at+12+n])[0] == zlib.crc32(kind + body)
            if kind == b'IDAT': data += body
            parts[kind] = body
            at += 12 + n
        w, h, depth, colour = struct.unpack('>IIBB', parts[b'IHDR'][:10])
        assert (depth, colour) == (8, 3) and b'IEND' in parts and len(parts[b'PLTE']) <= 768
        rows = zlib.decompress(data)
        assert len(rows) == h * (w + 1) and all(rows[y * (w + 1)] == 0 for y in range(h))
        print(w, h, *struct.unpack('>II', parts[b'pHYs'][:8]))
        for place in sys.argv[2:]:
            x, y = [int(n) for n in place.split(',')]
            i = rows[y * (w + 1) + 1 + x]
            print(parts[b'PLTE'][3*i:3*i+3].hex())
        """
}
