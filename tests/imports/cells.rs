//! What single cells say: every parser over a table of what people write.

mod text {
    use sprachpool::imports::{
        fields::{Code, line},
        reading::Cell,
    };

    #[test]
    fn spaces_and_forms_of_letters_make_no_difference() {
        let cell = Cell::Text(" O\u{308}zgu\u{308}r\u{a0}\u{a0} Kaya ".to_owned());
        assert_eq!(line(&cell, 200), Ok(Some("Özgür Kaya".to_owned())));
        assert_eq!(line(&Cell::Number(48143.0), 200), Ok(Some("48143".to_owned())));
        assert_eq!(
            line(&Cell::Text("'=Anna".to_owned()), 200),
            Ok(Some("=Anna".to_owned()))
        );
    }

    #[test]
    fn what_could_mislead_is_a_doubt() {
        let code = |text: &str| line(&Cell::Text(text.to_owned()), 10).map_err(|doubt| (doubt.code, doubt.proposal));
        let link = "=HYPERLINK(\"mailto:amina@post.example\";\"Mail\")";
        assert_eq!(code(link), Err((Code::Formula, Some("amina@post.example".to_owned()))));
        assert_eq!(code("Anna\u{202e}x"), Err((Code::Misleading, Some("Annax".to_owned()))));
        assert_eq!(code("12345678901"), Err((Code::TooLong, Some("1234567890".to_owned()))));
        assert_eq!(
            line(&Cell::Error("#NV".to_owned()), 9).map_err(|doubt| doubt.code),
            Err(Code::ErrorCell)
        );
    }
}

mod similar {
    use sprachpool::imports::fields::most_alike;

    #[test]
    fn a_slip_is_found_and_another_word_is_not() {
        let names = ["Paschto", "Farsi", "Albanisch"];
        assert_eq!(most_alike("Pashto", names), Some("Paschto"));
        assert_eq!(most_alike("Albanich", names), Some("Albanisch"));
        assert_eq!(most_alike("Klingonisch", names), None);
    }
}

mod number {
    use sprachpool::imports::{
        fields::{Code, minutes, whole},
        reading::Cell,
    };

    #[test]
    fn lengths_are_read_in_hours_and_minutes() {
        let read = |text: &str| minutes(&Cell::text(text)).map_err(|doubt| doubt.code);
        for (text, expected) in [
            ("90", 90),
            ("1,5 Std.", 90),
            ("1.5", 90),
            ("1:30", 90),
            ("45 min", 45),
            ("2 h", 120),
        ] {
            assert_eq!(read(text), Ok(Some(expected)), "{text}");
        }
        assert_eq!(read("5"), Err(Code::Ambiguous));
        assert_eq!(read("lange"), Err(Code::Unknown));
        assert_eq!(read("0"), Err(Code::OutOfRange));
    }

    #[test]
    fn whole_numbers_may_have_words_around() {
        let read = |text: &str| whole(&Cell::text(text), 1..=99).map_err(|doubt| doubt.code);
        assert_eq!(read("ca. 30 min"), Ok(Some(30)));
        assert_eq!(read("30,0"), Ok(Some(30)));
        assert_eq!(read("2,5"), Err(Code::Unknown));
        assert_eq!(read("500"), Err(Code::OutOfRange));
    }
}

mod time {
    use sprachpool::imports::{
        fields::{Code, range, time},
        reading::Cell,
    };

