//! No line ends in the middle of a date or between a number and its unit.

use chrono::{NaiveDate, NaiveTime};
use sprachpool::l10n::{L10n, NO_BREAK};

use crate::support::{
    databases::each_engine,
    scene::{AMINA, accepts, ask, tuesday},
    site::Site,
};

/// With "_" for a space that holds.
fn shown(text: &str) -> String {
    text.replace(NO_BREAK, "_")
}

#[test]
fn a_number_stays_with_its_month_or_unit() {
    let words = L10n::embedded().expect("the locales are right");
    let (german, english) = (words.locale("de"), words.locale("en"));
    let day = NaiveDate::from_ymd_opt(2027, 3, 9).expect("a day");
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    for (text, expected) in [
        (german.date(day), "Dienstag, 9._März 2027"),
        (german.date_short(day), "Dienstag, 9._März"),
        (german.day_and_month(day), "9._März"),
        (german.time_range(at(9), at(10)), "9:00 bis 10:00_Uhr"),
        (german.length(90), "1_Stunde 30_Minuten"),
        (english.date_short(day), "Tuesday, 9_March"),
        // Not the beginning of another word, nor a number of its own.
        (
            german.with(
                "me-line",
                &[("language", "3 Uhren".into()), ("place", "Haus 9. Mailand 5".into())],
            ),
            "3 Uhren, Haus 9. Mailand 5",
        ),
    ] {
        assert_eq!(shown(&text), expected);
    }
}

#[tokio::test]
async fn mails_hold_dates_together_in_both_parts_and_calendars_have_plain_spaces() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        ask(&site, vec![tuesday()]).await;
        accepts(&site, AMINA).await;
        // The mailbox as it is: the tests' own one shows plain spaces.
        let mails = site.mailbox.0.to(AMINA);
        let confirmed = mails.iter().find(|mail| mail.kind == "assignment_confirmed");
        let confirmed = confirmed.expect("the mail");
        for part in [&confirmed.text, &confirmed.html] {
            let part = shown(part).to_lowercase();
            assert!(part.contains("16._märz") && part.contains("10:00_uhr"), "{part}");
        }
        let calendar = confirmed.calendar.as_deref().expect("a calendar");
        assert!(!calendar.contains(NO_BREAK), "{calendar}");
    })
    .await;
}
