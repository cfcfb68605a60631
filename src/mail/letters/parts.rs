//! Parts that many letters share.

use fluent_bundle::FluentValue;

use super::facts::{AssignmentFacts, RequestFacts, Slot};
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    links::{self, Purpose},
    mail::{
        calendar::{self, Appointment, Invite, Method},
        letter::{Bubble, Button, Letter, Row},
        message::one_line,
        render::{Desk, Reader},
    },
    volunteers::VolunteerId,
};

/// What a volunteer may know before a yes: no street, no contact, no remarks, no institution.
pub fn bubble(desk: &Desk<'_>, reader: &Reader, request: &RequestFacts, slots: &[Slot]) -> Bubble {
    let vague = roughly_where(desk, reader, request);
    bubble_at(desk, reader, request, slots, vague)
}

/// Sector and district.
fn roughly_where(desk: &Desk<'_>, reader: &Reader, request: &RequestFacts) -> Row {
    let l = &reader.locale;
    let sector = match desk
        .rules
        .sector(&request.sector)
        .and_then(|sector| sector.name.get(l.code()))
    {
        Some(name) => name.to_owned(),
        None => request.sector.clone(),
    };
    let district = desk.rules.district_name(&request.district);
    let value = l.with(
        "mail-where-value",
        &[("sector", sector.into()), ("district", district.into())],
    );
    Row::new(l.t("mail-row-where"), value)
}

/// The house by its name, and its address where somebody comes to it.
fn exactly_where(reader: &Reader, request: &RequestFacts) -> Row {
    let l = &reader.locale;
    if request.mode != "on_site" {
        return Row::new(l.t("mail-row-institution"), &request.institution);
    }
    Row::new(l.t("mail-row-where"), format!("{}, {}", request.site, address(request)))
}

fn bubble_at(desk: &Desk<'_>, reader: &Reader, request: &RequestFacts, slots: &[Slot], place: Row) -> Bubble {
    let l = &reader.locale;
    let rules = desk.rules;
    let named = |names: Option<&crate::settings::Names>, code: &str| match names.and_then(|n| n.get(l.code())) {
        Some(name) => name.to_owned(),
        None => code.to_owned(),
    };
    let language = rules.language_name(&request.language, l.code());
    let occasion = named(
        rules.occasion(&request.occasion).map(|occasion| &occasion.name),
        &request.occasion,
    );
    let slot = slots[0];
    let how = l.with(
        "mail-how-value",
        &[
            ("mode", l.t(&format!("mode-{}", request.mode)).into()),
            ("length", l.length(slot.minutes()).into()),
        ],
    );
    let mut rows = vec![
        Row::new(
            l.t("mail-row-language"),
            l.with("mail-language-value", &[("language", language.into())]),
        ),
        place,
        Row::new(l.t("mail-row-what"), occasion),
        Row::new(l.t("mail-row-how"), how),
    ];
    for other in &slots[1..] {
        let time = l.time_range(other.from, other.until);
        let value = l.with(
            "mail-slot-value",
            &[("date", l.date(other.date).into()), ("time", time.into())],
        );
        rows.push(Row::new(l.t("mail-row-or"), value));
    }
    Bubble {
        date: l.date(slot.date),
        time: l.time_range(slot.from, slot.until),
        rows,
    }
}

/// With the reference and the house: for the institution, and for whoever has said yes.
pub fn bubble_with_reference(desk: &Desk<'_>, reader: &Reader, request: &RequestFacts, slots: &[Slot]) -> Bubble {
    let place = exactly_where(reader, request);
    with_reference(reader, request, bubble_at(desk, reader, request, slots, place))
}

/// The reference, but not the house: that stands in the letter's details.
pub fn bubble_beside_details(desk: &Desk<'_>, reader: &Reader, request: &RequestFacts, slots: &[Slot]) -> Bubble {
    with_reference(reader, request, bubble(desk, reader, request, slots))
}

