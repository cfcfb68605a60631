use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::{
    Known,
    row::{Again, Need, OPTIONAL, OWN, Reader, Same},
};
use crate::{
    imports::{
        fields::{self, Code, Doubt},
        reading::Cell,
        words::normal,
    },
    institutions::KnownInstitution,
    matching::Mode,
    requests::{NewSlot, Past, PastOutcome, TakenTime},
    volunteers::VolunteerId,
};

const OUTCOMES: [&str; 5] = ["held", "client_absent", "not_held", "cancelled", "unfilled"];

/// An appointment of the past as it would be recorded.
#[derive(Clone, Debug)]
pub struct Appointment {
    pub row: u32,
    pub past: Past,
}

pub(super) struct Appointments<'a> {
    known: &'a Known,
    institutions: HashMap<String, &'a KnownInstitution>,
    volunteers: HashMap<String, Vec<VolunteerId>>,
    seen: HashMap<(uuid::Uuid, String, DateTime<Utc>, Option<VolunteerId>), u32>,
    taken: HashMap<VolunteerId, Vec<TakenTime>>,
    references: HashSet<String>,
    /// What somebody probably meant, by what they wrote: a long table has the same slip a thousand times, and
    /// looking through all names for each of them takes long.
    alike: RefCell<HashMap<(&'static str, String), Option<String>>>,
    pub planned: Vec<Appointment>,
}

impl<'a> Appointments<'a> {
    pub fn new(known: &'a Known) -> Self {
        let mut volunteers: HashMap<String, Vec<VolunteerId>> = HashMap::new();
        for one in &known.volunteers {
            volunteers.entry(one.name_sort.clone()).or_default().push(one.id);
            volunteers.entry(one.email_key.clone()).or_default().push(one.id);
        }
        Self {
            known,
            institutions: known.institutions.iter().map(|one| (normal(&one.name), one)).collect(),
            volunteers,
            seen: HashMap::new(),
            taken: known.taken.clone(),
            references: known.references.clone(),
            alike: RefCell::default(),
            planned: Vec::new(),
        }
    }

    pub fn take(&mut self, reader: &mut Reader<'_>) {
        let context = reader.context;
        let rules = context.rules;
        let date = reader.read("date", OWN, |cell| fields::date(cell, context));
        let times = reader.read("start", OWN, fields::range);
        let end = reader.read("end", OPTIONAL, fields::time);
        let minutes = reader.read("minutes", OPTIONAL, fields::minutes);
        let institution = self.institution(reader);
        let occasions: Vec<&str> = rules.occasions().iter().map(|one| one.code.as_str()).collect();
        let need = Need {
            required: true,
            choices: &occasions,
            proposal: occasions.contains(&"other").then_some("other"),
            ..OPTIONAL
        };
        let occasion = reader.read("occasion", need, |cell| {
            super::institutions::named(cell, rules.occasions().iter().map(|one| (one.code.as_str(), &one.name)))
        });
        let usual = occasion
            .as_deref()
            .and_then(|code| rules.occasion(code))
            .map(|one| one.usual_minutes);
        let modes: Vec<&str> = Mode::ALL.iter().map(|mode| mode.as_str()).collect();
        let mode = reader.read("mode", OPTIONAL, |cell| fields::coded(cell, "mode", &modes));
        let need = Need { own: false, ..OWN };
        let language = reader.read("language", need, |cell| {
            fields::names(&fields::line(cell, 200)?.unwrap_or_default(), context)
        });
        let outcome = outcome(reader);
        let nobody = matches!(outcome.as_deref(), Some("unfilled" | "cancelled"));
        let volunteer = if nobody {
            None
        } else {
            self.volunteer(reader, outcome.is_some())
        };
        let filed_on = reader.read("filed_on", OPTIONAL, |cell| fields::date(cell, context));
        let reference = reader.read("reference", OPTIONAL, |cell| fields::line(cell, 40));
        let real = [
            reader.read("real_start", OPTIONAL, fields::time),
            reader.read("real_end", OPTIONAL, fields::time),
        ];
        let (Some(date), Some((start, until)), Some(institution)) = (date, times, institution) else {
            return;
        };
        let length = minutes.or(usual).unwrap_or(60);
        let end = until
            .or(end)
            .unwrap_or_else(|| start.overflowing_add_signed(Duration::minutes(length)).0);
        let slot = NewSlot { date, start, end };
        let Some((starts_at, ends_at)) = instants(reader, slot) else {
            return;
        };
        let Some(place) = place(reader, institution) else {
            return;
        };
        let (Some(language), Some(occasion), Some(outcome)) = (language, occasion, outcome) else {
            return;
        };
        let Some(language) = language.into_iter().next() else {
            return;
        };
        let key = (institution.id.0, language.clone(), starts_at, volunteer);
        if !self.is_new(reader, &key) || reader.left_out || reader.open {
            return;
        }
        if let Some(volunteer) = volunteer
            && !self.is_free(reader, volunteer, (starts_at, ends_at))
        {
            return;
        }
        let at = |time: Option<NaiveTime>, otherwise| {
            time.and_then(|time| rules.to_utc(date, time).ok()).unwrap_or(otherwise)
        };
        let (from, until) = (at(real[0], starts_at), at(real[1], ends_at));
        let filed_at = filed_on.and_then(|day| rules.to_utc(day, NaiveTime::from_hms_opt(12, 0, 0)?).ok());
        let (site, district, contact, person) = place;
        self.planned.push(Appointment {
            row: reader.number(),
            past: Past {
                institution: institution.id,
                site,
                contact,
                filed_by: person,
                filed_at: filed_at
                    .filter(|at| *at < starts_at)
                    .unwrap_or(starts_at - Duration::days(7)),
                sector: institution.sector.clone(),
                district,
                language,
                mode: mode.and_then(|mode| mode.parse().ok()).unwrap_or(Mode::OnSite),
                topic: rules
                    .occasion(&occasion)
                    .map(|one| one.topic.clone())
                    .unwrap_or_default(),
                occasion,
                slot,
                instants: (starts_at, ends_at),
                reference: reference.filter(|reference| self.references.insert(reference.clone())),
                outcome: match outcome.as_str() {
                    "held" if until > from => PastOutcome::Held { from, until },
                    "held" => PastOutcome::Held {
                        from: starts_at,
                        until: ends_at,
                    },
                    "client_absent" => PastOutcome::ClientAbsent,
                    "not_held" => PastOutcome::NotHeld,
                    "cancelled" => PastOutcome::Cancelled,
                    _ => PastOutcome::Unfilled,
                },
                volunteer,
            },
        });
    }

