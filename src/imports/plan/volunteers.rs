use std::collections::{HashMap, HashSet};

use super::{
    Known,
    changes::{self, Change},
    row::{Again, Need, OPTIONAL, OWN, Reader, Same},
};
use crate::{
    imports::{
        Policy,
        columns::QUALIFICATION,
        fields::{self, Code, Doubt},
        reading::Cell,
    },
    matching::{Gender, Level, Mode, SpokenLanguage},
    people::Name,
    volunteers::{Arrival, Facts, LANGUAGE, NewVolunteer, VolunteerId},
};

/// A volunteer as they would be entered.
#[derive(Clone, Debug)]
pub struct Volunteer {
    pub row: u32,
    pub arrival: Arrival,
}

pub(super) struct Volunteers<'a> {
    known: &'a Known,
    /// Those of the pool of whom a row has said something already.
    told: HashSet<VolunteerId>,
    /// By name and by address: the name as people sort, and where it was.
    by_name: HashMap<String, Vec<(Place, String)>>,
    by_email: HashMap<String, Vec<(Place, String)>>,
    pub planned: Vec<Volunteer>,
    pub changes: Vec<Change>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Pool(VolunteerId),
    Row(u32),
}

impl<'a> Volunteers<'a> {
    pub fn new(known: &'a Known) -> Self {
        let mut found = Self {
            known,
            told: HashSet::new(),
            by_name: HashMap::new(),
            by_email: HashMap::new(),
            planned: Vec::new(),
            changes: Vec::new(),
        };
        for one in &known.volunteers {
            found.remember(Place::Pool(one.id), &one.name_sort, &one.email_key);
        }
        found
    }

    fn remember(&mut self, place: Place, name: &str, email: &str) {
        let entry = (place, email.to_owned());
        self.by_name.entry(name.to_owned()).or_default().push(entry);
        if !email.is_empty() {
            let entry = (place, name.to_owned());
            self.by_email.entry(email.to_owned()).or_default().push(entry);
        }
    }

    pub fn take(&mut self, reader: &mut Reader<'_>) {
        let context = reader.context;
        let name = name(reader);
        let email = reader.read("email", OWN, fields::email);
        if let (true, Some(name), Some(email)) = (self.changes_people(), &name, &email) {
            match self.whom(reader, name, &email.key()) {
                Found::New => {}
                Found::Known(id) => return self.change(reader, id),
                Found::Over => return,
            }
        }
        let phone = reader.read("phone", Need { own: true, ..OPTIONAL }, fields::phone);
        let phone_consent = reader.read("phone_consent", OPTIONAL, fields::yes).unwrap_or(false);
        let locale = reader.read("locale", OPTIONAL, |cell| fields::coded(cell, "locale", &["de", "en"]));
        let genders: Vec<&str> = Gender::ALL.iter().map(|gender| gender.as_str()).collect();
        let need = Need {
            choices: &genders,
            ..OWN
        };
        let gender = reader.read("gender", need, |cell| fields::coded(cell, "gender", &genders));
        let birth_year = reader.read("birth_year", OPTIONAL, |cell| fields::birth_year(cell, context));
        let levels: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
        let need = Need {
            choices: &levels,
            ..OWN
        };
        let german = reader.read("german", need, |cell| fields::coded(cell, "level", &levels));
        let languages = languages(reader, &levels, None);
        let home_district = reader.read("home_district", OPTIONAL, |cell| fields::district(cell, context));
        let districts = list(reader, "districts", |cell| fields::district(cell, context));
        let sectors = sectors(reader);
        let modes: Vec<&str> = Mode::ALL.iter().map(|mode| mode.as_str()).collect();
        let mut wanted = list(reader, "modes", |cell| fields::coded(cell, "mode", &modes));
        if wanted.is_empty() && !reader.mapping.has("modes") {
            wanted = vec![Mode::OnSite.as_str().to_owned()];
        }
        let travel = reader.read("travel_minutes", OPTIONAL, |cell| fields::whole(cell, 5..=240));
        let weekly_cap = reader.read("weekly_cap", OPTIONAL, |cell| fields::whole(cell, 1..=20));
        let offer_cap = reader.read("offer_cap", OPTIONAL, |cell| fields::whole(cell, 1..=50));
        let availability = reader.read("availability", OPTIONAL, fields::week).unwrap_or_default();
        let absences = reader.read("absences", OPTIONAL, |cell| fields::absences(cell, context));
        let state = reader.read("state", OPTIONAL, |cell| {
            fields::coded(cell, "volunteer_state", &["active", "paused"])
        });
        let qualifications = qualifications(reader);
        let (Some(name), Some(email)) = (name, email) else {
            return;
        };
        let asked = self.changes_people();
        if !asked && self.whom(reader, &name, &email.key()) != Found::New {
            return;
        }
        if reader.left_out || reader.open {
            return;
        }
        let (Some(gender), Some(german)) = (gender, german) else {
            return;
        };
        let (Ok(gender), Ok(german)) = (gender.parse(), german.parse()) else {
            return;
        };
        let new = NewVolunteer {
            name,
            email,
            locale: locale.unwrap_or_else(|| "de".to_owned()),
            gender,
            birth_year,
            phone_consent: phone_consent && phone.is_some(),
            phone,
            home_district,
            german,
            modes: wanted.iter().filter_map(|mode| mode.parse().ok()).collect(),
            max_travel_minutes: travel,
            weekly_cap,
            languages,
            districts,
            sectors,
            availability,
            absences: absences.unwrap_or_default(),
            qualifications,
        };
        self.planned.push(Volunteer {
            row: reader.number(),
            arrival: Arrival {
                new,
                paused: state.as_deref() == Some("paused"),
                offer_cap,
            },
        });
    }

