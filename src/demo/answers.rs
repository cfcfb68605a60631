//! How the people of the demo behave: who says yes, no or nothing, who gives back, who cancels.

use chrono::{DateTime, Duration, Utc};

use super::{afterwards, chance::Chance, people::Cast, year::YearError};
use crate::{
    act::Actor,
    app::Shared,
    q,
    requests::{
        self, AssignmentId, CancelError, NewRequest, OfferId, RequestId,
        assignments::{GiveBackError, give_back},
        offers::{AcceptError, DeclineError, Yes, accept, decline},
        submit,
    },
    settings::Rules,
    tasks::TaskId,
    volunteers::VolunteerId,
};

pub(super) enum Event {
    File(Box<NewRequest>),
    Yes(OfferId, VolunteerId),
    No(OfferId, VolunteerId),
    GiveBack(AssignmentId, VolunteerId),
    Cancel(RequestId),
    /// The volunteer says what happened.
    Report(AssignmentId),
    /// The contact looks at that.
    Confirm(AssignmentId),
    /// The coordinator took care of it.
    Settle(TaskId),
}

pub(super) struct People<'a> {
    pub cast: &'a Cast,
    pub willingness: &'a [f64],
    pub chance: &'a Chance,
}

/// Lets one event happen through its verb, and says what it leads to.
pub(super) async fn happen(
    app: &Shared,
    rules: &Rules,
    people: &People<'_>,
    event: Event,
) -> Result<Vec<(DateTime<Utc>, Event)>, YearError> {
    let mut tx = app.db.begin().await?;
    let mut then = Vec::new();
    match event {
        Event::File(new) => {
            let filed = submit(&mut tx, &app.act(Actor::Person(new.filed_by)), rules, &new).await?;
            if people.chance.happens(0.05) {
                let at = app.clock.now() + Duration::hours(people.chance.between(2, 60));
                then.push((at, Event::Cancel(filed.id)));
            }
        }
        Event::Yes(offer, volunteer) => {
            let act = app.act(Actor::Link(person(&mut tx, volunteer).await?));
            match accept(&mut tx, &act, rules, &app.keys, offer, None).await {
                // A coordinator picks: nothing follows from it yet.
                Ok(Yes::Held) => {}
                Ok(Yes::Booked(accepted)) if people.chance.happens(0.04) => {
                    let at = app.clock.now() + Duration::hours(people.chance.between(3, 70));
                    then.push((at, Event::GiveBack(accepted.assignment, volunteer)));
                }
                Ok(Yes::Booked(accepted)) => {
                    then.extend(afterwards::awaited(&mut tx, rules, people, accepted.assignment).await?)
                }
                // Too late, or something else that day: in the demo as in life.
                Err(AcceptError::Database(error)) => return Err(error.into()),
                Err(_) => return Ok(then),
            }
        }
        Event::No(offer, volunteer) => {
            let act = app.act(Actor::Link(person(&mut tx, volunteer).await?));
            if let Err(DeclineError::Database(error)) = decline(&mut tx, &act, offer).await {
                return Err(error.into());
            }
        }
        Event::GiveBack(assignment, volunteer) => {
            let act = app.act(Actor::Link(person(&mut tx, volunteer).await?));
            if let Err(GiveBackError::Database(error)) = give_back(&mut tx, &act, rules, assignment).await {
                return Err(error.into());
            }
        }
        Event::Settle(task) => {
            afterwards::settle(app, &mut tx, people, task).await?;
        }
        Event::Report(assignment) => {
            then.extend(afterwards::report(app, &mut tx, rules, people, assignment).await?);
        }
        Event::Confirm(assignment) => afterwards::confirm(app, &mut tx, rules, people, assignment).await?,
        Event::Cancel(request) => {
            let by = q!("SELECT filed_by FROM request WHERE id = $1", request)
                .one::<(_,)>(&mut tx)
                .await?;
            if let Err(CancelError::Database(error)) =
                requests::cancel(&mut tx, &app.act(Actor::Person(by.0)), request, "").await
            {
                return Err(error.into());
            }
        }
    }
    app.commit(tx).await?;
    Ok(then)
}

/// The answers to the offers whose mails were handed over after `seen`, up to `now`, and what the desk does
/// about its new tasks.
pub(super) async fn expected(
    app: &Shared,
    rules: &Rules,
    people: &People<'_>,
    seen: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Vec<(DateTime<Utc>, Event)>, YearError> {
    let mut tx = app.db.read().await?;
    let sent = q!(
        "SELECT id, volunteer_id FROM offer WHERE sent_at > $1 AND sent_at <= $2 ORDER BY id",
        seen,
        now
    )
    .all::<(OfferId, VolunteerId)>(&mut tx)
    .await?;
    let made = q!(
        "SELECT id FROM task WHERE created_at > $1 AND created_at <= $2 AND done_at IS NULL
             AND kind <> 'qualification_runs_out' ORDER BY id",
        seen,
        now
    )
    .all::<(TaskId,)>(&mut tx)
    .await?;
    tx.commit().await?;
    let mut events = Vec::new();
    for (task,) in made {
        let at = rules.add_waking(now, Duration::minutes(people.chance.between(60, 14 * 60)));
        events.push((at, Event::Settle(task)));
    }
    for (offer, volunteer) in sent {
        let index = people
            .cast
            .volunteers
            .iter()
            .position(|known| *known == volunteer)
            .unwrap_or(0);
        let minutes = (people.chance.answer_hours() * 60.0) as i64;
        let at = rules.add_waking(now, Duration::minutes(minutes));
        if people.chance.happens(people.willingness[index]) {
            events.push((at, Event::Yes(offer, volunteer)));
        } else if people.chance.happens(0.6) {
            events.push((at, Event::No(offer, volunteer)));
        }
    }
    Ok(events)
}

async fn person(
    tx: &mut crate::database::Tx,
    volunteer: VolunteerId,
) -> Result<crate::people::PersonId, crate::database::DbError> {
    let (person,) = q!("SELECT person_id FROM volunteer WHERE id = $1", volunteer)
        .one(tx)
        .await?;
    Ok(person)
}
