//! What a remark must not tell.

use proptest::prelude::*;
use sprachpool::requests::draft::identifies;

#[test]
fn days_of_birth_and_numbers_of_files_are_noticed() {
    for text in [
        "Kind heißt Mustafa, geb. 12.3.2020",
        "geboren am 12.3.",
        "Geburtsdatum: 12.03.2020",
        "Az. 12/345",
        "AZ 12 F 34/26",
        "Aktenzeichen lautet 7-2027",
        "Versichertennummer A123456789 (Versichertennummer: 123)",
        "born on 12 March",
    ] {
        assert!(identifies(text), "{text}");
    }
}

#[test]
fn what_belongs_to_the_appointment_stays() {
    for text in [
        "",
        "Haupteingang, bitte klingeln",
        "Raum AZ 12",
        "Raum 12/34",
        "Es geht um das Geburtstagsfest der Gruppe.",
        "Das Kind ist gerade geboren.",
        "Bitte am 12.3. vorher anrufen: 0251 555 0243",
        "Zweiter Stock, Tür 4",
    ] {
        assert!(!identifies(text), "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_breaks_it(text in ".{0,80}") {
        let _ = identifies(&text);
    }
}
