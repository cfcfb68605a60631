//! The shipped texts: whole, each in its script, and sensible for those who have none.

use chrono::{NaiveDate, NaiveTime};
use sprachpool::{
    matching::Mode,
    slips::{
        SENTENCES, Wrong, choose, pieces, sentence,
        sheet::{Facts, Part, Reader},
        texts,
    },
};

const WANTED: [&str; 21] = [
    "ar", "bg", "bs", "ckb", "de", "en", "es", "fa", "fr", "hr", "kmr", "pl", "prs", "ro", "ru", "so", "sq", "sr",
    "ti", "tr", "uk",
];

fn facts() -> Facts {
    Facts {
        date: NaiveDate::from_ymd_opt(2027, 3, 16).expect("a day"),
        time: NaiveTime::from_hms_opt(9, 0, 0).expect("a time"),
        end: NaiveTime::from_hms_opt(10, 0, 0).expect("a time"),
        mode: Mode::OnSite,
        place: "Kita Sonnenblume, Parkweg 4".to_owned(),
        meeting: Some("Eingang Süd".to_owned()),
        phone: "0251 555 0142".to_owned(),
        language: "Dari".to_owned(),
    }
}

fn reader(code: &str) -> Reader {
    Reader {
        text: texts::shipped(code).expect("it is shipped").clone(),
        german: texts::shipped("de").expect("it is shipped").clone(),
        other: false,
        booked: None,
    }
}

#[test]
fn every_text_says_every_sentence_with_its_places() {
    let codes: Vec<_> = texts::all().map(|text| text.code.as_str()).collect();
    assert_eq!(codes, WANTED);
    for text in texts::all() {
        let for_others = text.code == "de" || !text.serves.is_empty();
        for sentence in SENTENCES {
            let said = text.says.get(sentence.code);
            assert_eq!(
                said.is_some(),
                for_others || !sentence.for_others,
                "{}: {}",
                text.code,
                sentence.code
            );
            if let Some(said) = said {
                assert_eq!(sentence.check(said), Ok(()), "{}: {said}", text.code);
            }
        }
        assert_eq!(
            text.says.keys().filter(|code| sentence(code).is_none()).count(),
            0,
            "{}",
            text.code
        );
        let rtl = ["ar", "fa", "prs", "ckb"].contains(&text.code.as_str());
        assert_eq!(text.direction.as_str() == "rtl", rtl, "{}", text.code);
        let mut names: Vec<_> = text.weekdays.iter().chain(&text.months).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 19, "{}: a weekday or month stands twice", text.code);
    }
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    for (code, date, time) in [
        ("ar", "الثلاثاء، 16 آذار (مارس) 2027", "من الساعة 9:00 إلى 10:00"),
        ("prs", "سه‌شنبه، 16 مارچ 2027", "از ساعت 9:00 تا 10:00"),
        ("fa", "سه‌شنبه 16 مارس 2027", "از ساعت 9:00 تا 10:00"),
        ("ckb", "سێشەممە، 16ی ئازاری 2027", "لە کاتژمێر 9:00 تا 10:00"),
        ("kmr", "sêşem, 16ê adara 2027an", "Ji saet 9:00 heta 10:00"),
        ("uk", "вівторок, 16 березня 2027 року", "з 9:00 до 10:00"),
        ("ru", "вторник, 16 марта 2027 года", "с 9:00 до 10:00"),
        ("tr", "16 Mart 2027 Salı", "Saat 9:00 ile 10:00 arası"),
        ("ro", "marți, 16 martie 2027", "de la ora 9:00 până la 10:00"),
        ("bg", "вторник, 16 март 2027 г.", "от 9:00 до 10:00 ч."),
        ("sq", "e martë, 16 mars 2027", "nga ora 9:00 deri në 10:00"),
        ("pl", "wtorek, 16 marca 2027", "od godz. 9:00 do 10:00"),
        ("hr", "utorak, 16. ožujka 2027.", "od 9:00 do 10:00 sati"),
        ("fr", "mardi 16 mars 2027", "de 9:00 à 10:00"),
        ("es", "martes, 16 de marzo de 2027", "de 9:00 a 10:00"),
        ("ti", "ሰሉስ፣ 16 መጋቢት 2027", "ካብ ሰዓት 9:00 ክሳብ 10:00 (ብናይ ጀርመን ሰዓት)"),
        (
            "so",
            "Talaado, 16 Maarso 2027",
            "Saacadda 9:00 ilaa 10:00 (waqtiga Jarmalka)",
        ),
        ("en", "Tuesday, 16 March 2027", "from 9:00 to 10:00"),
    ] {
        let sheet = reader(code).sheet(&facts());
        assert_eq!(sheet.date.plain(), date, "{code}");
        assert_eq!(sheet.time.plain(), time, "{code}");
        let german: String = sheet.date.german.iter().map(Part::text).collect();
        assert_eq!(german, "Dienstag, 16. März 2027", "{code}");
    }
}

