//! The characters of the scenarios, made by the verbs.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use sprachpool::{
    act::{Act, Actor},
    database::{Db, Tx},
    ids::Ids,
    institutions::{
        ContactId, InstitutionId, NewContact, NewInstitution, NewSite, SiteId, State, add_contact, create_institution,
    },
    keys::Keys,
    matching::{Gender, Level, Mode, SpokenLanguage, Window},
    people::{PersonId, create_coordinator},
    volunteers::{NewQualification, NewVolunteer, VolunteerId, create_volunteer},
};

/// Monday, 1 March 2027, 10:00 in Münster: a working day long before the scenarios' dates.
pub fn monday() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 1, 9, 0, 0).single().expect("it exists")
}

pub fn keys() -> Keys {
    Keys::new(1, vec![7; 32], None)
}

pub fn act(ids: &Ids, now: DateTime<Utc>) -> Act<'_> {
    Act {
        now,
        ids,
        actor: Actor::Command,
        session: None,
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Asker {
    pub institution: InstitutionId,
    pub site: SiteId,
    pub contact: ContactId,
}

/// Everybody there is in the scenarios.
#[derive(Clone, Copy, Debug)]
pub struct Characters {
    pub cora: PersonId,
    pub amina: VolunteerId,
    pub basir: VolunteerId,
    pub kita: Asker,
    pub klinik: Asker,
    pub jobcenter: Asker,
}

/// All of them, committed.
pub async fn characters(db: &Db, ids: &Ids, now: DateTime<Utc>) -> Characters {
    let mut tx = db.begin().await.expect("the database is there");
    let act = act(ids, now);
    let all = Characters {
        cora: cora(&mut tx, &act).await,
        amina: volunteer(&mut tx, &act, &amina()).await,
        basir: volunteer(&mut tx, &act, &basir()).await,
        kita: asker(
            &mut tx,
            &act,
            (
                "Kita Sonnenblume",
                "kita",
                "Jana Vogt",
                "kita@sonnenblume.example",
                "51",
            ),
        )
        .await,
        klinik: asker(
            &mut tx,
            &act,
            (
                "Klinik am Park",
                "health",
                "Dr. Timo Held",
                "held@klinik-am-park.example",
                "32",
            ),
        )
        .await,
        jobcenter: asker(
            &mut tx,
            &act,
            (
                "Jobcenter Mitte",
                "authority",
                "Petra Lang",
                "lang@jobcenter.example",
                "23",
            ),
        )
        .await,
    };
    tx.commit().await.expect("it commits");
    all
}

pub async fn cora(tx: &mut Tx, act: &Act<'_>) -> PersonId {
    let (name, email) = ("Cora Brandt".parse(), "cora.brandt@sprachpool.example".parse());
    create_coordinator(tx, act, &name.expect("a name"), &email.expect("an address"), "de")
        .await
        .expect("Cora")
}

/// Female, native Dari, free Monday to Friday 8:00 to 18:00, has shown everything.
pub fn amina() -> NewVolunteer {
    dari("Amina Rahimi", "amina.rahimi@post.example", Gender::Female)
}

/// Like Amina, but male.
pub fn basir() -> NewVolunteer {
    dari("Basir Noori", "basir.noori@post.example", Gender::Male)
}

pub async fn volunteer(tx: &mut Tx, act: &Act<'_>, new: &NewVolunteer) -> VolunteerId {
    create_volunteer(tx, act, new).await.expect("a volunteer")
}

/// An approved institution with one site and one contact.
pub async fn asker(
    tx: &mut Tx,
    act: &Act<'_>,
    (name, sector, contact, email, district): (&str, &str, &str, &str, &str),
) -> Asker {
    let new = NewInstitution {
        name: name.parse().expect("a name"),
        kind: None,
        sector: sector.to_owned(),
        state: State::Approved,
        sites: vec![NewSite {
            name: name.parse().expect("a name"),
            street: "Parkweg 4".to_owned(),
            postcode: "48149".to_owned(),
            city: "Münster".to_owned(),
            district: district.to_owned(),
        }],
    };
    let (institution, sites) = create_institution(tx, act, &new).await.expect("an institution");
    let contact = NewContact {
        name: contact.parse().expect("a name"),
        email: email.parse().expect("an address"),
        phone: Some("0251 555 0142".to_owned()),
        locale: "de".to_owned(),
    };
    let contact = add_contact(tx, act, institution, &contact).await.expect("a contact");
    Asker {
        institution,
        site: sites[0],
        contact,
    }
}

fn dari(name: &str, email: &str, gender: Gender) -> NewVolunteer {
    let (from, until) = ("08:00".parse().expect("a time"), "18:00".parse().expect("a time"));
    NewVolunteer {
        name: name.parse().expect("a name"),
        email: email.parse().expect("an address"),
        locale: "de".to_owned(),
        gender,
        birth_year: Some(1985),
        phone: Some("0251 555 0177".to_owned()),
        phone_consent: true,
        home_district: Some("51".to_owned()),
        german: Level::C1,
        modes: vec![Mode::OnSite, Mode::Phone, Mode::Video],
        max_travel_minutes: None,
        weekly_cap: None,
        languages: vec![SpokenLanguage {
            language: "prs".to_owned(),
            level: Level::Native,
        }],
        districts: vec![],
        sectors: vec![],
        availability: (1..=5).map(|weekday| Window { weekday, from, until }).collect(),
        absences: vec![],
        qualifications: QUALIFICATIONS.iter().map(|kind| shown(kind)).collect(),
    }
}

fn shown(kind: &str) -> NewQualification {
    NewQualification {
        kind: kind.to_owned(),
        seen_on: NaiveDate::from_ymd_opt(2026, 1, 15).expect("a date"),
        issued_on: None,
        valid_until: None,
        seen_by: None,
    }
}

const QUALIFICATIONS: [&str; 7] = [
    "basic_training",
    "yearly_course",
    "psychosocial",
    "clearance",
    "measles",
    "confidentiality",
    "german_level",
];
