extension OldStores {
    /// A store as the program of the third version wrote it.
    static let third = #"""
        PRAGMA foreign_keys = OFF;
        PRAGMA application_id = 1447841363;
        BEGIN TRANSACTION;
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES('1: studies, runs, replies, readings');
        INSERT INTO grdb_migrations VALUES('2: log-probabilities, spending');
        INSERT INTO grdb_migrations VALUES('3: who served, replies set aside, tallies');
        CREATE TABLE study (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            protocolHash TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            actions TEXT
        , digest TEXT);
        INSERT INTO study VALUES(1,'tiny','00ff',replace('name: tiny\n','\n',char(10)),NULL,'a3e24c2d4584256e');
        CREATE TABLE dataset (
            name TEXT PRIMARY KEY,
            origin TEXT NOT NULL,
            actions TEXT NOT NULL,
            summary TEXT NOT NULL,
            imported TEXT NOT NULL
        , digest TEXT);
        INSERT INTO dataset VALUES('via','a.csv','[]','{}','2023-11-14T22:13:20.000Z','ea1b2b18756e04c5');
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            studyID INTEGER NOT NULL REFERENCES study(id),
            respondent TEXT NOT NULL,
            origin TEXT NOT NULL CHECK (origin IN ('asked', 'imported')),
            settings TEXT NOT NULL,
            selections TEXT NOT NULL,
            toolVersion TEXT NOT NULL,
            started TEXT NOT NULL,
            finished TEXT,
            status TEXT NOT NULL CHECK (status IN ('running', 'stopped', 'finished'))
        );
        INSERT INTO run VALUES(1,'k',1,'simulated/subject','asked','{"temperature":0.2}','["{}"]','0.1.0','2023-11-14T22:13:20.000Z','2023-11-14T22:14:50.250Z','stopped');
        INSERT INTO run VALUES(2,'imported',1,'gemma','imported','{}','["{}"]','0.1.0','2023-11-14T22:13:20.000Z','2023-11-14T22:13:20.000Z','finished');
        CREATE TABLE reply (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID TEXT NOT NULL,
            task TEXT NOT NULL CHECK (task IN ('stated', 'acted')),
            country TEXT NOT NULL,
            topic TEXT NOT NULL,
            value TEXT,
            variant INTEGER NOT NULL,
            replicate INTEGER NOT NULL,
            first INTEGER CHECK (first IN (0, 1)),
            text TEXT NOT NULL,
            reasoning TEXT,
            finishReason TEXT,
            model TEXT,
            promptTokens INTEGER,
            completionTokens INTEGER,
            reasoningTokens INTEGER,
            latency REAL,
            attempts INTEGER NOT NULL,
            request BLOB,
            response BLOB,
            replied TEXT NOT NULL, optionLogProbabilities TEXT, provider TEXT, fingerprint TEXT, omitted TEXT,
            UNIQUE (runID, questionID)
        );
        INSERT INTO reply VALUES(1,1,'q1','acted','Philippines','Politics','Daring',3,0,1,'{"action": "Option 1"}',NULL,'stop','m-1',12,7,NULL,0.25,2,X'7b2271223a227131227d',X'00ff','2023-11-14T22:13:20.125Z','[["1",-0.1]]','Together','fp_1','temperature,seed');
        INSERT INTO reply VALUES(2,1,'q2','acted','Philippines','Politics','Daring',3,0,0,CAST(x'610062' AS TEXT),NULL,'stop','m-1',12,7,NULL,0.25,2,X'7b2271223a227132227d',X'00ff','2023-11-14T22:13:20.125Z',NULL,NULL,NULL,NULL);
        INSERT INTO reply VALUES(3,1,'q3','stated','Philippines','Politics',NULL,3,0,NULL,'I would rather not','hm','stop','m-1',12,7,3,0.25,2,X'7b2271223a227133227d',X'00ff','2023-11-14T22:13:20.125Z',NULL,NULL,NULL,NULL);
        INSERT INTO reply VALUES(4,2,'imported/acted/Philippines/Politics/Daring/3','acted','Philippines','Politics','Daring',3,0,1,'Option 1',NULL,'stop','m-1',NULL,NULL,NULL,0.25,2,NULL,NULL,'2023-11-14T22:13:20.125Z',NULL,NULL,NULL,NULL);
        CREATE TABLE reading (
            replyID INTEGER NOT NULL REFERENCES reply(id),
            readerVersion INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('answered', 'refused', 'unreadable')),
            reason TEXT,
            content TEXT,
            PRIMARY KEY (replyID, readerVersion)
        ) WITHOUT ROWID;
        INSERT INTO reading VALUES(1,1,'answered',NULL,'1');
        INSERT INTO reading VALUES(2,1,'answered',NULL,'2');
        INSERT INTO reading VALUES(2,2,'unreadable','ambiguous',NULL);
        INSERT INTO reading VALUES(3,1,'refused',NULL,NULL);
        INSERT INTO reading VALUES(4,1,'answered',NULL,'1');
        CREATE TABLE failure (
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            failed TEXT NOT NULL,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        INSERT INTO failure VALUES(1,'q9',2,'timeout','no answer','2023-11-14T22:13:21.000Z');
        CREATE TABLE worker (
            id INTEGER PRIMARY KEY,
            host TEXT NOT NULL,
            pid INTEGER NOT NULL,
            heartbeat REAL NOT NULL
        , atOnce INTEGER NOT NULL DEFAULT 0, bootID TEXT, namespace TEXT, born INTEGER, beats INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE claim (
            runID INTEGER NOT NULL,
            questionID TEXT NOT NULL,
            workerID INTEGER NOT NULL REFERENCES worker(id) ON DELETE CASCADE,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
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
        CREATE TABLE setAside (
            id INTEGER PRIMARY KEY,
            cause TEXT NOT NULL CHECK (cause IN ('askedAgain', 'late')),
            setAside TEXT NOT NULL,
            workerID INTEGER,
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID TEXT,
            task TEXT,
            country TEXT,
            topic TEXT,
            value TEXT,
            variant INTEGER,
            replicate INTEGER,
            first INTEGER,
            text TEXT,
            reasoning TEXT,
            finishReason TEXT,
            model TEXT,
            promptTokens INTEGER,
            completionTokens INTEGER,
            reasoningTokens INTEGER,
            latency REAL,
            attempts INTEGER,
            request BLOB,
            response BLOB,
            replied TEXT,
            optionLogProbabilities TEXT,
            provider TEXT,
            fingerprint TEXT,
            omitted TEXT
        );
        INSERT INTO setAside VALUES(1,'askedAgain','2023-11-14T22:13:22.000Z',77,1,'q2','acted','Philippines','Politics','Daring',3,0,0,'',NULL,'stop','m-1',12,7,NULL,0.25,2,X'7b2271223a227132227d',X'00ff','2023-11-14T22:13:20.125Z',NULL,NULL,NULL,NULL);
        INSERT INTO setAside VALUES(2,'late','2023-11-14T22:13:23.000Z',78,1,'q1','acted','Philippines','Politics','Daring',3,0,1,'second',NULL,'stop','m-1',12,7,NULL,0.25,2,X'7b2271223a227131227d',X'00ff','2023-11-14T22:13:20.125Z',NULL,NULL,NULL,NULL);
        CREATE TABLE setAsideReading (
            setAsideID INTEGER NOT NULL REFERENCES setAside(id),
            readerVersion INTEGER NOT NULL,
            state TEXT NOT NULL,
            reason TEXT,
            content TEXT,
            PRIMARY KEY (setAsideID, readerVersion)
        ) WITHOUT ROWID;
        INSERT INTO setAsideReading VALUES(1,1,'unreadable','empty',NULL);
        INSERT INTO setAsideReading VALUES(2,1,'unreadable','noAnswer',NULL);
        CREATE TABLE tally (
            runID INTEGER NOT NULL,
            task TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            PRIMARY KEY (runID, task, state, reason)
        ) WITHOUT ROWID;
        INSERT INTO tally VALUES(1,'acted','answered','',1);
        INSERT INTO tally VALUES(1,'acted','unreadable','ambiguous',1);
        INSERT INTO tally VALUES(1,'stated','refused','',1);
        INSERT INTO tally VALUES(2,'acted','answered','',1);
        CREATE TABLE served (
            runID INTEGER NOT NULL,
            task TEXT NOT NULL,
            model TEXT NOT NULL,
            provider TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            omitted TEXT NOT NULL,
            finishReason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            variants INTEGER NOT NULL,
            replicates INTEGER NOT NULL,
            PRIMARY KEY (runID, task, model, provider, fingerprint, omitted, finishReason)
        ) WITHOUT ROWID;
        INSERT INTO served VALUES(1,'acted','m-1','','','','stop',1,4,1);
        INSERT INTO served VALUES(1,'acted','m-1','Together','fp_1','temperature,seed','stop',1,4,1);
        INSERT INTO served VALUES(1,'stated','m-1','','','','stop',1,4,1);
        INSERT INTO served VALUES(2,'acted','m-1','','','','stop',1,4,1);
        CREATE INDEX claimByWorker ON claim(workerID);
        CREATE INDEX setAsideByQuestion ON setAside(runID, questionID);
        CREATE INDEX replyPlace ON reply(runID, id, task, country, topic, value, variant, replicate, first);
        CREATE TRIGGER replyIsServed AFTER INSERT ON reply BEGIN
            INSERT INTO served VALUES (new.runID, new.task, coalesce(new.model, ''), coalesce(new.provider, ''),
                coalesce(new.fingerprint, ''), coalesce(new.omitted, ''), coalesce(new.finishReason, ''), 1,
                new.variant + 1, new.replicate + 1)
            ON CONFLICT (runID, task, model, provider, fingerprint, omitted, finishReason) DO UPDATE
            SET replies = replies + 1, variants = max(variants, excluded.variants),
                replicates = max(replicates, excluded.replicates);
        END;
        CREATE TRIGGER readingIsCounted BEFORE INSERT ON reading BEGIN
            UPDATE tally SET replies = replies - 1
            WHERE (runID, task, state, reason) =
                (SELECT r.runID, r.task, g.state, coalesce(g.reason, '') FROM reading g JOIN reply r ON r.id = g.replyID
                WHERE g.replyID = new.replyID ORDER BY g.readerVersion DESC LIMIT 1)
            AND NOT EXISTS
                (SELECT 1 FROM reading WHERE replyID = new.replyID AND readerVersion > new.readerVersion);
            INSERT INTO tally
            SELECT runID, task, new.state, coalesce(new.reason, ''), 1 FROM reply
            WHERE id = new.replyID AND NOT EXISTS
                (SELECT 1 FROM reading WHERE replyID = new.replyID AND readerVersion > new.readerVersion)
            ON CONFLICT (runID, task, state, reason) DO UPDATE SET replies = replies + 1;
        END;
        CREATE TRIGGER replyLeaves BEFORE DELETE ON reply BEGIN
            UPDATE tally SET replies = replies - 1
            WHERE (runID, task, state, reason) =
                (SELECT old.runID, old.task, state, coalesce(reason, '') FROM reading
                WHERE replyID = old.id ORDER BY readerVersion DESC LIMIT 1);
            UPDATE served SET replies = replies - 1
            WHERE runID = old.runID AND task = old.task AND model = coalesce(old.model, '')
                AND provider = coalesce(old.provider, '') AND fingerprint = coalesce(old.fingerprint, '')
                AND omitted = coalesce(old.omitted, '') AND finishReason = coalesce(old.finishReason, '');
        END;
        CREATE TRIGGER replySpends AFTER INSERT ON reply BEGIN
            INSERT INTO spending (runID) VALUES (new.runID) ON CONFLICT DO NOTHING;
        UPDATE spending SET replies = replies + 1,
            promptTokens = promptTokens + coalesce((CASE WHEN typeof(new.promptTokens) = 'integer' AND new.promptTokens BETWEEN 1 AND 100000000 THEN new.promptTokens END), 0),
            completionTokens = completionTokens + coalesce((CASE WHEN typeof(new.completionTokens) = 'integer' AND new.completionTokens BETWEEN 0 AND 100000000 THEN new.completionTokens END), 0),
            reasoningTokens = reasoningTokens + coalesce((CASE WHEN typeof(new.reasoningTokens) = 'integer' AND new.reasoningTokens BETWEEN 0 AND 100000000 THEN new.reasoningTokens END), 0),
            silentPrompts = silentPrompts + ((CASE WHEN typeof(new.promptTokens) = 'integer' AND new.promptTokens BETWEEN 1 AND 100000000 THEN new.promptTokens END) IS NULL),
            silentCompletions = silentCompletions + ((CASE WHEN typeof(new.completionTokens) = 'integer' AND new.completionTokens BETWEEN 0 AND 100000000 THEN new.completionTokens END) IS NULL),
            longestPrompt = max(longestPrompt, coalesce((CASE WHEN typeof(new.promptTokens) = 'integer' AND new.promptTokens BETWEEN 1 AND 100000000 THEN new.promptTokens END), 0)),
            longestCompletion = max(longestCompletion, coalesce((CASE WHEN typeof(new.completionTokens) = 'integer' AND new.completionTokens BETWEEN 0 AND 100000000 THEN new.completionTokens END), 0))
        WHERE runID = new.runID;
        END;
        CREATE TRIGGER lateReplySpends AFTER INSERT ON setAside WHEN new.cause = 'late' BEGIN
            INSERT INTO spending (runID) VALUES (new.runID) ON CONFLICT DO NOTHING;
        UPDATE spending SET replies = replies + 1,
            promptTokens = promptTokens + coalesce((CASE WHEN typeof(new.promptTokens) = 'integer' AND new.promptTokens BETWEEN 1 AND 100000000 THEN new.promptTokens END), 0),
            completionTokens = completionTokens + coalesce((CASE WHEN typeof(new.completionTokens) = 'integer' AND new.completionTokens BETWEEN 0 AND 100000000 THEN new.completionTokens END), 0),
            reasoningTokens = reasoningTokens + coalesce((CASE WHEN typeof(new.reasoningTokens) = 'integer' AND new.reasoningTokens BETWEEN 0 AND 100000000 THEN new.reasoningTokens END), 0),
            silentPrompts = silentPrompts + ((CASE WHEN typeof(new.promptTokens) = 'integer' AND new.promptTokens BETWEEN 1 AND 100000000 THEN new.promptTokens END) IS NULL),
            silentCompletions = silentCompletions + ((CASE WHEN typeof(new.completionTokens) = 'integer' AND new.completionTokens BETWEEN 0 AND 100000000 THEN new.completionTokens END) IS NULL),
            longestPrompt = max(longestPrompt, coalesce((CASE WHEN typeof(new.promptTokens) = 'integer' AND new.promptTokens BETWEEN 1 AND 100000000 THEN new.promptTokens END), 0)),
            longestCompletion = max(longestCompletion, coalesce((CASE WHEN typeof(new.completionTokens) = 'integer' AND new.completionTokens BETWEEN 0 AND 100000000 THEN new.completionTokens END), 0))
        WHERE runID = new.runID;
        END;
        COMMIT;
        """#
}
