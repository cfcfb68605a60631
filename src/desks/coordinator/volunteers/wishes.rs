//! What a volunteer wants to be asked, and what the forecast holds of them: read, ended and forgotten at the desk.

use axum::{extract::Path, response::Response};

use super::open;
use crate::{
    database::{DbError, Tx},
    desks::{
        coordinator::undo,
        volunteer::{asked, wishes},
    },
    requests::forecast,
    volunteers::{self, store::Volunteer},
    web::{Ctx, Done, Fields, WebError, done, see_other},
};

pub struct Section {
    pub most: Option<String>,
    pub refusals: Vec<RefusalView>,
    pub forecast: Option<String>,
}

pub struct RefusalView {
    pub id: String,
    pub what: String,
    pub since: String,
}

pub async fn section(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<Section, DbError> {
    let mut refusals = Vec::new();
    for refusal in volunteers::refusals_of(tx, volunteer.id).await? {
        let since = ctx.l.date_numeric(ctx.rules.local(refusal.created_at).date());
        refusals.push(RefusalView {
            id: refusal.id.to_string(),
            what: wishes::refused(ctx, tx, &refusal).await?,
            since: ctx.l.with("desk-wishes-since", &[("date", since.into())]),
        });
    }
    Ok(Section {
        most: volunteer
            .offer_cap
            .map(|cap| ctx.l.with("desk-wishes-most", &[("count", cap.into())])),
        refusals,
        forecast: asked::forecast_of(ctx, tx, volunteer.id).await?,
    })
}

pub async fn end(ctx: Ctx, Path((id, refusal)): Path<(String, String)>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::present(&ctx, &mut tx, &id).await?;
    let refusal = refusal.parse().map_err(|_| WebError::NotFound)?;
    let act = ctx.act()?;
    if !volunteers::take_back_refusal(&mut tx, &act, volunteer.id, refusal).await? {
        return Err(WebError::NotFound);
    }
    let there = format!("{}#wishes", open::path(volunteer.id));
    let there = undo::saved(&mut tx, &act, volunteer.id.0, &there).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&there))
}

pub async fn forget(ctx: Ctx, Path(id): Path<String>, _fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let volunteer = open::any(&ctx, &mut tx, &id).await?;
    forecast::forget(&mut tx, &ctx.act()?, volunteer.id).await?;
    ctx.app.commit(tx).await?;
    Ok(see_other(&done(
        &format!("{}#wishes", open::path(volunteer.id)),
        Done::Saved,
    )))
}
