//! The verb that takes an act back, and the page on which that is seen.

use chrono::{DateTime, Utc};
use serde_json::Value as Json;
use uuid::Uuid;

use super::{kind::Kind, take::Line};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{self, InstitutionId},
    matching::Absence,
    q,
    qualifications::{self, RevokeError, Why},
    tasks::{self, TaskId},
    volunteers::{self, Refused, VolunteerId},
    web::{Ctx, WebError},
};

/// `false`: it cannot be taken back any more.
pub async fn undo(ctx: &Ctx, tx: &mut Tx, act: &Act<'_>, kind: Kind, line: &Line) -> Result<bool, WebError> {
    let thing = line.object_id;
    let part = kind.part(&line.params);
    Ok(match (kind, line.action.as_str()) {
        (Kind::VolunteerPause, _) => pause_as_before(tx, act, line).await?,
        (Kind::VolunteerLeft, _) => {
            let volunteer = VolunteerId(thing);
            let back = volunteers::come_back(tx, act, volunteer).await?;
            if back {
                pause_as_before(tx, act, line).await?;
            }
            back
        }
        (Kind::Absence, action) => {
            let day = |at: usize| part[at].as_str().and_then(|day| day.parse().ok());
            let (Some(from), Some(until)) = (day(0), day(1)) else {
                return Ok(false);
            };
            let volunteer = VolunteerId(thing);
            let undone = absence(tx, act, volunteer, Absence { from, until }, action).await?;
            if undone && action == "absence_added" {
                take_apart(tx, act, volunteer, &line.params).await?;
            }
            undone
        }
        (Kind::Ban, action) => {
            let (Some(institution), volunteer) = (id(&part).map(InstitutionId), VolunteerId(thing)) else {
                return Ok(false);
            };
            if action == "volunteer_banned" {
                volunteers::lift_ban(tx, act, institution, volunteer).await?
            } else {
                let bans = volunteers::bans_of(tx, volunteer).await?;
                let lifted = bans.into_iter().find(|ban| ban.institution_id == institution);
                let Some(lifted) = lifted else { return Ok(false) };
                volunteers::ban(tx, act, institution, volunteer, &lifted.note).await?
            }
        }
        (Kind::Refusal, _) => {
            let refused = match (id(&part[0]), part[1].as_str()) {
                (Some(institution), _) => Refused::Institution(InstitutionId(institution)),
                (None, Some(occasion)) => Refused::Occasion(occasion.to_owned()),
                (None, None) => return Ok(false),
            };
            volunteers::refuse(tx, act, VolunteerId(thing), &refused).await?
        }
        (Kind::Qualification, action) => {
            let (Some(shown), volunteer) = (id(&part).map(qualifications::QualificationId), VolunteerId(thing)) else {
                return Ok(false);
            };
            let done = if action == "qualification_recorded" {
                qualifications::revoke(tx, act, &ctx.rules, volunteer, shown, Why::Mistake).await
            } else {
                qualifications::restore(tx, act, &ctx.rules, volunteer, shown).await
            };
            match done {
                Ok(()) => true,
                Err(RevokeError::NotFound) => false,
                Err(RevokeError::Database(error)) => return Err(error.into()),
            }
        }
        (Kind::InstitutionState, "institution_paused") => institutions::resume(tx, act, InstitutionId(thing)).await?,
        (Kind::InstitutionState, "institution_resumed") => institutions::pause(tx, act, InstitutionId(thing)).await?,
        (Kind::InstitutionState, _) => {
            let institution = InstitutionId(thing);
            let was_paused = last_before(tx, line, ["institution_paused", "institution_resumed"]).await?;
            let back = institutions::reinstate(tx, act, institution).await?;
            if back && was_paused.is_some_and(|(action, _)| action == "institution_paused") {
                institutions::pause(tx, act, institution).await?;
            }
            back
        }
        (Kind::Trust, "institution_trusted") => institutions::distrust(tx, act, InstitutionId(thing)).await?,
        (Kind::Trust, _) => institutions::trust(tx, act, InstitutionId(thing)).await?,
        (Kind::Contact, _) => match id(&part) {
            Some(contact) => {
                institutions::restore_contact(tx, act, InstitutionId(thing), institutions::ContactId(contact)).await?
            }
            None => false,
        },
        (Kind::Site, _) => match id(&part) {
            Some(site) => institutions::reopen_site(tx, act, InstitutionId(thing), institutions::SiteId(site)).await?,
            None => false,
        },
        (Kind::Task, _) => tasks::reopen(tx, act, TaskId(thing)).await?,
        (Kind::TaskLater, _) => {
            let params: Json = serde_json::from_str(&line.params).unwrap_or_default();
            match params["from"].as_str().and_then(|text| text.parse().ok()) {
                Some(before) => tasks::due_again(tx, act, TaskId(thing), before).await?,
                None => false,
            }
        }
    })
}

