import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What kind of file system something lies on: on a network's, SQLite can't share memory between hosts.
package enum FileSystem: Sendable, Hashable {
    /// A disk of this machine.
    case local
    /// One that other machines may use at the same time, by its name.
    case network(String)

    /// Its name for a person: "NFS".
    package var name: String {
        switch self {
        case .local: "a disk of this machine"
        case .network(let name): name
        }
    }

    /// The file system of a path, or, where nothing is there yet, of its folder. `VLENS_FS`, where it says `network` or `local`, is
    /// believed instead: FUSE may well be local.
    package static func of(
        _ path: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> FileSystem {
        switch environment["VLENS_FS"] {
        case "network": return .network("VLENS_FS=network")
        case "local": return .local
        default: break
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let places = [path, folder].lazy.compactMap { device(of: $0) }
        guard let place = places.first else { return .local }
        return kind(place)
    }

    #if canImport(Darwin)
        private static func device(of path: String) -> statfs? {
            var found = statfs()
            return statfs(path, &found) == 0 ? found : nil
        }

        private static func kind(_ found: statfs) -> FileSystem {
            let name = withUnsafeBytes(of: found.f_fstypename) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            return found.f_flags & UInt32(MNT_LOCAL) != 0 ? .local : .network(name)
        }
    #else
        /// "major:minor", as the list of mounts names a device.
        private static func device(of path: String) -> String? {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            let number = UInt64(found.st_dev)
            let major = (number >> 8 & 0xFFF) | (number >> 32 & 0xFFFF_F000)
            let minor = (number & 0xFF) | (number >> 12 & 0xFFFF_FF00)
            return "\(major):\(minor)"
        }

        /// By the list of mounts rather than by `statfs`, which Swift's Glibc does not offer: it has the same types by name.
        private static func kind(_ device: String) -> FileSystem {
            guard let list = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return .local }
            return kind(device, mounts: list)
        }
    #endif

    /// The kind of a device in a list of mounts as Linux writes it: `36 35 0:42 / /home rw - nfs4 server:/home rw`.
    package static func kind(_ device: String, mounts: String) -> FileSystem {
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 4, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
            else {
                continue
            }
            let type = String(fields[dash + 1])
            let isNetwork = type.hasPrefix("fuse.") || networks.contains(type)
            return isNetwork ? .network(type) : .local
        }
        return .local
    }

    /// Types that several machines may mount, as Linux names them. A FUSE file system may be anything; one on a block device
    /// (`fuseblk`) is a disk.
    private static let networks: Set<String> = [
        "nfs", "nfs4", "lustre", "gpfs", "beegfs", "beegfs_nodev", "cifs", "smb3", "smbfs", "fuse", "ceph", "afs", "9p",
        "pvfs2", "panfs", "ocfs2", "gfs2", "glusterfs", "wekafs", "virtiofs", "coda", "ncpfs",
    ]
}
