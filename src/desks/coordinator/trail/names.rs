//! What the things in the trail are called, and where their pages are: a few queries for a whole page of lines.

use std::collections::HashMap;

use serde_json::Value as Json;
use uuid::Uuid;

use super::read::Row;
use crate::{
    database::{DbError, Tx, Value},
    q, row,
};

row! {
    struct Named {
        id: Uuid,
        name: String,
    }
}

row! {
    struct Contact {
        id: Uuid,
        name: String,
        institution_id: Uuid,
    }
}

row! {
    struct Task {
        id: Uuid,
        request_id: Option<Uuid>,
        volunteer_id: Option<Uuid>,
        institution_id: Option<Uuid>,
    }
}

/// A thing with its page on the desk, where it has one.
#[derive(Clone, Debug, Default)]
pub struct Thing {
    pub name: String,
    pub href: Option<String>,
}

#[derive(Default)]
pub struct Names(HashMap<Uuid, Thing>);

impl Names {
    pub fn get(&self, id: Uuid) -> Option<&Thing> {
        self.0.get(&id)
    }

    pub fn name(&self, id: Uuid) -> Option<&str> {
        self.0.get(&id).map(|thing| thing.name.as_str())
    }

    fn add(&mut self, found: Vec<Named>, page: Option<&str>) {
        for Named { id, name } in found {
            let href = page.map(|page| format!("/desk/{page}/{id}"));
            self.0.entry(id).or_insert(Thing { name, href });
        }
    }
}

/// Everything that these lines speak of.
pub async fn read(tx: &mut Tx, rows: &[Row]) -> Result<Names, DbError> {
    let mut ids: Vec<Uuid> = rows.iter().map(|row| row.object_id).collect();
    for row in rows {
        ids.extend(mentioned(&row.params));
    }
    named(tx, ids).await
}

/// The names of these, whatever they are.
pub async fn named(tx: &mut Tx, mut ids: Vec<Uuid>) -> Result<Names, DbError> {
    let mut names = Names::default();
    // A task shows what it is about.
    let tasks = q!(
        "SELECT id, request_id, volunteer_id, institution_id FROM task WHERE id IN (UUIDS($1))",
        list(&ids)
    );
    let tasks: Vec<Task> = tasks.all(tx).await?;
    let about = |task: &Task| task.request_id.or(task.volunteer_id).or(task.institution_id);
    ids.extend(tasks.iter().filter_map(about));

    let found = q!(
        "SELECT id, reference AS name FROM request WHERE id IN (UUIDS($1))",
        list(&ids)
    );
    names.add(found.all(tx).await?, Some("requests"));
    let found = q!(
        "SELECT v.id, p.name FROM volunteer v JOIN person p ON p.id = v.person_id WHERE v.id IN (UUIDS($1))",
        list(&ids)
    );
    names.add(found.all(tx).await?, Some("volunteers"));
    let found = q!("SELECT id, name FROM institution WHERE id IN (UUIDS($1))", list(&ids));
    names.add(found.all(tx).await?, Some("institutions"));
    let found = q!("SELECT id, name FROM person WHERE id IN (UUIDS($1))", list(&ids));
    names.add(found.all(tx).await?, Some("trail/person"));
    let found = q!(
        "SELECT m.id, p.name FROM outbox m JOIN person p ON p.id = m.person_id WHERE m.id IN (UUIDS($1))",
        list(&ids)
    );
    names.add(found.all(tx).await?, None);
    // An offer and an assignment are called by their volunteer.
    let found = q!(
        "SELECT x.id, p.name FROM (SELECT id, volunteer_id FROM offer WHERE id IN (UUIDS($1))
           UNION ALL SELECT id, volunteer_id FROM assignment WHERE id IN (UUIDS($1))) x
         JOIN volunteer v ON v.id = x.volunteer_id JOIN person p ON p.id = v.person_id",
        list(&ids)
    );
    names.add(found.all(tx).await?, None);
    let contacts = q!(
        "SELECT c.id, p.name, c.institution_id FROM contact c JOIN person p ON p.id = c.person_id
         WHERE c.id IN (UUIDS($1))",
        list(&ids)
    );
    for Contact {
        id,
        name,
        institution_id,
    } in contacts.all(tx).await?
    {
        let href = Some(format!("/desk/institutions/{institution_id}"));
        names.0.insert(id, Thing { name, href });
    }
    for task in tasks {
        if let Some(thing) = about(&task).and_then(|about| names.0.get(&about)).cloned() {
            names.0.insert(task.id, thing);
        }
    }
    Ok(names)
}

/// The ids in a line's parameters.
fn mentioned(params: &str) -> Vec<Uuid> {
    let params: Json = serde_json::from_str(params).unwrap_or_default();
    let values = params.as_object().into_iter().flat_map(|object| object.values());
    values.filter_map(|value| value.as_str()?.parse().ok()).collect()
}

fn list(ids: &[Uuid]) -> Value {
    Value::uuids(ids.iter().copied())
}
