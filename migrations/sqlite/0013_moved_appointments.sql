-- An appointment that was moved: the new request names the one that it stands for. One moves to one other only.

ALTER TABLE request ADD COLUMN replaces_id BLOB REFERENCES request (id);
CREATE UNIQUE INDEX request_replaces ON request (replaces_id) WHERE replaces_id IS NOT NULL;
