//! The demo's coordinator, institutions and volunteers, made by the verbs.

use chrono::{Days, NaiveDate};

use super::{chance::Chance, names};
use crate::{
    act::Act,
    database::{DbError, Tx},
    institutions::{
        ContactId, InstitutionId, NewContact, NewInstitution, NewSite, SiteId, State, add_contact, create_institution,
    },
    matching::{Absence, Gender, Level, Mode, SpokenLanguage, Window},
    people::{EmailAddress, Name, PersonId, create_coordinator},
    q,
    settings::Rules,
    volunteers::{NewQualification, NewVolunteer, VolunteerId, create_volunteer},
};

#[derive(Clone, Debug)]
pub struct Asker {
    pub institution: InstitutionId,
    pub site: SiteId,
    pub contact: ContactId,
    pub person: PersonId,
    pub sector: &'static str,
}

pub struct Cast {
    pub coordinator: PersonId,
    pub askers: Vec<Asker>,
    pub volunteers: Vec<VolunteerId>,
}

#[derive(Debug, thiserror::Error)]
pub enum CastError {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error("a name of the demo: {0}")]
    Name(String),
}

pub async fn make(tx: &mut Tx, act: &Act<'_>, rules: &Rules, chance: &Chance) -> Result<Cast, CastError> {
    let coordinator = create_coordinator(
        tx,
        act,
        &name("Cora Brandt")?,
        &email("cora.brandt@sprachpool.example")?,
        "de",
    )
    .await?;
    let mut askers = Vec::new();
    for entry in names::INSTITUTIONS {
        askers.push(institution(tx, act, entry).await?);
    }
    let mut volunteers = Vec::new();
    for (index, entry) in names::VOLUNTEERS.iter().enumerate() {
        volunteers.push(volunteer(tx, act, rules, chance, index, entry).await?);
    }
    Ok(Cast {
        coordinator,
        askers,
        volunteers,
    })
}

async fn institution(
    tx: &mut Tx,
    act: &Act<'_>,
    (title, sector, street, postcode, district, contact, mailbox): &'static names::Institution,
) -> Result<Asker, CastError> {
    let new = NewInstitution {
        name: name(title)?,
        kind: None,
        sector: (*sector).to_owned(),
        state: State::Approved,
        sites: vec![NewSite {
            name: name(title)?,
            street: (*street).to_owned(),
            postcode: (*postcode).to_owned(),
            city: "Münster".to_owned(),
            district: (*district).to_owned(),
        }],
    };
    let (institution, sites) = create_institution(tx, act, &new).await?;
    let new = NewContact {
        name: name(contact)?,
        email: email(mailbox)?,
        phone: Some("0251 555 02".to_owned() + &postcode[3..]),
        locale: "de".to_owned(),
    };
    let contact = add_contact(tx, act, institution, &new).await?;
    let (person,) = q!("SELECT person_id FROM contact WHERE id = $1", contact)
        .one(tx)
        .await?;
    let site = sites.first().copied().ok_or(DbError::RowNotFound)?;
    Ok(Asker {
        institution,
        site,
        contact,
        person,
        sector,
    })
}

