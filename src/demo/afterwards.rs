//! What the people of the demo say after an appointment: most agree, a few do not answer or say something else.

use chrono::{DateTime, Duration, Utc};

use super::{
    answers::{Event, People},
    year::YearError,
};
use crate::{
    act::{Act, Actor},
    app::Shared,
    database::{DbError, Tx},
    people::PersonId,
    proofs::{self, ProofError, Report, Said, Side},
    q,
    requests::{self, AssignmentId, CloseError, CloseReason, RequestId},
    settings::Rules,
    tasks::{self, TaskId},
};

type Then = Option<(DateTime<Utc>, Event)>;

/// When the volunteer will say what happened, if they do without a person calling them.
pub(super) async fn awaited(
    tx: &mut Tx,
    rules: &Rules,
    people: &People<'_>,
    assignment: AssignmentId,
) -> Result<Then, DbError> {
    if !people.chance.happens(0.95) {
        return Ok(None);
    }
    let (_, ends) = times(tx, assignment).await?;
    let at = rules.add_waking(ends, Duration::minutes(people.chance.between(40, 30 * 60)));
    Ok(Some((at, Event::Report(assignment))))
}

pub(super) async fn report(
    app: &Shared,
    tx: &mut Tx,
    rules: &Rules,
    people: &People<'_>,
    assignment: AssignmentId,
) -> Result<Then, YearError> {
    let (from, ends) = times(tx, assignment).await?;
    let said = if people.chance.happens(0.05) {
        Said::ClientAbsent
    } else {
        let later = *people.chance.of(&[0, 0, 0, 0, 0, 5, 10, 15, 25]);
        Said::Held {
            from,
            until: ends + Duration::minutes(later),
        }
    };
    let report = Report {
        said,
        travel_minutes: Some(people.chance.between(5, 30) * 2),
        note: String::new(),
    };
    let (volunteer,) = q!(
        "SELECT v.person_id FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id WHERE a.id = $1",
        assignment
    )
    .one::<(PersonId,)>(tx)
    .await?;
    let act = app.act(Actor::Link(volunteer));
    let told = proofs::report(tx, &act, rules, assignment, Side::Volunteer, &report).await;
    if !happened(told)? || !people.chance.happens(0.94) {
        return Ok(None);
    }
    let at = rules.add_waking(act.now, Duration::minutes(people.chance.between(20, 30 * 60)));
    Ok(Some((at, Event::Confirm(assignment))))
}

pub(super) async fn confirm(
    app: &Shared,
    tx: &mut Tx,
    rules: &Rules,
    people: &People<'_>,
    assignment: AssignmentId,
) -> Result<(), YearError> {
    let (contact,) = q!(
        "SELECT c.person_id FROM assignment a JOIN request r ON r.id = a.request_id
         JOIN contact c ON c.id = r.contact_id WHERE a.id = $1",
        assignment
    )
    .one::<(PersonId,)>(tx)
    .await?;
    let act = app.act(Actor::Person(contact));
    let proof = proofs::store::get(tx, assignment).await?;
    let Some(newest) = proof.as_ref().and_then(|proof| proof.newest(Side::Volunteer)) else {
        return Ok(());
    };
    let told = if people.chance.happens(0.95) {
        proofs::confirm(tx, &act, rules, assignment, newest.id).await
    } else {
        // As it was planned, they say.
        let planned = planned(tx, assignment).await?;
        proofs::report(tx, &act, rules, assignment, Side::Institution, &planned).await
    };
    happened(told)?;
    Ok(())
}

/// A request for which nobody was found is closed: its task is settled by that. `false`: it is another task.
async fn give_up(tx: &mut Tx, act: &Act<'_>, task: TaskId) -> Result<bool, YearError> {
    let about = q!(
        "SELECT request_id FROM task WHERE id = $1 AND done_at IS NULL AND kind = 'nobody_found'
             AND request_id IS NOT NULL",
        task
    );
    let Some((request,)) = about.optional::<(RequestId,)>(tx).await? else {
        return Ok(false);
    };
    match requests::close(tx, act, request, CloseReason::NobodyCan, "").await {
        Ok(()) => Ok(true),
        Err(CloseError::NothingToClose | CloseError::NotFound) => Ok(false),
        Err(CloseError::Database(error)) => Err(error.into()),
    }
}

/// The coordinator took care of a task; one about a proof by deciding.
pub(super) async fn settle(app: &Shared, tx: &mut Tx, people: &People<'_>, task: TaskId) -> Result<(), YearError> {
    let act = app.act(Actor::Person(people.cast.coordinator));
    let about = q!(
        "SELECT assignment_id FROM task WHERE id = $1 AND done_at IS NULL AND assignment_id IS NOT NULL
             AND kind IN ('proof_missing', 'proof_disputed')",
        task
    )
    .optional::<(AssignmentId,)>(tx)
    .await?;
    let Some((assignment,)) = about else {
        if !give_up(tx, &act, task).await? {
            tasks::complete(tx, &act, task).await?;
        }
        return Ok(());
    };
    let proof = proofs::store::get(tx, assignment).await?;
    let said = proof.as_ref().and_then(|proof| proof.newest(Side::Volunteer));
    let report = match said {
        Some(version) => Report {
            said: version.said,
            travel_minutes: version.travel_minutes,
            note: String::new(),
        },
        None => planned(tx, assignment).await?,
    };
    happened(proofs::decide(tx, &act, assignment, &report).await)?;
    Ok(())
}

async fn planned(tx: &mut Tx, assignment: AssignmentId) -> Result<Report, DbError> {
    let (from, until) = times(tx, assignment).await?;
    Ok(Report {
        said: Said::Held { from, until },
        travel_minutes: None,
        note: String::new(),
    })
}

async fn times(tx: &mut Tx, assignment: AssignmentId) -> Result<(DateTime<Utc>, DateTime<Utc>), DbError> {
    q!("SELECT starts_at, ends_at FROM assignment WHERE id = $1", assignment)
        .one(tx)
        .await
}

/// Called off or settled meanwhile: in the demo as in life.
fn happened<T>(told: Result<T, ProofError>) -> Result<bool, DbError> {
    match told {
        Ok(_) => Ok(true),
        Err(ProofError::Database(error)) => Err(error),
        Err(_) => Ok(false),
    }
}
