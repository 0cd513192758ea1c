/// What the fifth version holds: who judges what. Judgements themselves are labels.
extension Schema {
    /// A project and what is judged in it. Of an item only what it is about stands in `item`; what its judges read, an action with
    /// its spans and explanation, stands in `shown`, once, whatever projects it is in.
    static let projects = """
        CREATE TABLE project (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            definition TEXT NOT NULL,
            secret TEXT NOT NULL,
            made REAL NOT NULL
        );
        CREATE TABLE shown (
            itemID INTEGER PRIMARY KEY REFERENCES item(id),
            content TEXT NOT NULL
        );
        CREATE TABLE projectItem (
            projectID INTEGER NOT NULL REFERENCES project(id),
            position INTEGER NOT NULL,
            itemID INTEGER NOT NULL REFERENCES item(id),
            gold TEXT,
            PRIMARY KEY (projectID, position)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX projectItemByItem ON projectItem(projectID, itemID);
        CREATE TABLE participant (
            id INTEGER PRIMARY KEY,
            projectID INTEGER NOT NULL REFERENCES project(id),
            judgeID INTEGER NOT NULL REFERENCES judge(id),
            role TEXT NOT NULL,
            secret TEXT NOT NULL UNIQUE,
            added REAL NOT NULL,
            UNIQUE (projectID, judgeID)
        );
        """

    /// Who was given which item, and holds it until when: nothing that lasts. A row stays when its time is over, so that a late answer
    /// is known for one; a person's rows in their order are the items that they have seen.
    static let leases = """
        CREATE TABLE lease (
            id INTEGER PRIMARY KEY,
            projectID INTEGER NOT NULL REFERENCES project(id),
            itemID INTEGER NOT NULL REFERENCES item(id),
            participantID INTEGER NOT NULL REFERENCES participant(id),
            granted REAL NOT NULL,
            until REAL NOT NULL,
            UNIQUE (projectID, itemID, participantID)
        );
        CREATE INDEX leaseByParticipant ON lease(participantID, id);
        CREATE INDEX labelByJudge ON label(judgeID, id);
        """
}
