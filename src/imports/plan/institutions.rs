use std::collections::{HashMap, HashSet};

use super::{
    Known,
    changes::{self, Change},
    row::{Need, OPTIONAL, OWN, Reader, Same},
};
use crate::{
    imports::{
        Policy,
        fields::{self, Code, Context, Doubt, Parsed},
        reading::Cell,
        words::normal,
    },
    institutions::{ContactId, InstitutionId, KnownInstitution, NewContact, NewSite, State},
    people::Name,
};

/// An institution as it would be entered, with what several rows say about it.
#[derive(Clone, Debug)]
pub struct Institution {
    pub row: u32,
    pub target: Target,
    pub sites: Vec<(u32, NewSite)>,
    pub contacts: Vec<(u32, NewContact)>,
}

#[derive(Clone, Debug)]
pub enum Target {
    New {
        name: Name,
        kind: Option<String>,
        sector: String,
        state: State,
    },
    /// The pool has it: only places and people are added.
    Known(InstitutionId),
}

pub(super) struct Institutions<'a> {
    by_name: HashMap<&'a str, &'a KnownInstitution>,
    by_id: HashMap<InstitutionId, &'a KnownInstitution>,
    at: HashMap<String, usize>,
    found: Vec<Institution>,
    policy: Policy,
    changes: Vec<Change>,
    told: HashSet<ContactId>,
}

impl<'a> Institutions<'a> {
    pub fn new(known: &'a Known) -> Self {
        let all = || known.institutions.iter();
        Self {
            // Of two with one name the first is meant.
            by_name: all().rev().map(|one| (one.name_sort.as_str(), one)).collect(),
            by_id: all().map(|one| (one.id, one)).collect(),
            at: HashMap::new(),
            found: Vec::new(),
            policy: known.policy,
            changes: Vec::new(),
            told: HashSet::new(),
        }
    }

    /// One without a place could not ask for anybody.
    pub fn planned(self) -> (Vec<Institution>, Vec<Change>) {
        let whole = |one: &Institution| matches!(one.target, Target::Known(_)) || !one.sites.is_empty();
        (self.found.into_iter().filter(whole).collect(), self.changes)
    }

    pub fn take(&mut self, reader: &mut Reader<'_>) {
        let need = Need { own: false, ..OWN };
        let Some(name) = reader.read("institution", need, fields::name_as_written) else {
            return;
        };
        let at = self.at.get(&name.sort_key()).copied();
        let target = match at {
            Some(_) => None,
            None => self.target(reader, &name),
        };
        let first = at.is_none();
        let site = site(reader, &name, first && !matches!(target, Some(Target::Known(_))));
        let contact = contact(reader);
        if reader.left_out || reader.open {
            return;
        }
        let at = match (at, target) {
            (Some(at), _) => at,
            (None, Some(target)) => {
                self.at.insert(name.sort_key(), self.found.len());
                self.found.push(Institution {
                    row: reader.number(),
                    target,
                    sites: Vec::new(),
                    contacts: Vec::new(),
                });
                self.found.len() - 1
            }
            (None, None) => return,
        };
        let one = &mut self.found[at];
        let known = match &one.target {
            Target::Known(id) => self.by_id.get(id).copied(),
            Target::New { .. } => None,
        };
        if let Some(site) = site {
            let again = one
                .sites
                .iter()
                .any(|(_, known)| is_same(known, site.name.as_str(), &site.street))
                || known.is_some_and(|known| known.has_site(site.name.as_str(), &site.street));
            if !again {
                one.sites.push((reader.number(), site));
            }
        }
        if let Some(contact) = contact {
            if let Some(there) = known.and_then(|known| known.contact_called(&contact.name, &contact.email)) {
                // Of several rows about one person the first one counts.
                if self.told.insert(there.id) {
                    let phone = contact.phone.as_deref();
                    let change = changes::contact(reader.number(), self.policy, there, phone);
                    self.changes.extend(change);
                }
                return;
            }
            let same = |known: &NewContact| known.email.key() == contact.email.key() && known.name == contact.name;
            if !one.contacts.iter().any(|(_, known)| same(known)) {
                one.contacts.push((reader.number(), contact));
            }
        }
    }

    fn target(&self, reader: &mut Reader<'_>, name: &Name) -> Option<Target> {
        let sort = name.sort_key();
        if let Some(known) = self.by_name.get(sort.as_str()) {
            let doubt = Doubt::new(Code::SameInPool, name.as_str());
            let doubt = doubt.choose(["same", "different"]).propose("same");
            match reader.same(doubt)? {
                Same::Same => return Some(Target::Known(known.id)),
                Same::Different => {}
            }
        }
        let context = reader.context;
        let rules = context.rules;
        let kind = reader.read("institution_kind", OPTIONAL, |cell| {
            named(
                cell,
                rules
                    .institution_kinds()
                    .iter()
                    .map(|kind| (kind.code.as_str(), &kind.name)),
            )
        });
        let sectors: Vec<&str> = rules.sectors().iter().map(|sector| sector.code.as_str()).collect();
        let cell = reader.cell("sector");
        let sector = match sector(&cell, context) {
            Ok(None) => {
                let doubt = Doubt::new(Code::Missing, name.as_str()).choose(&sectors);
                let mut doubt = doubt.maybe(sector_in(name.as_str(), context));
                doubt.may_be_empty = false;
                reader.ask("sector", doubt, false, |text| sector(&Cell::text(text), context))
            }
            _ => reader.value("sector", Need { own: false, ..OWN }, &cell, |cell| {
                sector(cell, context)
            }),
        };
        let state = reader.read("institution_state", OPTIONAL, |cell| {
            fields::coded(cell, "institution_state", &["approved", "paused"])
        });
        Some(Target::New {
            name: name.clone(),
            kind,
            sector: sector?,
            state: if state.as_deref() == Some("paused") {
                State::Paused
            } else {
                State::Approved
            },
        })
    }
}

