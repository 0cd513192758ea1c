import Foundation

/// Where a model server that is started here will answer, once it is known on which port.
package struct ServedAddress: Sendable, Hashable {
    /// What stands for the port, in commands and addresses.
    package static let mark = "{port}"

    /// The address with ``mark`` in the place of the port: what is kept with a run, since the port changes from start to
    /// start and no answer with it.
    package let template: String
    /// What is asked for to see whether it answers: `/v1/models`.
    let modelsPath: String

    /// - Parameter template: such as `http://127.0.0.1:{port}/v1`, which is meant where it is `nil`.
    /// - Throws: ``ServingError`` where it is no address of this machine, or has no place for the port.
    package init(_ template: String?) throws(ServingError) {
        let template = template ?? "http://127.0.0.1:\(Self.mark)/v1"
        let beginnings = ["http://127.0.0.1:\(Self.mark)", "http://localhost:\(Self.mark)"]
        guard let beginning = beginnings.first(where: template.hasPrefix) else { throw .foreignAddress(template) }
        var path = template.dropFirst(beginning.count)
        while path.last == "/" { path.removeLast() }
        guard path.isEmpty || path.first == "/", !path.contains(where: { $0.isWhitespace || $0 == "?" || $0 == "#" })
        else { throw .foreignAddress(template) }
        self.template = template
        modelsPath = path + "/models"
    }

    /// The address with a port.
    package func with(port: Int) -> String { template.replacing(Self.mark, with: "\(port)") }
}
