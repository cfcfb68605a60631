//! What a page of the trail is about: the thing itself, and what belongs to it.

use uuid::Uuid;

use crate::{
    database::{DbError, Tx},
    q,
};

/// What has a page of its own.
pub const KINDS: [&str; 6] = ["request", "volunteer", "institution", "contact", "person", "pool"];

/// The ids under which the trail knows it: a request's tasks are part of its story. Empty: there is no such thing.
pub async fn ids(tx: &mut Tx, kind: &str, id: Uuid) -> Result<Vec<Uuid>, DbError> {
    let found = match kind {
        "request" => {
            q!(
                "SELECT id FROM request WHERE id = $1
                 UNION SELECT id FROM task WHERE request_id = $1
                 UNION SELECT id FROM assignment WHERE request_id = $1",
                id
            )
        }
        "volunteer" => {
            q!(
                "SELECT id FROM volunteer WHERE id = $1
                 UNION SELECT person_id FROM volunteer WHERE id = $1
                 UNION SELECT id FROM task WHERE volunteer_id = $1 AND request_id IS NULL",
                id
            )
        }
        "institution" => {
            q!(
                "SELECT id FROM institution WHERE id = $1
                 UNION SELECT id FROM contact WHERE institution_id = $1
                 UNION SELECT id FROM task WHERE institution_id = $1",
                id
            )
        }
        "contact" => {
            q!(
                "SELECT id FROM contact WHERE id = $1 UNION SELECT person_id FROM contact WHERE id = $1",
                id
            )
        }
        "person" => {
            q!(
                "SELECT id FROM person WHERE id = $1
                 UNION SELECT id FROM coordinator WHERE person_id = $1
                 UNION SELECT id FROM volunteer WHERE person_id = $1
                 UNION SELECT id FROM contact WHERE person_id = $1",
                id
            )
        }
        _ if id.is_nil() => return Ok(vec![id]),
        _ => return Ok(Vec::new()),
    };
    let found: Vec<(Uuid,)> = found.all(tx).await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