fn is_same(site: &NewSite, name: &str, street: &str) -> bool {
    normal(site.name.as_str()) == normal(name) && normal(&site.street) == normal(street)
}

/// A sector of the pool's rules, by code or name.
pub(super) fn sector(cell: &Cell, context: Context<'_>) -> Parsed<String> {
    let sectors = context.rules.sectors().iter();
    named(cell, sectors.map(|sector| (sector.code.as_str(), &sector.name)))
}

/// "Kita Sonnenblume" is probably a Kita.
fn sector_in(name: &str, context: Context<'_>) -> Option<String> {
    let name = normal(name);
    let names = context.rules.sectors().iter();
    let within = |sector: &&crate::settings::Sector| sector.name.iter().any(|(_, word)| name.contains(&normal(word)));
    names.clone().find(within).map(|sector| sector.code.clone())
}

/// One of the rules' own things.
pub(super) fn named<'a>(
    cell: &Cell,
    things: impl Iterator<Item = (&'a str, &'a crate::settings::Names)> + Clone,
) -> Parsed<String> {
    let Some(text) = fields::line(cell, 200)? else {
        return Ok(None);
    };
    let wanted = normal(&text);
    let is_it = |(code, names): &(&str, &crate::settings::Names)| {
        *code == text || names.iter().any(|(_, name)| normal(name) == wanted)
    };
    if let Some((code, _)) = things.clone().find(is_it) {
        return Ok(Some(code.to_owned()));
    }
    let words = things
        .clone()
        .flat_map(|(code, names)| names.iter().map(move |(_, name)| (code, name)));
    let words: Vec<(&str, &str)> = words.collect();
    let alike = fields::most_alike(&text, words.iter().map(|(_, name)| *name));
    let proposal = words
        .into_iter()
        .find(|(_, name)| Some(*name) == alike)
        .map(|(code, _)| code.to_owned());
    Err(Doubt::new(Code::Unknown, text)
        .choose(things.map(|(code, _)| code))
        .maybe(proposal))
}

/// Where appointments are; without anything about a place none, but for the first.
fn site(reader: &mut Reader<'_>, institution: &Name, needed: bool) -> Option<NewSite> {
    let context = reader.context;
    let address = reader.read("address", OPTIONAL, |cell| fields::line(cell, 200));
    let (street, postcode, city) = fields::address(&address.unwrap_or_default());
    let line = |reader: &mut Reader<'_>, field: &str| reader.read(field, OPTIONAL, |cell| fields::line(cell, 200));
    let name = reader.read("site", OPTIONAL, fields::name_as_written);
    let street = line(reader, "street").unwrap_or(street);
    let city = line(reader, "city").unwrap_or(city);
    let there = name.is_some() || !street.is_empty() || !reader.cell("district").is_empty();
    if !there && !needed {
        return None;
    }
    let place = [street.clone(), city.clone()].join(" ");
    let cell = match reader.cell("postcode") {
        Cell::Empty => Cell::text(&postcode),
        cell => cell,
    };
    let postcode = match fields::postcode(&cell) {
        // Of the same street the same question.
        Ok(None) => reader.ask("postcode", Doubt::new(Code::Missing, place.trim()), false, |text| {
            fields::postcode(&Cell::text(text))
        }),
        _ => reader.value("postcode", OPTIONAL, &cell, fields::postcode),
    };
    let cell = reader.cell("district");
    let district = match fields::district(&cell, context) {
        Ok(None) => {
            let mut doubt = Doubt::new(Code::Missing, place.trim());
            doubt.may_be_empty = false;
            reader.ask("district", doubt, false, |text| {
                fields::district(&Cell::text(text), context)
            })
        }
        _ => reader.value("district", Need { own: false, ..OWN }, &cell, |cell| {
            fields::district(cell, context)
        }),
    };
    Some(NewSite {
        name: name.unwrap_or_else(|| institution.clone()),
        street,
        postcode: postcode.unwrap_or_default(),
        city: Some(city)
            .filter(|city| !city.is_empty())
            .unwrap_or_else(|| context.rules.pool().city.clone()),
        district: district?,
    })
}

fn contact(reader: &mut Reader<'_>) -> Option<NewContact> {
    let there = ["contact", "email"].iter().any(|field| !reader.cell(field).is_empty());
    if !there {
        return None;
    }
    let name = reader.read("contact", OWN, fields::name);
    let email = reader.read("email", OWN, fields::email);
    let phone = reader.read("phone", Need { own: true, ..OPTIONAL }, fields::phone);
    let locale = reader.read("locale", OPTIONAL, |cell| fields::coded(cell, "locale", &["de", "en"]));
    Some(NewContact {
        name: name?,
        email: email?,
        phone,
        locale: locale.unwrap_or_else(|| "de".to_owned()),
    })
}