fn with_reference(reader: &Reader, request: &RequestFacts, mut bubble: Bubble) -> Bubble {
    let reference = Row::new(reader.locale.t("mail-row-reference"), &request.reference);
    bubble.rows.push(reference);
    bubble
}

/// A subject: day, time and language.
pub fn subject(desk: &Desk<'_>, l: &Locale, key: &str, request: &RequestFacts, slot: Slot) -> String {
    let language = desk.rules.language_name(&request.language, l.code());
    let args: [(&str, FluentValue<'_>); 4] = [
        ("date", l.date_short(slot.date).into()),
        ("time", l.time(slot.from).into()),
        ("language", language.into()),
        ("reference", request.reference.as_str().into()),
    ];
    l.with(key, &args)
}

/// The beginning of a letter about a request: its greeting and bubble are set, the rest is the caller's.
pub fn about(
    desk: &Desk<'_>,
    reader: &Reader,
    family: &str,
    request: &RequestFacts,
    slots: &[Slot],
    bubble: Bubble,
) -> Letter {
    let l = &reader.locale;
    Letter {
        subject: subject(desk, l, &format!("mail-{family}-subject"), request, slots[0]),
        title: l.with(
            &format!("mail-{family}-title"),
            &[("weekday", l.weekday(slots[0].date).into())],
        ),
        greeting: reader.greeting(),
        bubble: Some(bubble),
        footer: vec![l.t("mail-footer-automatic")],
        ..Letter::default()
    }
}

pub fn request_button(desk: &Desk<'_>, l: &Locale, request: &RequestFacts) -> Button {
    Button {
        label: l.t("mail-request-button"),
        url: desk.settings.url(&format!("/requests/{}", request.id)),
    }
}

/// The URL of the newest living link to a subject.
pub async fn link(
    tx: &mut Tx,
    desk: &Desk<'_>,
    purpose: Purpose,
    subject: uuid::Uuid,
) -> Result<Option<String>, DbError> {
    let link = links::of_subject(tx, purpose, subject).await?;
    Ok(link
        .and_then(|link| link.path(desk.keys, purpose))
        .map(|path| desk.settings.url(&path)))
}

/// The link in a volunteer's footer, which is also the mail's `List-Unsubscribe`.
pub async fn pause(
    tx: &mut Tx,
    desk: &Desk<'_>,
    l: &Locale,
    volunteer: VolunteerId,
) -> Result<Option<Button>, DbError> {
    let url = link(tx, desk, Purpose::Pause, volunteer.0).await?;
    Ok(url.map(|url| Button {
        label: l.t("mail-footer-pause-link"),
        url,
    }))
}

pub fn invite(
    desk: &Desk<'_>,
    reader: &Reader,
    method: Method,
    request: &RequestFacts,
    assignment: &AssignmentFacts,
) -> Result<Invite, DbError> {
    let l = &reader.locale;
    let slot = assignment.slot()?;
    let language = desk.rules.language_name(&request.language, l.code());
    let place = place(request);
    Ok(calendar::invite(
        method,
        &Appointment {
            uid: &assignment.calendar_uid,
            sequence: assignment.calendar_sequence,
            stamp: assignment.ended_at.unwrap_or(assignment.accepted_at),
            starts: slot.starts(),
            ends: slot.ends(),
            zone: slot.zone,
            summary: &l.with("calendar-summary", &[("language", language.into())]),
            location: place.as_deref(),
            description: &l.with(
                "calendar-description",
                &[("reference", request.reference.as_str().into())],
            ),
            organizer: (&desk.settings.from_name, &desk.settings.reply_to),
            attendee: (&reader.name, &reader.address),
        },
    ))
}

/// Where a calendar says it is.
pub fn place(request: &RequestFacts) -> Option<String> {
    match request.mode.as_str() {
        "on_site" => Some(address(request)),
        "video" if !request.joining.is_empty() => Some(one_line(&request.joining)),
        _ => None,
    }
}

pub fn address(request: &RequestFacts) -> String {
    format!("{}, {} {}", request.street, request.postcode, request.city)
}
