//! Calendar invitations (RFC 5545, 5546): one event an assignment, told to both sides, taken back by CANCEL.
//!
//! A shared calendar must not tell more than its reader may know: the summary names the language only.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use icalendar::{Calendar, Component, Event, Property};

use super::{message::one_line, timezone};
use crate::l10n::NO_BREAK;

/// A calendar file and what it asks of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    pub method: Method,
    pub ics: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Request,
    Cancel,
}

impl Method {
    pub fn name(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// What an invitation says. The truth of an appointment is its wall time and zone.
#[derive(Clone, Debug)]
pub struct Appointment<'a> {
    /// Stays the same as long as the assignment lives; the sequence grows with each change.
    pub uid: &'a str,
    pub sequence: i64,
    /// When this version came to be.
    pub stamp: DateTime<Utc>,
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
    pub zone: Tz,
    pub summary: &'a str,
    pub location: Option<&'a str>,
    pub description: &'a str,
    /// Name and address.
    pub organizer: (&'a str, &'a str),
    pub attendee: (&'a str, &'a str),
}

pub fn invite(method: Method, appointment: &Appointment<'_>) -> Invite {
    let status = match method {
        Method::Request => "CONFIRMED",
        Method::Cancel => "CANCELLED",
    };
    let mut event = Event::new();
    event.uid(&line(appointment.uid));
    event.append_property(Property::new("DTSTAMP", utc(appointment.stamp)));
    event.append_property(Property::new("SEQUENCE", appointment.sequence.to_string()));
    event.append_property(wall("DTSTART", appointment.starts, appointment.zone));
    event.append_property(wall("DTEND", appointment.ends, appointment.zone));
    event.append_property(Property::new("SUMMARY", line(appointment.summary)));
    if let Some(location) = appointment.location {
        event.append_property(Property::new("LOCATION", line(location)));
    }
    event.append_property(Property::new("DESCRIPTION", line(appointment.description)));
    event.append_property(Property::new("STATUS", status));
    event.append_property(Property::new("TRANSP", "OPAQUE"));
    event.append_property(person("ORGANIZER", appointment.organizer));
    let mut attendee = person("ATTENDEE", appointment.attendee);
    attendee.add_parameter("ROLE", "REQ-PARTICIPANT");
    // Both sides have said yes already: nobody waits for a calendar's answer.
    attendee.add_parameter("PARTSTAT", "ACCEPTED");
    attendee.add_parameter("RSVP", "FALSE");
    event.append_multi_property(attendee);

    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Sprachpool//Sprachpool//DE"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", method.name()));
    calendar.push(event.done());
    let zone = timezone::definition(appointment.zone, appointment.starts);
    let ics = calendar
        .to_string()
        .replacen("BEGIN:VEVENT", &(zone + "BEGIN:VEVENT"), 1);
    Invite { method, ics }
}

/// An appointment in a calendar that somebody subscribes to: nobody's address, and instants in UTC.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The same as in the invitation.
    pub uid: String,
    pub sequence: i64,
    pub stamp: DateTime<Utc>,
    pub starts: DateTime<Utc>,
    pub ends: DateTime<Utc>,
    pub summary: String,
    pub location: Option<String>,
    pub description: String,
    pub url: Option<String>,
    /// Taken back: told, so that no calendar keeps a ghost of it.
    pub cancelled: bool,
}

/// The whole calendar, as it is now.
pub fn published(name: &str, entries: &[Entry]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Sprachpool//Sprachpool//DE"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(Property::new("X-WR-CALNAME", line(name)));
    calendar.append_property(Property::new("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"));
    for entry in entries {
        let mut event = Event::new();
        event.uid(&line(&entry.uid));
        event.append_property(Property::new("DTSTAMP", utc(entry.stamp)));
        event.append_property(Property::new("SEQUENCE", entry.sequence.to_string()));
        event.append_property(Property::new("DTSTART", utc(entry.starts)));
        event.append_property(Property::new("DTEND", utc(entry.ends)));
        event.append_property(Property::new("SUMMARY", line(&entry.summary)));
        if let Some(location) = &entry.location {
            event.append_property(Property::new("LOCATION", line(location)));
        }
        event.append_property(Property::new("DESCRIPTION", line(&entry.description)));
        if let Some(url) = &entry.url {
            event.append_property(Property::new("URL", line(url)));
        }
        let status = if entry.cancelled { "CANCELLED" } else { "CONFIRMED" };
        event.append_property(Property::new("STATUS", status));
        event.append_property(Property::new(
            "TRANSP",
            if entry.cancelled { "TRANSPARENT" } else { "OPAQUE" },
        ));
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn wall(name: &str, at: NaiveDateTime, zone: Tz) -> Property {
    let mut property = Property::new(name, at.format("%Y%m%dT%H%M%S").to_string());
    property.add_parameter("TZID", zone.name());
    property
}

fn person(property: &str, (name, address): (&str, &str)) -> Property {
    let mut property = Property::new(property, format!("mailto:{}", line(address).replace(' ', "")));
    // A quote would end the quoted parameter, and there is no way to escape one.
    property.add_parameter("CN", &line(&name.replace('"', "'")));
    property
}

/// Not every calendar shows a space that holds words together as a space.
fn line(text: &str) -> String {
    one_line(text).replace(NO_BREAK, " ")
}
