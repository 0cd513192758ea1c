import HTTPTypes
import Hummingbird

/// Refuses requests that were sent under a name that is not the explorer's: a page of another site whose name was made to lead to this
/// machine (DNS rebinding) can't read what is served here.
struct HostGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    let settings: ExplorerSettings

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let host = request.head.authority ?? ""
        guard Self.isKnown(host, settings) else {
            return ErrorPage.response(.misdirected(host: host))
        }
        return try await next(request, context)
    }

    /// This machine's own names with any port, since a tunnel may have another than the server's; other names as they were given.
    static func isKnown(_ host: String, _ settings: ExplorerSettings) -> Bool {
        let host = host.lowercased()
        if settings.hosts.contains(where: { $0.lowercased() == host }) { return true }
        guard ExplorerSettings.isLoopback(settings.interface) else { return false }
        let name = host.prefix { host.hasPrefix("[") ? $0 != "]" : $0 != ":" }
        let rest = host.dropFirst(name.count)
        switch name {
        case "127.0.0.1", "localhost": return rest.isEmpty || isPort(rest)
        case "[::1": return rest == "]" || (rest.hasPrefix("]") && isPort(rest.dropFirst()))
        default: return false
        }
    }

    /// ":8080".
    private static func isPort(_ text: Substring) -> Bool {
        text.hasPrefix(":") && text.count > 1 && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}
