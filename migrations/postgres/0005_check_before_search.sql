-- A coordinator looks first: what is doubtful waits before anybody is asked.

-- Null: nothing to check. By check_by the institution hears.
ALTER TABLE request ADD COLUMN check_state TEXT CHECK (check_state IN ('waiting', 'asked', 'approved', 'refused'));
ALTER TABLE request ADD COLUMN check_by TIMESTAMPTZ;
ALTER TABLE request ADD COLUMN check_decided_at TIMESTAMPTZ;
ALTER TABLE request ADD COLUMN check_decided_by UUID REFERENCES person (id);
-- Why it was refused and where to go: mailed to the contact.
ALTER TABLE request ADD COLUMN check_referral TEXT;

-- What a coordinator asks the contact before deciding, and the answer.
CREATE TABLE check_question (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    question TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    asked_by UUID REFERENCES person (id),
    answer TEXT,
    answered_at TIMESTAMPTZ,
    answered_by UUID REFERENCES person (id)
);
CREATE INDEX check_question_request ON check_question (request_id, asked_at);
CREATE UNIQUE INDEX check_question_one_open ON check_question (request_id) WHERE answered_at IS NULL;

-- Its doubtful topics are not checked.
ALTER TABLE institution ADD COLUMN trusted_since TIMESTAMPTZ;
ALTER TABLE institution ADD COLUMN trusted_by UUID REFERENCES person (id);
