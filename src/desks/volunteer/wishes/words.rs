//! Wishes in words, for the volunteer and for the coordinator.

use crate::{
    database::{DbError, Tx},
    institutions,
    requests::asked,
    volunteers::{Refusal, VolunteerId},
    web::Ctx,
};

pub fn most(ctx: &Ctx, own: Option<i64>) -> String {
    let pools = ctx.rules.numbers().weekly_offer_cap;
    match own.filter(|own| *own < pools) {
        Some(own) => ctx.l.with("wishes-now-most", &[("count", own.into())]),
        None => ctx.l.with("wishes-now-pool", &[("count", pools.into())]),
    }
}

/// What is refused, for the volunteer: an institution has a name for them only if they have been there.
pub async fn theirs(ctx: &Ctx, tx: &mut Tx, volunteer: VolunteerId, refusal: &Refusal) -> Result<String, DbError> {
    if let Some(institution) = refusal.institution_id
        && !asked::knows(tx, volunteer, institution).await?
    {
        let found = institutions::store::get(tx, institution).await?;
        let sector = found.map(|found| found.sector).unwrap_or_default();
        let kind = ctx.rules.sector(&sector);
        let kind = kind.map_or(sector.as_str(), |kind| kind.name.or_code(ctx.l.code(), &sector));
        let since = ctx.l.date_numeric(ctx.rules.local(refusal.created_at).date());
        let args = [("kind", kind.to_owned().into()), ("date", since.into())];
        return Ok(ctx.l.with("wishes-some-institution", &args));
    }
    refused(ctx, tx, refusal).await
}

/// What is refused, by its name.
pub async fn refused(ctx: &Ctx, tx: &mut Tx, refusal: &Refusal) -> Result<String, DbError> {
    if let Some(institution) = refusal.institution_id {
        let found = institutions::store::get(tx, institution).await?;
        let name = found.map(|found| found.name).unwrap_or_default();
        return Ok(ctx.l.with("wishes-institution", &[("name", name.into())]));
    }
    let code = refusal.occasion.as_deref().unwrap_or_default();
    let occasion = ctx.rules.occasion(code);
    let name = occasion.map_or(code, |occasion| occasion.name.or_code(ctx.l.code(), code));
    Ok(ctx.l.with("wishes-occasion", &[("name", name.to_owned().into())]))
}
