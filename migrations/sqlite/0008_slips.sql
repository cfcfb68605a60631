-- The slip for a family: what was sent of it, and its words as the pool corrected them.

-- A link that an institution sent to a family. Of an appointment and a language there is one that works.
CREATE TABLE slip (
    id BLOB PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES request (id),
    -- Whose words: a code of the shipped texts.
    text_code TEXT NOT NULL,
    -- A digest of date, time, place and meeting point as they were then: the page says when they have changed.
    shown TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by BLOB REFERENCES person (id),
    revoked_at TEXT
);
CREATE UNIQUE INDEX slip_one_living ON slip (request_id, text_code) WHERE revoked_at IS NULL;

-- Every version of a text's sentences; the newest counts. Without `says`: as they were shipped.
CREATE TABLE slip_wording (
    id BLOB PRIMARY KEY,
    text_code TEXT NOT NULL,
    says TEXT,
    -- A native speaker has read exactly this version.
    checked_on TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB REFERENCES person (id)
);
CREATE INDEX slip_wording_text ON slip_wording (text_code, recorded_at);

-- Whose requests are these, and which lie ahead.
CREATE INDEX request_by_contact ON request (contact_id, filed_at);
