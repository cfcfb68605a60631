-- People and their second factor, the human's part, and what happened at an appointment.

-- The secret is derived from the server's key and this row's id; it stands nowhere.
CREATE TABLE second_factor (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    key_number INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    confirmed_at TEXT,
    -- The newest 30-second step whose code was used: no code counts twice.
    last_step INTEGER,
    ended_at TEXT
);
CREATE UNIQUE INDEX second_factor_one_in_force ON second_factor (person_id)
    WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;

CREATE TABLE recovery_code (
    id BLOB PRIMARY KEY,
    second_factor_id BLOB NOT NULL REFERENCES second_factor (id),
    code_hash TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX recovery_code_factor ON recovery_code (second_factor_id);

-- The network is the client's address without its last part; the row is deleted long before the audit trail.
ALTER TABLE session ADD COLUMN network TEXT;
ALTER TABLE session ADD COLUMN second_factor_at TEXT;
ALTER TABLE audit ADD COLUMN session_id BLOB;

ALTER TABLE coordinator ADD COLUMN ended_at TEXT;
ALTER TABLE contact ADD COLUMN ended_at TEXT;
ALTER TABLE volunteer ADD COLUMN retired_at TEXT;
ALTER TABLE institution ADD COLUMN kind TEXT;
ALTER TABLE institution ADD COLUMN state_changed_at TEXT;
-- Why an application was refused: mailed to whoever applied.
ALTER TABLE institution ADD COLUMN refusal_reason TEXT;
-- The form that made it: sent twice, it is one institution.
ALTER TABLE institution ADD COLUMN form_key BLOB;
CREATE UNIQUE INDEX institution_form_key ON institution (form_key);

ALTER TABLE qualification ADD COLUMN recorded_at TEXT;
ALTER TABLE qualification ADD COLUMN revoked_at TEXT;
ALTER TABLE qualification ADD COLUMN revoked_by BLOB REFERENCES person (id);

-- A coordinator who writes for a caller.
ALTER TABLE request_draft ADD COLUMN filed_by BLOB REFERENCES person (id);

-- Closed as unfilled by a person. JSON array of languages accepted besides, for this request only.
-- A "no" from before its dates changed was said to other dates.
ALTER TABLE request ADD COLUMN closed_at TEXT;
ALTER TABLE request ADD COLUMN closed_by BLOB REFERENCES person (id);
ALTER TABLE request ADD COLUMN closed_reason TEXT;
ALTER TABLE request ADD COLUMN closed_note TEXT;
-- Who called it off: the contact, a coordinator for the institution, or the pool itself.
ALTER TABLE request ADD COLUMN cancelled_role TEXT CHECK (cancelled_role IN ('contact', 'coordinator', 'pool'));
ALTER TABLE request ADD COLUMN also_accept TEXT;
ALTER TABLE request ADD COLUMN dates_changed_at TEXT;

-- Assigned by hand: by whom, against which reasons (JSON array of codes), and why all the same.
ALTER TABLE assignment ADD COLUMN assigned_by BLOB REFERENCES person (id);
ALTER TABLE assignment ADD COLUMN overridden TEXT;
ALTER TABLE assignment ADD COLUMN override_reason TEXT;

-- What happened at an appointment: one row per assignment that was not called off.
CREATE TABLE proof (
    assignment_id BLOB PRIMARY KEY REFERENCES assignment (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'reported', 'done', 'disputed')),
    -- What counts, once done.
    outcome TEXT CHECK (outcome IN ('held', 'client_absent', 'not_held')),
    started_at TEXT,
    ended_at TEXT,
    volunteer_reminders INTEGER NOT NULL,
    institution_reminders INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    closed_at TEXT
);
CREATE INDEX proof_state ON proof (state);

-- Each side's word, every version kept; the newest of a side counts.
CREATE TABLE proof_version (
    id BLOB PRIMARY KEY,
    assignment_id BLOB NOT NULL REFERENCES assignment (id),
    side TEXT NOT NULL CHECK (side IN ('volunteer', 'institution', 'coordinator')),
    outcome TEXT NOT NULL CHECK (outcome IN ('held', 'client_absent', 'not_held')),
    started_at TEXT,
    ended_at TEXT,
    travel_minutes INTEGER,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB REFERENCES person (id)
);
CREATE INDEX proof_version_assignment ON proof_version (assignment_id, recorded_at);
CREATE TRIGGER proof_version_no_update
BEFORE UPDATE OF assignment_id, side, outcome, started_at, ended_at, travel_minutes, recorded_at ON proof_version
BEGIN SELECT RAISE(ABORT, 'proof_version is append-only'); END;
CREATE TRIGGER proof_version_no_delete BEFORE DELETE ON proof_version
BEGIN SELECT RAISE(ABORT, 'proof_version is append-only'); END;

-- A mail that came to the pool's address: something a person has to read. The text is kept for a while only.
CREATE TABLE inbound_mail (
    id BLOB PRIMARY KEY,
    -- SHA-256 of the message: handed over twice, it is one.
    digest TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('bounce', 'reply')),
    person_id BLOB REFERENCES person (id),
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    about_mail_id BLOB REFERENCES outbox (id),
    received_at TEXT NOT NULL
);

ALTER TABLE task ADD COLUMN institution_id BLOB REFERENCES institution (id);
ALTER TABLE task ADD COLUMN assignment_id BLOB REFERENCES assignment (id);
ALTER TABLE task ADD COLUMN inbound_mail_id BLOB REFERENCES inbound_mail (id);

-- Assignments accepted before there were proofs: asked about when they are over, those that still lie ahead.
INSERT INTO timer (id, kind, subject_id, due_at, attempts)
SELECT id, 'proof', id, ends_at, 0 FROM assignment
WHERE ended_at IS NULL AND ends_at > (SELECT MAX(at) FROM audit);
