import Pages
import Testing

@Suite("Compressed bytes", .enabled(if: Tool.hasPython, "no python3 found"))
struct DeflateTests {
    /// Runs, random bytes, every byte, repetitions at every distance, and texts.
    static let samples: [(name: String, bytes: [UInt8])] = {
        var state: UInt64 = 9
        func random() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 40)
        }
        let noise = (0..<70_000).map { _ in random() }
        let far = Array(noise[..<300])
        var rows: [UInt8] = []
        for row in 0..<400 { for column in 0..<300 { rows.append(UInt8((column / 40 + row / 50) % 7)) } }
        var lengths: [UInt8] = []
        for length in 0..<300 { lengths += noise[..<length] + [random()] }
        let short = Array(repeating: 1 as UInt8, count: 5)
        let long = Array(repeating: 255 as UInt8, count: 100_000)
        return [
            ("nothing", []), ("one byte", [7]), ("two bytes", [7, 7]), ("a short run", short), ("a long run", long),
            ("every byte", Array(0...255)), ("noise", noise),
            ("a repetition at the edge of the window", far + Array(noise[300..<32_768]) + far),
            ("a repetition beyond it", far + Array(noise[300..<33_500]) + far), ("rows of a picture", rows),
            ("repetitions of every length", lengths),
        ]
    }()

    @Test(arguments: samples.map(\.name))
    func `are read back by another program as what they were`(name: String) throws {
        let bytes = try #require(Self.samples.first { $0.name == name }).bytes
        for packed in [Deflate.zlib(bytes), Deflate.zlib(bytes, stride: 300)] { try check(packed, bytes) }
    }

    private func check(_ packed: [UInt8], _ bytes: [UInt8]) throws {
        let script = "import sys, zlib; print(zlib.decompress(open(sys.argv[1], 'rb').read()).hex())"
        let found = try Tool.run("python3", ["-c", script, "FILE"], on: packed)
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(found == digits + "\n")
    }

    @Test func `are few where much is the same`() throws {
        for (name, stride) in [("a long run", nil), ("rows of a picture", 300 as Int?)] {
            let bytes = try #require(Self.samples.first { $0.name == name }).bytes
            #expect(Deflate.zlib(bytes, stride: stride).count < bytes.count / 50, "\(name)")
        }
    }
}
