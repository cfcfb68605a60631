//! Back to what was there before, or to the program's own words. Both are versions like others: nothing is lost.

use axum::{extract::Path, response::Response};

use super::{Place, history, said};
use crate::{
    settings,
    web::{Ctx, Fields, WebError, see_other},
};

/// Back to the program's own words, from now on.
pub async fn original(
    ctx: Ctx,
    Path((locale, key)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let place = Place::find(&ctx, &locale, &key)?;
    if super::changed(&ctx, &place.locale, place.key()).is_some() {
        let mut tx = ctx.app.db.begin().await?;
        settings::set_text(&mut tx, &ctx.act()?, (&place.locale, place.key()), None, ctx.now).await?;
        ctx.app.commit(tx).await?;
    }
    Ok(see_other(&said::path(&place, said::ORIGINAL)))
}

/// Takes the last change back: one that lies ahead will not come, one that counts gives way to the one before it.
pub async fn undo(
    ctx: Ctx,
    Path((locale, key)): Path<(String, String)>,
    _fields: Fields,
) -> Result<Response, WebError> {
    let place = Place::find(&ctx, &locale, &key)?;
    let mut tx = ctx.app.db.begin().await?;
    let versions = settings::text_versions(&mut tx, &place.locale, place.key()).await?;
    let standing = history::standing(&versions);
    if let Some(last) = standing.first() {
        let before = standing.get(1).and_then(|version| version.text.as_deref());
        let from = last.valid_from.max(ctx.now);
        if before != last.text.as_deref() {
            let about = (place.locale.as_str(), place.key());
            settings::set_text(&mut tx, &ctx.act()?, about, before, from).await?;
            ctx.app.commit(tx).await?;
            return Ok(see_other(&said::path(&place, said::UNDONE)));
        }
    }
    Ok(see_other(&said::path(&place, said::SAME)))
}
