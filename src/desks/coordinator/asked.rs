//! Who was asked, and what they answered.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    candidates::{self, Part},
    ended::Ended,
};
use crate::{
    matching::RankPart,
    requests::{
        OfferId, Request,
        store::{Offer, OfferState},
    },
    volunteers::VolunteerId,
    web::Ctx,
};

pub struct Asked {
    pub name: String,
    pub shape: &'static str,
    pub state: String,
    pub when: String,
    /// Why they were asked then: the parts of their rank at that moment.
    pub parts: Vec<Part>,
}

/// The parts of each offer's rank, as they were when it was made.
pub type Ranks = HashMap<OfferId, Vec<RankPart>>;

pub fn rows(
    ctx: &Ctx,
    request: &Request,
    offers: &[Offer],
    names: &HashMap<VolunteerId, String>,
    (ranks, ended): (&Ranks, &Ended),
) -> Vec<Asked> {
    let row = |offer: &Offer| Asked {
        parts: candidates::parts(&ctx.l, ranks.get(&offer.id).map_or(&[], Vec::as_slice)),
        ..row(ctx, request, offer, (names, ended))
    };
    offers.iter().map(row).collect()
}

fn row(ctx: &Ctx, request: &Request, offer: &Offer, (names, ended): (&HashMap<VolunteerId, String>, &Ended)) -> Asked {
    let l = &ctx.l;
    let moment = |at: DateTime<Utc>| l.moment(at, ctx.rules.zone());
    let stands = request
        .assignments
        .iter()
        .any(|assignment| assignment.volunteer == offer.volunteer);
    let silent = offer.answer_by.filter(|by| *by <= ctx.now);
    let word = || {
        let said = offer.answered_at.unwrap_or(offer.created_at);
        ended.word(ctx, request, offer.volunteer, said)
    };
    let word = Some(offer.state)
        .filter(|state| *state == OfferState::Accepted && !stands)
        .and_then(|_| word());
    let (shape, state) = match offer.state {
        OfferState::Queued => ("open", l.t("desk-request-asked-queued")),
        OfferState::Sent if offer.is_willing() => ("done", l.t("picks-asked-willing")),
        OfferState::Sent => match silent {
            Some(by) => (
                "gone",
                l.with("desk-request-asked-silent", &[("when", moment(by).into())]),
            ),
            None => ("open", l.t("desk-request-asked-sent")),
        },
        OfferState::Accepted if stands => ("done", l.t("desk-request-asked-accepted")),
        OfferState::Accepted => (
            "gone",
            word.as_ref()
                .map_or_else(|| l.t("desk-request-asked-given-back"), |word| word.state.clone()),
        ),
        OfferState::Declined => ("gone", l.t("desk-request-asked-declined")),
        OfferState::Closed => ("gone", l.t("desk-request-asked-closed")),
        OfferState::Bounced => ("bad", l.t("desk-request-asked-bounced")),
    };
    let when = match (offer.answered_at, offer.answer_by) {
        _ if let Some(word) = word => word.text,
        (Some(at), _) => l.with("desk-request-asked-at", &[("when", moment(at).into())]),
        (None, Some(by)) if offer.state == OfferState::Sent && silent.is_none() => {
            l.with("desk-request-asked-until", &[("when", moment(by).into())])
        }
        _ => String::new(),
    };
    Asked {
        name: names
            .get(&offer.volunteer)
            .cloned()
            .unwrap_or_else(|| l.t("task-somebody")),
        shape,
        state,
        when,
        parts: Vec::new(),
    }
}