async fn volunteer(
    tx: &mut Tx,
    act: &Act<'_>,
    rules: &Rules,
    chance: &Chance,
    index: usize,
    (first, gender, last, languages): &names::Volunteer,
) -> Result<VolunteerId, CastError> {
    let districts: Vec<&str> = rules.districts().map(|(code, _)| code).collect();
    let today = rules.local(act.now).date();
    // The characters of the examples are free all week, so that a newcomer's first request finds them.
    let character = index < 2;
    let new = NewVolunteer {
        name: name(&format!("{first} {last}"))?,
        email: email(&format!("mittler{:02}@post.example", index + 1))?,
        locale: if index % 9 == 5 { "en" } else { "de" }.to_owned(),
        gender: if *gender == 'f' { Gender::Female } else { Gender::Male },
        birth_year: Some(chance.between(1962, 2003)),
        phone: Some(format!("0151 555 {:04}", 1000 + index)),
        phone_consent: chance.happens(0.7),
        home_district: Some((*chance.of(&districts)).to_owned()),
        german: *chance.of(&[Level::B2, Level::B2, Level::C1, Level::C1, Level::C2]),
        modes: if character || chance.happens(0.6) {
            vec![Mode::OnSite, Mode::Phone, Mode::Video]
        } else {
            vec![Mode::OnSite, Mode::Phone]
        },
        max_travel_minutes: None,
        weekly_cap: Some(if character { 5 } else { chance.between(3, 6) }),
        languages: languages
            .iter()
            .enumerate()
            .map(|(position, language)| SpokenLanguage {
                language: (*language).to_owned(),
                level: if position == 0 { Level::Native } else { Level::C1 },
            })
            .collect(),
        districts: Vec::new(),
        sectors: Vec::new(),
        availability: week(chance, character),
        absences: absences(chance, today, character),
        qualifications: qualifications(rules, chance, today, character)
            .into_iter()
            .map(|shown| if index == RUNS_OUT { soon_over(shown) } else { shown })
            .collect(),
    };
    Ok(create_volunteer(tx, act, &new).await?)
}

/// Elif Yıldız showed hers five years ago.
const RUNS_OUT: usize = 14;

/// A clearance ends three weeks after the demo's opening; the desk hears of it a week before that opening.
fn soon_over(shown: NewQualification) -> NewQualification {
    if shown.kind != "clearance" {
        return shown;
    }
    NewQualification {
        seen_on: NaiveDate::from_ymd_opt(2022, 4, 14).unwrap_or(shown.seen_on),
        issued_on: NaiveDate::from_ymd_opt(2022, 3, 30),
        valid_until: NaiveDate::from_ymd_opt(2027, 3, 30),
        ..shown
    }
}

fn week(chance: &Chance, always: bool) -> Vec<Window> {
    let window = |weekday, from: &str, until: &str| {
        Some(Window {
            weekday,
            from: from.parse().ok()?,
            until: until.parse().ok()?,
        })
    };
    let mut windows = Vec::new();
    for weekday in 1..=5 {
        if always {
            windows.extend(window(weekday, "08:00", "18:00"));
            continue;
        }
        if chance.happens(0.88) {
            windows.extend(window(weekday, "08:00", "12:30"));
        }
        if chance.happens(0.84) {
            windows.extend(window(weekday, "13:00", "18:00"));
        }
    }
    windows
}

fn absences(chance: &Chance, today: NaiveDate, never: bool) -> Vec<Absence> {
    if never {
        return Vec::new();
    }
    (0..chance.between(1, 3))
        .map(|_| {
            let from = today + Days::new(chance.between(10, 420).unsigned_abs());
            Absence {
                from,
                until: from + Days::new(chance.between(4, 16).unsigned_abs()),
            }
        })
        .collect()
}

fn qualifications(rules: &Rules, chance: &Chance, today: NaiveDate, all: bool) -> Vec<NewQualification> {
    let kinds = rules.qualifications().iter();
    kinds
        .filter(|_| all || chance.happens(0.997))
        .map(|kind| {
            let months = kind.valid_months.and_then(|months| u32::try_from(months).ok());
            // What counts for a year only is shown again in autumn: see the desk's moments.
            let age = if months.is_some_and(|months| months < 24) {
                (10, 55)
            } else {
                (20, 200)
            };
            let issued = today - Days::new(chance.between(age.0, age.1).unsigned_abs());
            NewQualification {
                kind: kind.code.clone(),
                seen_on: issued + Days::new(10),
                issued_on: Some(issued),
                valid_until: months.map(|months| issued + chrono::Months::new(months)),
                seen_by: None,
            }
        })
        .collect()
}

pub(super) fn name(text: &str) -> Result<Name, CastError> {
    text.parse()
        .map_err(|error| CastError::Name(format!("{text}: {error}")))
}

pub(super) fn email(text: &str) -> Result<EmailAddress, CastError> {
    text.parse()
        .map_err(|error| CastError::Name(format!("{text}: {error}")))
}
