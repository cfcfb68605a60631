//! Where a coordinator picks among those who say yes: a yes holds the time, a choice books it.

mod choose;
mod free;
mod hold;

pub(super) use choose::choose_best;
pub use choose::{ChooseError, choose};
pub use free::free_all_of;
pub(super) use free::{free, free_all, free_other_dates, settle_if_nobody};
pub(super) use hold::hold;

use super::{Request, store, store::Offer};
use crate::database::{DbError, Tx};

/// Those of the running search who have said yes and wait, in the order in which they were asked.
pub async fn willing(tx: &mut Tx, request: &Request) -> Result<Vec<Offer>, DbError> {
    let offers = store::offers_of(tx, request.id).await?;
    Ok(willing_among(request, &offers).cloned().collect())
}

pub fn willing_among<'a>(request: &Request, offers: &'a [Offer]) -> impl Iterator<Item = &'a Offer> {
    let running = request.search.as_ref().filter(|search| search.ended_at.is_none());
    let running = running.map(|search| search.id);
    offers
        .iter()
        .filter(move |offer| Some(offer.search) == running && offer.is_willing())
}
