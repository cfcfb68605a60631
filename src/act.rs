//! Who acts, when, and where new ids come from: handed to every verb.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    database::{Cell, DbError, Tx, Value, cells},
    ids::Ids,
    people::PersonId,
    q,
};

/// One act of one actor at one instant (UTC).
#[derive(Clone, Copy)]
pub struct Act<'a> {
    pub now: DateTime<Utc>,
    pub ids: &'a Ids,
    pub actor: Actor,
    /// From where: the session in which somebody signed in acts. Its row knows the network for 30 days.
    pub session: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody signed in.
    Person(PersonId),
    /// Whoever opened a mailed link that was sent to this person.
    Link(PersonId),
    /// The service itself: timers, dispatch.
    Service,
    /// The command line.
    Command,
}

impl Act<'_> {
    /// Whoever acts, if it is a person.
    pub fn person(&self) -> Option<PersonId> {
        match self.actor {
            Actor::Person(person) | Actor::Link(person) => Some(person),
            Actor::Service | Actor::Command => None,
        }
    }

    /// The service does what this person has asked for: the trail names them.
    #[must_use]
    pub fn for_person(self, person: Option<PersonId>) -> Self {
        let actor = person.map_or(self.actor, Actor::Person);
        Self { actor, ..self }
    }

    pub fn uuid(&self) -> Uuid {
        self.ids.uuid(self.now)
    }

    /// Writes one line of the audit trail. `params` is a JSON object of ids and codes, without personal data.
    pub async fn audit(
        &self,
        tx: &mut Tx,
        action: &str,
        (object_kind, object_id): (&str, Uuid),
        params: serde_json::Value,
    ) -> Result<(), DbError> {
        let (actor, person) = self.who();
        q!(
            "INSERT INTO audit (id, at, actor, person_id, action, object_kind, object_id, params, session_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            self.uuid(),
            self.now,
            actor,
            person,
            action,
            object_kind,
            object_id,
            params.to_string(),
            self.session
        )
        .execute(tx)
        .await?;
        Ok(())
    }

    /// The same line about many things: `(id, params)` each.
    pub async fn audit_many(
        &self,
        tx: &mut Tx,
        action: &str,
        object_kind: &str,
        lines: Vec<(Uuid, serde_json::Value)>,
    ) -> Result<(), DbError> {
        let (actor, person) = self.who();
        let rows: Vec<Cell> = lines
            .into_iter()
            .map(|(object, params)| cells([self.uuid().into(), object.into(), params.to_string().into()]))
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        q!(
            "INSERT INTO audit (id, at, actor, person_id, action, object_kind, object_id, params, session_id)
             SELECT ID_OF(r.value ->> 0), $2, $3, $4, $5, $6, ID_OF(r.value ->> 1), r.value ->> 2, $7
             FROM ROWS($1) AS r",
            Value::rows(rows),
            self.now,
            actor,
            person,
            action,
            object_kind,
            self.session
        )
        .execute(tx)
        .await?;
        Ok(())
    }

    fn who(&self) -> (&'static str, Option<PersonId>) {
        match self.actor {
            Actor::Person(person) => ("person", Some(person)),
            Actor::Link(person) => ("link", Some(person)),
            Actor::Service => ("service", None),
            Actor::Command => ("command", None),
        }
    }
}
