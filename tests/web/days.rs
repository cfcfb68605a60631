use chrono::NaiveDate;
use proptest::prelude::*;
use sprachpool::days::{month_of, read};

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn days_are_read_as_people_write_them() {
    for text in [
        "16.3.2027",
        "16.03.27",
        "16. 3. 27",
        "16/3/2027",
        "2027-03-16",
        "16. März 2027",
        "16 mrz 27",
        "16 March 2027",
        "Di, 16. März 2027",
        "Dienstag, 16.3.2027",
        " 16.3.2027 ",
    ] {
        assert_eq!(read(text), day(2027, 3, 16), "{text:?}");
    }
}

#[test]
fn what_is_no_day_is_none() {
    for text in [
        "",
        "morgen",
        "16.3.",
        "3.2027",
        "30.2.2027",
        "31. April 2027",
        "16.13.2027",
        "16.3.027",
        "-16.3.2027",
        "16.3.2027 10:00",
        "016.3.2027",
        "१६.३.२०२७",
        "16.😀.2027",
    ] {
        assert_eq!(read(text), None, "{text:?}");
    }
}

#[test]
fn months_have_names() {
    assert_eq!(month_of("Mai"), Some(5));
    assert_eq!(month_of("dez."), Some(12));
    assert_eq!(month_of("Smarch"), None);
    assert_eq!(month_of(""), None);
}

proptest! {
    #[test]
    fn nothing_breaks_it(text in ".{0,40}") {
        let _ = read(&text);
    }

    #[test]
    fn every_day_is_read_back(days in 0_i64..36_500) {
        let day = day(2000, 1, 1).expect("a day") + chrono::Duration::days(days);
        for form in ["%d.%m.%Y", "%Y-%m-%d", "%-d/%-m/%y"] {
            prop_assert_eq!(read(&day.format(form).to_string()), Some(day));
        }
    }
}
