//! Person and contact data, as a new volunteer and a known one have them.

use chrono::Datelike;

use super::choices::{self, Borough, Choice};
use crate::{
    matching::Gender,
    people::{EmailAddress, Name, TextError},
    volunteers::{ChangedPerson, store::Volunteer},
    web::{
        Ctx, Fields, Problems,
        forms::{TextProblem, check_line},
    },
};

const PHONE_MAX: usize = 40;
const YOUNGEST: i32 = 18;
const OLDEST: i32 = 110;

/// What the form's lists offer.
pub struct Offered {
    pub genders: Vec<Choice>,
    pub locales: Vec<Choice>,
    pub levels: Vec<Choice>,
    pub boroughs: Vec<Borough>,
}

pub fn offered(ctx: &Ctx) -> Offered {
    Offered {
        genders: choices::genders(ctx),
        locales: choices::locales(ctx),
        levels: choices::levels(ctx),
        boroughs: choices::boroughs(ctx),
    }
}

/// An empty form speaks the reader's language.
pub fn empty(ctx: &Ctx) -> Fields {
    Fields::from_pairs(vec![("locale".to_owned(), ctx.l.code().to_owned())])
}

pub fn filled(volunteer: &Volunteer, email: Option<String>) -> Fields {
    let mut pairs = vec![
        ("name", volunteer.name.clone()),
        ("email", email.unwrap_or_default()),
        ("phone", volunteer.phone.clone().unwrap_or_default()),
        ("locale", volunteer.locale.clone()),
        ("gender", volunteer.gender.clone()),
        (
            "birth_year",
            volunteer.birth_year.map(|year| year.to_string()).unwrap_or_default(),
        ),
        ("home_district", volunteer.home_district.clone().unwrap_or_default()),
        ("german", volunteer.german_level.clone()),
    ];
    if volunteer.phone_consent {
        pairs.push(("phone_consent", "yes".to_owned()));
    }
    Fields::from_pairs(
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

pub fn read(ctx: &Ctx, fields: &Fields) -> Result<ChangedPerson, Problems> {
    let l = &ctx.l;
    let mut problems = Problems::default();
    let name = fields.get("name").parse::<Name>();
    if let Err(error) = &name {
        problems.add(
            "name",
            text_problem(ctx, *error, "person-problem-name", &fields.get("name")),
        );
    }
    let email = fields.get("email").parse::<EmailAddress>();
    if let Err(error) = &email {
        let text = text_problem(ctx, *error, "person-problem-email", &fields.get("email"));
        problems.add("email", text);
    }
    let phone = phone(ctx, fields, &mut problems);
    let locale = fields.get("locale");
    if ctx.app.l10n.find(&locale).is_none() {
        problems.add("locale", l.t("problem-not-a-choice"));
    }
    let gender = fields.get("gender").parse::<Gender>();
    if gender.is_err() {
        problems.add("gender", l.t("person-problem-gender"));
    }
    let birth_year = birth_year(ctx, &fields.get("birth_year"), &mut problems);
    let home = fields.get("home_district");
    if !home.is_empty() && ctx.rules.district(&home).is_none() {
        problems.add("home_district", l.t("problem-not-a-choice"));
    }
    let german = fields.get("german").parse();
    if german.is_err() {
        problems.add("german", l.t("person-problem-german"));
    }
    match (name, email, gender, german) {
        (Ok(name), Ok(email), Ok(gender), Ok(german)) if problems.is_empty() => Ok(ChangedPerson {
            name,
            email,
            locale,
            gender,
            birth_year,
            phone_consent: phone.is_some() && fields.has("phone_consent"),
            phone,
            home_district: Some(home).filter(|home| !home.is_empty()),
            german,
        }),
        _ => Err(problems),
    }
}

fn text_problem(ctx: &Ctx, error: TextError, missing: &str, text: &str) -> String {
    match error {
        TextError::Empty | TextError::NotAnAddress => ctx.l.t(missing),
        TextError::NotAllowed => ctx.l.t("problem-characters"),
        TextError::TooLong => too_long(ctx, text, 200),
    }
}

fn too_long(ctx: &Ctx, text: &str, max: usize) -> String {
    let used = text.chars().count();
    ctx.l
        .with("problem-long-text", &[("max", max.into()), ("used", used.into())])
}

/// As people write it; something must be there to dial.
pub fn phone(ctx: &Ctx, fields: &Fields, problems: &mut Problems) -> Option<String> {
    let text = fields.get("phone");
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let dialled = |c: char| c.is_ascii_digit() || " +/-().".contains(c);
    let wrong = match check_line(&text, PHONE_MAX) {
        Err(TextProblem::TooLong) => too_long(ctx, &text, PHONE_MAX),
        Err(TextProblem::NotAllowed) => ctx.l.t("problem-characters"),
        Ok(()) if text.is_empty() && fields.has("phone_consent") => ctx.l.t("person-problem-phone-missing"),
        Ok(()) if text.is_empty() => return None,
        Ok(()) if digits < 5 || !text.chars().all(dialled) => ctx.l.t("person-problem-phone"),
        Ok(()) => return Some(text),
    };
    problems.add("phone", wrong);
    None
}

/// Whoever can be 18 this year counts as 18: more than the year is not asked.
fn birth_year(ctx: &Ctx, text: &str, problems: &mut Problems) -> Option<i64> {
    let this_year = ctx.rules.local(ctx.now).year();
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse::<i32>().ok().filter(|_| digits);
    let wrong = match year {
        Some(year) if year > this_year - YOUNGEST && year <= this_year => "person-problem-too-young",
        Some(year) if (this_year - OLDEST..=this_year - YOUNGEST).contains(&year) => return Some(year.into()),
        _ => "person-problem-year",
    };
    problems.add("birth_year", ctx.l.t(wrong));
    None
}
