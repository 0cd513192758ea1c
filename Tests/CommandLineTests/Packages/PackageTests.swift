import Foundation
import TestSupport
import Testing

/// The packages of 'Scripts/package', each installed into a bare Debian that has no Swift.
@Suite(.enabled(if: MadePackages.folder != nil, Comment(rawValue: MadePackages.absence)))
struct PackageTests {

    @Test(.enabled(if: MadePackages.canBeTried, Comment(rawValue: MadePackages.untriable)))
    func `a tarball, a Debian package and a wheel each do the main job in a bare root, and can be removed`()
        async throws
    {
        var vlens = try Program()
        defer { vlens.remove() }
        // Where debootstrap and chroot are.
        vlens.environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
        vlens.environment.merge(Self.network) { $1 }
        let packages = try #require(MadePackages.folder)
        let script = SharedFolder.projectRoot.appending(path: "Scripts/packaging/try").path
        let tried = try await vlens.shell("bash '\(script)' '\(packages)' results")
        try #require(tried.status == 0, "\(tried.output)\n\(tried.error.suffix(2000))")
        let version = try await vlens.run("--version").output.trimmingCharacters(in: .newlines)
        #expect(
            tried.output == """
                checksums: right
                tarball: \(version)
                deb: /usr/bin/vlens \(version)
                wheel: installed, run and removed

                """)
        // The same figures, to the last digit, as those of the program that was built here.
        let run = try await vlens.run("run", "--quiet")
        #expect(run.status == 0, "\(run.error)")
        let own = try await vlens.run("measure", "--json").output
        #expect(own.contains("\"inconsistency\""))
        for package in ["tarball", "deb", "wheel"] {
            let measures = try String(contentsOf: vlens.file("results/\(package).json"), encoding: .utf8)
            #expect(withoutTimes(measures) == withoutTimes(own), "\(package)")
        }
    }

    @Test func `what a package holds is named by its checksums, with a manual page for each command`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let packages = try #require(MadePackages.folder)
        let held = try await vlens.shell(
            "tar -xzf '\(packages)'/vlens-*.tar.gz --strip-components 1 && sha256sum --check --quiet --strict SHA256SUMS && "
                + "cut -c 67- SHA256SUMS | grep -v ^man1/ | LC_ALL=C sort; ls man1")
        let commands = try await vlens.shell(
            "vlens --help | sed -nE '/^SUBCOMMANDS/,/^$/s/^  ([a-z]+) .*/vlens-\\1.1/p' | LC_ALL=C sort")
        #expect(commands.output.hasPrefix("vlens-agreement.1\nvlens-annotate.1\n"))
        #expect(
            held.output == """
                .gitignore
                LICENSE
                SOURCES
                completions/_vlens
                completions/vlens.bash
                completions/vlens.fish
                vlens
                \(commands.output)vlens.1

                """)
    }

    /// What a machine needs to reach a mirror.
    private static var network: [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key.lowercased().hasSuffix("_proxy") }
    }

    /// A run's times are its own.
    private func withoutTimes(_ json: String) -> String {
        json.replacing(/"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^"]*"/, with: "\"\"")
    }
}

/// Where the packages lie.
private enum MadePackages {
    static let folder = ProcessInfo.processInfo.environment["VLENS_PACKAGES"]
    static let absence =
        "no packages: make them with 'Scripts/package', and name their folder in VLENS_PACKAGES; needs root and debootstrap"

    /// Whether this machine lets a bare system be made and entered.
    static let canBeTried: Bool = {
        guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/sbin/debootstrap") else {
            return false
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = ["--mount", "--pid", "--fork", "true"]
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
    static let untriable = "a bare Debian needs root, debootstrap, and a system that lets namespaces be made"
}
