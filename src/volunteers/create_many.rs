//! Many volunteers at once, each statement for all of them: an import brings thousands.

use super::{NewVolunteer, VolunteerId};
use crate::{
    act::Act,
    database::{Cell, DbError, Tx, Value, cells},
    matching::Mode,
    people::{self, NewPerson, PersonId},
    q, qualifications,
};

/// A volunteer as another list has them.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub new: NewVolunteer,
    /// Not asked until they, or a coordinator, say so.
    pub paused: bool,
    /// Most offers in a week.
    pub offer_cap: Option<i64>,
}

/// The same as [`super::create_volunteer`] for each of them, in their order.
pub async fn create_volunteers(tx: &mut Tx, act: &Act<'_>, all: &[&Arrival]) -> Result<Vec<VolunteerId>, DbError> {
    let people: Vec<NewPerson<'_>> = all.iter().map(|one| person(&one.new)).collect();
    let people = people::find_or_create_many(tx, act, &people).await?;
    let ids: Vec<VolunteerId> = all.iter().map(|_| VolunteerId(act.uuid())).collect();
    let each: Vec<(VolunteerId, &Arrival)> = ids.iter().copied().zip(all.iter().copied()).collect();
    volunteers(tx, act, &each, &people).await?;
    week(tx, act, &each).await?;
    areas(tx, &each).await?;
    let shown = each
        .iter()
        .flat_map(|(id, one)| one.new.qualifications.iter().map(move |shown| (*id, shown)));
    let shown: Vec<_> = shown.collect();
    qualifications::insert_many(tx, act, &shown).await?;
    // Last: what the search reads is copied when a language is added, and again at each change after that.
    languages(tx, &each).await?;
    trail(tx, act, &each).await?;
    Ok(ids)
}

type Each<'a> = [(VolunteerId, &'a Arrival)];

fn person(new: &NewVolunteer) -> NewPerson<'_> {
    NewPerson {
        name: &new.name,
        email: &new.email,
        locale: &new.locale,
    }
}

