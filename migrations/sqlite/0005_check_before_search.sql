-- A coordinator looks first: what is doubtful waits before anybody is asked.

-- Null: nothing to check. By check_by the institution hears.
ALTER TABLE request ADD COLUMN check_state TEXT CHECK (check_state IN ('waiting', 'asked', 'approved', 'refused'));
ALTER TABLE request ADD COLUMN check_by TEXT;
ALTER TABLE request ADD COLUMN check_decided_at TEXT;
ALTER TABLE request ADD COLUMN check_decided_by BLOB REFERENCES person (id);
-- Why it was refused and where to go: mailed to the contact.
ALTER TABLE request ADD COLUMN check_referral TEXT;

-- What a coordinator asks the contact before deciding, and the answer.
CREATE TABLE check_question (
    id BLOB PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES request (id),
    question TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by BLOB REFERENCES person (id),
    answer TEXT,
    answered_at TEXT,
    answered_by BLOB REFERENCES person (id)
);
CREATE INDEX check_question_request ON check_question (request_id, asked_at);
CREATE UNIQUE INDEX check_question_one_open ON check_question (request_id) WHERE answered_at IS NULL;

-- Its doubtful topics are not checked.
ALTER TABLE institution ADD COLUMN trusted_since TEXT;
ALTER TABLE institution ADD COLUMN trusted_by BLOB REFERENCES person (id);
