use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sprachpool::{
    mail::calendar::{Appointment, Method, invite},
    requests::assignments,
};

use super::world::World;
use crate::support::databases::each_engine;

fn appointment<'a>(day: &str, zone: Tz) -> Appointment<'a> {
    let day: NaiveDate = day.parse().expect("a day");
    Appointment {
        uid: "1@sprachpool",
        sequence: 0,
        stamp: DateTime::<Utc>::UNIX_EPOCH,
        starts: day.and_hms_opt(9, 0, 0).expect("a time"),
        ends: day.and_hms_opt(10, 0, 0).expect("a time"),
        zone,
        summary: "Sprachmittlung Dari",
        location: Some("Parkweg 4, 48149 Münster"),
        description: "Nummer SP-2027-0001",
        organizer: ("Sprachpool Münster", "desk@pool.example"),
        attendee: ("Amina Rahimi", "amina.rahimi@post.example"),
    }
}

fn line<'a>(ics: &'a str, name: &str) -> Option<&'a str> {
    let event = &ics[ics.find("BEGIN:VEVENT").expect("an event")..];
    event
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix([':', ';']))
}

#[tokio::test]
async fn s47_what_was_invited_is_taken_back_under_the_same_uid_with_a_higher_sequence() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        let request = world.request().await;
        world.work().await;
        let assignment = world.accept(world.offer_to(request, world.people.amina).await).await;
        world.work().await;
        let mut tx = world.begin().await;
        assignments::give_back(&mut tx, &world.act(), &world.rules, assignment)
            .await
            .expect("early enough");
        tx.commit().await.expect("it commits");
        world.work().await;
        for (told, untold) in [
            ("assignment_confirmed", "assignment_given_back"),
            ("request_confirmed", "search_restarted"),
        ] {
            let (told, asked) = world.mail(told).await.calendar().expect("an invitation");
            let (untold, back) = world.mail(untold).await.calendar().expect("an invitation");
            assert_eq!((told.as_str(), untold.as_str()), ("REQUEST", "CANCEL"));
            assert!(asked.contains("METHOD:REQUEST\r\n") && back.contains("METHOD:CANCEL\r\n"));
            assert_eq!(line(&asked, "UID"), line(&back, "UID"));
            let sequence = |ics| {
                line(ics, "SEQUENCE")
                    .expect("a sequence")
                    .parse::<i64>()
                    .expect("a number")
            };
            assert!(sequence(&asked) < sequence(&back));
            assert_eq!(line(&asked, "STATUS"), Some("CONFIRMED"));
            assert_eq!(line(&back, "STATUS"), Some("CANCELLED"));
            assert_eq!(line(&asked, "DTSTART"), Some("TZID=Europe/Berlin:20270316T090000"));
            assert_eq!(line(&asked, "DTEND"), Some("TZID=Europe/Berlin:20270316T100000"));
            assert_eq!(line(&asked, "SUMMARY"), Some("Sprachmittlung Dari"));
            for field in ["SUMMARY", "LOCATION", "DESCRIPTION", "ORGANIZER"] {
                let told = line(&asked, field).expect("it is there");
                for secret in ["Sonnenblume", "Vogt", "Amina", "Eltern"] {
                    assert!(!told.contains(secret), "{told}");
                }
            }
        }
        // The same file once more, for programs that know only attachments.
        let mail = world.mail("assignment_confirmed").await;
        assert!(String::from_utf8_lossy(&mail.raw).contains("filename=\"invite.ics\""));
    })
    .await;
}

#[test]
fn the_zone_knows_both_changes_of_summer_time() {
    let spring = invite(Method::Request, &appointment("2027-03-30", chrono_tz::Europe::Berlin)).ics;
    let summer =
        "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n";
    assert!(spring.contains(summer), "{spring}");
    let autumn = invite(Method::Request, &appointment("2027-11-02", chrono_tz::Europe::Berlin)).ics;
    let winter =
        "BEGIN:STANDARD\r\nDTSTART:20271031T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n";
    assert!(autumn.contains(winter), "{autumn}");
    // The truth is the wall time: nine o'clock before and after.
    assert_eq!(line(&spring, "DTSTART"), Some("TZID=Europe/Berlin:20270330T090000"));
    assert_eq!(line(&autumn, "DTSTART"), Some("TZID=Europe/Berlin:20271102T090000"));
    // Half hours, and a zone without summer time.
    let nepal = invite(Method::Request, &appointment("2027-03-30", chrono_tz::Asia::Kathmandu)).ics;
    assert_eq!(nepal.matches("TZOFFSETTO:+0545").count(), 1);
}

#[test]
fn no_field_can_add_a_line_and_no_line_is_longer_than_75_octets() {
    let evil = "Dari\r\nATTACH:https://evil.example\r\n\"X;Y:ä\u{2028}";
    let long = "ÄÖÜ Straße ".repeat(30);
    let mut it = appointment("2027-03-30", chrono_tz::Europe::Berlin);
    it.summary = evil;
    it.description = &long;
    it.location = Some(evil);
    it.uid = "1@x\r\nATTACH:x";
    it.attendee = (evil, "a@b.example\r\nATTACH:x");
    it.organizer = (&long, "desk@pool.example");
    let ics = invite(Method::Cancel, &it).ics;
    assert!(ics.split("\r\n").all(|line| line.len() <= 75), "{ics}");
    assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
    let unfolded = ics.replace("\r\n ", "");
    assert!(!unfolded.lines().any(|line| line.starts_with("ATTACH")), "{unfolded}");
    assert!(
        line(&unfolded, "DESCRIPTION")
            .expect("it is there")
            .contains(long.trim())
    );
}
