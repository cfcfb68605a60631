//! Who acted, as what, and from where.

use std::collections::HashMap;

use uuid::Uuid;

use super::read::Row;
use crate::{
    database::{DbError, Tx, Value},
    people::PersonId,
    q, row,
    web::Ctx,
};

row! {
    struct PersonRow {
        id: PersonId,
        name: String,
        role: String,
        institution: Option<String>,
    }
}

row! {
    struct SessionRow {
        id: Uuid,
        network: Option<String>,
    }
}

pub struct Who {
    people: HashMap<PersonId, PersonRow>,
    sessions: HashMap<Uuid, Option<String>>,
}

/// One actor in words.
pub struct Actor {
    /// Absent for the service and the command line.
    pub name: Option<String>,
    pub role: String,
    pub from: Option<String>,
}

pub async fn read(tx: &mut Tx, rows: &[Row]) -> Result<Who, DbError> {
    let people = Value::uuids(rows.iter().filter_map(|row| row.person_id).map(|id| id.0));
    let people = q!(
        "SELECT p.id, p.name,
           CASE WHEN EXISTS (SELECT 1 FROM coordinator k WHERE k.person_id = p.id) THEN 'coordinator'
             WHEN EXISTS (SELECT 1 FROM volunteer v WHERE v.person_id = p.id) THEN 'volunteer'
             WHEN EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id) THEN 'contact'
             ELSE 'nobody' END AS role,
           (SELECT MIN(i.name) FROM contact c JOIN institution i ON i.id = c.institution_id
            WHERE c.person_id = p.id) AS institution
         FROM person p WHERE p.id IN (UUIDS($1))",
        people
    );
    let people: Vec<PersonRow> = people.all(tx).await?;
    let sessions = Value::uuids(rows.iter().filter_map(|row| row.session_id));
    let sessions = q!("SELECT id, network FROM session WHERE id IN (UUIDS($1))", sessions);
    let sessions: Vec<SessionRow> = sessions.all(tx).await?;
    Ok(Who {
        people: people.into_iter().map(|person| (person.id, person)).collect(),
        sessions: sessions
            .into_iter()
            .map(|session| (session.id, session.network))
            .collect(),
    })
}

impl Who {
    pub fn actor(&self, ctx: &Ctx, row: &Row) -> Actor {
        let l = &ctx.l;
        let nobody = |key| Actor {
            name: None,
            role: l.t(key),
            from: None,
        };
        match row.actor.as_str() {
            "service" => return nobody("trail-who-service"),
            "command" => return nobody("trail-who-command"),
            _ => {}
        }
        let Some(person) = row.person_id.and_then(|id| self.people.get(&id)) else {
            return nobody("trail-who-gone");
        };
        let role = match (person.role.as_str(), &person.institution) {
            ("coordinator", _) => l.t("trail-role-coordinator"),
            ("volunteer", _) => l.t("trail-role-volunteer"),
            ("contact", Some(name)) => l.with("trail-role-contact", &[("institution", name.clone().into())]),
            _ => l.t("trail-role-nobody"),
        };
        Actor {
            name: Some(person.name.clone()),
            role,
            from: Some(self.place(ctx, row)),
        }
    }

    /// The network is known as long as the session's row is kept.
    fn place(&self, ctx: &Ctx, row: &Row) -> String {
        let l = &ctx.l;
        if row.actor == "link" {
            return l.t("trail-from-link");
        }
        let network = row.session_id.and_then(|session| self.sessions.get(&session));
        match network {
            Some(Some(network)) => l.with("trail-from-network", &[("network", network.clone().into())]),
            Some(None) => l.t("trail-from-session"),
            None if row.session_id.is_some() => l.t("trail-from-old-session"),
            None => l.t("trail-from-unknown"),
        }
    }
}
