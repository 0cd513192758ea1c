import Foundation
import Respondents

extension DoctorCommand {
    /// By which proxy servers are reached: the one that is asked, else any server at all.
    func proxyFinding() -> DoctorFinding {
        let addresses = baseURL.map { [$0] } ?? ["https://provider.example", "http://provider.example"]
        do {
            let ways = try addresses.map { text in
                let address = try BaseURL(text)
                let place = baseURL == nil ? (address.isSecure ? "https" : "http") : address.host
                let proxy = try Proxy.find(for: address, environment: ProcessInfo.processInfo.environment)
                return (
                    isDirect: proxy == nil, text: "\(place) \(proxy.map { "by \($0) (\($0.variable))" } ?? "directly")"
                )
            }
            if ways.allSatisfy(\.isDirect) {
                return DoctorFinding("proxy", .absent, "none; servers are reached directly")
            }
            return DoctorFinding("proxy", .good, ways.map(\.text).joined(separator: ", "))
        } catch {
            return DoctorFinding("proxy", .bad, CommandFailure(error).message)
        }
    }
}
