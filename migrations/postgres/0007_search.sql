-- The desk: what somebody types into its search, and lists that stay quick however long they are.

-- Name and street without case and marks, as person.name_sort has names.
ALTER TABLE site ADD COLUMN name_sort TEXT;
UPDATE site SET name_sort = replace(replace(replace(replace(replace(replace(replace(
    lower(name || ' ' || street), 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u'), 'ß', 'ss');

-- The words under which a person, an address, an institution or a request is found: a copy of name_sort, email_key
-- and reference, word by word. Triggers keep it in the transaction of the change; nothing else writes here.
-- An institution is found by its own words and by those of its sites. Bytes decide the order, not a language's
-- rules: only so is a beginning of a word a range of the index.
CREATE TABLE search_word (
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('person', 'address', 'institution', 'site', 'request')),
    word TEXT COLLATE "C" NOT NULL,
    subject_id UUID NOT NULL,
    PRIMARY KEY (kind, word, subject_id)
);
CREATE INDEX search_word_subject ON search_word (subject_id, word);

-- These functions plan once in a session, perhaps while the table is still empty: a plan that reads all of it
-- would stay when it is long.
-- Cuts a text into words, spelt as src/search/words.rs spells them: ö, o and oe are one, so are the Persian and the
-- Arabic forms of a letter; a hyphen parts words, an apostrophe does not.
CREATE FUNCTION search_text(kind_ TEXT, subject UUID, text_ TEXT) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    -- Not by its kind, which most rows share.
    DELETE FROM search_word WHERE subject_id = subject AND kind || '' = kind_;
    INSERT INTO search_word (kind, word, subject_id)
    SELECT DISTINCT kind_, w.word, subject FROM unnest(string_to_array(
        replace(replace(replace(translate(text_,
            '-–.,;:/()&+"_کیىة''’ʼ`´ـ', '             كييه'),
            'ae', 'a'), 'oe', 'o'), 'ue', 'u'), ' ')) AS w (word)
    WHERE w.word <> '';
END $$;
CREATE FUNCTION search_sites(institution UUID) RETURNS void LANGUAGE sql SET enable_seqscan = off AS $$
    SELECT search_text('site', institution, (SELECT COALESCE(string_agg(name_sort, ' '), '') FROM site
        WHERE institution_id = institution AND active))
$$;
CREATE FUNCTION search_address(address UUID, email TEXT) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    DELETE FROM search_word WHERE subject_id = address;
    -- An address counts whole, and from its "@" on.
    INSERT INTO search_word (kind, word, subject_id) VALUES
        ('address', email, address), ('address', substr(email, strpos(email, '@')), address);
END $$;
-- SP-2027-0042 is also 2027-0042 and 42.
CREATE FUNCTION search_reference(request UUID, reference TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_word (kind, word, subject_id)
    SELECT 'request', lower(reference), request
    UNION SELECT 'request', lower(substr(reference, strpos(reference, '-') + 1)), request
    UNION SELECT 'request', ltrim(substr(reference, 1 + length(rtrim(reference, '0123456789'))), '0'), request;
END $$;

CREATE FUNCTION search_of_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_word WHERE subject_id = OLD.id;
    ELSIF TG_OP = 'INSERT' OR NEW.name_sort <> OLD.name_sort THEN
        PERFORM search_text(TG_TABLE_NAME, NEW.id, NEW.name_sort);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_person AFTER INSERT OR DELETE OR UPDATE OF name_sort ON person
    FOR EACH ROW EXECUTE FUNCTION search_of_name();
CREATE TRIGGER search_institution AFTER INSERT OR DELETE OR UPDATE OF name_sort ON institution
    FOR EACH ROW EXECUTE FUNCTION search_of_name();
CREATE FUNCTION search_of_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_sites(CASE WHEN TG_OP = 'DELETE' THEN OLD.institution_id ELSE NEW.institution_id END);
    RETURN NULL;
END $$;
CREATE TRIGGER search_site AFTER INSERT OR DELETE OR UPDATE OF name_sort, active ON site
    FOR EACH ROW EXECUTE FUNCTION search_of_site();
CREATE FUNCTION search_of_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_word WHERE subject_id = OLD.id;
    ELSIF TG_OP = 'INSERT' OR NEW.email_key <> OLD.email_key THEN
        PERFORM search_address(NEW.id, NEW.email_key);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_address AFTER INSERT OR DELETE OR UPDATE OF email_key ON address
    FOR EACH ROW EXECUTE FUNCTION search_of_address();
CREATE FUNCTION search_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_word WHERE subject_id = OLD.id;
    ELSE
        PERFORM search_reference(NEW.id, NEW.reference);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_request AFTER INSERT OR DELETE ON request
    FOR EACH ROW EXECUTE FUNCTION search_of_request();

DO $$ BEGIN
    PERFORM search_text('person', id, name_sort) FROM person;
    PERFORM search_text('institution', id, name_sort) FROM institution;
    PERFORM search_sites(id) FROM institution;
    PERFORM search_address(id, email_key) FROM address;
    PERFORM search_reference(id, reference) FROM request;
END $$;

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