    fn shown(time: chrono::NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    #[test]
    fn times_are_read_as_germans_write_them() {
        let all = [
            ("14.30 Uhr", "14:30"),
            ("14:30", "14:30"),
            ("9", "09:00"),
            ("9 Uhr", "09:00"),
            ("09:05:00", "09:05"),
            ("2:30 PM", "14:30"),
            ("8h30", "08:30"),
        ];
        for (text, expected) in all {
            assert_eq!(
                time(&Cell::text(text)).map(|time| time.map(shown)),
                Ok(Some(expected.to_owned())),
                "{text}"
            );
        }
        for text in ["25:00", "mittags", "14:60", "143000"] {
            assert_eq!(
                time(&Cell::text(text)).map_err(|doubt| doubt.code),
                Err(Code::Unknown),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_of_a_spreadsheet_are_asked_about() {
        let asked = |cell: Cell| time(&cell).map_err(|doubt| (doubt.code, doubt.proposal));
        assert_eq!(
            asked(Cell::Number(14.3)),
            Err((Code::Ambiguous, Some("14:30".to_owned())))
        );
        assert_eq!(
            asked(Cell::Number(0.604_166_666)),
            Err((Code::Serial, Some("14:30".to_owned())))
        );
        assert_eq!(
            asked(Cell::text("14,30")),
            Err((Code::Ambiguous, Some("14:30".to_owned())))
        );
        let both = range(&Cell::text("14.30 – 15.30 Uhr")).map(|found| found.map(|(a, b)| (shown(a), b.map(shown))));
        assert_eq!(both, Ok(Some(("14:30".to_owned(), Some("15:30".to_owned())))));
    }
}

mod person {
    use sprachpool::imports::{
        fields::{email, name, phone},
        reading::Cell,
    };

    #[test]
    fn addresses_are_taken_out_of_what_stands_around_them() {
        let read = |text: &str| match email(&Cell::text(text)) {
            Ok(found) => Ok(found.map(|address| address.as_str().to_owned())),
            Err(doubt) => Err(doubt.proposal),
        };
        let amina = Some("amina@post.example".to_owned());
        assert_eq!(read(" Amina@post.example "), Ok(Some("Amina@post.example".to_owned())));
        assert_eq!(read("Amina <amina@post.example>"), Err(amina.clone()));
        assert_eq!(read("amina(at)post.example"), Err(amina.clone()));
        assert_eq!(read("amina@post.example; b@post.example"), Err(amina));
        assert_eq!(read("keine"), Err(None));
    }

    #[test]
    fn lost_zeros_are_proposed() {
        let read = |cell: Cell| phone(&cell).map_err(|doubt| doubt.proposal);
        assert_eq!(
            read(Cell::text("0251 / 555 0110")),
            Ok(Some("0251 / 555 0110".to_owned()))
        );
        assert_eq!(read(Cell::Number(1_715_550_101.0)), Err(Some("01715550101".to_owned())));
        assert_eq!(
            read(Cell::Number(491_715_550_101.0)),
            Err(Some("+491715550101".to_owned()))
        );
        assert_eq!(
            read(Cell::text("Tel. 0251 5550110 privat")),
            Err(Some("0251 5550110".to_owned()))
        );
    }

    #[test]
    fn a_name_may_be_turned_round() {
        let read = |text: &str| name(&Cell::text(text)).map(|name| name.map(|name| name.as_str().to_owned()));
        assert_eq!(read("Rahimi, Amina"), Ok(Some("Amina Rahimi".to_owned())));
        assert_eq!(read("Ö"), Ok(Some("Ö".to_owned())));
    }
}

mod place {
    use sprachpool::imports::{
        fields::{Code, address, postcode},
        reading::Cell,
    };

    #[test]
    fn a_postcode_has_five_digits() {
        let read = |text: &str| postcode(&Cell::text(text)).map_err(|doubt| (doubt.code, doubt.proposal));
        assert_eq!(read("D-48143"), Ok(Some("48143".to_owned())));
        assert_eq!(read("4103"), Err((Code::LostZero, Some("04103".to_owned()))));
        assert_eq!(read("48143 Münster"), Err((Code::Unknown, Some("48143".to_owned()))));
        assert_eq!(read("481"), Err((Code::Unknown, None)));
    }

    #[test]
    fn an_address_is_parted_at_its_postcode() {
        let parts = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(
            address("Hammer Straße 1, 48153 Münster"),
            parts("Hammer Straße 1", "48153", "Münster")
        );
        assert_eq!(address("Hammer Straße 1"), parts("Hammer Straße 1", "", ""));
    }
}

mod week {
    use sprachpool::imports::{
        fields::{Code, week},
        reading::Cell,
    };

    fn shown(text: &str) -> Result<String, Code> {
        let windows = week(&Cell::text(text)).map_err(|doubt| doubt.code)?.unwrap_or_default();
        let shown = windows
            .iter()
            .map(|one| format!("{} {}-{}", one.weekday, one.from, one.until));
        Ok(shown.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn weeks_are_read() {
        let all = [
            ("Mo 09:00-12:00; Di 14:00-18:00", "1 09:00-12:00, 2 14:00-18:00"),
            ("Mo-Mi 9-17 Uhr", "1 09:00-17:00, 2 09:00-17:00, 3 09:00-17:00"),
            ("Mo, Fr 9.30 bis 12", "1 09:30-12:00, 5 09:30-12:00"),
            ("Samstag 10-14 und 16-24:00", "6 10:00-14:00, 6 16:00-24:00"),
        ];
        for (text, expected) in all {
            assert_eq!(shown(text).as_deref(), Ok(expected), "{text}");
        }
        for text in ["flexibel", "Mo", "9-17", "Fr-Mo 9-12", "Mo 17-9"] {
            assert_eq!(shown(text), Err(Code::Unknown), "{text}");
        }
    }
}
