/// SHA-256 in its course: the eight words that every block of 64 bytes stirs.
struct SHA256State {
    private(set) var words = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

    /// Stirs in the whole blocks at the beginning of the bytes.
    mutating func add(blocksOf bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 64 else { return }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
            Self.roundConstants.withUnsafeBufferPointer { constants in
                for start in stride(from: 0, through: bytes.count &- 64, by: 64) {
                    for place in 0..<16 {
                        let word = bytes.loadUnaligned(fromByteOffset: start &+ 4 &* place, as: UInt32.self)
                        schedule[place] = UInt32(bigEndian: word)
                    }
                    stir(schedule, constants)
                }
            }
        }
    }

    /// Stirs in what is left behind the whole blocks, the mark of the end, and the length of everything in bits.
    mutating func finish(with rest: UnsafeRawBufferPointer, length: Int) {
        let size = rest.count < 56 ? 64 : 128
        withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { last in
            last.initializeMemory(as: UInt8.self, repeating: 0)
            last.copyMemory(from: rest)
            last[rest.count] = 0x80
            last.storeBytes(of: (UInt64(length) << 3).bigEndian, toByteOffset: size &- 8, as: UInt64.self)
            add(blocksOf: UnsafeRawBufferPointer(last))
        }
    }

    /// Stirs in one block, whose sixteen words stand in `schedule` and are used up. Eight rounds stand side by side, each
    /// with the names of the words moved on by one, so that nothing has to be moved.
    @inline(__always)
    private mutating func stir(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (words[0], words[1], words[2], words[3])
        var (e, f, g, h) = (words[4], words[5], words[6], words[7])
        for start in stride(from: 0, to: 64, by: 8) {
            if start >= 16 { Self.extend(schedule, start & 8) }
            let at = start & 8
            Self.round(a, b, c, &d, e, f, g, &h, schedule[at] &+ constants[start])
            Self.round(h, a, b, &c, d, e, f, &g, schedule[at &+ 1] &+ constants[start &+ 1])
            Self.round(g, h, a, &b, c, d, e, &f, schedule[at &+ 2] &+ constants[start &+ 2])
            Self.round(f, g, h, &a, b, c, d, &e, schedule[at &+ 3] &+ constants[start &+ 3])
            Self.round(e, f, g, &h, a, b, c, &d, schedule[at &+ 4] &+ constants[start &+ 4])
            Self.round(d, e, f, &g, h, a, b, &c, schedule[at &+ 5] &+ constants[start &+ 5])
            Self.round(c, d, e, &f, g, h, a, &b, schedule[at &+ 6] &+ constants[start &+ 6])
            Self.round(b, c, d, &e, f, g, h, &a, schedule[at &+ 7] &+ constants[start &+ 7])
        }
        words = words &+ SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ input: UInt32
    ) {
        let first =
            h &+ input &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ (g ^ (e & (f ^ g)))
        d = d &+ first
        h = first &+ (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ ((a & b) | (c & (a | b)))
    }

    /// Puts the eight words from `at` on forward by sixteen places.
    @inline(__always)
    private static func extend(_ schedule: UnsafeMutableBufferPointer<UInt32>, _ at: Int) {
        for place in at..<at &+ 8 {
            let (near, far) = (schedule[(place &+ 1) & 15], schedule[(place &+ 14) & 15])
            schedule[place] =
                schedule[place] &+ (turned(near, 7) ^ turned(near, 18) ^ near >> 3) &+ schedule[(place &+ 9) & 15]
                &+ (turned(far, 17) ^ turned(far, 19) ^ far >> 10)
        }
    }

    /// Turned to the right by so many bits.
    @inline(__always)
    private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word &>> bits | word &<< (32 &- bits)
    }

    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
        0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
        0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
        0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
        0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
        0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
        0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
