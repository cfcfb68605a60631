-- People and their second factor, the human's part, and what happened at an appointment.

-- The secret is derived from the server's key and this row's id; it stands nowhere.
CREATE TABLE second_factor (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    key_number BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    confirmed_at TIMESTAMPTZ,
    -- The newest 30-second step whose code was used: no code counts twice.
    last_step BIGINT,
    ended_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX second_factor_one_in_force ON second_factor (person_id)
    WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;

CREATE TABLE recovery_code (
    id UUID PRIMARY KEY,
    second_factor_id UUID NOT NULL REFERENCES second_factor (id),
    code_hash TEXT NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX recovery_code_factor ON recovery_code (second_factor_id);

-- The network is the client's address without its last part; the row is deleted long before the audit trail.
ALTER TABLE session ADD COLUMN network TEXT;
ALTER TABLE session ADD COLUMN second_factor_at TIMESTAMPTZ;
ALTER TABLE audit ADD COLUMN session_id UUID;

ALTER TABLE coordinator ADD COLUMN ended_at TIMESTAMPTZ;
ALTER TABLE contact ADD COLUMN ended_at TIMESTAMPTZ;
ALTER TABLE volunteer ADD COLUMN retired_at TIMESTAMPTZ;
ALTER TABLE institution ADD COLUMN kind TEXT;
ALTER TABLE institution ADD COLUMN state_changed_at TIMESTAMPTZ;
-- Why an application was refused: mailed to whoever applied.
ALTER TABLE institution ADD COLUMN refusal_reason TEXT;
-- The form that made it: sent twice, it is one institution.
ALTER TABLE institution ADD COLUMN form_key UUID;
CREATE UNIQUE INDEX institution_form_key ON institution (form_key);

ALTER TABLE qualification ADD COLUMN recorded_at TIMESTAMPTZ;
ALTER TABLE qualification ADD COLUMN revoked_at TIMESTAMPTZ;
ALTER TABLE qualification ADD COLUMN revoked_by UUID REFERENCES person (id);

-- A coordinator who writes for a caller.
ALTER TABLE request_draft ADD COLUMN filed_by UUID REFERENCES person (id);

-- Closed as unfilled by a person. JSON array of languages accepted besides, for this request only.
-- A "no" from before its dates changed was said to other dates.
ALTER TABLE request ADD COLUMN closed_at TIMESTAMPTZ;
ALTER TABLE request ADD COLUMN closed_by UUID REFERENCES person (id);
ALTER TABLE request ADD COLUMN closed_reason TEXT;
ALTER TABLE request ADD COLUMN closed_note TEXT;
-- Who called it off: the contact, a coordinator for the institution, or the pool itself.
ALTER TABLE request ADD COLUMN cancelled_role TEXT CHECK (cancelled_role IN ('contact', 'coordinator', 'pool'));
ALTER TABLE request ADD COLUMN also_accept TEXT;
ALTER TABLE request ADD COLUMN dates_changed_at TIMESTAMPTZ;

-- Assigned by hand: by whom, against which reasons (JSON array of codes), and why all the same.
ALTER TABLE assignment ADD COLUMN assigned_by UUID REFERENCES person (id);
ALTER TABLE assignment ADD COLUMN overridden TEXT;
ALTER TABLE assignment ADD COLUMN override_reason TEXT;

-- What happened at an appointment: one row per assignment that was not called off.
CREATE TABLE proof (
    assignment_id UUID PRIMARY KEY REFERENCES assignment (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'reported', 'done', 'disputed')),
    -- What counts, once done.
    outcome TEXT CHECK (outcome IN ('held', 'client_absent', 'not_held')),
    started_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    volunteer_reminders BIGINT NOT NULL,
    institution_reminders BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ
);
CREATE INDEX proof_state ON proof (state);

-- Each side's word, every version kept; the newest of a side counts.
CREATE TABLE proof_version (
    id UUID PRIMARY KEY,
    assignment_id UUID NOT NULL REFERENCES assignment (id),
    side TEXT NOT NULL CHECK (side IN ('volunteer', 'institution', 'coordinator')),
    outcome TEXT NOT NULL CHECK (outcome IN ('held', 'client_absent', 'not_held')),
    started_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    travel_minutes BIGINT,
    note TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    recorded_by UUID REFERENCES person (id)
);
CREATE INDEX proof_version_assignment ON proof_version (assignment_id, recorded_at);
CREATE TRIGGER proof_version_no_update
BEFORE UPDATE OF assignment_id, side, outcome, started_at, ended_at, travel_minutes, recorded_at ON proof_version
    FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER proof_version_no_delete BEFORE DELETE ON proof_version
    FOR EACH ROW EXECUTE FUNCTION append_only();

-- A mail that came to the pool's address: something a person has to read. The text is kept for a while only.
CREATE TABLE inbound_mail (
    id UUID PRIMARY KEY,
    -- SHA-256 of the message: handed over twice, it is one.
    digest TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('bounce', 'reply')),
    person_id UUID REFERENCES person (id),
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    about_mail_id UUID REFERENCES outbox (id),
    received_at TIMESTAMPTZ NOT NULL
);

ALTER TABLE task ADD COLUMN institution_id UUID REFERENCES institution (id);
ALTER TABLE task ADD COLUMN assignment_id UUID REFERENCES assignment (id);
ALTER TABLE task ADD COLUMN inbound_mail_id UUID REFERENCES inbound_mail (id);

-- Assignments accepted before there were proofs: asked about when they are over, those that still lie ahead.
INSERT INTO timer (id, kind, subject_id, due_at, attempts)
SELECT id, 'proof', id, ends_at, 0 FROM assignment
WHERE ended_at IS NULL AND ends_at > (SELECT MAX(at) FROM audit);
