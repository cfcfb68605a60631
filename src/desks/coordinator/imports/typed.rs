//! What was typed is read when it is saved: whoever has mistyped hears it at the field, not when everything is done.

use super::{doubt, words};
use crate::{
    database::{DbError, Tx},
    imports::{
        Kind, Policy,
        answers::Answer,
        fields::{self, Code, Context},
        plan::Known,
        store::StoredDoubt,
        words::normal,
    },
    web::Ctx,
};

/// What is wrong with an answer; `None`: its field takes it.
pub async fn problem(
    ctx: &Ctx,
    tx: &mut Tx,
    kind: Kind,
    doubt: &StoredDoubt,
    answer: &Answer,
) -> Result<Option<String>, DbError> {
    let Answer::Value(text) = answer else { return Ok(None) };
    if !doubt::is_typed(doubt) || doubt.proposal.as_ref() == Some(text) {
        return Ok(None);
    }
    let context = Context {
        rules: &ctx.rules,
        today: ctx.rules.local(ctx.now).date(),
    };
    let field = doubt.field.as_str();
    let said = match (kind, field) {
        (Kind::Appointments, "institution" | "volunteer" | "volunteer_email") => {
            let known = Known::read(tx, kind, Policy::Keep).await?;
            is_known(&known, field, text).then_some(()).ok_or(Code::Unknown)
        }
        _ => fields::reads(kind, (field, &doubt.code), text, context),
    };
    Ok(said.err().map(|code| words::doubt(ctx, kind, field, code.code())))
}

/// By name; people also by address, and only where it is one person's.
fn is_known(known: &Known, field: &str, text: &str) -> bool {
    let wanted = normal(text);
    if field == "institution" {
        return known.institutions.iter().any(|one| normal(&one.name) == wanted);
    }
    let small = text.trim().to_lowercase();
    let is_it = |one: &&crate::volunteers::KnownVolunteer| one.email_key == small || normal(&one.name) == wanted;
    known.volunteers.iter().filter(is_it).count() == 1
}