    fn institution(&self, reader: &mut Reader<'_>) -> Option<&'a KnownInstitution> {
        let find = |cell: &Cell| {
            let Some(text) = fields::line(cell, 200)? else {
                return Ok(None);
            };
            if let Some(known) = self.institutions.get(&normal(&text)) {
                return Ok(Some(*known));
            }
            let alike = self.alike(("institution", &text), || {
                let names = self.known.institutions.iter().map(|one| one.name.as_str());
                fields::most_alike(&text, names)
            });
            Err(Doubt::new(Code::Unknown, text).maybe(alike))
        };
        reader.read("institution", Need { own: false, ..OWN }, find)
    }

    fn alike(&self, (of, text): (&'static str, &str), look: impl Fn() -> Option<&'a str>) -> Option<String> {
        let mut known = self.alike.borrow_mut();
        let found = known
            .entry((of, text.to_owned()))
            .or_insert_with(|| look().map(str::to_owned));
        found.clone()
    }

    /// By address, else by name.
    fn volunteer(&self, reader: &mut Reader<'_>, needed: bool) -> Option<VolunteerId> {
        let find = |cell: &Cell| {
            let Some(text) = fields::line(cell, 200)? else {
                return Ok(None);
            };
            let by_name = fields::name(&Cell::text(&text))
                .ok()
                .flatten()
                .map(|name| name.sort_key());
            let found = self
                .volunteers
                .get(&text.to_lowercase())
                .or_else(|| self.volunteers.get(&by_name?));
            match found.map(Vec::as_slice) {
                Some([one]) => Ok(Some(*one)),
                Some(several) => {
                    let of = |id: &VolunteerId| self.known.volunteers.iter().find(|one| one.id == *id);
                    let emails = several.iter().filter_map(of).map(|one| one.email_key.clone());
                    Err(Doubt::new(Code::Ambiguous, text).choose(emails))
                }
                None => {
                    let alike = self.alike(("volunteer", &text), || {
                        let names = self.known.volunteers.iter().map(|one| one.name.as_str());
                        fields::most_alike(&text, names)
                    });
                    Err(Doubt::new(Code::Unknown, text).maybe(alike))
                }
            }
        };
        let field = if reader.cell("volunteer_email").is_empty() {
            "volunteer"
        } else {
            "volunteer_email"
        };
        let need = Need {
            required: needed,
            own: false,
            ..OWN
        };
        let own = Need {
            own: reader.cell(field).is_empty(),
            ..need
        };
        reader.read(field, own, find)
    }

    fn is_new(
        &mut self,
        reader: &mut Reader<'_>,
        key: &(uuid::Uuid, String, DateTime<Utc>, Option<VolunteerId>),
    ) -> bool {
        let shown = format!("{} {}", reader.cell("date").shown(), reader.cell("institution").shown());
        let in_pool = self.known.appointments.contains(&(key.0, key.1.clone(), key.2));
        let (doubt, again) = match self.seen.insert(key.clone(), reader.number()) {
            Some(row) => (Doubt::new(Code::SameInFile, format!("{shown} ({row})")), Again::InFile),
            None if in_pool => (Doubt::new(Code::SameInPool, shown), Again::InPool),
            None => return true,
        };
        match reader.same(doubt.choose(["same", "different"]).propose("same")) {
            Some(Same::Different) => true,
            Some(Same::Same) => {
                reader.left_out = true;
                reader.again = Some(again);
                false
            }
            None => false,
        }
    }

    fn is_free(
        &mut self,
        reader: &mut Reader<'_>,
        volunteer: VolunteerId,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> bool {
        let taken = self.taken.entry(volunteer).or_default();
        if taken.iter().any(|one| one.starts_at < until && from < one.ends_at) {
            let shown = format!("{} {}", reader.cell("date").shown(), reader.cell("start").shown());
            refuse(reader, "volunteer", Doubt::new(Code::Overlap, shown));
            return false;
        }
        taken.push(TakenTime {
            volunteer_id: volunteer,
            starts_at: from,
            ends_at: until,
        });
        true
    }
}

/// Nothing helps but to leave the row out.
fn refuse(reader: &mut Reader<'_>, field: &str, mut doubt: Doubt) {
    doubt.may_be_empty = false;
    let doubt = doubt.choose::<&str>([]);
    reader.ask::<()>(field, doubt, true, |_| Ok(None));
}

fn outcome(reader: &mut Reader<'_>) -> Option<String> {
    let need = Need {
        required: true,
        choices: &OUTCOMES,
        proposal: Some("held"),
        ..OPTIONAL
    };
    reader.read("outcome", need, |cell| fields::coded(cell, "outcome", &OUTCOMES))
}

fn instants(reader: &mut Reader<'_>, slot: NewSlot) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let context = reader.context;
    let utc = |time| context.rules.to_utc(slot.date, time).ok();
    let shown = format!("{} {}", reader.cell("date").shown(), reader.cell("start").shown());
    let instants = utc(slot.start).zip(utc(slot.end)).filter(|(from, until)| from < until);
    let Some(instants) = instants else {
        refuse(reader, "end", Doubt::new(Code::OutOfRange, shown));
        return None;
    };
    if slot.date >= context.today {
        refuse(reader, "date", Doubt::new(Code::NotPast, shown));
        return None;
    }
    Some(instants)
}

type Place = (
    crate::institutions::SiteId,
    String,
    crate::institutions::ContactId,
    crate::people::PersonId,
);

/// The site that is named, else the first; somebody to have asked for it.
fn place(reader: &mut Reader<'_>, institution: &KnownInstitution) -> Option<Place> {
    let site = reader.read("site", OPTIONAL, |cell| {
        let Some(text) = fields::line(cell, 200)? else {
            return Ok(None);
        };
        match institution
            .sites
            .iter()
            .find(|site| normal(&site.name) == normal(&text))
        {
            Some(site) => Ok(Some((site.id, site.district.clone()))),
            None => {
                let names = institution.sites.iter().map(|site| site.name.as_str());
                Err(Doubt::new(Code::Unknown, text)
                    .choose(names.clone())
                    .maybe(names.clone().next().map(str::to_owned)))
            }
        }
    });
    let first = institution.sites.first().map(|site| (site.id, site.district.clone()));
    match (site.or(first), institution.contact) {
        (Some((site, district)), Some((contact, person))) => Some((site, district, contact, person)),
        _ => {
            refuse(
                reader,
                "institution",
                Doubt::new(Code::NoContact, institution.name.clone()),
            );
            None
        }
    }
}
