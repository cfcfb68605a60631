//! To a volunteer who is or was asked. Nothing here tells street, contact, remarks or the institution's name.

use chrono::Duration;

use super::{facts, facts::OfferFacts, parts};
use crate::{
    database::{DbError, Tx},
    dispatch,
    links::Purpose,
    mail::{
        letter::Button,
        render::{Desk, Draft, Reader},
    },
    requests::OfferId,
};

pub async fn offer(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: OfferId) -> Result<Draft, DbError> {
    let offer = facts::offer(tx, id).await?;
    let request = facts::request(tx, offer.request_id).await?;
    let slots = facts::dates_offered(tx, &offer).await?;
    let gone = no_longer_asked(desk, &offer, request.cancelled_at.is_some());
    if let Some(reason) = gone.filter(|_| !desk.only_to_look) {
        return Ok(Draft::NoLongerOwed(reason));
    }
    // Of several dates the first may be over by now.
    let slots: Vec<_> = slots.into_iter().filter(|slot| slot.starts_at > desk.now).collect();
    if slots.is_empty() {
        return Ok(Draft::NoLongerOwed("past"));
    }
    let Some(url) = parts::link(tx, desk, Purpose::Offer, id.0).await? else {
        return Ok(Draft::NoLongerOwed("link_revoked"));
    };
    let l = &reader.locale;
    let bubble = parts::bubble(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "offer", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-offer-lead")];
    // The time to answer begins with the hand-over, which is now.
    let next_start = slots.iter().map(|slot| slot.starts_at).min().unwrap_or(desk.now);
    let window = Duration::hours(desk.rules.numbers().offer_answer_hours);
    let answer_by = dispatch::answer_by(desk.now, next_start, offer.deadline, window, &desk.rules.quiet_hours());
    let when = l.moment(answer_by, facts::zone_of(&slots, desk.rules));
    letter.by = Some(l.with("mail-offer-by", &[("when", when.into())]));
    letter.wishes = Some(Button {
        label: l.t("mail-offer-wishes"),
        url: format!("{url}/wishes"),
    });
    letter.button = Some(Button {
        label: l.t("mail-offer-button"),
        url,
    });
    letter.after = offer
        .is_wished_for()
        .then(|| l.t("mail-offer-wished"))
        .into_iter()
        .collect();
    letter.after.push(l.t(if offer.policy.starts_with("pick:") {
        "mail-offer-after-pick"
    } else if offer.others == 0 {
        "mail-offer-after-alone"
    } else {
        "mail-offer-after"
    }));
    letter.footer = vec![l.t("mail-footer-private")];
    letter.pause = parts::pause(tx, desk, l, offer.volunteer_id).await?;
    Ok(Draft::owed(letter))
}

fn no_longer_asked(desk: &Desk<'_>, offer: &OfferFacts, request_cancelled: bool) -> Option<&'static str> {
    match offer.state.as_str() {
        "queued" => {}
        "closed" => return Some("offer_closed"),
        _ => return Some("offer_not_queued"),
    }
    if request_cancelled {
        Some("request_cancelled")
    } else if offer.search_ended_at.is_some() || offer.places == 0 {
        Some("search_ended")
    } else if offer.volunteer_state == "retired" {
        Some("volunteer_retired")
    } else if facts::is_paused(&offer.volunteer_state, offer.paused_until, desk.now) {
        Some("volunteer_paused")
    } else {
        None
    }
}

pub async fn declined(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: OfferId) -> Result<Draft, DbError> {
    let offer = facts::offer(tx, id).await?;
    if offer.volunteer_state == "retired" {
        return Ok(Draft::NoLongerOwed("volunteer_retired"));
    }
    if offer.state != "declined" {
        return Ok(Draft::NoLongerOwed("answer_changed"));
    }
    let request = facts::request(tx, offer.request_id).await?;
    let slots = facts::slots(tx, offer.request_id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "declined", &request, &slots, bubble);
    letter.lead = vec![l.t("mail-declined-lead")];
    if let Some(url) = parts::link(tx, desk, Purpose::Offer, id.0).await? {
        letter.button = Some(Button {
            label: l.t("mail-declined-button"),
            url,
        });
        letter.after = vec![l.t("mail-declined-after")];
        letter.footer = vec![l.t("mail-footer-private")];
    }
    letter.pause = parts::pause(tx, desk, l, offer.volunteer_id).await?;
    Ok(Draft::owed(letter))
}

pub async fn cancelled(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: OfferId) -> Result<Draft, DbError> {
    let offer = facts::offer(tx, id).await?;
    if offer.volunteer_state == "retired" {
        return Ok(Draft::NoLongerOwed("volunteer_retired"));
    }
    // Whoever was never asked need not hear that the question is void.
    if offer.sent_at.is_none() {
        return Ok(Draft::NoLongerOwed("never_asked"));
    }
    let request = facts::request(tx, offer.request_id).await?;
    let slots = facts::slots(tx, offer.request_id).await?;
    let l = &reader.locale;
    let bubble = parts::bubble(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "offer-cancelled", &request, &slots, bubble);
    letter.lead = vec![l.t(&format!("mail-offer-cancelled-lead{}", request.by_pool()))];
    if offer.willing_starts_at.is_some() {
        letter.lead.push(l.t("mail-freed-time"));
    }
    letter.after = vec![l.t("mail-offer-cancelled-after")];
    letter.pause = parts::pause(tx, desk, l, offer.volunteer_id).await?;
    Ok(Draft::owed(letter))
}
