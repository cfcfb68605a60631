-- The desk: what somebody types into its search, and lists that stay quick however long they are.

-- Name and street without case and marks, as person.name_sort has names.
ALTER TABLE site ADD COLUMN name_sort TEXT;
UPDATE site SET name_sort = replace(replace(replace(replace(replace(replace(replace(
    lower(name || ' ' || street), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u'), 'ß', 'ss');

-- The words under which a person, an address, an institution or a request is found: a copy of name_sort, email_key
-- and reference, word by word. Triggers keep it in the transaction of the change; nothing else writes here.
-- An institution is found by its own words and by those of its sites.
CREATE TABLE search_word (
    kind TEXT NOT NULL CHECK (kind IN ('person', 'address', 'institution', 'site', 'request')),
    word TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    PRIMARY KEY (kind, word, subject_id)
) WITHOUT ROWID;
CREATE INDEX search_word_subject ON search_word (subject_id, word);

-- What is put in here is cut into words, spelt as src/search/words.rs spells them: ö, o and oe are one, so are the
-- Persian and the Arabic forms of a letter; a hyphen parts words, an apostrophe does not.
CREATE VIEW search_text AS SELECT kind, subject_id, word AS text FROM search_word;
CREATE TRIGGER search_text_insert INSTEAD OF INSERT ON search_text BEGIN
    DELETE FROM search_word WHERE subject_id = NEW.subject_id AND kind = NEW.kind;
    INSERT INTO search_word (kind, word, subject_id)
    SELECT DISTINCT NEW.kind, w.value, NEW.subject_id FROM (
        SELECT replace(replace(replace(replace(replace(replace(replace(text,
            'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'ک', 'ك'), 'ی', 'ي'), 'ى', 'ي'), 'ة', 'ه') AS text FROM (
        SELECT replace(replace(replace(replace(replace(replace(replace(text,
            ':', ' '), '/', ' '), '(', ' '), ')', ' '), '&', ' '), '+', ' '), '"', ' ') AS text FROM (
        SELECT replace(replace(replace(replace(replace(replace(text,
            '-', ' '), '–', ' '), '.', ' '), ',', ' '), ';', ' '), '_', ' ') AS text FROM (
        SELECT replace(replace(replace(replace(replace(replace(NEW.text,
            '''', ''), '’', ''), 'ʼ', ''), '`', ''), '´', ''), 'ـ', '') AS text)))) t,
        json_each('[' || replace(json_quote(t.text), ' ', '","') || ']') w
    WHERE w.value <> '';
END;

CREATE TRIGGER search_person_added AFTER INSERT ON person BEGIN
    INSERT INTO search_text (kind, subject_id, text) VALUES ('person', NEW.id, NEW.name_sort);
END;
CREATE TRIGGER search_person_changed AFTER UPDATE OF name_sort ON person WHEN NEW.name_sort <> OLD.name_sort BEGIN
    INSERT INTO search_text (kind, subject_id, text) VALUES ('person', NEW.id, NEW.name_sort);
END;
CREATE TRIGGER search_person_removed AFTER DELETE ON person BEGIN
    DELETE FROM search_word WHERE subject_id = OLD.id;
END;
CREATE TRIGGER search_institution_added AFTER INSERT ON institution BEGIN
    INSERT INTO search_text (kind, subject_id, text) VALUES ('institution', NEW.id, NEW.name_sort);
END;
CREATE TRIGGER search_institution_changed
AFTER UPDATE OF name_sort ON institution WHEN NEW.name_sort <> OLD.name_sort BEGIN
    INSERT INTO search_text (kind, subject_id, text) VALUES ('institution', NEW.id, NEW.name_sort);
END;
CREATE TRIGGER search_institution_removed AFTER DELETE ON institution BEGIN
    DELETE FROM search_word WHERE subject_id = OLD.id;
END;
CREATE TRIGGER search_site_added AFTER INSERT ON site BEGIN
    INSERT INTO search_text (kind, subject_id, text)
    SELECT 'site', NEW.institution_id, COALESCE(group_concat(name_sort, ' '), '') FROM site
    WHERE institution_id = NEW.institution_id AND active;
END;
CREATE TRIGGER search_site_changed AFTER UPDATE OF name_sort, active ON site BEGIN
    INSERT INTO search_text (kind, subject_id, text)
    SELECT 'site', NEW.institution_id, COALESCE(group_concat(name_sort, ' '), '') FROM site
    WHERE institution_id = NEW.institution_id AND active;
END;
CREATE TRIGGER search_site_removed AFTER DELETE ON site BEGIN
    INSERT INTO search_text (kind, subject_id, text)
    SELECT 'site', OLD.institution_id, COALESCE(group_concat(name_sort, ' '), '') FROM site
    WHERE institution_id = OLD.institution_id AND active;
END;
-- An address counts whole, and from its "@" on.
CREATE TRIGGER search_address_added AFTER INSERT ON address BEGIN
    INSERT INTO search_word (kind, word, subject_id) VALUES
        ('address', NEW.email_key, NEW.id), ('address', substr(NEW.email_key, instr(NEW.email_key, '@')), NEW.id);
END;
CREATE TRIGGER search_address_changed AFTER UPDATE OF email_key ON address WHEN NEW.email_key <> OLD.email_key BEGIN
    DELETE FROM search_word WHERE subject_id = NEW.id;
    INSERT INTO search_word (kind, word, subject_id) VALUES
        ('address', NEW.email_key, NEW.id), ('address', substr(NEW.email_key, instr(NEW.email_key, '@')), NEW.id);
END;
CREATE TRIGGER search_address_removed AFTER DELETE ON address BEGIN
    DELETE FROM search_word WHERE subject_id = OLD.id;
END;
-- SP-2027-0042 is also 2027-0042 and 42.
CREATE TRIGGER search_request_added AFTER INSERT ON request BEGIN
    INSERT INTO search_word (kind, word, subject_id)
    SELECT 'request', lower(NEW.reference), NEW.id
    UNION SELECT 'request', lower(substr(NEW.reference, instr(NEW.reference, '-') + 1)), NEW.id
    UNION SELECT 'request', ltrim(substr(NEW.reference, 1 +
        length(rtrim(NEW.reference, '0123456789'))), '0'), NEW.id;
END;
CREATE TRIGGER search_request_removed AFTER DELETE ON request BEGIN
    DELETE FROM search_word WHERE subject_id = OLD.id;
END;

INSERT INTO search_text (kind, subject_id, text) SELECT 'person', id, name_sort FROM person;
INSERT INTO search_text (kind, subject_id, text) SELECT 'institution', id, name_sort FROM institution;
INSERT INTO search_text (kind, subject_id, text)
SELECT 'site', institution_id, group_concat(name_sort, ' ') FROM site WHERE active GROUP BY institution_id;
INSERT INTO search_word (kind, word, subject_id)
SELECT 'address', email_key, id FROM address
UNION SELECT 'address', substr(email_key, instr(email_key, '@')), id FROM address;
INSERT INTO search_word (kind, word, subject_id)
SELECT 'request', lower(reference), id FROM request
UNION SELECT 'request', lower(substr(reference, instr(reference, '-') + 1)), id FROM request
UNION SELECT 'request', ltrim(substr(reference, 1 + length(rtrim(reference, '0123456789'))), '0'), id FROM request;

-- Lists go on after a row, in the order of an index.
DROP INDEX request_filed_at;
CREATE INDEX request_filed ON request (filed_at, id);
CREATE INDEX request_language ON request (language);
CREATE INDEX request_cancelled ON request (filed_at, id) WHERE cancelled_at IS NOT NULL;
CREATE INDEX request_checked ON request (check_state) WHERE check_state IS NOT NULL;
CREATE INDEX slot_local_date ON slot (local_date);
CREATE INDEX slot_ends_at ON slot (ends_at);
DROP INDEX person_name_sort;
CREATE INDEX person_name ON person (name_sort, id);
CREATE INDEX institution_name ON institution (name_sort, id);
CREATE INDEX institution_state ON institution (state);
CREATE INDEX audit_kind ON audit (object_kind, id);
CREATE INDEX audit_person ON audit (person_id, id);
CREATE INDEX task_request ON task (request_id) WHERE done_at IS NULL;
