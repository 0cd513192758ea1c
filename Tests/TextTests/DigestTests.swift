import Testing
import Text

/// FIPS 180-4's examples, and every length around the edges of a block against `sha256sum`.
struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the standard's examples`(text: String, digest: String) {
        #expect(Digest(of: Array(text.utf8)).hexadecimal() == digest)
    }

    @Test func `a million letters`() {
        #expect(
            Digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hexadecimal()
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// The digests of 0, 1, … 200 bytes, of which the byte at `i` is 7 i + 3 modulo 256; their first eight digits here, and
    /// the digest of all of them in a row.
    @Test func `every length from 0 to 200`() {
        var all = ""
        for length in 0...200 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }
            let digest = Digest(of: bytes)
            let hexadecimal = digest.hexadecimal()
            #expect(hexadecimal.prefix(8) == Self.starts[length], "\(length) bytes")
            #expect(hexadecimal.prefix(2) == digest.hexadecimal(bytes: 1))
            #expect(UInt8(hexadecimal.prefix(2), radix: 16) == digest.firstByte)
            all += hexadecimal
        }
        #expect(
            Digest(of: Array(all.utf8)).hexadecimal()
                == "530566f39d545b371e5360fbfe251c0da6410ba297e67392dfaec0cb575d67ed")
    }

    @Test func `bytes that begin anywhere in memory`() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
        for start in 0..<16 {
            let part = bytes.withUnsafeBytes { Digest(of: UnsafeRawBufferPointer(rebasing: $0[start..<start + 200])) }
            #expect(part == Digest(of: Array(bytes[start..<start + 200])))
        }
    }

    @Test func `an encoding holds what was appended, each part with its length`() {
        var one = CanonicalEncoding(version: "v")
        one.append(["a", "bc"])
        one.append(-1)
        // "v", then 2 items, "a", "bc", then −1, each length in eight bytes.
        var bytes: [UInt8] = []
        for (length, text) in [(1, "v"), (2, ""), (1, "a"), (2, "bc")] {
            bytes += [0, 0, 0, 0, 0, 0, 0, UInt8(length)] + Array(text.utf8)
        }
        bytes += [UInt8](repeating: 255, count: 8)
        #expect(one.digest() == Digest(of: bytes).hexadecimal())
        #expect(one.digest(bytes: 16) == String(one.digest().prefix(32)))
        #expect(one.firstByte == Digest(of: bytes).firstByte)
    }

    private static let starts: [Substring] = """
        e3b0c442 084fed08 323b730f 6ab0dba1 42a146d9 c0a7188b f3a8eb3d ab764db4 0865c1be 172f3d81
        aadd73eb 74b55c9d 756a3395 da925975 a6a744ad 98b03249 9c94926d bbc485bd 4929dcd4 e22bd9f6
        cb0b638f dd59e815 7f5e1b73 0c2227ce 73281455 fa9766ea 5492dff8 8876c611 a6940de8 52bbbbd7
        f1eab075 721f1b54 ab5f8b5c 90f90857 c2966908 02825099 a7aba4ca b11e919c afa3a9b2 90663c41
        0873681b fe877131 d9fcbc5f 6c980fe8 f990f6ed 98ce1f7b 736b0a4e 9b6073af 31cedec8 5649348a
        9898428b 75e248b3 8230c270 9f17a1b3 160bbf14 e7313d33 4324d65f 35df6094 9afd9e8b 3f67cd87
        06659a8b 4a28a6c4 5b50d7a3 81c80242 39e3d7b6 aacca6ff 11fdf003 06e3cd2e c23b56cc ca32376f
        fb1907e5 54cac605 99e356ea 64bee9b0 3ebc4be4 08182253 65cf2b7b 1f21d7fe 87fa111c 2a4808f9
        c6b3377d 5876ebcb eb52f62b 2f0795e2 442975e0 b690f6f0 b876ad02 ff4ec8cd b16ffce5 bb743aa1
        4d39e6ae 85373e64 f8368d09 4d0d2d32 5028666b 3a23c913 c9f1a5f7 9b5d6632 af680818 5e4edd84
        5a2cda23 48719cf7 9f0fc4c3 9313cf73 5af877de af7d44bc 0e993486 9dfada1b e0cfd9f0 6a9c24a9
        4a70b5e2 67d9492e 96b928cf cded73ee 5155ce16 c2030f07 556cbf34 867b3263 2c49b89c 9ce7368e
        7836b787 1189a98a 60937afb 229c92a5 2f781a36 b402a31c 3d11be99 a8d23e75 d2742f1f 307f8fc2
        4d5e47a2 4c14830d 9e137d7f 938d47a3 daf759a5 357ebb96 cafc3bee c9eb7066 f17bf19d 436f9749
        a0319584 5432ebb2 9735317a 0ddc24e4 01a4b796 5ca4040c b818f308 7978d4fa 598be25f d8f03821
        c695ceb0 49fc8869 89e42668 8bb4982a a06e9007 e7b96406 6af38ea9 e0db6570 c9136d89 75dd0c79
        53733181 e3380424 b67af171 4e458097 565f913c 86cf75d4 5c5c337a 07071ef3 20f6c310 62fcf18a
        acf89d6c 0b7c6ff9 dcaaa391 3b564461 c227ec93 7e1cec48 d1649727 245255c3 b79da261 ca3b3817
        ca7b2e47 d56a75d9 81b66809 80e7b84a 9104901c 1ec67f29 0513cc82 88024111 95f7b19d 40926ffc
        e556731b 52be17f8 ec673221 c2e8235f 68c8e720 50f5cc26 a5aa39eb c81fe8b2 f676b421 95f3888c
        2c7e18c9
        """.split { $0 == " " || $0 == "\n" }
}
