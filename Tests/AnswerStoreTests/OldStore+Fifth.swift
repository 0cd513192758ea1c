extension OldStores {
    /// A store as the program of the fifth version wrote it: that of the fourth, brought up, and a project with a judge.
    static let fifth = #"""
        PRAGMA foreign_keys = OFF;
        PRAGMA application_id = 1447841363;
        BEGIN TRANSACTION;
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES('1: studies, runs, replies, readings');
        INSERT INTO grdb_migrations VALUES('2: log-probabilities, spending');
        INSERT INTO grdb_migrations VALUES('3: who served, replies set aside, tallies');
        INSERT INTO grdb_migrations VALUES('4: items, questions and prompts once, labels, batches');
        INSERT INTO grdb_migrations VALUES('5: projects, participants, leases');
        CREATE TABLE study (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            protocolHash TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            actions TEXT
        , digest TEXT);
        INSERT INTO study VALUES(1,'tiny','00ff',replace('name: tiny\n','\n',char(10)),NULL,'a3e24c2d4584256e');
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            studyID INTEGER NOT NULL REFERENCES study(id),
            respondent TEXT NOT NULL,
            origin TEXT NOT NULL,
            settings TEXT NOT NULL,
            selections TEXT NOT NULL,
            toolVersion TEXT NOT NULL,
            started REAL NOT NULL,
            finished REAL,
            status TEXT NOT NULL
        );
        INSERT INTO run VALUES(1,'k',1,'simulated/subject','asked','{"temperature":0.2}','["{}"]','0.1.0',1700000000.0,1700000090.25,'stopped');
        INSERT INTO run VALUES(2,'imported',1,'gemma','imported','{}','["{}"]','0.1.0',1700000000.0,1700000000.0,'finished');
        CREATE TABLE dataset (
            name TEXT PRIMARY KEY,
            origin TEXT NOT NULL,
            actions TEXT NOT NULL,
            summary TEXT NOT NULL,
            imported REAL NOT NULL,
            digest TEXT
        );
        INSERT INTO dataset VALUES('via','a.csv','[]','{}',1700000000.0,'ea1b2b18756e04c5');
        CREATE TABLE item (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            dimensions TEXT NOT NULL
        );
        INSERT INTO item VALUES(1,'9960cbbb0b429fbab8d4693677d9e14a','scenario','{"country":"Philippines","topic":"Politics"}');
        INSERT INTO item VALUES(2,'ed979f9bf0c825afa041da582b0322bd','cell','{"country":"Philippines","topic":"Politics","value":"Daring"}');
        CREATE TABLE prompt (
            id INTEGER PRIMARY KEY,
            digest INTEGER NOT NULL,
            text TEXT NOT NULL
        );
        CREATE TABLE question (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL,
            kind TEXT NOT NULL,
            itemID INTEGER NOT NULL REFERENCES item(id),
            variant INTEGER NOT NULL,
            replicate INTEGER NOT NULL,
            first INTEGER,
            systemID INTEGER REFERENCES prompt(id),
            promptID INTEGER REFERENCES prompt(id)
        );
        INSERT INTO question VALUES(1,'q1','acted',2,3,0,1,NULL,NULL);
        INSERT INTO question VALUES(2,'q2','acted',2,3,0,0,NULL,NULL);
        INSERT INTO question VALUES(3,'q3','stated',1,3,0,NULL,NULL,NULL);
        INSERT INTO question VALUES(4,'imported/acted/Philippines/Politics/Daring/3','acted',2,3,0,1,NULL,NULL);
        CREATE TABLE served (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            kind TEXT NOT NULL,
            model TEXT NOT NULL,
            provider TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            omitted TEXT NOT NULL,
            finishReason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            variants INTEGER NOT NULL,
            replicates INTEGER NOT NULL,
            UNIQUE (runID, kind, model, provider, fingerprint, omitted, finishReason)
        );
        INSERT INTO served VALUES(1,1,'acted','m-1','','','','stop',1,4,1);
        INSERT INTO served VALUES(2,1,'acted','m-1','Together','fp_1','temperature,seed','stop',1,4,1);
        INSERT INTO served VALUES(3,1,'stated','m-1','','','','stop',1,4,1);
        INSERT INTO served VALUES(4,2,'acted','m-1','','','','stop',1,4,1);
        CREATE TABLE replyRow (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID INTEGER NOT NULL REFERENCES question(id),
            servedID INTEGER NOT NULL REFERENCES served(id),
            promptTokens INTEGER,
            completionTokens INTEGER,
            reasoningTokens INTEGER,
            latency REAL,
            attempts INTEGER NOT NULL,
            replied REAL,
            aside TEXT,
            asideAt REAL,
            asideBy INTEGER
        );
        INSERT INTO replyRow VALUES(1,1,1,2,12,7,NULL,0.25,2,1700000000.1249999999,NULL,NULL,NULL);
        INSERT INTO replyRow VALUES(2,1,2,1,12,7,NULL,0.25,2,1700000000.1249999999,NULL,NULL,NULL);
        INSERT INTO replyRow VALUES(3,1,3,3,12,7,3,0.25,2,1700000000.1249999999,NULL,NULL,NULL);
        INSERT INTO replyRow VALUES(4,2,4,4,NULL,NULL,NULL,0.25,2,1700000000.1249999999,NULL,NULL,NULL);
        INSERT INTO replyRow VALUES(5,1,2,1,12,7,NULL,0.25,2,1700000000.1249999999,'askedAgain',1700000002.0,77);
        INSERT INTO replyRow VALUES(6,1,1,1,12,7,NULL,0.25,2,1700000000.1249999999,'late',1700000003.0,78);
        CREATE TABLE sent (
            id INTEGER PRIMARY KEY,
            digest INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            systemAt INTEGER,
            promptAt INTEGER
        );
        CREATE TABLE raw (
            replyID INTEGER PRIMARY KEY REFERENCES replyRow(id),
            text TEXT NOT NULL,
            reasoning TEXT,
            response BLOB,
            sentID INTEGER REFERENCES sent(id),
            request BLOB,
            optionLogProbabilities TEXT
        );
        INSERT INTO raw VALUES(1,'{"action": "Option 1"}',NULL,X'00ff',NULL,X'7b2271223a227131227d','[["1",-0.1]]');
        INSERT INTO raw VALUES(2,CAST(x'610062' AS TEXT),NULL,X'00ff',NULL,X'7b2271223a227132227d',NULL);
        INSERT INTO raw VALUES(3,'I would rather not','hm',X'00ff',NULL,X'7b2271223a227133227d',NULL);
        INSERT INTO raw VALUES(4,'Option 1',NULL,NULL,NULL,NULL,NULL);
        INSERT INTO raw VALUES(5,'',NULL,X'00ff',NULL,X'7b2271223a227132227d',NULL);
        INSERT INTO raw VALUES(6,'second',NULL,X'00ff',NULL,X'7b2271223a227131227d',NULL);
        CREATE TABLE reading (
            replyID INTEGER NOT NULL REFERENCES replyRow(id),
            readerVersion INTEGER NOT NULL,
            state TEXT NOT NULL,
            reason TEXT,
            content TEXT,
            PRIMARY KEY (replyID, readerVersion)
        ) WITHOUT ROWID;
        INSERT INTO reading VALUES(1,1,'answered',NULL,'1');
        INSERT INTO reading VALUES(2,1,'answered',NULL,'2');
        INSERT INTO reading VALUES(2,2,'unreadable','ambiguous',NULL);
        INSERT INTO reading VALUES(3,1,'refused',NULL,NULL);
        INSERT INTO reading VALUES(4,1,'answered',NULL,'1');
        INSERT INTO reading VALUES(5,1,'unreadable','empty',NULL);
        INSERT INTO reading VALUES(6,1,'unreadable','noAnswer',NULL);
        CREATE TABLE failure (
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            failed REAL NOT NULL,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        INSERT INTO failure VALUES(1,'q9',2,'timeout','no answer',1700000001.0);
        CREATE TABLE spending (
            runID INTEGER PRIMARY KEY REFERENCES run(id),
            replies INTEGER NOT NULL DEFAULT 0,
            promptTokens INTEGER NOT NULL DEFAULT 0,
            completionTokens INTEGER NOT NULL DEFAULT 0,
            reasoningTokens INTEGER NOT NULL DEFAULT 0,
            silentPrompts INTEGER NOT NULL DEFAULT 0,
            silentCompletions INTEGER NOT NULL DEFAULT 0,
            longestPrompt INTEGER NOT NULL DEFAULT 0,
            longestCompletion INTEGER NOT NULL DEFAULT 0,
            lost INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO spending VALUES(1,5,60,35,3,0,0,12,7,0);
        INSERT INTO spending VALUES(2,1,0,0,0,1,1,0,0,0);
        CREATE TABLE tally (
            runID INTEGER NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            PRIMARY KEY (runID, kind, state, reason)
        ) WITHOUT ROWID;
        INSERT INTO tally VALUES(1,'acted','answered','',1);
        INSERT INTO tally VALUES(1,'acted','unreadable','ambiguous',1);
        INSERT INTO tally VALUES(1,'stated','refused','',1);
        INSERT INTO tally VALUES(2,'acted','answered','',1);
        CREATE TABLE worker (
            id INTEGER PRIMARY KEY,
            host TEXT NOT NULL,
            pid INTEGER NOT NULL,
            heartbeat REAL NOT NULL,
            atOnce INTEGER NOT NULL DEFAULT 0,
            bootID TEXT,
            namespace TEXT,
            born INTEGER,
            beats INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE claim (
            runID INTEGER NOT NULL,
            questionID INTEGER NOT NULL,
            workerID INTEGER NOT NULL REFERENCES worker(id) ON DELETE CASCADE,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        CREATE TABLE judge (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            details TEXT NOT NULL,
            added REAL NOT NULL,
            UNIQUE (kind, name, details)
        );
        CREATE TABLE label (
            id INTEGER PRIMARY KEY,
            itemID INTEGER NOT NULL REFERENCES item(id),
            judgeID INTEGER NOT NULL REFERENCES judge(id),
            criterion TEXT NOT NULL,
            content TEXT NOT NULL,
            undoes INTEGER UNIQUE REFERENCES label(id),
            labelled REAL NOT NULL
        );
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            providerID TEXT NOT NULL,
            state TEXT NOT NULL,
            sent REAL NOT NULL,
            ended REAL,
            questions INTEGER NOT NULL,
            replied INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            UNIQUE (runID, providerID)
        );
        CREATE INDEX promptByDigest ON prompt(digest);
        CREATE UNIQUE INDEX questionByHash ON question(hash, itemID, coalesce(first, -1));
        CREATE INDEX sentByDigest ON sent(digest);
        CREATE INDEX failureByCode ON failure(runID, code, failed);
        CREATE INDEX labelByItem ON label(itemID);
        CREATE INDEX labelByCriterion ON label(criterion, id);
        CREATE TRIGGER labelStays BEFORE UPDATE ON label BEGIN SELECT raise(ABORT, 'labels are never changed'); END;
        CREATE TRIGGER labelIsKept BEFORE DELETE ON label BEGIN SELECT raise(ABORT, 'labels are never removed'); END;
        CREATE UNIQUE INDEX replyToQuestion ON replyRow(runID, questionID) WHERE aside IS NULL;
        CREATE INDEX replyByRun ON replyRow(runID, id, questionID, aside) WHERE aside IS NULL;
        CREATE INDEX replyAside ON replyRow(runID, questionID) WHERE aside IS NOT NULL;
        CREATE VIEW reply AS
        SELECT numbers.id, numbers.runID, question.hash AS questionID, question.kind AS task,
            json_extract(item.dimensions, '$.country') AS country, json_extract(item.dimensions, '$.topic') AS topic,
            json_extract(item.dimensions, '$.value') AS value, question.variant, question.replicate, question.first,
            raw.text, raw.reasoning, nullif(served.finishReason, '') AS finishReason, nullif(served.model, '') AS model,
            numbers.promptTokens, numbers.completionTokens, numbers.reasoningTokens, numbers.latency, numbers.attempts,
            raw.response, strftime('%Y-%m-%d %H:%M:%f', numbers.replied, 'unixepoch') AS replied,
            raw.optionLogProbabilities, nullif(served.provider, '') AS provider,
            nullif(served.fingerprint, '') AS fingerprint, nullif(served.omitted, '') AS omitted,
            prompt.text AS prompt
        FROM replyRow AS numbers JOIN question ON question.id = numbers.questionID
            JOIN item ON item.id = question.itemID JOIN served ON served.id = numbers.servedID
            JOIN raw ON raw.replyID = numbers.id LEFT JOIN prompt ON prompt.id = question.promptID
        WHERE numbers.aside IS NULL;
        INSERT INTO judge VALUES(1,'person','Anna','{}',1700000000.0);
        INSERT INTO label VALUES(1,2,1,'c@1/right','{"answer":"yes"}',NULL,1700000001.0);
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
        INSERT INTO judge VALUES(2,'person','anna','{}',1700000000.0);
        INSERT INTO project VALUES(1,'first','{}','secret',1700000000.0);
        INSERT INTO participant VALUES(1,1,2,'judge','link',1700000000.0);
        INSERT INTO projectItem VALUES(1,0,2,NULL);
        INSERT INTO lease VALUES(1,1,2,1,1700000000.0,1700000900.0);
        COMMIT;
        """#
}
