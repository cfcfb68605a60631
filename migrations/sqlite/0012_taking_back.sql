-- Taking an import back takes long, too: a timer does it.

ALTER TABLE import ADD COLUMN undo_asked_at TEXT;
ALTER TABLE import ADD COLUMN undo_asked_by BLOB REFERENCES person (id);

-- Whoever deletes a row lets the database look for what still points to it: without these, it reads the whole table
-- for each row. Most of these columns are empty, and nothing is kept of those rows.
CREATE INDEX assignment_slot ON assignment (slot_id);
CREATE INDEX assignment_opening ON assignment (opening_id);
CREATE INDEX assignment_offer ON assignment (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX assignment_assigned_by ON assignment (assigned_by) WHERE assigned_by IS NOT NULL;
CREATE INDEX offer_willing_slot ON offer (willing_slot_id) WHERE willing_slot_id IS NOT NULL;
CREATE INDEX request_site ON request (site_id);
CREATE INDEX request_import ON request (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX request_filed_by ON request (filed_by) WHERE filed_by IS NOT NULL;
CREATE INDEX request_cancelled_by ON request (cancelled_by) WHERE cancelled_by IS NOT NULL;
CREATE INDEX request_closed_by ON request (closed_by) WHERE closed_by IS NOT NULL;
CREATE INDEX request_policy_by ON request (policy_by) WHERE policy_by IS NOT NULL;
CREATE INDEX request_check_decided_by ON request (check_decided_by) WHERE check_decided_by IS NOT NULL;
CREATE INDEX slip_request ON slip (request_id);
CREATE INDEX proof_version_recorded_by ON proof_version (recorded_by) WHERE recorded_by IS NOT NULL;
CREATE INDEX qualification_seen_by ON qualification (seen_by) WHERE seen_by IS NOT NULL;
CREATE INDEX qualification_revoked_by ON qualification (revoked_by) WHERE revoked_by IS NOT NULL;
CREATE INDEX task_of_request ON task (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX task_assignment ON task (assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX task_done_by ON task (done_by) WHERE done_by IS NOT NULL;
CREATE INDEX outbox_address ON outbox (address_id);
CREATE INDEX sign_in_address ON sign_in (address_id);
CREATE INDEX inbound_mail_person ON inbound_mail (person_id) WHERE person_id IS NOT NULL;
