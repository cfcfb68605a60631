//! What was typed, as a rule's value; or what is wrong with it. What it means is checked with all rules together.

use chrono::{DateTime, Months, NaiveDate, NaiveTime, Utc};
use serde_json::{Map, Value, json};
use unic_langid::LanguageIdentifier;

use super::{fields::POLICIES, wrong::Wrong};
use crate::{
    days,
    settings::kinds::{Field, Input, Key, Kind},
    wall,
    web::{
        Ctx, Fields,
        forms::{TextProblem, check_line, check_lines},
    },
};

const LINE: usize = 200;
const LONG: usize = 1000;
const KEY: usize = 60;
/// Spellings, or choices.
const MOST: usize = 200;

/// What the form says. `base` is what counted so far: what the form does not ask stays.
pub fn value(ctx: &Ctx, kind: &Kind, key: &str, base: Option<&Value>, fields: &Fields, wrong: &mut Wrong) -> Value {
    let mut value = base.and_then(Value::as_object).cloned().unwrap_or_default();
    if kind.ordered {
        value.insert("code".to_owned(), json!(key));
    }
    for field in kind.fields {
        if base.is_none() || !kind.is_in_key(field.name) {
            one(ctx, field, fields, &mut value, wrong);
        }
    }
    let value = Value::Object(value);
    match kind.canonical(&value) {
        Ok(canonical) => canonical,
        Err(error) => {
            if wrong.is_empty() {
                tracing::warn!(kind = kind.code, %error, "a form does not make a rule");
                wrong.at("from_day", ctx.l.t("rules-fault-unreadable"));
            }
            value
        }
    }
}

fn one(ctx: &Ctx, field: &Field, fields: &Fields, value: &mut Map<String, Value>, wrong: &mut Wrong) {
    let l = &ctx.l;
    let name = field.name;
    let text = fields.get(name);
    let mut set = |new: Option<Value>| match new {
        Some(new) => drop(value.insert(name.to_owned(), new)),
        None => drop(value.remove(name)),
    };
    match field.input {
        Input::Line => {
            if text.is_empty() {
                wrong.at(name, l.t("rules-fault-empty"));
            }
            checked(ctx, wrong, name, check_line(&text, LINE), LINE);
            set(Some(json!(text)));
        }
        Input::Names { long, .. } => {
            let mut names = value.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
            for locale in ctx.app.l10n.all() {
                let id = format!("{name}-{}", locale.code());
                let text = fields.get(&id);
                let most = if long { LONG } else { LINE };
                let fits = if long {
                    check_lines(&text, most)
                } else {
                    check_line(&text, most)
                };
                checked(ctx, wrong, &id, fits, most);
                // Mails and pages show it as one paragraph.
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                match text.is_empty() {
                    true => drop(names.remove(locale.code())),
                    false => drop(names.insert(locale.code().to_owned(), json!(text))),
                }
            }
            value.insert(name.to_owned(), Value::Object(names));
        }
        Input::Spellings => {
            let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            for line in &lines {
                checked(ctx, wrong, name, check_line(line, LINE), LINE);
            }
            if lines.len() > MOST {
                wrong.at(name, l.with("rules-wrong-many", &[("most", MOST.into())]));
            }
            set(Some(json!(lines)));
        }
        Input::Number(_) | Input::PoolNumber => match text.parse::<i64>() {
            Ok(number) => set(Some(json!(number))),
            Err(_) => wrong.at(name, l.t("rules-wrong-number")),
        },
        Input::NumberOrNone(_) if text.is_empty() => set(None),
        Input::NumberOrNone(_) => match text.parse::<i64>() {
            Ok(number) => set(Some(json!(number))),
            Err(_) => wrong.at(name, l.t("rules-wrong-number-or-none")),
        },
        Input::Flag => set(Some(json!(!text.is_empty()))),
        Input::One(_) => {
            if text.is_empty() {
                wrong.at(name, l.t("rules-wrong-choose"));
            }
            checked(ctx, wrong, name, check_line(&text, LINE), LINE);
            set(Some(json!(text)));
        }
        Input::Many(_) => {
            let mut all = Vec::new();
            for code in fields.all(name).into_iter().filter(|code| !code.is_empty()).take(MOST) {
                checked(ctx, wrong, name, check_line(&code, LINE), LINE);
                if !all.contains(&code) {
                    all.push(code);
                }
            }
            // As they were listed before; what is new comes behind.
            if let Some(known) = value.get(name).and_then(Value::as_array) {
                let place = |code: &String| known.iter().position(|one| one == code).unwrap_or(known.len());
                all.sort_by_key(place);
            }
            value.insert(name.to_owned(), json!(all));
        }
        Input::Day => match day(&text) {
            Some(day) => set(Some(json!(day.to_string()))),
            None => wrong.at(name, l.t("rules-wrong-day")),
        },
        Input::Time => match ["%H:%M", "%H:%M:%S"]
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(&text, form).ok())
        {
            Some(time) => set(Some(json!(time.format("%H:%M").to_string()))),
            None => wrong.at(name, l.t("rules-wrong-time")),
        },
        Input::Policy => {
            let count = fields.get(&format!("{name}-count"));
            match POLICIES.iter().find(|(way, _)| *way == text) {
                None => wrong.at(name, l.t("rules-wrong-choose")),
                Some((way, false)) => set(Some(json!(way))),
                Some((way, true)) => match count.parse::<u32>() {
                    Ok(number @ 1..=100) => set(Some(json!(format!("{way}:{number}")))),
                    _ => wrong.at(&format!("{name}-count"), l.t("rules-wrong-policy-count")),
                },
            }
        }
    }
}

