//! To somebody who said yes where a coordinator picks. What may be told is what an offer tells.

use super::{
    facts::{self, OfferFacts, Slot},
    parts,
};
use crate::{
    database::{DbError, Tx},
    links::Purpose,
    mail::{
        Freed,
        letter::Button,
        render::{Desk, Draft, Reader},
    },
    requests::OfferId,
};

pub async fn willing(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: OfferId) -> Result<Draft, DbError> {
    let offer = facts::offer(tx, id).await?;
    if offer.state != "sent" || offer.willing_starts_at.is_none() {
        return Ok(Draft::NoLongerOwed("answer_changed"));
    }
    if offer.search_ended_at.is_some() {
        return Ok(Draft::NoLongerOwed("search_ended"));
    }
    let request = facts::request(tx, offer.request_id).await?;
    let slots = held(&offer, facts::slots(tx, offer.request_id).await?);
    let l = &reader.locale;
    let bubble = parts::bubble(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "willing", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-willing-lead"), l.t("mail-willing-held")];
    let when = l.moment(offer.deadline, facts::zone_of(&slots, desk.rules));
    letter.by = Some(l.with("mail-willing-by", &[("when", when.into())]));
    if let Some(url) = parts::link(tx, desk, Purpose::Offer, id.0).await? {
        letter.button = Some(Button {
            label: l.t("mail-willing-button"),
            url,
        });
        letter.footer = vec![l.t("mail-footer-private")];
    }
    letter.after = vec![l.t("mail-willing-after")];
    letter.pause = parts::pause(tx, desk, l, offer.volunteer_id).await?;
    Ok(Draft::owed(letter))
}

/// Also to somebody who pauses or has left since: they have kept that time free.
pub async fn ended(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: OfferId, why: Freed) -> Result<Draft, DbError> {
    let offer = facts::offer(tx, id).await?;
    let request = facts::request(tx, offer.request_id).await?;
    let slots = held(&offer, facts::slots(tx, offer.request_id).await?);
    let l = &reader.locale;
    let bubble = parts::bubble(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "freed", &request, &slots, bubble);
    letter.lead = vec![l.t(&format!("mail-freed-lead-{}", why.code())), l.t("mail-freed-time")];
    letter.after = vec![l.t("mail-freed-after")];
    letter.pause = parts::pause(tx, desk, l, offer.volunteer_id).await?;
    Ok(Draft::owed(letter))
}

/// The date that the yes was said to.
fn held(offer: &OfferFacts, mut slots: Vec<Slot>) -> Vec<Slot> {
    let held = |slot: &Slot| Some(slot.starts_at) == offer.willing_starts_at;
    if slots.iter().any(held) {
        slots.retain(held);
    }
    slots
}