/// Where the change is seen.
pub fn page(kind: Kind, thing: Uuid) -> String {
    match kind {
        Kind::VolunteerPause | Kind::VolunteerLeft => format!("/desk/volunteers/{thing}"),
        Kind::Absence => format!("/desk/volunteers/{thing}/absences"),
        Kind::Ban => format!("/desk/volunteers/{thing}/bans"),
        Kind::Refusal => format!("/desk/volunteers/{thing}#wishes"),
        Kind::Qualification => format!("/desk/volunteers/{thing}/qualifications"),
        Kind::InstitutionState | Kind::Trust => format!("/desk/institutions/{thing}"),
        Kind::Contact => format!("/desk/institutions/{thing}#contacts"),
        Kind::Site => format!("/desk/institutions/{thing}#sites"),
        Kind::Task | Kind::TaskLater => "/desk".to_owned(),
    }
}

/// Taken out again where it was added, put back where it was taken out.
async fn absence(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    absence: Absence,
    action: &str,
) -> Result<bool, DbError> {
    if action == "absence_removed" {
        return Ok(volunteers::add_absence(tx, act, volunteer, absence).await?.is_some());
    }
    let (from, until) = (absence.from.to_string(), absence.until.to_string());
    let known = volunteers::store::absences_of(tx, volunteer).await?;
    let same = known
        .into_iter()
        .find(|one| one.from_date == from && one.until_date == until);
    match same {
        Some(one) => volunteers::remove_absence(tx, act, volunteer, one.id).await,
        None => Ok(false),
    }
}

/// The absences that had become one with it.
async fn take_apart(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId, params: &str) -> Result<(), DbError> {
    let params: Json = serde_json::from_str(params).unwrap_or_default();
    let joined = params["joined"].as_array().cloned().unwrap_or_default();
    for one in joined {
        let day = |name: &str| one[name].as_str().and_then(|day| day.parse().ok());
        if let (Some(from), Some(until)) = (day("from"), day("until")) {
            volunteers::add_absence(tx, act, volunteer, Absence { from, until }).await?;
        }
    }
    Ok(())
}

/// As it was before this pause or its end: free, or paused until the day that stood there.
async fn pause_as_before(tx: &mut Tx, act: &Act<'_>, line: &Line) -> Result<bool, WebError> {
    let before = last_before(tx, line, ["volunteer_paused", "volunteer_resumed"]).await?;
    let volunteer = VolunteerId(line.object_id);
    let was_paused = before.filter(|(action, _)| action == "volunteer_paused");
    let Some((_, params)) = was_paused else {
        return Ok(volunteers::unpause(tx, act, volunteer).await?);
    };
    let params: Json = serde_json::from_str(&params).unwrap_or_default();
    let until: Option<DateTime<Utc>> = params["until"].as_str().and_then(|text| text.parse().ok());
    match until {
        // That pause would be over by now.
        Some(until) if until <= act.now => Ok(volunteers::unpause(tx, act, volunteer).await?),
        until => Ok(volunteers::pause(tx, act, volunteer, until).await?),
    }
}

/// The newest of these acts on the same thing before this line, with its parameters.
async fn last_before(tx: &mut Tx, line: &Line, actions: [&str; 2]) -> Result<Option<(String, String)>, DbError> {
    q!(
        "SELECT action, params FROM audit WHERE object_id = $1 AND id < $2 AND action IN ($3, $4)
         ORDER BY id DESC LIMIT 1",
        line.object_id,
        line.id,
        actions[0],
        actions[1]
    )
    .optional(tx)
    .await
}

fn id(part: &Json) -> Option<Uuid> {
    part.as_str()?.parse().ok()
}
