extension OldStores {
    /// A store as the program of the first version wrote it.
    static let first = #"""
        PRAGMA foreign_keys = OFF;
        PRAGMA application_id = 1447841363;
        BEGIN TRANSACTION;
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES('1: studies, runs, replies, readings');
        CREATE TABLE study (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            protocolHash TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            actions TEXT
        );
        INSERT INTO study VALUES(1,'tiny','00ff',replace('name: tiny\n','\n',char(10)),NULL);
        CREATE TABLE dataset (
            name TEXT PRIMARY KEY,
            origin TEXT NOT NULL,
            actions TEXT NOT NULL,
            summary TEXT NOT NULL,
            imported TEXT NOT NULL
        );
        INSERT INTO dataset VALUES('via','a.csv','[]','{}','2023-11-14T22:13:20.000Z');
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
            replied TEXT NOT NULL,
            UNIQUE (runID, questionID)
        );
        INSERT INTO reply VALUES(1,1,'q1','acted','Philippines','Politics','Daring',3,0,1,'{"action": "Option 1"}',NULL,'stop','m-1',12,7,NULL,0.25,2,X'7b2271223a227131227d',X'00ff','2023-11-14T22:13:20.125Z');
        INSERT INTO reply VALUES(2,1,'q2','acted','Philippines','Politics','Daring',3,0,0,CAST(x'610062' AS TEXT),NULL,'stop','m-1',12,7,NULL,0.25,2,X'7b2271223a227132227d',X'00ff','2023-11-14T22:13:20.125Z');
        INSERT INTO reply VALUES(3,1,'q3','stated','Philippines','Politics',NULL,3,0,NULL,'I would rather not','hm','stop','m-1',12,7,3,0.25,2,X'7b2271223a227133227d',X'00ff','2023-11-14T22:13:20.125Z');
        INSERT INTO reply VALUES(4,2,'imported/acted/Philippines/Politics/Daring/3','acted','Philippines','Politics','Daring',3,0,1,'Option 1',NULL,'stop','m-1',NULL,NULL,NULL,0.25,2,NULL,NULL,'2023-11-14T22:13:20.125Z');
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
        );
        CREATE TABLE claim (
            runID INTEGER NOT NULL,
            questionID TEXT NOT NULL,
            workerID INTEGER NOT NULL REFERENCES worker(id) ON DELETE CASCADE,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        CREATE INDEX claimByWorker ON claim(workerID);
        COMMIT;
        """#
}
