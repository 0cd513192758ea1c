/// What a look at one thing has found.
struct DoctorFinding: Encodable {
    enum State: String, Encodable { case good, absent, bad }
    let what: String
    let state: State
    let detail: String

    init(_ what: String, _ state: State, _ detail: String) {
        self.what = what
        self.state = state
        self.detail = detail
    }

    var line: String {
        let mark = state == .good ? "ok " : state == .bad ? "BAD" : " - "
        return "\(mark)  \(what): \(detail)"
    }
}