    fn changes_people(&self) -> bool {
        self.known.policy != Policy::Keep
    }

    /// What the row says about somebody of the pool; of several rows the first one counts.
    fn change(&mut self, reader: &mut Reader<'_>, id: VolunteerId) {
        if !self.told.insert(id) {
            reader.again = Some(Again::InFile);
            return;
        }
        let Some(facts) = self.known.facts.get(&id) else {
            // Who has left stays as they are.
            reader.again = Some(Again::InPool);
            return;
        };
        let changes = changes::volunteer(reader, self.known.policy, (id, facts));
        if !reader.left_out {
            reader.again = Some(Again::InPool);
            self.changes.extend(changes);
        }
    }

    fn whom(&mut self, reader: &mut Reader<'_>, name: &Name, email: &str) -> Found {
        let sort = name.sort_key();
        let alike = self.by_name.get(&sort).cloned().unwrap_or_default();
        let others = self.by_email.get(email).cloned().unwrap_or_default();
        let certain = alike.iter().find(|(_, known)| known == email).map(|(place, _)| *place);
        let row = reader.number();
        let other = certain.or(alike.first().map(|(place, _)| *place));
        let other = other.or(others.first().map(|(place, _)| *place));
        let doubt = match (certain, alike.first()) {
            // Nobody has to say so: it is them.
            (Some(Place::Pool(id)), _) if self.changes_people() => return Found::Known(id),
            // One person is one volunteer: the same name at the same address cannot be entered twice.
            (Some(place), _) => Some(same(place, name.as_str()).choose(["same"]).propose("same")),
            (None, Some((place, _))) => Some(same(*place, name.as_str()).choose(["same", "different"])),
            (None, None) => others.first().map(|(place, _)| {
                let cell = cell(*place, email);
                let doubt = Doubt::new(Code::SharedAddress, cell);
                doubt.choose(["same", "different"]).propose("different")
            }),
        };
        let in_pool = |places: &[(Place, String)]| {
            let known = places.iter().filter(|(place, _)| matches!(place, Place::Pool(_)));
            known.count()
        };
        let several = in_pool(if alike.is_empty() { &others } else { &alike }) > 1;
        self.remember(Place::Row(row), &sort, email);
        let Some(doubt) = doubt else { return Found::New };
        match reader.same(doubt) {
            Some(Same::Different) => Found::New,
            // Of several who are called so nobody knows who is meant: they stay as they are.
            Some(Same::Same) => match (other, several) {
                (Some(Place::Pool(id)), false) if self.changes_people() => Found::Known(id),
                (Some(Place::Row(_)), _) => over(reader, Again::InFile),
                (Some(Place::Pool(_)) | None, _) => over(reader, Again::InPool),
            },
            None => Found::Over,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    New,
    /// Of the pool, and the row may say something new about them.
    Known(VolunteerId),
    /// Nothing more to read: they are known, or nobody has said yet whether they are.
    Over,
}

fn over(reader: &mut Reader<'_>, again: Again) -> Found {
    reader.left_out = true;
    reader.again = Some(again);
    Found::Over
}

fn same(place: Place, name: &str) -> Doubt {
    let code = match place {
        Place::Pool(_) => Code::SameInPool,
        Place::Row(_) => Code::SameInFile,
    };
    Doubt::new(code, cell(place, name))
}

/// Says in which row the other one stands.
fn cell(place: Place, text: &str) -> String {
    match place {
        Place::Pool(_) => text.to_owned(),
        Place::Row(row) => format!("{text} ({row})"),
    }
}

/// In one column, or in two.
fn name(reader: &mut Reader<'_>) -> Option<Name> {
    if !reader.mapping.has("last_name") {
        return reader.read("name", OWN, fields::name);
    }
    let first = reader.read("first_name", OPTIONAL, |cell| fields::line(cell, 100));
    let last = reader.read("last_name", OPTIONAL, |cell| fields::line(cell, 100));
    let whole = [first.unwrap_or_default(), last.unwrap_or_default()].join(" ");
    reader.value("name", OWN, &Cell::text(&whole), fields::name)
}

/// Of somebody whom the pool knows nobody asks how well they speak what is known.
pub(super) fn languages(reader: &mut Reader<'_>, levels: &[&str], known: Option<&Facts>) -> Vec<SpokenLanguage> {
    let context = reader.context;
    let need = Need { own: true, ..OPTIONAL };
    let Some(text) = reader.read("languages", need, |cell| {
        fields::line(&Cell::text(&cell.shown().replace('\n', "; ")), 500)
    }) else {
        return Vec::new();
    };
    let parts = fields::parts(&text, context);
    let mut meant = Vec::new();
    let is_known = |code: &String| known.is_some_and(|facts| facts.contains_key(&format!("{LANGUAGE}{code}")));
    let (mut needed, mut without) = (false, Vec::new());
    for part in parts {
        let asked = reader.asked.len();
        let codes = reader.value("languages", OPTIONAL, &Cell::text(&part.name), |cell| {
            fields::names(&cell.shown(), context)
        });
        if part.level.is_none() && codes.as_ref().is_some_and(|codes| codes.iter().all(is_known)) {
            continue;
        }
        // Which language it is and how well somebody speaks it are asked together.
        needed |= part.level.is_none() && (codes.is_some() || reader.asked.len() > asked);
        if part.level.is_none() {
            without.push(part.name);
        }
        meant.push((codes.unwrap_or_default(), part.level));
    }
    let level = needed.then(|| level(reader, &without, levels)).flatten();
    let spoken = meant
        .into_iter()
        .filter_map(|(codes, own)| Some((codes, own.or(level)?)));
    let found = spoken
        .flat_map(|(codes, level)| {
            codes
                .into_iter()
                .map(move |language| SpokenLanguage { language, level })
        })
        .collect();
    fields::languages(found)
}

/// One level for all languages of this person beside which none stands.
fn level(reader: &mut Reader<'_>, names: &[String], levels: &[&str]) -> Option<Level> {
    let doubt = Doubt::new(Code::Missing, names.join(", ")).choose(levels);
    let said = reader.ask("language_level", doubt, true, |text| {
        fields::coded(&Cell::text(text), "level", levels)
    });
    said?.parse().ok()
}

fn list(reader: &mut Reader<'_>, field: &str, parse: impl Fn(&Cell) -> fields::Parsed<String>) -> Vec<String> {
    let Some(text) = reader.read(field, OPTIONAL, |cell| {
        fields::line(&Cell::text(&cell.shown().replace('\n', "; ")), 500)
    }) else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    for part in fields::list(&text) {
        if let Some(code) = reader.value(field, OPTIONAL, &Cell::text(&part), &parse)
            && !found.contains(&code)
        {
            found.push(code);
        }
    }
    found
}

fn sectors(reader: &mut Reader<'_>) -> Vec<String> {
    let context = reader.context;
    list(reader, "sectors", |cell| super::institutions::sector(cell, context))
}

fn qualifications(reader: &mut Reader<'_>) -> Vec<fields::Shown> {
    let context = reader.context;
    let mut found = Vec::new();
    for kind in context.rules.qualifications() {
        let field = format!("{QUALIFICATION}{}", kind.code);
        let shown = reader.read(&field, OPTIONAL, |cell| {
            fields::qualification(cell, &kind.code, context)
        });
        found.extend(shown);
    }
    found
}
