//! What a row says differently about somebody whom the pool knows.

use super::{
    row::{Need, OPTIONAL, Reader},
    volunteers,
};
use crate::{
    imports::{
        Policy,
        fields::{self, Code, Doubt},
    },
    institutions::{ContactId, KnownContact},
    matching::{Gender, Level},
    volunteers::{Facts, LANGUAGE, VolunteerId},
};

/// One value of a known person, and what it would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub row: u32,
    pub whom: Whom,
    pub field: String,
    pub old: Option<String>,
    pub new: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    Volunteer(VolunteerId),
    Contact(ContactId),
}

/// Of a volunteer. Times, districts, absences and what was shown are theirs or the desk's to say.
pub(super) fn volunteer(reader: &mut Reader<'_>, policy: Policy, (id, facts): (VolunteerId, &Facts)) -> Vec<Change> {
    let context = reader.context;
    let own = Need { own: true, ..OPTIONAL };
    let genders: Vec<&str> = Gender::ALL.iter().map(|gender| gender.as_str()).collect();
    let levels: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
    let whole = |number: i64| number.to_string();
    let consent = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let mut said = vec![
        ("phone", reader.read("phone", own, fields::phone)),
        (
            "phone_consent",
            reader.read("phone_consent", OPTIONAL, fields::yes).map(consent),
        ),
        (
            "gender",
            reader.read("gender", own, |cell| fields::coded(cell, "gender", &genders)),
        ),
        (
            "birth_year",
            reader
                .read("birth_year", OPTIONAL, |cell| fields::birth_year(cell, context))
                .map(whole),
        ),
        (
            "home_district",
            reader.read("home_district", OPTIONAL, |cell| fields::district(cell, context)),
        ),
    ];
    for (field, most) in [("travel_minutes", 240), ("weekly_cap", 20), ("offer_cap", 50)] {
        let least = if field == "travel_minutes" { 5 } else { 1 };
        let number = reader.read(field, OPTIONAL, |cell| fields::whole(cell, least..=most));
        said.push((field, number.map(whole)));
    }
    let german = reader.read("german", own, |cell| fields::coded(cell, "level", &levels));
    let spoken = volunteers::languages(reader, &levels, Some(facts));
    let spoken = spoken
        .into_iter()
        .map(|one| (format!("{LANGUAGE}{}", one.language), one.level.as_str().to_owned()));
    let leveled: Vec<_> = german
        .map(|level| ("german".to_owned(), level))
        .into_iter()
        .chain(spoken)
        .collect();
    let brings_phone = matches!(said.first(), Some((_, Some(_))));
    let knows_phone = facts.contains_key("phone");
    let plain = said.into_iter().filter_map(|(field, value)| Some((field, value?)));
    let mut wanted: Vec<(String, String)> = plain
        .filter(|(field, new)| match (policy, facts.get(*field)) {
            // Whether a number may be passed on is known with the number.
            (_, _) if *field == "phone_consent" && !knows_phone => brings_phone,
            (_, None) => true,
            (Policy::Fill, Some(_)) => false,
            (_, Some(old)) if *field == "phone" => !same_phone(old, new),
            (_, Some(_)) => true,
        })
        .map(|(field, new)| (field.to_owned(), new))
        .collect();
    for (field, new) in leveled {
        let takes = match facts.get(&field) {
            None => true,
            Some(_) if policy != Policy::Overwrite => false,
            Some(old) => *old != new && takes_level(reader, &field, (old, &new)),
        };
        if takes {
            wanted.push((field, new));
        }
    }
    let changes = wanted.into_iter().map(|(field, new)| Change {
        row: reader.number(),
        whom: Whom::Volunteer(id),
        old: facts.get(&field).cloned(),
        field,
        new,
    });
    changes
        .filter(|change| change.old.as_ref() != Some(&change.new))
        .collect()
}

/// Of somebody who asks for an institution: the phone, which is that institution's.
pub(super) fn contact(row: u32, policy: Policy, known: &KnownContact, phone: Option<&str>) -> Option<Change> {
    let new = phone?;
    let takes = match (policy, known.phone.as_deref()) {
        (Policy::Keep, _) | (Policy::Fill, Some(_)) => false,
        (Policy::Fill | Policy::Overwrite, None) => true,
        (Policy::Overwrite, Some(old)) => !same_phone(old, new),
    };
    (takes && known.active).then(|| Change {
        row,
        whom: Whom::Contact(known.id),
        field: "phone".to_owned(),
        old: known.phone.clone(),
        new: new.to_owned(),
    })
}

/// How well somebody speaks is never lowered, nor raised, without a person having said so.
fn takes_level(reader: &mut Reader<'_>, field: &str, (old, new): (&str, &str)) -> bool {
    let of = field.strip_prefix(LANGUAGE).unwrap_or(field);
    let rank = |level: &str| level.parse::<Level>().ok();
    let proposal = if rank(new) > rank(old) { "new" } else { "old" };
    let mut doubt = Doubt::new(Code::OtherLevel, format!("{of} {old} {new}"))
        .choose(["old", "new"])
        .propose(proposal);
    doubt.may_be_empty = false;
    let said = reader.ask("known_level", doubt, true, |text| {
        Ok(Some(text.to_owned()).filter(|text| matches!(text.as_str(), "old" | "new")))
    });
    said.as_deref() == Some("new")
}

/// "+49 251 1234" and "0251/1234" are one number.
fn same_phone(one: &str, other: &str) -> bool {
    let digits = |text: &str| -> String {
        let text = text.replace("(0)", "").replacen("+49", "0", 1).replacen("0049", "0", 1);
        text.chars().filter(char::is_ascii_digit).collect()
    };
    digits(one) == digits(other)
}
