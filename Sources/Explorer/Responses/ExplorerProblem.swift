import AnswerStore
import HTTPTypes
import Pages

/// Why a request is answered with no view: each names what was wrong and what to do.
enum ExplorerProblem: Error, Sendable, Hashable {
    /// The request was sent under a name that is not the explorer's.
    case misdirected(host: String)
    /// The request names a whole address in place of a path.
    case badTarget
    /// A method that is not offered.
    case method(String)
    /// A write that did not come from a page of this site.
    case foreign(String)
    /// A write whose body is no form's.
    case contentType(String)
    /// The secret of the address is not this explorer's.
    case wrongToken
    /// Nothing is shown to somebody who has no secret.
    case tokenNeeded
    /// Nothing is shown to somebody who has no secret, since people judge here who must not see what others do.
    case tokenNeededToStayBlind
    /// Nothing may be written by somebody who has no secret.
    case tokenNeededToWrite
    /// A form of more bytes than any has.
    case tooLong
    /// A form that takes too long to come in.
    case tooSlow
    /// The store's files are no longer those that were opened.
    case storeGone
    /// More listeners than are served at once.
    case tooManyListeners
    /// Nothing lies at the address; what is asked for in words.
    case notFound(String)
    /// The address says something that its view does not know.
    case badAddress(AddressProblem)
    /// What a form says can't be done, in a sentence.
    case refused(String)
    /// What the view shows could not be read, in a sentence.
    case failed(String)
    /// A run's figures are not there yet, and why.
    case notReady(String)

    /// Any error of a view or a form.
    ///
    /// - Parameter words: what a person is told of an error that is none of the explorer's own.
    init(_ error: any Error, words: (any Error) -> String) {
        switch error {
        case let problem as ExplorerProblem: self = problem
        case StoreError.readOnly: self = .refused("The store can’t be written, so nothing was changed.")
        case let problem as AddressProblem: self = .badAddress(problem)
        case StoreError.unknownRun(let name, _): self = .notFound("run “\(name)”")
        default: self = .failed(words(error))
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .misdirected: .misdirectedRequest
        case .badTarget, .badAddress: .badRequest
        case .method: .methodNotAllowed
        case .foreign, .wrongToken, .tokenNeededToWrite: .forbidden
        case .tokenNeeded, .tokenNeededToStayBlind: .unauthorized
        case .contentType: .unsupportedMediaType
        case .tooLong: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .storeGone: .gone
        case .tooManyListeners: .serviceUnavailable
        case .notFound: .notFound
        case .refused: .unprocessableContent
        case .failed: .internalServerError
        case .notReady: .serviceUnavailable
        }
    }
}

extension ExplorerProblem {
    /// What was wrong and what to do, as a page says it.
    var words: String {
        switch self {
        case .misdirected(let host):
            "The explorer was asked for under the name “\(host)”, which it does not know. If that name is yours, say so when it "
                + "starts: vlens serve --host \(host.isEmpty ? "NAME" : host)"
        case .badTarget: "The request’s target is no path that begins with a slash."
        case .method(let name): "The explorer is read with GET and written to with POST; “\(name)” is neither."
        case .foreign(let sign):
            "This write did not come from a page of the explorer (\(sign)), so nothing was changed. Use the form on its page."
        case .contentType(let type):
            "A write is sent as a form does, with the content type application/x-www-form-urlencoded; this one has “\(type)”."
        case .wrongToken:
            "The address has the token of another start. Use the line that vlens serve printed when it started last."
        case .tokenNeeded:
            "This explorer can be reached from other machines, so that it is shown only to those who have its token: use the whole "
                + "line that vlens serve printed when it started, with the part behind “token=”."
        case .tokenNeededToStayBlind:
            "People judge here who must not see what others do, so that the explorer is shown only to those who have its token: use "
                + "the whole line that was printed when it started, with the part behind “token=”."
        case .tokenNeededToWrite:
            "Nothing was changed: writing needs the token. Open the explorer by the whole line that vlens serve printed when it "
                + "started, then send the form again."
        case .tooLong: "The form holds more than 64 kB, so nothing was changed."
        case .tooSlow: "The form took too long to come in, so nothing was changed."
        case .storeGone:
            "The store that was opened is not there any more: its files were removed, moved, replaced or overwritten, so nothing is "
                + "shown or changed. Put them back, or end vlens serve and start it again."
        case .tooManyListeners: "Too many pages listen for changes; close some."
        case .notFound(let what): "There is no \(what) here."
        case .badAddress(let problem): "The address can’t be read: \(problem)."
        case .refused(let reason): reason
        case .failed(let reason): "This can’t be shown: \(reason)"
        case .notReady(let reason): "The figures of this run are not there: \(reason)."
        }
    }
}
