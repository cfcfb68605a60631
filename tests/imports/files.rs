//! Each nasty spreadsheet with what has to be asked about it, and what it comes to.

use sprachpool::imports::{
    Kind,
    answers::Answers,
    plan::{Known, Plan, Planned},
    reading::ReadError,
};

use super::{answered, bytes, doubts, planned};

fn plan(file: &str, kind: Kind) -> Plan {
    planned(&bytes(file), kind, &Known::default(), &Answers::new())
}

/// What is planned once every proposal is taken, and what else is said.
fn after(file: &str, kind: Kind, own: &[(&str, &str, &str)]) -> Plan {
    let answers = answered(&plan(file, kind), own);
    let plan = planned(&bytes(file), kind, &Known::default(), &answers);
    assert_eq!(doubts(&plan), Vec::<String>::new(), "{file}");
    plan
}

fn people(plan: &Plan) -> Vec<String> {
    let Planned::Volunteers(all) = &plan.planned else {
        panic!("no volunteers")
    };
    let shown = |one: &sprachpool::imports::plan::Volunteer| {
        let new = &one.arrival.new;
        let languages: Vec<String> = new
            .languages
            .iter()
            .map(|l| format!("{}:{}", l.language, l.level))
            .collect();
        format!(
            "{} {} {} {} [{}] {}",
            one.row,
            new.name.as_str(),
            new.email.as_str(),
            new.gender,
            languages.join(" "),
            new.german
        )
    };
    all.iter().map(shown).collect()
}

#[test]
fn one_table_in_every_encoding() {
    let expected = [
        "2 Özgür Kaya oezguer.kaya@post.example male [tr:native kmr:C1] C1",
        "3 Jürgen Müller juergen.mueller@post.example male [ru:B2] native",
        "4 Agnieszka Żak a.zak@post.example female [pl:C2 uk:B1] C2",
    ];
    let files = [
        ("volunteers_utf8_bom.csv", 3),
        ("volunteers_unicode.txt", 3),
        ("volunteers_commas.csv", 3),
        ("volunteers_windows.csv", 2),
    ];
    for (file, count) in files {
        let plan = plan(file, Kind::Volunteers);
        assert_eq!(doubts(&plan), Vec::<String>::new(), "{file}");
        assert_eq!(people(&plan), expected[..count], "{file}");
        let Planned::Volunteers(all) = &plan.planned else {
            panic!()
        };
        assert_eq!(all[0].arrival.new.availability.len(), 5, "{file}");
        assert_eq!(all[0].arrival.new.phone.as_deref(), Some("0251 555 0201"));
        assert_eq!(all[0].arrival.new.home_district.as_deref(), Some("51"));
        assert_eq!(all[1].arrival.new.birth_year, Some(1957));
    }
}

#[test]
fn several_languages_and_names_that_mean_several() {
    let file = "volunteers_kurdish.xlsx";
    let plan = plan(file, Kind::Volunteers);
    assert_eq!(
        doubts(&plan),
        [
            "languages ambiguous «Kurdisch» 5,7 -> ?",
            "language_level missing «Kurdisch» 5 -> ?",
            "language_level missing «Kurdisch» 7 -> ?",
            "language_level missing «Dari, Farsi, Paschto» 8 -> ?",
            "languages unknown «Klingonisch» 10 -> ?",
            "language_level missing «Klingonisch» 10 -> ?",
        ]
    );
    let own = [
        ("languages", "Kurdisch", "kmr, ckb"),
        ("language_level", "Kurdisch", "C1"),
        ("language_level", "Dari, Farsi, Paschto", "C1"),
        ("language_level", "Klingonisch", "C1"),
        ("languages", "Klingonisch", "Hausa"),
    ];
    let answers = answered(&plan, &own);
    let again = planned(&bytes(file), Kind::Volunteers, &Known::default(), &answers);
    assert_eq!(doubts(&again), Vec::<String>::new());
    assert_eq!(
        people(&again),
        [
            "5 Rojda Demir rojda.demir@post.example female [kmr:C1 ckb:C1] B2",
            "7 Şükrü Yıldız s.yildiz@post.example male [kmr:C1 ckb:C1 tr:C1] C1",
            "8 Samira Haidari samira.haidari@post.example female [prs:C1 fa:C1 ps:C1] C1",
            "9 Nour Haddad nour.haddad@post.example diverse [ar:native] B2",
            "10 Berta Ohne berta.ohne@post.example female [ps:C1 ha:C1] C2",
        ]
    );
    assert_eq!(again.rows, 5, "neither empty lines nor the sum count");
}

