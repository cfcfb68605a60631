-- Whom to ask, and when.

-- Another way of asking than the pool's, for this request only: which, why, and who said so.
ALTER TABLE request ADD COLUMN policy TEXT;
ALTER TABLE request ADD COLUMN policy_reason TEXT;
ALTER TABLE request ADD COLUMN policy_by UUID REFERENCES person (id);

-- By then the pool wants to have found somebody; the search goes on after it.
ALTER TABLE search ADD COLUMN target TIMESTAMPTZ;

-- Why this person was asked: the parts of the rank as JSON, and what the forecast knew.
ALTER TABLE offer ADD COLUMN rank TEXT;
ALTER TABLE offer ADD COLUMN chance_milli BIGINT;
ALTER TABLE offer ADD COLUMN lead_class BIGINT;
ALTER TABLE offer ADD COLUMN recent_class BIGINT;
ALTER TABLE offer ADD COLUMN factor_milli BIGINT;
-- The forecast has learned from this offer.
ALTER TABLE offer ADD COLUMN learned_at TIMESTAMPTZ;
CREATE INDEX offer_to_learn ON offer (created_at) WHERE learned_at IS NULL;
-- Said yes where a coordinator picks among several; the time is held until then.
ALTER TABLE offer ADD COLUMN willing_at TIMESTAMPTZ;
ALTER TABLE offer ADD COLUMN willing_slot_id UUID REFERENCES slot (id);
CREATE INDEX offer_willing ON offer (volunteer_id) WHERE willing_at IS NOT NULL;
-- The dates that fitted this person when they were asked: a JSON array of slots.
ALTER TABLE offer ADD COLUMN slots TEXT;
-- Said no since the family is known to them: private, for this request only.
ALTER TABLE offer ADD COLUMN known_to_me BOOLEAN;

-- Most offers in seven days that this volunteer wants, if fewer than the pool's.
ALTER TABLE volunteer ADD COLUMN offer_cap BIGINT;

-- What a volunteer does not want to be asked for.
CREATE TABLE refusal (
    id UUID PRIMARY KEY,
    volunteer_id UUID NOT NULL REFERENCES volunteer (id),
    kind TEXT NOT NULL CHECK (kind IN ('institution', 'occasion')),
    institution_id UUID REFERENCES institution (id),
    occasion TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX refusal_volunteer ON refusal (volunteer_id);

-- Sums over the offers of one volunteer, and of the pool for each circumstance.
CREATE TABLE forecast_volunteer (
    volunteer_id UUID PRIMARY KEY REFERENCES volunteer (id),
    offers BIGINT NOT NULL,
    yes BIGINT NOT NULL,
    no BIGINT NOT NULL,
    exposure_milli BIGINT NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE forecast_pool (
    kind TEXT NOT NULL CHECK (kind IN ('all', 'lead', 'recent')),
    class BIGINT NOT NULL,
    yes BIGINT NOT NULL,
    exposure_milli BIGINT NOT NULL,
    PRIMARY KEY (kind, class)
);

-- Offers from before there was a forecast teach nothing.
UPDATE offer SET learned_at = created_at;
UPDATE search SET target = deadline;

-- Who speaks what, and what decides first whether somebody comes into question: a copy of volunteer_language and
-- volunteer, in the order in which a search looks. Triggers keep it; nothing else writes here. An empty
-- home_district: not known. Who is retired does not stand here.
CREATE TABLE speaker (
    language TEXT NOT NULL,
    home_district TEXT NOT NULL,
    volunteer_id UUID NOT NULL,
    gender TEXT NOT NULL,
    on_site BOOLEAN NOT NULL,
    by_phone BOOLEAN NOT NULL,
    by_video BOOLEAN NOT NULL,
    max_travel_minutes BIGINT,
    PRIMARY KEY (language, home_district, volunteer_id)
        INCLUDE (gender, on_site, by_phone, by_video, max_travel_minutes)
);
CREATE INDEX speaker_volunteer ON speaker (volunteer_id);
CREATE INDEX speaker_far ON speaker (language, max_travel_minutes);
CREATE FUNCTION speaker_of_language() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM speaker WHERE volunteer_id = OLD.volunteer_id AND language = OLD.language;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO speaker
            (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes)
        SELECT NEW.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
               v.max_travel_minutes
        FROM volunteer v WHERE v.id = NEW.volunteer_id AND v.state <> 'retired';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_language AFTER INSERT OR DELETE OR UPDATE OF volunteer_id, language ON volunteer_language
    FOR EACH ROW EXECUTE FUNCTION speaker_of_language();
CREATE FUNCTION speaker_of_volunteer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM speaker WHERE volunteer_id = NEW.id;
    INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes)
    SELECT l.language, COALESCE(NEW.home_district, ''), NEW.id, NEW.gender, NEW.on_site, NEW.by_phone, NEW.by_video,
           NEW.max_travel_minutes
    FROM volunteer_language l WHERE l.volunteer_id = NEW.id AND NEW.state <> 'retired';
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_volunteer
AFTER UPDATE OF state, home_district, gender, on_site, by_phone, by_video, max_travel_minutes ON volunteer
    FOR EACH ROW EXECUTE FUNCTION speaker_of_volunteer();
INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes)
SELECT l.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
       v.max_travel_minutes
FROM volunteer_language l JOIN volunteer v ON v.id = l.volunteer_id WHERE v.state <> 'retired';

-- For the same search: each answers one question about one volunteer without touching the table.
DROP INDEX availability_volunteer;
CREATE INDEX availability_week ON availability (volunteer_id, weekday, from_time, until_time);
DROP INDEX absence_volunteer;
CREATE INDEX absence_days ON absence (volunteer_id, until_date, from_date);
CREATE INDEX offer_received ON offer (volunteer_id, sent_at);
CREATE INDEX offer_queued ON offer (volunteer_id) WHERE state = 'queued';
CREATE INDEX assignment_accepted ON assignment (volunteer_id, accepted_at);
CREATE INDEX ban_institution ON ban (institution_id);
CREATE INDEX request_contact ON request (contact_id, language);
