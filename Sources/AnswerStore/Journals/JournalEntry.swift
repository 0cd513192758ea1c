import Foundation
package import Text

/// What a line of a journal holds.
package enum JournalEntry: Sendable, Equatable {
    /// The first line: whose journal it is.
    case header(JournalHeader)
    /// A reply that was paid for; with when the reply came that it stands in place of, where its question was asked again.
    case reply(ReplyRecord, replaces: Double?)
    /// A question that was asked in vain.
    case failure(FailureRecord)
    /// Attempts that may have been charged and brought no reply.
    case lost(Int)
    /// The last line of a process that ended in order: where it left its part of the run, and when.
    case end(RunStatus, at: Double)

    /// As it stands in a line.
    package var json: JSONValue {
        switch self {
        case .header(let header): ["kind": "journal", "header": header.json]
        case .reply(let reply, let replaces):
            .object(
                [JSONValue.Member("kind", "reply")] + reply.journalMembers
                    + (replaces.map { [JSONValue.Member("replaces", .number($0))] } ?? []))
        case .failure(let failure):
            [
                "kind": "failure", "question": .string(failure.questionID), "attempts": .integer(failure.attempts),
                "code": .string(failure.code), "message": .string(failure.message),
                "failed": .number(failure.failed.timeIntervalSince1970),
            ]
        case .lost(let attempts): ["kind": "lost", "attempts": .integer(attempts)]
        case .end(let status, let at): ["kind": "end", "status": .string(status.rawValue), "at": .number(at)]
        }
    }

    /// - Returns: `nil` where the document is no entry of this format.
    package init?(_ json: JSONValue) {
        switch json["kind"]?.string {
        case "journal":
            guard let header = json["header"].flatMap(JournalHeader.init) else { return nil }
            self = .header(header)
        case "reply":
            guard let reply = ReplyRecord(journal: json) else { return nil }
            self = .reply(reply, replaces: json["replaces"]?.double)
        case "failure":
            guard let question = json["question"]?.string, let attempts = json["attempts"]?.integer,
                let code = json["code"]?.string, let message = json["message"]?.string,
                let failed = json["failed"]?.double
            else { return nil }
            self = .failure(
                FailureRecord(
                    questionID: question, attempts: attempts, code: code, message: message,
                    failed: Date(timeIntervalSince1970: failed)))
        case "lost":
            guard let attempts = json["attempts"]?.integer, (0...1_000_000_000).contains(attempts) else { return nil }
            self = .lost(attempts)
        case "end":
            guard let status = json["status"]?.string.flatMap(RunStatus.init), let at = json["at"]?.double else {
                return nil
            }
            self = .end(status, at: at)
        default: return nil
        }
    }
}

/// Whose journal a file is.
package struct JournalHeader: Sendable, Equatable {
    /// The version of the format; a reader refuses later ones.
    package static let format = 1

    /// The run, as it is stored.
    package var run: RunRecord
    /// The hash of the study that it is asked.
    package var protocolHash: String
    /// The study's short name.
    package var study: String
    /// The part, from 1, and of how many; 1 of 1 for a whole run.
    package var shard: Int, shards: Int
    /// When this process began to write, in seconds since 1970.
    package var began: Double
    /// How many questions the process may have in flight.
    package var atOnce: Int

    package init(
        run: RunRecord, protocolHash: String, study: String, shard: Int, shards: Int, began: Double, atOnce: Int
    ) {
        (self.run, self.protocolHash, self.study) = (run, protocolHash, study)
        (self.shard, self.shards, self.began, self.atOnce) = (shard, shards, began, atOnce)
    }

    /// As it stands in a line.
    package var json: JSONValue {
        [
            "format": .integer(Self.format), "study": .string(study), "protocol": .string(protocolHash),
            "shard": .integer(shard), "shards": .integer(shards), "began": .number(began), "atOnce": .integer(atOnce),
            "run": [
                "key": .string(run.key), "respondent": .string(run.respondent), "origin": .string(run.origin.rawValue),
                "settings": .string(run.settings), "selections": .array(run.selections.map(JSONValue.string)),
                "toolVersion": .string(run.toolVersion), "started": .number(run.started.timeIntervalSince1970),
            ],
        ]
    }

    package init?(_ json: JSONValue) {
        guard json["format"]?.integer == Self.format, let study = json["study"]?.string,
            let hash = json["protocol"]?.string, let shard = json["shard"]?.integer,
            let shards = json["shards"]?.integer,
            (1...1_000_000).contains(shards), (1...shards).contains(shard), let began = json["began"]?.double,
            let atOnce = json["atOnce"]?.integer, let run = json["run"], let key = run["key"]?.string,
            let respondent = run["respondent"]?.string, let origin = run["origin"]?.string.flatMap(RunOrigin.init),
            let settings = run["settings"]?.string, let selections = run["selections"]?.array,
            let version = run["toolVersion"]?.string, let started = run["started"]?.double
        else { return nil }
        self.init(
            run: RunRecord(
                key: key, respondent: respondent, origin: origin, settings: settings,
                selections: selections.compactMap(\.string), toolVersion: version,
                started: Date(timeIntervalSince1970: started)),
            protocolHash: hash, study: study, shard: shard, shards: shards, began: began, atOnce: atOnce)
    }
}
