-- Whom to ask, and when.

-- Another way of asking than the pool's, for this request only: which, why, and who said so.
ALTER TABLE request ADD COLUMN policy TEXT;
ALTER TABLE request ADD COLUMN policy_reason TEXT;
ALTER TABLE request ADD COLUMN policy_by BLOB REFERENCES person (id);

-- By then the pool wants to have found somebody; the search goes on after it.
ALTER TABLE search ADD COLUMN target TEXT;

-- Why this person was asked: the parts of the rank as JSON, and what the forecast knew.
ALTER TABLE offer ADD COLUMN rank TEXT;
ALTER TABLE offer ADD COLUMN chance_milli INTEGER;
ALTER TABLE offer ADD COLUMN lead_class INTEGER;
ALTER TABLE offer ADD COLUMN recent_class INTEGER;
ALTER TABLE offer ADD COLUMN factor_milli INTEGER;
-- The forecast has learned from this offer.
ALTER TABLE offer ADD COLUMN learned_at TEXT;
CREATE INDEX offer_to_learn ON offer (created_at) WHERE learned_at IS NULL;
-- Said yes where a coordinator picks among several; the time is held until then.
ALTER TABLE offer ADD COLUMN willing_at TEXT;
ALTER TABLE offer ADD COLUMN willing_slot_id BLOB REFERENCES slot (id);
CREATE INDEX offer_willing ON offer (volunteer_id) WHERE willing_at IS NOT NULL;
-- The dates that fitted this person when they were asked: a JSON array of slots.
ALTER TABLE offer ADD COLUMN slots TEXT;
-- Said no since the family is known to them: private, for this request only.
ALTER TABLE offer ADD COLUMN known_to_me BOOLEAN;

-- Most offers in seven days that this volunteer wants, if fewer than the pool's.
ALTER TABLE volunteer ADD COLUMN offer_cap INTEGER;

-- What a volunteer does not want to be asked for.
CREATE TABLE refusal (
    id BLOB PRIMARY KEY,
    volunteer_id BLOB NOT NULL REFERENCES volunteer (id),
    kind TEXT NOT NULL CHECK (kind IN ('institution', 'occasion')),
    institution_id BLOB REFERENCES institution (id),
    occasion TEXT,
    created_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX refusal_volunteer ON refusal (volunteer_id);

-- Sums over the offers of one volunteer, and of the pool for each circumstance.
CREATE TABLE forecast_volunteer (
    volunteer_id BLOB PRIMARY KEY REFERENCES volunteer (id),
    offers INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    exposure_milli INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE TABLE forecast_pool (
    kind TEXT NOT NULL CHECK (kind IN ('all', 'lead', 'recent')),
    class INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    exposure_milli INTEGER NOT NULL,
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
    volunteer_id BLOB NOT NULL,
    gender TEXT NOT NULL,
    on_site BOOLEAN NOT NULL,
    by_phone BOOLEAN NOT NULL,
    by_video BOOLEAN NOT NULL,
    max_travel_minutes INTEGER,
    PRIMARY KEY (language, home_district, volunteer_id)
) WITHOUT ROWID;
CREATE INDEX speaker_volunteer ON speaker (volunteer_id);
CREATE INDEX speaker_far ON speaker (language, max_travel_minutes);
CREATE TRIGGER speaker_language_added AFTER INSERT ON volunteer_language BEGIN
    INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes)
    SELECT NEW.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
           v.max_travel_minutes
    FROM volunteer v WHERE v.id = NEW.volunteer_id AND v.state <> 'retired';
END;
CREATE TRIGGER speaker_language_removed AFTER DELETE ON volunteer_language BEGIN
    DELETE FROM speaker WHERE volunteer_id = OLD.volunteer_id AND language = OLD.language;
END;
CREATE TRIGGER speaker_language_changed AFTER UPDATE OF volunteer_id, language ON volunteer_language BEGIN
    DELETE FROM speaker WHERE volunteer_id = OLD.volunteer_id AND language = OLD.language;
    INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes)
    SELECT NEW.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
           v.max_travel_minutes
    FROM volunteer v WHERE v.id = NEW.volunteer_id AND v.state <> 'retired';
END;
CREATE TRIGGER speaker_volunteer_changed
AFTER UPDATE OF state, home_district, gender, on_site, by_phone, by_video, max_travel_minutes ON volunteer BEGIN
    DELETE FROM speaker WHERE volunteer_id = NEW.id;
    INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes)
    SELECT l.language, COALESCE(NEW.home_district, ''), NEW.id, NEW.gender, NEW.on_site, NEW.by_phone, NEW.by_video,
           NEW.max_travel_minutes
    FROM volunteer_language l WHERE l.volunteer_id = NEW.id AND NEW.state <> 'retired';
END;
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
