import Foundation
import TestSupport

/// A model server in a few lines of Python, for tests of a run that starts its own.
enum TinyModelServer {
    /// Whether there is a Python to run it.
    static let isPresent = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    static let absence = "there is no /usr/bin/python3 to run a model server with"

    /// It takes the port, then how many seconds an answer takes; it writes a line of 200,000 letters, what it sees of a
    /// cluster, and its number, and starts a child that outlives it unless somebody ends that.
    private static let source = """
        import http.server, json, os, subprocess, sys, time
        values = ["Authority", "Ambitious", "Enjoying Life", "Daring", "Independent", "Social Justice", "Helpful",
                  "Respect for Tradition", "Politeness", "Family Security"]

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def say(self, document):
                body = json.dumps(document).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.say({"data": [{"id": "m"}]})

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                time.sleep(float(sys.argv[2]) if len(sys.argv) > 2 else 0)
                text = json.dumps({"action": "Option 1"} if "Option 1" in body else {v: 2 for v in values})
                self.say({"model": "m", "choices": [{"message": {"content": text}, "finish_reason": "stop"}]})

        class Server(http.server.ThreadingHTTPServer):
            allow_reuse_address = False
            daemon_threads = True

        print("x" * 200000)
        seen = [n for n in os.environ if n.startswith(("SLURM_", "OMPI_", "PMI")) or n in ("RANK", "MASTER_ADDR")]
        print("sees", sorted(seen), os.environ.get("CUDA_VISIBLE_DEVICES"))
        child = subprocess.Popen(["sleep", "600"])
        open("server.pids", "a").write(f"{os.getpid()} {child.pid}\\n")
        sys.stdout.flush()
        Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
        """

    /// Writes it into a program's folder.
    static func write(to vlens: Program) throws { try vlens.write(source, to: "server.py") }

    /// The processes that have been started as servers or by them, and are there.
    static func alive(_ vlens: Program) throws -> [Int32] {
        let text = try String(contentsOf: vlens.file("server.pids"), encoding: .utf8)
        return text.split { $0 == " " || $0 == "\n" }.compactMap { Int32($0) }.filter { process in
            // One that nobody has waited for is gone all the same.
            guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
                return false
            }
            return status.firstMatch(of: /State:\s+Z/) == nil
        }
    }
}
