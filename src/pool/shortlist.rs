//! Who comes into question, with just what decides their place in the order: the rest is read of the best only.

use std::collections::HashSet;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{Asking, narrow::Narrow, rows::ListedRow, word};
use crate::{
    database::{DbError, Tx, Value},
    forecast::Seen,
    matching::{Candidate, CandidateState, History, Level, SpokenLanguage},
    q,
};

/// Somebody whom narrowing left in.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Only what the rank is made of, and the way from home. Not to be judged by it.
    pub candidate: Candidate,
    pub seen: Seen,
}

/// A superset of those who can, in no order.
pub async fn shortlist(tx: &mut Tx, asking: &Asking, narrow: &Narrow) -> Result<Vec<Listed>, DbError> {
    let Narrow {
        languages,
        mode,
        gender,
        district,
        sector,
        reach,
        days,
        starts,
    } = narrow;
    let [first, second, third] = &starts.of;
    let eight_weeks = asking.now - Duration::days(56);
    let count = |length| i64::try_from(length).unwrap_or(i64::MAX);
    let rows = q!(
        // PostgreSQL takes each list for a hundred rows and would rather read whole tables: the limits tell it how
        // long they are. For the same reason one row is asked for where EXISTS would do: that, it turns into joins.
        // SQLite, where ANALYZE was run, reads a whole table to know whom not to look up, if a condition is about
        // nothing else: so each is about where the row came from, too (`IS NULL OR`, which never is).
        // Three ways in: from within reach, from anywhere for who travels far, or from anywhere for all.
        "WITH spoken (language) AS (SELECT * FROM (TEXTS($1)) of_text LIMIT $28),
              reach (line) AS (SELECT * FROM (TEXTS($2)) of_text LIMIT $29),
              near (volunteer_id) AS (
           SELECT s.volunteer_id FROM spoken CROSS JOIN reach CROSS JOIN speaker s
           WHERE s.language = spoken.language AND s.home_district = substr(reach.line, 5)
             AND COALESCE(s.max_travel_minutes, $3) >= CAST(substr(reach.line, 1, 4) AS BIGINT)
             AND (spoken.language IS NULL OR (s.on_site AND ($6 = '' OR s.gender = $6)))
           UNION ALL
           SELECT s.volunteer_id FROM spoken CROSS JOIN speaker s
           WHERE s.language = spoken.language AND s.max_travel_minutes > $4
             AND (spoken.language IS NULL OR (s.on_site AND ($6 = '' OR s.gender = $6)))
           UNION ALL
           SELECT s.volunteer_id FROM spoken CROSS JOIN speaker s
           WHERE $5 = 'everywhere' AND s.language = spoken.language AND (spoken.language IS NULL OR (
             ($6 = '' OR s.gender = $6)
             AND CASE $7 WHEN 'on_site' THEN s.on_site WHEN 'phone' THEN s.by_phone ELSE s.by_video END))),
              free (id) AS (
           SELECT near.volunteer_id FROM near
           WHERE $11 = 'any' OR (SELECT 1 FROM availability w WHERE w.volunteer_id = near.volunteer_id AND (
                 (w.weekday = $12 AND w.from_time <= $13 AND w.until_time > $14)
                 OR (w.weekday = $15 AND w.from_time <= $16 AND w.until_time > $17)
                 OR (w.weekday = $18 AND w.from_time <= $19 AND w.until_time > $20)) LIMIT 1) = 1
           LIMIT 1000000000)
         SELECT v.id, v.gender, v.home_district, v.max_travel_minutes, v.offer_cap,
                (SELECT string_agg(l.language || ':' || l.level, ' ') FROM volunteer_language l
                 WHERE l.volunteer_id = v.id) AS languages,
                (SELECT COUNT(*) FROM offer o WHERE o.volunteer_id = v.id AND o.sent_at > $8) AS received,
                (SELECT COUNT(*) FROM offer o WHERE o.volunteer_id = v.id AND o.state = 'queued'
                   AND o.sent_at IS NULL) AS on_their_way,
                (SELECT MAX(o.created_at) FROM offer o WHERE o.volunteer_id = v.id AND o.created_at > $9
                   AND o.created_at <= $10) AS last_offer_at,
                (SELECT COUNT(*) FROM assignment a WHERE a.volunteer_id = v.id AND a.accepted_at > $9
                   AND a.accepted_at <= $10) AS recent_assignments,
                COALESCE(f.yes, 0) AS yes, COALESCE(f.exposure_milli, 0) AS exposure_milli
         FROM free CROSS JOIN volunteer v LEFT JOIN forecast_volunteer f ON f.volunteer_id = v.id
         WHERE v.id = free.id
           AND (free.id IS NULL OR v.state = 'active' OR (v.state = 'paused' AND v.paused_until <= $10))
           AND ($21 = '' OR COALESCE((SELECT MAX(CASE WHEN d.district = $21 THEN 1 ELSE 0 END)
                                      FROM volunteer_district d WHERE d.volunteer_id = free.id), 1) = 1)
           AND COALESCE((SELECT MAX(CASE WHEN c.sector = $22 THEN 1 ELSE 0 END)
                         FROM volunteer_sector c WHERE c.volunteer_id = free.id), 1) = 1
           AND (SELECT 1 FROM absence b WHERE b.volunteer_id = free.id
                  AND b.until_date >= $24 AND b.from_date <= $23 LIMIT 1) IS NULL
           AND free.id NOT IN (SELECT b.volunteer_id FROM ban b WHERE b.institution_id = $25 AND b.lifted_at IS NULL)
           AND free.id NOT IN (SELECT o.volunteer_id FROM offer o WHERE o.request_id = $26 AND o.search_id = $27)
           AND free.id NOT IN (SELECT a.volunteer_id FROM assignment a
                               WHERE a.request_id = $26 AND a.ended_how = 'given_back')",
        Value::texts(languages),
        Value::texts(&reach.lines),
        reach.usual,
        reach.beyond,
        if reach.everywhere { "everywhere" } else { "" },
        *gender,
        *mode,
        asking.now - Duration::days(7),
        eight_weeks,
        asking.now,
        if starts.any { "any" } else { "" },
        first.weekday,
        &first.open,
        &first.shut,
        second.weekday,
        &second.open,
        &second.shut,
        third.weekday,
        &third.open,
        &third.shut,
        district,
        sector,
        days.from,
        days.until,
        asking.institution,
        asking.request,
        asking.search,
        count(languages.len()),
        count(reach.lines.len())
    )
    .all::<ListedRow>(tx)
    .await?;
    // Who speaks two of the languages came in twice.
    let mut known = HashSet::with_capacity(rows.len());
    let new = rows.into_iter().filter(|row| known.insert(row.id));
    new.map(listed).collect()
}

