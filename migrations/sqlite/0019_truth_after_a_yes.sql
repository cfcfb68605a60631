-- Since when a volunteer says, within the last hours, that they cannot come; empty again when a person knows better.
ALTER TABLE assignment ADD COLUMN withdrawal_asked_at TEXT;
-- Whom the institution missed, where it did not take place.
ALTER TABLE proof ADD COLUMN absent TEXT CHECK (absent IN ('volunteer'));
ALTER TABLE proof_version ADD COLUMN absent TEXT CHECK (absent IN ('volunteer'));
-- How to join a video: a link or the numbers to dial.
ALTER TABLE request ADD COLUMN joining TEXT NOT NULL DEFAULT '';
