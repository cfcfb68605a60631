-- Whom to ask, found with one look at each person.

-- The copy in which a search looks now also says when somebody is free, where and where not, and how ready they
-- were: all that decides who is read first. `week`: for each day from Monday on, the beginning of the first window
-- and the end of the last one ("09:00-17:30"), or "99:99-00:00" without any. `districts`, `sectors`: with a space on
-- both sides of each; empty: all. `languages`: with their levels. Triggers keep it; nothing else writes here.
DROP TRIGGER speaker_language ON volunteer_language;
DROP TRIGGER speaker_volunteer ON volunteer;
DROP FUNCTION speaker_of_language();
DROP FUNCTION speaker_of_volunteer();
DROP TABLE speaker;
CREATE TABLE speaker (
    language TEXT NOT NULL,
    home_district TEXT NOT NULL,
    volunteer_id UUID NOT NULL,
    gender TEXT NOT NULL,
    on_site BOOLEAN NOT NULL,
    by_phone BOOLEAN NOT NULL,
    by_video BOOLEAN NOT NULL,
    max_travel_minutes BIGINT,
    paused BOOLEAN NOT NULL,
    paused_until TIMESTAMPTZ,
    languages TEXT NOT NULL,
    week TEXT NOT NULL,
    districts TEXT NOT NULL,
    sectors TEXT NOT NULL,
    yes BIGINT NOT NULL,
    exposure_milli BIGINT NOT NULL,
    PRIMARY KEY (language, home_district, volunteer_id)
);
CREATE INDEX speaker_volunteer ON speaker (volunteer_id);
CREATE INDEX speaker_far ON speaker (language, max_travel_minutes);
CREATE VIEW volunteer_terms AS
SELECT v.id AS volunteer_id,
       COALESCE((SELECT string_agg(l.language || ':' || l.level, ' ') FROM volunteer_language l
                 WHERE l.volunteer_id = v.id), '') AS languages,
       (SELECT string_agg(COALESCE((SELECT MIN(w.from_time) || '-' || MAX(w.until_time) FROM availability w
                                    WHERE w.volunteer_id = v.id AND w.weekday = days.weekday), '99:99-00:00'),
                          '' ORDER BY days.weekday)
        FROM (SELECT 1 AS weekday UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5
              UNION ALL SELECT 6 UNION ALL SELECT 7) days) AS week,
       COALESCE((SELECT ' ' || string_agg(d.district, ' ') || ' ' FROM volunteer_district d
                 WHERE d.volunteer_id = v.id), '') AS districts,
       COALESCE((SELECT ' ' || string_agg(c.sector, ' ') || ' ' FROM volunteer_sector c
                 WHERE c.volunteer_id = v.id), '') AS sectors,
       COALESCE((SELECT f.yes FROM forecast_volunteer f WHERE f.volunteer_id = v.id), 0) AS yes,
       COALESCE((SELECT f.exposure_milli FROM forecast_volunteer f WHERE f.volunteer_id = v.id), 0) AS exposure_milli
FROM volunteer v;
CREATE FUNCTION speaker_again(volunteer UUID) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM speaker WHERE volunteer_id = volunteer;
    INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes, paused,
                         paused_until, languages, week, districts, sectors, yes, exposure_milli)
    SELECT l.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
           v.max_travel_minutes, v.state = 'paused', v.paused_until, t.languages, t.week, t.districts, t.sectors, t.yes,
           t.exposure_milli
    FROM volunteer_language l JOIN volunteer v ON v.id = l.volunteer_id JOIN volunteer_terms t ON t.volunteer_id = v.id
    WHERE v.state <> 'retired' AND v.id = volunteer;
END $$;
CREATE FUNCTION speaker_of_language() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM speaker_again(OLD.volunteer_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM speaker_again(NEW.volunteer_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_language AFTER INSERT OR DELETE OR UPDATE ON volunteer_language
    FOR EACH ROW EXECUTE FUNCTION speaker_of_language();
CREATE FUNCTION speaker_of_volunteer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM speaker_again(NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_volunteer
AFTER UPDATE OF state, paused_until, home_district, gender, on_site, by_phone, by_video, max_travel_minutes ON volunteer
    FOR EACH ROW EXECUTE FUNCTION speaker_of_volunteer();
CREATE FUNCTION speaker_of_week() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE speaker SET week = (SELECT t.week FROM volunteer_terms t WHERE t.volunteer_id = OLD.volunteer_id)
        WHERE volunteer_id = OLD.volunteer_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE speaker SET week = (SELECT t.week FROM volunteer_terms t WHERE t.volunteer_id = NEW.volunteer_id)
        WHERE volunteer_id = NEW.volunteer_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_week AFTER INSERT OR DELETE OR UPDATE ON availability
    FOR EACH ROW EXECUTE FUNCTION speaker_of_week();
CREATE FUNCTION speaker_of_districts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE speaker SET districts = (SELECT t.districts FROM volunteer_terms t WHERE t.volunteer_id = OLD.volunteer_id)
        WHERE volunteer_id = OLD.volunteer_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE speaker SET districts = (SELECT t.districts FROM volunteer_terms t WHERE t.volunteer_id = NEW.volunteer_id)
        WHERE volunteer_id = NEW.volunteer_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_districts AFTER INSERT OR DELETE OR UPDATE ON volunteer_district
    FOR EACH ROW EXECUTE FUNCTION speaker_of_districts();
CREATE FUNCTION speaker_of_sectors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE speaker SET sectors = (SELECT t.sectors FROM volunteer_terms t WHERE t.volunteer_id = OLD.volunteer_id)
        WHERE volunteer_id = OLD.volunteer_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE speaker SET sectors = (SELECT t.sectors FROM volunteer_terms t WHERE t.volunteer_id = NEW.volunteer_id)
        WHERE volunteer_id = NEW.volunteer_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_sectors AFTER INSERT OR DELETE OR UPDATE ON volunteer_sector
    FOR EACH ROW EXECUTE FUNCTION speaker_of_sectors();
CREATE FUNCTION speaker_of_forecast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE speaker SET yes = 0, exposure_milli = 0 WHERE volunteer_id = OLD.volunteer_id;
    ELSE
        UPDATE speaker SET yes = NEW.yes, exposure_milli = NEW.exposure_milli WHERE volunteer_id = NEW.volunteer_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER speaker_forecast AFTER INSERT OR DELETE OR UPDATE ON forecast_volunteer
    FOR EACH ROW EXECUTE FUNCTION speaker_of_forecast();
INSERT INTO speaker (language, home_district, volunteer_id, gender, on_site, by_phone, by_video, max_travel_minutes, paused,
                     paused_until, languages, week, districts, sectors, yes, exposure_milli)
SELECT l.language, COALESCE(v.home_district, ''), v.id, v.gender, v.on_site, v.by_phone, v.by_video,
       v.max_travel_minutes, v.state = 'paused', v.paused_until, t.languages, t.week, t.districts, t.sectors, t.yes,
       t.exposure_milli
FROM volunteer_language l JOIN volunteer v ON v.id = l.volunteer_id JOIN volunteer_terms t ON t.volunteer_id = v.id
WHERE v.state <> 'retired';

-- The time that somebody holds: the exclusion constraint's own index is slow to look things up in.
CREATE INDEX assignment_standing ON assignment (volunteer_id, ends_at, starts_at, request_id) WHERE ended_at IS NULL;
