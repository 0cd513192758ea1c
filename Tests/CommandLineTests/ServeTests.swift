import Foundation
import TestSupport
import Testing

/// The explorer as a process.
struct ServeTests {
    @Test func `says where it is and how to write, and ends in order when it is asked to`() async throws {
        try await withProgram { vlens in
            #expect(try await vlens.run("run", "--quiet", "--no-report", "--no-intervals").status == 0)
            let running = try vlens.start(["serve", "--port", "0"])
            try await Self.waitUntilItListens(running)
            let lines = running.outputSoFar.split(separator: "\n").map(String.init)
            try #require(lines.count == 3)
            #expect(lines[0].wholeMatch(of: /explore: http:\/\/127\.0\.0\.1:\d+\//) != nil)
            #expect(
                lines[1].wholeMatch(
                    of: /look at it, and overrule readings: http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{32}/) != nil)
            #expect(lines[2] == "(Ctrl-C ends it)")
            let port = try #require(lines[0].firstMatch(of: /:(\d+)\//).flatMap { Int($0.output.1) })
            // A listener must not keep it from ending.
            async let heard = RawConnection.exchange(
                Data("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), port: port, seconds: 20)
            try await Task.sleep(for: .milliseconds(500))
            let second = try await vlens.run("serve", "--port", "\(port)")
            expect(
                second, exits: 1,
                says: ["vlens: port \(port) is taken by another program, perhaps another 'vlens serve'", "--port 0"])
            running.signal(SIGINT)
            #expect(try await running.result().status == 0)
            #expect(try await heard.contains("data: "))
        }
    }

    @Test func `needs a store, a port that can be one, and a name where others can reach it`() async throws {
        try await withProgram { vlens in
            expect(
                try await vlens.run("serve", "--store", "none.sqlite"), exits: 1,
                says: ["vlens: no store at 'none.sqlite': start one with 'vlens run'"])
            #expect(try vlens.names().isEmpty)
            expect(
                try await vlens.run("serve", "--port", "70000"), exits: 2,
                says: ["--port 70000 is none: give a number from 0 to 65535"])
            expect(
                try await vlens.run("serve", "--listen", "0.0.0.0"), exits: 2,
                says: ["--listen '0.0.0.0' can be reached from other machines: say under which name, such as --host "])
            expect(
                try await vlens.run("serve", "--host", "http://lens.example.org/"), exits: 2,
                says: ["--host 'http://lens.example.org/' is no name: give it without http:// and path"])
        }
    }

    @Test func `looks at a store that nobody can write, and says so`() async throws {
        try await withProgram { vlens in
            #expect(try await vlens.run("run", "--quiet", "--no-report", "--no-intervals").status == 0)
            try vlens.write("the store is looked at from a folder that is no store's", to: "notes.txt")
            let path = vlens.file("vlens.sqlite").path
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            let running = try vlens.start(["serve", "--port", "0"])
            try await Self.waitUntilItListens(running)
            let port = try #require(running.outputSoFar.firstMatch(of: /:(\d+)\//).flatMap { Int($0.output.1) })
            let answer = try await RawConnection.exchange(
                Data("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8), port: port, seconds: 20)
            #expect(answer.hasPrefix("HTTP/1.1 200"))
            running.signal(SIGINT)
            #expect(try await running.result().status == 0)
        }
    }

    @Test func `shows nothing of a store that was taken away, and no folder of the machine in any error`() async throws
    {
        try await withProgram { vlens in
            #expect(try await vlens.run("run", "--quiet", "--no-report", "--no-intervals").status == 0)
            let path = vlens.file("vlens.sqlite").path
            let running = try vlens.start(["serve", "--port", "0", "--store", path])
            try await Self.waitUntilItListens(running)
            let port = try #require(running.outputSoFar.firstMatch(of: /:(\d+)\//).flatMap { Int($0.output.1) })
            func get(_ target: String) async throws -> String {
                let request = "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                return try await RawConnection.exchange(Data(request.utf8), port: port, seconds: 20)
            }
            #expect(try await get("/").hasPrefix("HTTP/1.1 200"))
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
            for target in ["/", "/runs/1", "/runs/1/gaps?format=json"] {
                let answer = try await get(target)
                #expect(answer.hasPrefix("HTTP/1.1 410"), "\(answer.prefix(60))")
                #expect(answer.contains("start it again") && !answer.contains(vlens.folder.path))
            }
            running.signal(SIGINT)
            #expect(try await running.result().status == 0)
        }
    }

    @Test func `a report as one file takes no store's place, nor that of a file that is no report`() async throws {
        try await withProgram { vlens in
            #expect(try await vlens.run("run", "--quiet", "--no-report", "--no-intervals").status == 0)
            try vlens.write("mine", to: "precious.html")
            for place in ["vlens.sqlite", "precious.html", "-"] {
                let result = try await vlens.run("report", "--no-intervals", "--html", place)
                #expect(result.status == 2 && result.error.contains("--html '\(place)'"), "\(result.error)")
            }
            let figure = try await vlens.run("compare", "1", "1", "--draws", "100", "--figure", "vlens.sqlite")
            expect(figure, exits: 1, says: ["it is a store or another database, which is never overwritten"])
            #expect(try vlens.replyCount() == 704)
            #expect(try String(contentsOf: vlens.file("precious.html"), encoding: .utf8) == "mine")
            for _ in 0..<2 {
                #expect(try await vlens.run("report", "--no-intervals", "--html", "sent.html").status == 0)
            }
        }
    }

    private static func waitUntilItListens(_ running: RunningProgram) async throws {
        for _ in 0..<300 where !running.outputSoFar.contains("Ctrl-C") { try await Task.sleep(for: .milliseconds(100)) }
        try #require(running.outputSoFar.contains("Ctrl-C"), "\(running.errorSoFar)")
    }
}
