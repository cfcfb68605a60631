//! What a request's page says after something was sent to it, where that takes the request's own facts.

use crate::{
    database::{DbError, Tx},
    institutions,
    requests::{Request, Status, store},
    web::Ctx,
};

/// Filed for a caller, perhaps instead of another one.
const FILED: &str = "filed";
/// Nothing was done: somebody else was faster, or the same one in another window.
const UNCHANGED: &str = "unchanged";

pub async fn of(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Option<String>, DbError> {
    match ctx.query("done").as_str() {
        FILED => filed(ctx, tx, request).await.map(Some),
        UNCHANGED => unchanged(ctx, tx, request).await.map(Some),
        _ => Ok(None),
    }
}

async fn filed(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<String, DbError> {
    let contact = institutions::store::contact(tx, request.institution, request.contact).await?;
    let name = contact.map_or_else(|| ctx.l.t("task-somebody"), |contact| contact.name);
    let code = if request.replaces.is_some() { "moved" } else { "filed" };
    let args = [("name", name.into()), ("reference", request.reference.clone().into())];
    Ok(ctx.l.with(&format!("said-request-{code}"), &args))
}

/// "Nichts geändert: Die Anfrage ist schon abgesagt (Dienstag, 9. März, 10:12 Uhr)."
async fn unchanged(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<String, DbError> {
    let l = &ctx.l;
    let began = request
        .assignments
        .first()
        .and(request.main_slot())
        .is_some_and(|slot| slot.starts_at <= ctx.now);
    let (code, at) = match request.status(ctx.now) {
        Status::Cancelled => {
            let moved = store::replaced_by(tx, request.id).await?.is_some();
            (if moved { "moved" } else { "cancelled" }, request.cancelled_at)
        }
        Status::Refused => ("refused", request.check.as_ref().and_then(|check| check.decided_at)),
        Status::Past { .. } => ("past", None),
        Status::Checking { .. } => ("checking", None),
        Status::Searching { .. } => ("searching", None),
        _ if request.is_closed() => ("closed", request.closed_at),
        Status::Confirmed if began => ("begun", None),
        Status::Confirmed => ("confirmed", None),
        Status::Unfilled => ("unfilled", None),
    };
    let state = l.t(&format!("said-state-{code}"));
    Ok(match at {
        Some(at) => {
            let when = l.moment(at, ctx.rules.zone());
            l.with("said-unchanged-at", &[("state", state.into()), ("when", when.into())])
        }
        None => l.with("said-unchanged", &[("state", state.into())]),
    })
}