fn listed(row: ListedRow) -> Result<Listed, DbError> {
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let languages = row.languages.unwrap_or_default();
    let candidate = Candidate {
        id: row.id,
        state: CandidateState::Active,
        gender: word(&row.gender)?,
        birth_year: None,
        languages: languages.split(' ').filter_map(spoken).collect::<Result<_, _>>()?,
        german: Level::Native,
        modes: Vec::new(),
        home_district: row.home_district,
        districts: Vec::new(),
        sectors: Vec::new(),
        max_travel_minutes: row.max_travel_minutes.map(count),
        availability: Vec::new(),
        absences: Vec::new(),
        qualifications: Vec::new(),
        assignments: Vec::new(),
        banned: false,
        refused_institutions: Vec::new(),
        refused_occasions: Vec::new(),
        weekly_cap: None,
        offer_cap: row.offer_cap.map(count),
        offers_last_7_days: count(row.received + row.on_their_way),
        last_offer_at: row.last_offer_at,
        recent_assignments: count(row.recent_assignments),
        chance_milli: 0,
        history: History::default(),
    };
    Ok(Listed {
        candidate,
        seen: Seen {
            yes: row.yes,
            exposure_milli: row.exposure_milli,
        },
    })
}

/// "prs:native".
fn spoken(text: &str) -> Option<Result<SpokenLanguage, DbError>> {
    let (language, level) = text.rsplit_once(':')?;
    Some(word(level).map(|level| SpokenLanguage {
        language: language.to_owned(),
        level,
    }))
}

/// When the offer went out that has to be seven days old before each of these may get another: the `cap`-th newest.
pub async fn cap_filled_at(
    tx: &mut Tx,
    volunteers: impl IntoIterator<Item = Uuid>,
    cap: u32,
) -> Result<Vec<(Uuid, DateTime<Utc>)>, DbError> {
    let Some(before) = cap.checked_sub(1) else {
        return Ok(Vec::new());
    };
    let rows = q!(
        "SELECT v.id, (SELECT o.sent_at FROM offer o WHERE o.volunteer_id = v.id AND o.sent_at IS NOT NULL
                       ORDER BY o.sent_at DESC LIMIT 1 OFFSET $2) AS sent_at
         FROM volunteer v WHERE v.id IN (UUIDS($1))",
        Value::uuids(volunteers),
        i64::from(before)
    )
    .all::<(Uuid, Option<DateTime<Utc>>)>(tx)
    .await?;
    Ok(rows.into_iter().filter_map(|(id, at)| Some((id, at?))).collect())
}
