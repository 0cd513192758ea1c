import Foundation
import TestSupport
import Testing

/// Reports that are sent to somebody, and the last line of a run.
struct SharedReportTests {
    /// What would tell of the machine that they were made on.
    private func secrets(_ vlens: Program) -> [String] {
        let environment = ProcessInfo.processInfo.environment
        let host = ProcessInfo.processInfo.hostName
        return [
            vlens.folder.path, FileManager.default.homeDirectoryForCurrentUser.path + "/",
            FileManager.default.currentDirectoryPath, host, String(host.prefix { $0 != "." }),
            environment["USER"] ?? "", environment["LOGNAME"] ?? "", NSTemporaryDirectory(),
        ].filter { $0.count > 3 && $0 != "root" && $0 != "localhost" && $0 != "/tmp/" }
    }

    @Test func `hold no path, user or host name of this machine, in any file`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let model = ["--model", "simulated/other?gap=0.3&seed=3"]
        #expect(try await vlens.run(["run", "--no-report", "--quiet"]).status == 0)
        #expect(try await vlens.run(["run", "--no-report", "--quiet"] + model).status == 0)
        for arguments in [["--html", "one.html"], ["--bundle", "all"], ["--latex", "paper"], ["--out", "folder"]] {
            let result = try await vlens.run(["report", "--draws", "100"] + arguments)
            #expect(result.status == 0, "\(result.error)")
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: vlens.folder.path)
        #expect(names.contains("all/run-2/report.html") && names.contains("all/comparison-1/index.html"))
        let secrets = secrets(vlens)
        #expect(!secrets.isEmpty)
        var scanned = 0
        for name in names where !name.hasPrefix("vlens.sqlite") {
            let file = vlens.file(name)
            guard let bytes = try? Data(contentsOf: file), !bytes.isEmpty else { continue }
            scanned += 1
            for secret in secrets {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name) holds \(secret)")
            }
        }
        #expect(scanned > 60)
    }

    @Test func `take several runs into a bundle alone, and say where they lie`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        #expect(try await vlens.run(["run", "--no-report", "--quiet"]).status == 0)
        let several = try await vlens.run(["report", "--run", "1", "--run", "1"])
        #expect(several.status == 2)
        #expect(several.error.contains("--run is given 2 times: several runs go into a --bundle"))
        let mixed = try await vlens.run(["report", "--bundle", "b", "--html", "h.html"])
        #expect(mixed.status == 2)
        #expect(mixed.error.contains("--bundle writes a folder of its own: leave out --out, --html and --latex"))
        let one = try await vlens.run(["report", "--draws", "100", "--html", "h.html", "--json"])
        #expect(one.output == "{\"html\": \"h.html\"}\n")
        let bundle = try await vlens.run(["report", "--draws", "100", "--bundle", "b", "--run", "1", "--run", "1"])
        #expect(bundle.status == 0, "\(bundle.error)")
        #expect(bundle.output.hasPrefix("bundle: ") && bundle.output.hasSuffix("/b/index.html\n"))
        #expect(!FileManager.default.fileExists(atPath: vlens.file("b/run-2").path))
        let folder = try await vlens.run(["report", "--html", "b"])
        #expect(folder.status == 2 && folder.error.contains("--html 'b' is a folder: name a file, such as report.html"))
    }

    @Test func `a run ends with what to type to look at it`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let first = try await vlens.run(["run"])
        #expect(first.error.hasSuffix("explore: vlens serve\n"), "\(first.error)")
        let named = try await vlens.run(["run", "--store", "my store.sqlite", "--no-report"])
        #expect(named.error.hasSuffix("explore: vlens serve --store 'my store.sqlite'\n"), "\(named.error)")
        let quiet = try await vlens.run(["run", "--quiet"])
        #expect(!quiet.error.contains("explore:"))
    }
}
