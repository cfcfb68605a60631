//! What became of a yes: given back, called off or moved, by whom and when.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    people::{self, PersonId},
    q,
    requests::{Canceller, Request, store, store::EndedRow},
    volunteers::VolunteerId,
    web::Ctx,
};

/// The assignments of one request that ended before their time.
pub struct Ended {
    rows: Vec<EndedRow>,
    /// Who wrote a giving back down, where it was not the volunteer.
    by_phone: HashMap<DateTime<Utc>, String>,
    /// There is another request for the same appointment.
    moved: bool,
}

pub struct Word {
    pub state: String,
    pub text: String,
}

pub async fn read(tx: &mut Tx, request: &Request) -> Result<Ended, DbError> {
    let rows = store::ended_of(tx, request.id).await?;
    let mut ended = Ended {
        rows,
        by_phone: HashMap::new(),
        moved: false,
    };
    if ended.rows.is_empty() {
        return Ok(ended);
    }
    ended.moved = store::replaced_by(tx, request.id).await?.is_some();
    let lines = q!(
        "SELECT at, person_id FROM audit WHERE object_id = $1 AND action = 'assignment_given_back'
           AND actor = 'person' AND person_id IS NOT NULL
           AND person_id NOT IN (SELECT v.person_id FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id
             WHERE a.request_id = $1)",
        request.id
    );
    for (at, person) in lines.all::<(DateTime<Utc>, PersonId)>(tx).await? {
        if let Some(person) = people::store::get(tx, person).await? {
            ended.by_phone.insert(at, person.name);
        }
    }
    Ok(ended)
}

impl Ended {
    /// Who had said yes last and gave it back.
    pub fn gave_back(&self) -> Option<VolunteerId> {
        let found = self.rows.iter().find(|row| row.ended_how == "given_back");
        found.map(|row| row.volunteer_id)
    }

    /// What became of a yes of that moment; `None` where it still stands.
    pub fn word(&self, ctx: &Ctx, request: &Request, volunteer: VolunteerId, said: DateTime<Utc>) -> Option<Word> {
        let l = &ctx.l;
        let mine = self.rows.iter().filter(|row| row.volunteer_id == volunteer);
        // The yes and its assignment are of one moment; a pick makes it later.
        let row = mine
            .filter(|row| row.accepted_at >= said)
            .min_by_key(|row| row.accepted_at)
            .or_else(|| self.rows.iter().find(|row| row.volunteer_id == volunteer))?;
        let code = match (row.ended_how.as_str(), request.cancelled_by) {
            ("given_back", _) => "given-back",
            _ if self.moved => "moved",
            (_, Some(Canceller::Pool)) => "cancelled-pool",
            _ => "cancelled",
        };
        let moment = |at| l.moment(at, ctx.rules.zone());
        let day = |at| l.day_and_month(crate::wall::day_of(ctx.rules.zone(), at));
        let args = [
            ("accepted", day(row.accepted_at).into()),
            ("when", moment(row.ended_at).into()),
            (
                "person",
                self.by_phone.get(&row.ended_at).cloned().unwrap_or_default().into(),
            ),
        ];
        let by_phone = code == "given-back" && self.by_phone.contains_key(&row.ended_at);
        let key = if by_phone { "given-back-by-phone" } else { code };
        Some(Word {
            state: l.t(&format!("ended-state-{code}")),
            text: l.with(&format!("ended-{key}"), &args),
        })
    }
}