#[test]
fn varieties_read_what_their_speakers_read_and_are_told() {
    for (language, text, other) in [
        ("ar", "ar", false),
        ("apc", "ar", true),
        ("aeb", "ar", true),
        ("ro-MD", "ro", false),
        ("cnr", "sr", true),
        ("ff", "en", true),
        ("gsg", "en", true),
        ("en", "en", false),
    ] {
        let choice = choose(language);
        assert_eq!((choice.text, choice.other), (text, other), "{language}");
    }
    for text in texts::all().filter(|text| !text.serves.is_empty()) {
        let told = Reader {
            other: true,
            ..reader(&text.code)
        };
        let own = reader(&text.code).sheet(&facts());
        assert_ne!(
            told.sheet(&facts()).rows[1],
            own.rows[1],
            "{} does not say it",
            text.code
        );
    }
}

#[test]
fn a_slip_in_another_language_names_the_booked_one_and_no_other() {
    for text in texts::all() {
        let booked = Some(Part::German("Arabisch".to_owned()));
        let told = Reader {
            booked,
            ..reader(&text.code)
        };
        let line = &told.sheet(&facts()).rows[1].lines[0];
        let own = &reader(&text.code).sheet(&facts()).rows[1].lines[0];
        assert!(line.plain().contains("Arabisch"), "{}: {}", text.code, line.plain());
        assert_ne!(line.plain(), own.plain(), "{}", text.code);
    }
}

#[test]
fn from_afar_nobody_is_sent_anywhere() {
    for mode in [Mode::Phone, Mode::Video] {
        let facts = Facts {
            mode,
            place: "Kita Sonnenblume".to_owned(),
            meeting: None,
            ..facts()
        };
        let row = &reader("de").sheet(&facts).rows[0];
        assert_eq!(row.lines[0].plain(), "Kita Sonnenblume");
        assert!(row.lines[1].plain().starts_with("Wir sprechen "), "{row:?}");
        assert!(row.lines.iter().all(|line| !line.plain().contains("treffen")));
    }
}

#[test]
fn a_sentence_that_was_corrected_before_keeps_its_dash() {
    let mut reader = reader("prs");
    reader.text.says.insert("time".to_owned(), "ساعت {time}".to_owned());
    assert_eq!(reader.sheet(&facts()).time.plain(), "ساعت 9:00–10:00");
    reader.text = texts::shipped("de").expect("it is shipped").clone();
    reader.text.says.insert("time".to_owned(), "{time} Uhr".to_owned());
    assert_eq!(reader.sheet(&facts()).time.plain(), "9:00 bis 10:00 Uhr");
}

#[test]
fn both_times_are_read_from_left_to_right_and_the_words_between_them_as_their_language_is() {
    for code in WANTED.iter().filter(|code| **code != "de") {
        let time = reader(code).sheet(&facts()).time.own;
        let times: Vec<_> = time.iter().filter(|part| part.is_times()).map(Part::text).collect();
        assert_eq!(times, ["9:00", "10:00"], "{code}");
    }
}

#[test]
fn a_place_cannot_get_lost() {
    let time = sentence("time").expect("it is there");
    assert_eq!(time.check("von {from} bis {until} Uhr"), Ok(()));
    assert_eq!(time.check("bis {until} Uhr"), Err(Wrong::Missing("from")));
    assert_eq!(time.check("von {from} Uhr"), Err(Wrong::Missing("until")));
    assert_eq!(time.check("{from} {until} {from}"), Err(Wrong::Twice("from")));
    // Corrected before a slip said both in words: it stays as it is.
    assert_eq!(time.check("um {time} Uhr"), Ok(()));
    assert_eq!(time.check("{time} {time}"), Err(Wrong::Twice("time")));
    for unknown in [
        "{time} bis {until}",
        "{time} {name}",
        "{time} {",
        "{time} {}",
        "{time} {Time}",
        "{{time}}",
    ] {
        assert_eq!(time.check(unknown), Err(Wrong::Unknown), "{unknown}");
    }
    assert_eq!(time.check("  "), Err(Wrong::Empty));
    let mediator = sentence("mediator").expect("it is there");
    assert_eq!(mediator.check("{language}"), Ok(()));
    assert_eq!(pieces("a{b}c").len(), 3);
}
