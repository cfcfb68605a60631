//! What a task's sentence leaves out and somebody needs to act: which qualification, until when, whom to call.

use serde_json::Value as Json;

use super::tasks::Phone;
use crate::{
    database::{DbError, Tx},
    institutions, qualifications,
    tasks::{Kind, Task},
    web::Ctx,
};

/// "Führungszeugnis, gilt bis 31.03.2027."
pub async fn facts(ctx: &Ctx, tx: &mut Tx, task: &Task) -> Result<Option<String>, DbError> {
    let params: Json = serde_json::from_str(&task.params).unwrap_or_default();
    let name = |code: &str| {
        let kind = ctx.rules.qualification(code);
        kind.map_or(code, |kind| kind.name.or_code(ctx.l.code(), &kind.code))
            .to_owned()
    };
    if let (Some(volunteer), Some(id)) = (task.volunteer_id, params["qualification"].as_str()) {
        let Ok(id) = id.parse() else { return Ok(None) };
        let shown = qualifications::store::get_of(tx, volunteer, id).await?;
        return Ok(shown.map(|shown| match shown.valid_until {
            Some(until) => {
                let args = [
                    ("kind", name(&shown.kind).into()),
                    ("date", ctx.l.date_numeric(until).into()),
                ];
                ctx.l.with("task-fact-until", &args)
            }
            None => name(&shown.kind),
        }));
    }
    let kinds = params["kinds"].as_array().into_iter().flatten();
    let kinds: Vec<String> = kinds.filter_map(|kind| kind.as_str()).map(name).collect();
    Ok((!kinds.is_empty()).then(|| ctx.l.with("task-fact-kinds", &[("kinds", kinds.join(", ").into())])))
}

/// Whoever applied for an institution that waits.
pub async fn applicant(tx: &mut Tx, task: &Task) -> Result<Option<Phone>, DbError> {
    let Some(institution) = task
        .institution_id
        .filter(|_| task.kind == Kind::InstitutionWaits.code())
    else {
        return Ok(None);
    };
    let contacts = institutions::store::contacts_of(tx, institution).await?;
    Ok(contacts
        .into_iter()
        .find_map(|contact| Phone::new(contact.name, contact.phone)))
}