#[test]
fn numbers_instead_of_texts() {
    let file = "institutions_numbers.xlsx";
    let plan = plan(file, Kind::Institutions);
    assert_eq!(
        doubts(&plan),
        [
            "phone lost_zero «2515550301» 2 -> 02515550301",
            "postcode lost_zero «4103» 3 -> 04103",
            "phone lost_zero «491715550302» 3 -> +491715550302",
            "postcode missing «Wallweg 3 Münster» 4,5 -> ?",
            "sector unknown «Verwaltung» 6 -> ?",
            "district unknown «Innenstadt» 6 -> ?",
        ]
    );
    let own = [
        ("postcode", "Wallweg 3 Münster", "48151"),
        ("sector", "Verwaltung", "authority"),
        ("district", "Innenstadt", "Dom"),
    ];
    let plan = after(file, Kind::Institutions, &own);
    let Planned::Institutions(all) = &plan.planned else {
        panic!()
    };
    let shown: Vec<String> = all
        .iter()
        .map(|one| {
            let site = &one.sites[0].1;
            format!(
                "{} {} {} sites {} contacts {}",
                site.name.as_str(),
                site.postcode,
                site.district,
                one.sites.len(),
                one.contacts.len()
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Kita Regenbogen 48149 47 sites 1 contacts 1",
            "Beratung Nordlicht 04103 13 sites 1 contacts 1",
            "Schule am Wall 48151 32 sites 1 contacts 2",
            "Amt für Wohnen 48143 13 sites 1 contacts 1",
        ]
    );
}

#[test]
fn formulas_are_their_last_value() {
    let plan = plan("volunteers_formulas.xlsx", Kind::Volunteers);
    assert_eq!(
        doubts(&plan),
        ["email error_cell «#NV» 4 -> ?", "german error_cell «#DIV/0!» 4 -> ?"]
    );
    assert_eq!(
        people(&plan)[0],
        "2 Lea Graf lea.graf@post.example female [en:C1] native"
    );
    let texts = "volunteers_formula_texts.csv";
    let plan = planned(&bytes(texts), Kind::Volunteers, &Known::default(), &Answers::new());
    assert_eq!(
        doubts(&plan),
        [
            "email formula «=HYPERLINK(\"mailto:ada.kurz@post.example\";\"Mail an Ada\")» 2 -> ada.kurz@post.example",
            "name formula «=1+1» 3 -> ?",
        ]
    );
    assert_eq!(
        people(&after(texts, Kind::Volunteers, &[])),
        ["2 Ada Kurz ada.kurz@post.example female [en:C1] C1"]
    );
}

#[test]
fn the_same_people_again() {
    let file = "volunteers_twice.xlsx";
    let plan = plan(file, Kind::Volunteers);
    assert_eq!(
        doubts(&plan),
        [
            "row same_in_file «LINA BAUM (3)» 4 -> same",
            "row same_in_file «Lina Baum (3)» 5 -> ?",
            "row shared_address «lina@post.example (3)» 6 -> different",
            "email missing «» 7 -> ?",
            "email unknown «keine» 8 -> ?",
            "email unknown «tim(at)post.example» 9 -> tim@post.example",
        ]
    );
    let own = [("row", "Lina Baum (3)", "different")];
    let names: Vec<String> = people(&after(file, Kind::Volunteers, &own))
        .iter()
        .map(|one| one.split(' ').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        names,
        [
            "2 Amina Rahimi",
            "3 Lina Baum",
            "5 Lina Baum",
            "6 Karl Baum",
            "9 Tim Kaputt"
        ]
    );
}

#[test]
fn odd_cells() {
    let file = "volunteers_odd_cells.xlsx";
    let plan = plan(file, Kind::Volunteers);
    let found = doubts(&plan);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("name too_long «Lang Lang"), "{}", found[0]);
    assert_eq!(found[1], "name misleading «Anna» 3 -> Anna");
    let people = people(&after(file, Kind::Volunteers, &[]));
    assert_eq!(
        people[2],
        "4 Zeile Umbruch umbruch@post.example female [en:C1 fr:B2] C1"
    );
    assert_eq!(people[3], "5 ليلى حداد leila@post.example female [ar:native] B2");
}

#[test]
fn headers_that_stand_twice() {
    let file = "volunteers_double_headers.xlsx";
    let plan = plan(file, Kind::Volunteers);
    assert_eq!(
        doubts(&plan),
        [
            "gender missing «» 2 -> ?",
            "gender missing «» 3 -> ?",
            "qualification.basic_training unknown «ja» 3 -> ?"
        ]
    );
    let own = [
        ("qualification.basic_training", "ja", "01.02.2027"),
        ("gender", "", "female"),
    ];
    let plan = after(file, Kind::Volunteers, &own);
    assert_eq!(
        people(&plan)[0],
        "2 Vera Stein vera@post.example female [it:native es:B1] C2"
    );
    let Planned::Volunteers(all) = &plan.planned else {
        panic!()
    };
    let shown: Vec<String> = all[0]
        .arrival
        .new
        .qualifications
        .iter()
        .map(|one| format!("{} {} {:?} {:?}", one.kind, one.seen_on, one.issued_on, one.valid_until))
        .collect();
    assert_eq!(
        shown,
        [
            "basic_training 2026-05-04 None None",
            "clearance 2026-05-04 Some(2026-04-20) Some(2031-04-20)",
        ]
    );
    assert_eq!(all[0].arrival.new.phone.as_deref(), Some("0251 555 0401"));
}

#[test]
fn addresses_in_one_cell() {
    let plan = plan("institutions_addresses.csv", Kind::Institutions);
    assert_eq!(
        doubts(&plan),
        [
            "sector missing «Grundschule am Bach» 4 -> school",
            "sector missing «Haus der Familie» 5,6 -> ?",
            "district ambiguous «Kinderhaus» 6 -> ?",
        ]
    );
    let own = [
        ("sector", "Haus der Familie", "advice"),
        ("district", "Kinderhaus", "63"),
    ];
    let plan = after("institutions_addresses.csv", Kind::Institutions, &own);
    let Planned::Institutions(all) = &plan.planned else {
        panic!()
    };
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].sites[0].1.street, "Bachstr. 5");
    assert_eq!(all[1].sites.len(), 2, "a second site of the same institution");
}

#[test]
fn what_is_not_for_us_is_named() {
    let error = |file: &str| sprachpool::imports::open(&bytes(file)).expect_err(file);
    assert_eq!(error("old.xls"), ReadError::OtherFormat);
    assert_eq!(error("open_document.ods"), ReadError::OtherFormat);
    assert_eq!(error("encrypted.xlsx"), ReadError::Encrypted);
}
