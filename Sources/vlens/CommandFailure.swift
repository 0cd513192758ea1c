import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Measures
import Text
import Respondents
import Study
import Workbench

/// Why a command ended, in words for its user, with its exit code.
struct CommandFailure: Error {
    static let failed: Int32 = 1
    static let misuse: Int32 = 2
    static let incomplete: Int32 = 3

    let message: String
    let exitCode: Int32
    /// The signal that asked the command to stop: the program dies of it once all is in order.
    var signal: Int32?

    init(_ message: String, exitCode: Int32 = CommandFailure.failed, signal: Int32? = nil) {
        self.message = message
        self.exitCode = exitCode
        self.signal = signal
    }

    /// Turns the libraries' errors into one; what is misused on the command line gets its own exit code.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as WorkbenchError: self.init(error)
        case let error as ServingError: self.init(error)
        case let error as ClusterError: self.init(error)
        case let error as ProgramError: self.init(error)
        case let error as SetupError: self.init(error.description, exitCode: Self.exitCode(of: error))
        case let error as ValidationError: self.init(error.message, exitCode: Self.misuse)
        case let error as SelectionError: self.init(error.description, exitCode: Self.misuse)
        case is DecodingError, is EncodingError:
            self.init("what the store keeps of a run can't be read; was it written by a later version of vlens?")
        case _ where type(of: error) is NSError.Type || error is CocoaError || error is POSIXError:
            self.init(Self.words(error as NSError))
        case let error as any CustomStringConvertible: self.init(error.description)
        default: self.init("\(error)")
        }
    }

    /// An error of the system in words, with the path where it has one.
    private static func words(_ error: NSError) -> String {
        let path = error.userInfo[NSFilePathErrorKey] as? String
        let isReading = error.domain == NSCocoaErrorDomain && (256..<512).contains(error.code)
        let failure = FileFailure(isReading ? .reading : .writing, path ?? "", error)
        return path == nil ? "a file can't be used: \(failure.reason)" : failure.description
    }

    private static func exitCode(of error: SetupError) -> Int32 {
        switch error.code {
        case .malformedName, .unknownProvider, .malformedBaseURL, .badParameter: misuse
        default: failed
        }
    }
}

/// Runs a command's body with every error turned into a ``CommandFailure``, except an exit code on its own.
func reporting<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let code as ExitCode {
        throw code
    } catch {
        throw CommandFailure(error)
    }
}
