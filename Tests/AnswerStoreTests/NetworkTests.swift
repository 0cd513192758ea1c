import AnswerStore
import Foundation
import Testing

/// What a store lies on decides who may have it.
struct NetworkTests {
    @Test(arguments: [
        ("nfs4", true), ("nfs", true), ("lustre", true), ("gpfs", true), ("beegfs", true), ("cifs", true),
        ("smb3", true),
        ("fuse.sshfs", true), ("fuse", true), ("fuseblk", false), ("ext4", false), ("xfs", false), ("tmpfs", false),
        ("overlay", false),
    ])
    func `a file system of the network is told by its type`(type: String, isNetwork: Bool) {
        let mounts = """
            22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
            36 22 0:42 /home /home\\040of\\040all rw,relatime shared:9 master:2 - \(type) server:/home rw,vers=4.2
            """
        #expect(FileSystem.kind("0:42", mounts: mounts) == (isNetwork ? .network(type) : .local))
        #expect(FileSystem.kind("254:1", mounts: mounts) == .local)
        #expect(FileSystem.kind("9:9", mounts: mounts) == .local)
    }

    @Test func `the environment is believed before the system`() {
        #expect(FileSystem.of("/tmp", environment: ["VLENS_FS": "network"]) == .network("VLENS_FS=network"))
        #expect(FileSystem.of("/tmp", environment: ["VLENS_FS": "local"]) == .local)
    }

    @Test func `a store is one process's; a holder that is gone, or silent elsewhere, has it no longer`() throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let (store, file) = (world.path("s.sqlite"), world.path("s.sqlite.lock"))
        var held: StoreLock? = try StoreLock(store, on: "nfs4")
        let own = ProcessIdentity.own
        let error = #expect(throws: StoreError.self) { try StoreLock(store, on: "nfs4") }
        #expect(
            error?.description
                == "'\(store)' lies on a network file system (nfs4), where one process at a time may have it, and process "
                + "\(own.pid) on \(own.host) (as '\(file)' says; remove that file if the process is gone) has it: wait for that "
                + "one, or name a store on a disk of this machine with --store, and a folder on the network with --journal"
        )
        #expect(held?.wasTaken == false)
        held = nil
        #expect(!FileManager.default.fileExists(atPath: file))

        var other = StoreLock.Holder(mark: "x")
        other.identity.host = "node7"
        other.identity.bootID = "another"
        try other.text.write(toFile: file, atomically: true, encoding: .utf8)
        // It is silent for as long as it is watched.
        let taken = try StoreLock(store, on: "nfs4", silence: .milliseconds(700))
        #expect(StoreLock.Holder(at: file)?.identity == own)
        withExtendedLifetime(taken) {}
    }

    @Test func `a holder elsewhere that beats is left alone`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let (store, file) = (world.path("s.sqlite"), world.path("s.sqlite.lock"))
        var other = StoreLock.Holder(mark: "x")
        other.identity.host = "node7"
        other.identity.bootID = "another"
        try other.text.write(toFile: file, atomically: true, encoding: .utf8)
        let alive = Task {
            var other = other
            while !Task.isCancelled {
                other.beats += 1
                try? other.text.write(toFile: file, atomically: true, encoding: .utf8)
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
        let error = #expect(throws: StoreError.self) { try StoreLock(store, on: "nfs4", silence: .seconds(20)) }
        alive.cancel()
        #expect(error?.description.contains("on node7 (as '\(file)' says") == true, "\(error as Any)")
    }
}
