import Foundation
import Synchronization

/// People who judge over HTTP as fast as a server answers, by the forms of its pages alone, and remember what it acknowledged. Where
/// the server is gone they send the same form again until it is back.
package final class AnnotationCrowd: Sendable {
    /// What became of it.
    package struct Outcome: Sendable {
        /// Saves that were acknowledged.
        package var saves = 0
        /// Labels that these saves mean: one for each answer or note that differs from what was acknowledged before.
        package var labels = 0
        /// Requests that got no answer, and were sent again.
        package var retries = 0
        /// Seconds from a form's first sending to its acknowledgement, of those that were answered at once.
        package var seconds: [Double] = []
        /// What went otherwise than it should have.
        package var problems: [String] = []
    }

    /// Somebody, with the path of their link.
    package struct Person: Sendable {
        package let name, path: String
        package init(name: String, path: String) { (self.name, self.path) = (name, path) }
    }

    private let people: [Person]
    private let port: Mutex<Int>
    private let isOver = Mutex(false)
    private let outcome = Mutex(Outcome())
    /// By person, then by item's hash: the fields that were acknowledged last.
    private let acknowledged = Mutex<[String: [String: [String: String]]]>([:])

    /// A crowd for a server on a port of this machine.
    package init(_ people: [Person], port: Int) {
        self.people = people
        self.port = Mutex(port)
    }

    /// What became of it until now.
    package var current: Outcome { outcome.withLock { $0 } }
    /// Sends everything to another port from now on.
    package func redirect(to port: Int) { self.port.withLock { $0 = port } }
    /// Has everybody finish the form that they are at, and stop.
    package func end() { isOver.withLock { $0 = true } }

    /// Everybody agrees to take part, then judges until ``end()``.
    package func judge(country: String) async {
        await withTaskGroup(of: Void.self) { group in
            for (number, person) in people.enumerated() {
                group.addTask { await self.judge(person, country, UInt64(number)) }
            }
        }
    }

    private func judge(_ person: Person, _ country: String, _ seed: UInt64) async {
        var random = SeededRandom(seed: seed)
        let consent = FormPage.Form(
            action: "", fields: [("country", country), ("agree", "1")], choices: [:], buttons: [])
        _ = await send("POST", person.path + "/consent", consent.body)
        var (target, count, round) = (person.path, 0, 0)
        while !isOver.withLock({ $0 }) {
            round += 1
            let page = await send("GET", target, nil)
            guard let form = FormPage(page.body).forms.first(where: { $0["item"] != nil }), page.status == 200 else {
                // Everything was given: they look again at what they have judged.
                guard page.status == 200, count > 0 else {
                    note("\(person.name): \(target) was answered \(page.status): \(page.body.prefix(300))")
                    return
                }
                target = "\(person.path)/items/\(Int.random(in: 1...count, using: &random))"
                continue
            }
            count = max(count, Int(page.address.split(separator: "/").last ?? "") ?? 0)
            let filled = fill(form, "\(person.name) \(round) 👩🏽‍🚒", &random)
            await save(filled, person)
            target =
                person.path + (Bool.random(using: &random) ? "" : "/items/\(Int.random(in: 1...count, using: &random))")
        }
    }

    private func fill(_ form: FormPage.Form, _ note: String, _ random: inout SeededRandom) -> FormPage.Form {
        var filled = form.setting("note", note).setting("go", "stay")
        for (name, choices) in form.choices.sorted(by: { $0.key < $1.key }) where name.hasPrefix("answer-") {
            if let choice = choices.randomElement(using: &random) { filled = filled.setting(name, choice) }
        }
        return filled
    }

    private func save(_ form: FormPage.Form, _ person: Person) async {
        let start = ContinuousClock.now
        let (answer, retries) = await sendUntilAnswered("POST", form.action, form.body)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        guard answer.status == 303 || answer.status == 302, let item = form["item"] else {
            note("\(person.name): a save was answered \(answer.status): \(answer.body.prefix(400))")
            return
        }
        let fields = Self.said(form)
        let changed = acknowledged.withLock { all in
            let before = all[person.name]?[item] ?? [:]
            all[person.name, default: [:]][item] = fields
            return fields.count { before[$0.key] != $0.value }
        }
        outcome.withLock { outcome in
            outcome.saves += 1
            outcome.labels += changed
            if retries == 0 { outcome.seconds.append(seconds) }
        }
    }

    private static func said(_ form: FormPage.Form) -> [String: String] {
        Dictionary(
            form.fields.filter { $0.name.hasPrefix("answer-") || $0.name == "note" }.map { ($0.name, $0.value) },
            uniquingKeysWith: { $1 })
    }

    private func note(_ problem: String) { outcome.withLock { $0.problems.append(problem) } }

    // MARK: Afterwards

    /// Looks through everybody's items: what of all that was acknowledged the pages don't show, and how many people judged each item.
    package func check() async -> (lost: [String], judges: [String: Int]) {
        var (lost, judges) = ([String](), [String: Int]())
        for person in people {
            var expected = acknowledged.withLock { $0[person.name] ?? [:] }
            for number in 1...10_000 {
                let page = await send("GET", "\(person.path)/items/\(number)", nil)
                guard let form = FormPage(page.body).forms.first(where: { $0["item"] != nil }), let item = form["item"]
                else { break }
                let shown = Self.said(form)
                if shown.count > 1 { judges[item, default: 0] += 1 }
                if let wanted = expected.removeValue(forKey: item), wanted != shown {
                    lost.append("\(person.name), item \(number): \(wanted) is \(shown)")
                }
            }
            lost += expected.keys.map { "\(person.name): item \($0) is not theirs any more" }
        }
        return (lost, judges)
    }

    // MARK: The wire

    private struct Answer {
        var status = 0
        var body = ""
        var address = ""
    }

    /// Sends a request, going where a page that is asked for sends one on.
    private func send(_ method: String, _ target: String, _ body: String?) async -> Answer {
        var target = target
        for _ in 0..<6 {
            let (answer, _) = await sendUntilAnswered(method, target, body)
            guard method == "GET", (300..<400).contains(answer.status) else {
                return Answer(status: answer.status, body: answer.body, address: target)
            }
            target = answer.address
        }
        return Answer(status: 0, body: "sent on and on", address: target)
    }

    private func sendUntilAnswered(_ method: String, _ target: String, _ body: String?) async -> (Answer, Int) {
        for attempt in 0..<600 {
            let port = port.withLock { $0 }
            var request = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
            if let body {
                request += "Origin: http://127.0.0.1:\(port)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                request += "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            } else {
                request += "\r\n"
            }
            let text = try? await RawConnection.exchange(Data(request.utf8), port: port, seconds: 30)
            if let text, let answer = Self.answer(text) { return (answer, attempt) }
            outcome.withLock { $0.retries += 1 }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return (Answer(status: 0, body: "no answer", address: target), 600)
    }

    /// An answer that came whole; `nil` for one that broke off.
    private static func answer(_ text: String) -> Answer? {
        guard let gap = text.firstRange(of: "\r\n\r\n"), text.hasPrefix("HTTP/1.1 ") else { return nil }
        let head = text[..<gap.lowerBound].split(separator: "\r\n")
        let body = String(text[gap.upperBound...])
        func field(_ name: String) -> String? {
            head.first { $0.lowercased().hasPrefix(name + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
        if let length = field("content-length").flatMap({ Int($0) }), body.utf8.count < length { return nil }
        let status = head.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        return Answer(status: status, body: body, address: field("location") ?? "")
    }
}
