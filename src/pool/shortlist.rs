//! Who comes into question, with just what says how good their place in the order can be: the rest is read of the
//! best only.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    Asking,
    narrow::Narrow,
    packed::{self, BETWEEN_FIELDS, BETWEEN_ROWS},
};
use crate::{
    database::{DbError, Tx, Value},
    forecast::Seen,
    matching::{Candidate, CandidateState, History, Level, SpokenLanguage},
    q,
};

/// Somebody whom narrowing left in.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Only what the rank is made of, and the way from home. Not to be judged by it; and as if they had got and taken
    /// nothing lately, see [`super::lately`].
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
        starts,
    } = narrow;
    let [first, second, third] = &starts.of;
    let count = |length| i64::try_from(length).unwrap_or(i64::MAX);
    let (people,) = q!(
        // PostgreSQL takes a list of unknown length for ten rows, hence the limits.
        // Three ways in: from within reach, from anywhere for who travels far, or from anywhere for all.
        "WITH spoken (language) AS (SELECT * FROM (TEXTS($1)) of_text LIMIT $24),
              reach (line) AS (SELECT * FROM (TEXTS($2)) of_text LIMIT $25),
              near AS (
           SELECT s.* FROM spoken CROSS JOIN reach CROSS JOIN speaker s
           WHERE s.language = spoken.language AND s.home_district = substr(reach.line, 5)
             AND COALESCE(s.max_travel_minutes, $3) >= CAST(substr(reach.line, 1, 4) AS BIGINT)
             AND s.on_site
           UNION ALL
           SELECT s.* FROM spoken CROSS JOIN speaker s
           WHERE s.language = spoken.language AND s.max_travel_minutes > $4
             AND s.on_site
           UNION ALL
           SELECT s.* FROM spoken CROSS JOIN speaker s
           WHERE $5 = 'everywhere' AND s.language = spoken.language
             AND CASE $7 WHEN 'on_site' THEN s.on_site WHEN 'phone' THEN s.by_phone ELSE s.by_video END)
         SELECT string_agg(concat_ws($26, ID_TEXT(n.volunteer_id), n.gender, n.home_district,
                                     COALESCE(CAST(n.max_travel_minutes AS TEXT), ''), n.languages, n.yes,
                                     n.exposure_milli), $27) AS people
         FROM near n
         WHERE ($9 = 'any'
                OR (substr(n.week, CAST($10 AS INTEGER), 5) <= $11 AND substr(n.week, CAST($10 AS INTEGER) + 6, 5) > $12)
                OR ($13 > 0 AND substr(n.week, CAST($13 AS INTEGER), 5) <= $14
                    AND substr(n.week, CAST($13 AS INTEGER) + 6, 5) > $15)
                OR ($16 > 0 AND substr(n.week, CAST($16 AS INTEGER), 5) <= $17
                    AND substr(n.week, CAST($16 AS INTEGER) + 6, 5) > $18))
           AND ($6 = '' OR n.gender = $6)
           AND (NOT n.paused OR n.paused_until <= $8)
           AND ($19 = '' OR n.districts = '' OR n.districts LIKE $19)
           AND (n.sectors = '' OR n.sectors LIKE $20)
           AND n.volunteer_id NOT IN
             (SELECT b.volunteer_id FROM ban b WHERE b.institution_id = $21 AND b.lifted_at IS NULL)
           AND n.volunteer_id NOT IN
             (SELECT o.volunteer_id FROM offer o WHERE o.request_id = $22 AND o.search_id = $23)
           AND n.volunteer_id NOT IN
             (SELECT a.volunteer_id FROM assignment a WHERE a.request_id = $22 AND a.ended_how = 'given_back')",
        Value::texts(languages),
        Value::texts(&reach.lines),
        reach.usual,
        reach.beyond,
        if reach.everywhere { "everywhere" } else { "" },
        *gender,
        *mode,
        asking.now,
        if starts.any { "any" } else { "" },
        in_week(first.weekday),
        &first.open,
        &first.shut,
        in_week(second.weekday),
        &second.open,
        &second.shut,
        in_week(third.weekday),
        &third.open,
        &third.shut,
        within(district),
        within(sector),
        asking.institution,
        asking.request,
        asking.search,
        count(languages.len()),
        count(reach.lines.len()),
        BETWEEN_FIELDS,
        BETWEEN_ROWS
    )
    .one::<(Option<String>,)>(tx)
    .await?;
    let lines = people.iter().flat_map(|people| packed::rows(people));
    // Who speaks two of the languages came in twice.
    let mut known = HashSet::new();
    let new = lines.filter(|line| known.insert(*line));
    new.map(|line| listed(line).ok_or_else(|| DbError::Decode("a broken row of speaker".into())))
        .collect()
}

/// Where a day begins in `speaker.week`: each takes eleven letters. 0: there is no such day.
fn in_week(weekday: i64) -> i64 {
    if weekday == 0 { 0 } else { (weekday - 1) * 11 + 1 }
}

/// Finds a word among those with a space on both sides. Codes hold no wildcards but `_`: then it finds a few more.
fn within(code: &str) -> String {
    if code.is_empty() {
        String::new()
    } else {
        format!("% {code} %")
    }
}

fn listed(line: &str) -> Option<Listed> {
    let mut fields = packed::fields(line);
    let mut field = || fields.next();
    let (id, gender, home, minutes) = (field()?, field()?, field()?, field()?);
    let (languages, yes, exposure_milli) = (field()?, field()?, field()?);
    let candidate = Candidate {
        id: id.parse().ok()?,
        state: CandidateState::Active,
        gender: gender.parse().ok()?,
        birth_year: None,
        languages: languages.split(' ').map(spoken).collect::<Option<_>>()?,
        german: Level::Native,
        modes: Vec::new(),
        home_district: (!home.is_empty()).then(|| home.to_owned()),
        districts: Vec::new(),
        sectors: Vec::new(),
        max_travel_minutes: minutes.parse().ok(),
        availability: Vec::new(),
        absences: Vec::new(),
        qualifications: Vec::new(),
        assignments: Vec::new(),
        banned: false,
        refused_institutions: Vec::new(),
        refused_occasions: Vec::new(),
        weekly_cap: None,
        offer_cap: None,
        offers_last_7_days: 0,
        last_offer_at: None,
        recent_assignments: 0,
        chance_milli: 0,
        history: History::default(),
    };
    Some(Listed {
        candidate,
        seen: Seen {
            yes: yes.parse().ok()?,
            exposure_milli: exposure_milli.parse().ok()?,
        },
    })
}

/// "prs:native".
fn spoken(text: &str) -> Option<SpokenLanguage> {
    let (language, level) = text.rsplit_once(':')?;
    Some(SpokenLanguage {
        language: language.to_owned(),
        level: level.parse().ok()?,
    })
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