fn checked(ctx: &Ctx, wrong: &mut Wrong, field: &str, found: Result<(), TextProblem>, most: usize) {
    match found {
        Ok(()) => {}
        Err(TextProblem::TooLong) => wrong.at(field, ctx.l.with("rules-wrong-long", &[("most", most.into())])),
        Err(TextProblem::NotAllowed) => wrong.at(field, ctx.l.t("rules-wrong-characters")),
    }
}

/// What a new rule is to be called.
pub fn key(ctx: &Ctx, kind: &Kind, fields: &Fields, wrong: &mut Wrong) -> String {
    let text = fields.get("key");
    let read = match kind.key {
        Key::Given => None,
        Key::Code => {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
            (!text.is_empty() && text.len() <= KEY && text.chars().all(plain)).then(|| text.clone())
        }
        Key::Language => {
            let code = text.parse::<LanguageIdentifier>().ok();
            code.map(|code| code.to_string()).filter(|code| code != "und")
        }
        Key::Name => (!text.is_empty() && check_line(&text, KEY).is_ok()).then(|| text.clone()),
        Key::Day => day(&text).map(|day| day.to_string()),
        Key::Of(of) => return day(&fields.get(of)).map(|day| day.to_string()).unwrap_or_default(),
        Key::Pair {
            between,
            either_direction,
        } => {
            let (mut from, mut to) = (fields.get("from"), fields.get("to"));
            if either_direction && from > to {
                std::mem::swap(&mut from, &mut to);
            }
            return format!("{from}{between}{to}");
        }
    };
    read.unwrap_or_else(|| {
        wrong.at("key", ctx.l.t(&format!("rules-wrong-key-{}", key_code(kind.key))));
        text
    })
}

/// The end of the locale keys that speak of this kind of key.
pub fn key_code(key: Key) -> &'static str {
    match key {
        Key::Language => "language",
        Key::Name => "name",
        Key::Day => "day",
        Key::Code | Key::Given | Key::Pair { .. } | Key::Of(_) => "code",
    }
}

/// From when it counts: now, or the beginning of a later day.
pub fn valid_from(ctx: &Ctx, fields: &Fields, wrong: &mut Wrong) -> DateTime<Utc> {
    const FIELD: &str = "from_day";
    let text = fields.get(FIELD);
    let today = ctx.rules.local(ctx.now).date();
    if text.is_empty() {
        return ctx.now;
    }
    let last = today.checked_add_months(Months::new(120)).unwrap_or(today);
    match day(&text) {
        Some(day) if day == today => return ctx.now,
        Some(day) if day < today => wrong.at(FIELD, ctx.l.t("rules-wrong-past")),
        Some(day) if day <= last => return wall::first_instant(ctx.rules.zone(), day.and_time(NaiveTime::MIN)),
        Some(_) => wrong.at(FIELD, ctx.l.t("rules-wrong-far")),
        None => wrong.at(FIELD, ctx.l.t("rules-wrong-day")),
    }
    ctx.now
}

/// Only years that somebody can mean.
fn day(text: &str) -> Option<NaiveDate> {
    let read = days::read(text)?;
    let first = NaiveDate::from_ymd_opt(2000, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(2200, 1, 1)?;
    (first..last).contains(&read).then_some(read)
}