async fn volunteers(tx: &mut Tx, act: &Act<'_>, all: &Each<'_>, people: &[PersonId]) -> Result<(), DbError> {
    let rows = all.iter().zip(people).map(|((id, one), person)| {
        let Arrival { new, paused, offer_cap } = one;
        let state = if *paused { "paused" } else { "active" };
        cells([
            (*id).into(),
            (*person).into(),
            state.into(),
            new.gender.as_str().into(),
            new.birth_year.into(),
            new.phone.clone().into(),
            new.phone_consent.into(),
            new.home_district.clone().into(),
            new.german.as_str().into(),
            new.modes.contains(&Mode::OnSite).into(),
            new.modes.contains(&Mode::Phone).into(),
            new.modes.contains(&Mode::Video).into(),
            new.max_travel_minutes.into(),
            new.weekly_cap.into(),
            (*offer_cap).into(),
        ])
    });
    q!(
        "INSERT INTO volunteer (id, person_id, state, gender, birth_year, phone, phone_consent, home_district,
             german_level, on_site, by_phone, by_video, max_travel_minutes, weekly_cap, offer_cap, version, created_at)
         SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), r.value ->> 2, r.value ->> 3,
                CAST(r.value ->> 4 AS BIGINT), r.value ->> 5, CAST(r.value ->> 6 AS BOOLEAN), r.value ->> 7,
                r.value ->> 8, CAST(r.value ->> 9 AS BOOLEAN), CAST(r.value ->> 10 AS BOOLEAN),
                CAST(r.value ->> 11 AS BOOLEAN), CAST(r.value ->> 12 AS BIGINT), CAST(r.value ->> 13 AS BIGINT),
                CAST(r.value ->> 14 AS BIGINT), 0, $2
         FROM ROWS($1) AS r",
        Value::rows(rows.collect()),
        act.now
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn week(tx: &mut Tx, act: &Act<'_>, all: &Each<'_>) -> Result<(), DbError> {
    let rows: Vec<Cell> = all
        .iter()
        .flat_map(|(id, one)| one.new.availability.iter().map(move |window| (*id, window)))
        .map(|(id, window)| {
            cells([
                act.uuid().into(),
                id.into(),
                i64::from(window.weekday).into(),
                window.from.to_string().into(),
                window.until.to_string().into(),
            ])
        })
        .collect();
    if !rows.is_empty() {
        q!(
            "INSERT INTO availability (id, volunteer_id, weekday, from_time, until_time)
             SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), CAST(r.value ->> 2 AS BIGINT), r.value ->> 3,
                    r.value ->> 4
             FROM ROWS($1) AS r",
            Value::rows(rows)
        )
        .execute(tx)
        .await?;
    }
    let rows: Vec<Cell> = all
        .iter()
        .flat_map(|(id, one)| one.new.absences.iter().map(move |absence| (*id, absence)))
        .map(|(id, absence)| cells([act.uuid().into(), id.into(), absence.from.into(), absence.until.into()]))
        .collect();
    if !rows.is_empty() {
        q!(
            "INSERT INTO absence (id, volunteer_id, from_date, until_date)
             SELECT ID_OF(r.value ->> 0), ID_OF(r.value ->> 1), r.value ->> 2, r.value ->> 3 FROM ROWS($1) AS r",
            Value::rows(rows)
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

async fn areas(tx: &mut Tx, all: &Each<'_>) -> Result<(), DbError> {
    let rows: Vec<Cell> = all
        .iter()
        .flat_map(|(id, one)| {
            one.new
                .districts
                .iter()
                .map(move |code| cells([(*id).into(), code.into()]))
        })
        .collect();
    if !rows.is_empty() {
        q!(
            "INSERT INTO volunteer_district (volunteer_id, district)
             SELECT ID_OF(r.value ->> 0), r.value ->> 1 FROM ROWS($1) AS r",
            Value::rows(rows)
        )
        .execute(tx)
        .await?;
    }
    let rows: Vec<Cell> = all
        .iter()
        .flat_map(|(id, one)| {
            one.new
                .sectors
                .iter()
                .map(move |code| cells([(*id).into(), code.into()]))
        })
        .collect();
    if !rows.is_empty() {
        q!(
            "INSERT INTO volunteer_sector (volunteer_id, sector)
             SELECT ID_OF(r.value ->> 0), r.value ->> 1 FROM ROWS($1) AS r",
            Value::rows(rows)
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

async fn languages(tx: &mut Tx, all: &Each<'_>) -> Result<(), DbError> {
    let spoken = all
        .iter()
        .flat_map(|(id, one)| one.new.languages.iter().map(move |spoken| (*id, spoken)));
    let rows = spoken.map(|(id, spoken)| cells([id.into(), (&spoken.language).into(), spoken.level.as_str().into()]));
    q!(
        "INSERT INTO volunteer_language (volunteer_id, language, level)
         SELECT ID_OF(r.value ->> 0), r.value ->> 1, r.value ->> 2 FROM ROWS($1) AS r",
        Value::rows(rows.collect())
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn trail(tx: &mut Tx, act: &Act<'_>, all: &Each<'_>) -> Result<(), DbError> {
    let lines = all.iter().map(|(id, _)| (id.0, serde_json::json!({}))).collect();
    act.audit_many(tx, "volunteer_created", "volunteer", lines).await?;
    let paused = all.iter().filter(|(_, one)| one.paused);
    let lines = paused
        .map(|(id, _)| (id.0, serde_json::json!({ "until": null })))
        .collect();
    act.audit_many(tx, "volunteer_paused", "volunteer", lines).await?;
    let capped = all.iter().filter(|(_, one)| one.offer_cap.is_some());
    let lines = capped
        .map(|(id, one)| (id.0, serde_json::json!({ "cap": one.offer_cap })))
        .collect();
    act.audit_many(tx, "volunteer_offer_cap_changed", "volunteer", lines)
        .await
}
