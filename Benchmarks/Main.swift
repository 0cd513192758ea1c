/// Speed, measured next to an anchor in the same run; see README.md beside this file.
@main
struct Benchmarks {
    static func main() async throws {
        print("no benchmark named")
    }
}
