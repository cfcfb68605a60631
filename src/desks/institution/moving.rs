//! An appointment on another day: what filing the new one does to the old one, and which two requests belong together.

use super::{
    drafts::{self, Writing},
    wording,
};
use crate::{
    database::Tx,
    requests::{self, Request, store},
    slips,
    web::{Ctx, WebError},
};

/// What the check page says before it is sent.
pub struct Moving {
    pub lines: Vec<String>,
}

/// The request that ends when this draft is filed, as long as it can end.
pub async fn moved(ctx: &Ctx, tx: &mut Tx, writing: &Writing<'_>) -> Result<Option<Request>, WebError> {
    let Some(old) = drafts::moves(&writing.draft.typed) else {
        return Ok(None);
    };
    let old = store::get(tx, old).await?;
    Ok(old.filter(|old| old.institution == writing.writer.institution && requests::can_be_moved(old, ctx.now)))
}

/// `None`: nothing ends by this draft.
pub async fn view(ctx: &Ctx, tx: &mut Tx, writing: &Writing<'_>) -> Result<Option<Moving>, WebError> {
    let l = &ctx.l;
    let Some(old) = drafts::moves(&writing.draft.typed) else {
        return Ok(None);
    };
    let old = store::get(tx, old).await?;
    let Some(old) = old.filter(|old| old.institution == writing.writer.institution) else {
        return Ok(None);
    };
    if let Some(next) = store::replaced_by(tx, old.id).await? {
        let args = [("reference", next.reference.into())];
        let lines = vec![l.with("problem-already-moved", &args)];
        return Ok(Some(Moving { lines }));
    }
    if !requests::can_be_moved(&old, ctx.now) {
        // Called off meanwhile: there is nothing left to end.
        return Ok(None);
    }
    let mut lines = Vec::new();
    if let Some(slot) = old.main_slot() {
        let slot = wording::slot(l, slot.date, slot.start, slot.end);
        lines.push(l.with("check-moving-old", &[("slot", slot.into())]));
    }
    let notice = ctx.rules.late().cancellation;
    let start = old.next_start(ctx.now);
    if let Some(start) = start.filter(|start| !notice.is_kept(&ctx.rules, ctx.now, *start)) {
        let until = notice.until(l, &ctx.rules, start);
        lines.push(l.with("cancel-late", &[("when", until.into())]));
    }
    if !slips::store::living(tx, old.id).await?.is_empty() {
        lines.push(l.t("check-moving-slips"));
    }
    Ok(Some(Moving { lines }))
}

/// The other request of the same appointment.
pub struct Other {
    pub text: String,
    pub href: String,
    pub reference: String,
}

/// The one before and the one after it, where there are any. `base`: where this reader's pages of requests lie.
pub async fn others(ctx: &Ctx, tx: &mut Tx, request: &Request, base: &str) -> Result<Vec<Other>, WebError> {
    let before = match request.replaces {
        Some(old) => store::named(tx, old).await?,
        None => None,
    };
    let after = store::replaced_by(tx, request.id).await?;
    let both = [(after, "status-moved-to"), (before, "status-moved-from")];
    let found = both
        .into_iter()
        .filter_map(|(other, key)| other.map(|other| (other, key)));
    Ok(found
        .map(|(other, key)| Other {
            text: ctx.l.t(key),
            href: format!("{base}/{}", other.id),
            reference: other.reference,
        })
        .collect())
}
