-- The volunteer's own page, erasure, and deadlines that are carried out.

-- Since when this row says nothing about anybody any more.
ALTER TABLE person ADD COLUMN erased_at TEXT;

-- A language, or a higher level, that a volunteer has named and no coordinator has looked at yet.
CREATE TABLE language_wish (
    volunteer_id BLOB NOT NULL REFERENCES volunteer (id),
    language TEXT NOT NULL,
    level TEXT NOT NULL,
    wished_at TEXT NOT NULL,
    PRIMARY KEY (volunteer_id, language)
);

-- What an erasure took away and what it left: codes and counts, nothing about the person.
CREATE TABLE erasure (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL UNIQUE REFERENCES person (id),
    erased_at TEXT NOT NULL,
    erased_by BLOB REFERENCES person (id),
    report TEXT NOT NULL
);

-- For the nightly run, and for everything that is kept about one person.
CREATE INDEX outbox_person ON outbox (person_id);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX task_volunteer ON task (volunteer_id);
