-- What a list of requests shows and sorts by, said once.

-- A request counts with the date that somebody accepted, else with its first one. `open_until`: after that nobody
-- comes any more.
CREATE VIEW request_listed AS
SELECT r.id, r.institution_id, r.site_id, r.contact_id, r.language, s.starts_at, s.local_date, s.start_time, s.end_time,
       CASE WHEN r.cancelled_at IS NOT NULL OR r.check_state = 'refused' THEN TRUE ELSE FALSE END AS called_off,
       CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL)
            THEN TRUE ELSE FALSE END AS taken,
       CASE WHEN EXISTS (SELECT 1 FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL)
            THEN s.ends_at
            ELSE (SELECT MAX(l.ends_at) FROM slot l WHERE l.request_id = r.id) END AS open_until
FROM request r JOIN slot s ON s.id = COALESCE(
    (SELECT a.slot_id FROM assignment a WHERE a.request_id = r.id AND a.ended_at IS NULL
     ORDER BY a.accepted_at, a.id LIMIT 1),
    (SELECT f.id FROM slot f WHERE f.request_id = r.id ORDER BY f.position LIMIT 1));
