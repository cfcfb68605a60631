//! What rules, their fields and their values are called.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::{
    l10n::Locale,
    settings::{
        Notice, Rules,
        kinds::{Codes, Field, Input, Key, Kind, Unit},
    },
    web::Ctx,
};

/// "Sprachen"; a kind without words is called by its code.
pub fn kind(l: &Locale, code: &str) -> String {
    or_code(l, &format!("rules-kind-{code}"), code)
}

pub fn about_kind(l: &Locale, code: &str) -> String {
    or_code(l, &format!("rules-about-{code}"), "")
}

fn or_code(l: &Locale, key: &str, code: &str) -> String {
    if l.has(key) { l.t(key) } else { code.to_owned() }
}

/// What one rule is called. Its value, where it is known; else what the rules in force know of it.
pub fn title(l: &Locale, rules: &Rules, kind: &str, key: &str, value: Option<&Value>) -> String {
    let Some(known) = Kind::find(kind) else {
        return key.to_owned();
    };
    match known.key {
        Key::Given if kind == "number" => or_code(l, &format!("rules-number-{key}"), key),
        Key::Given => self::kind(l, kind),
        Key::Pair { between, .. } => {
            let (from, to) = key.split_once(between).unwrap_or((key, ""));
            let name = |code: &str| match kind {
                "neighbour" => rules.language_name(code, l.code()).to_owned(),
                _ => rules.district_name(code).to_owned(),
            };
            l.with(
                &format!("rules-title-{kind}"),
                &[("from", name(from).into()), ("to", name(to).into())],
            )
        }
        Key::Day | Key::Of(_) => {
            let name = value.and_then(|value| named(l, &value["name"])).unwrap_or_default();
            let day = key
                .parse::<NaiveDate>()
                .map_or_else(|_| key.to_owned(), |day| l.date_numeric(day));
            format!("{day} {name}").trim_end().to_owned()
        }
        Key::Code | Key::Language | Key::Name => value
            .and_then(|value| named(l, &value["name"]))
            .or_else(|| in_force(l, rules, kind, key))
            .unwrap_or_else(|| key.to_owned()),
    }
}

/// A name as a rule holds it: one for all, or one for each locale.
fn named(l: &Locale, name: &Value) -> Option<String> {
    let names = |code: &str| name[code].as_str();
    let name = name.as_str().or_else(|| names(l.code())).or_else(|| names("de"));
    name.filter(|name| !name.is_empty()).map(str::to_owned)
}

fn in_force(l: &Locale, rules: &Rules, kind: &str, key: &str) -> Option<String> {
    let code = l.code();
    let name = match kind {
        "language" => rules.language(key)?.name.get(code),
        "sector" => rules.sector(key)?.name.get(code),
        "qualification" => rules.qualification(key)?.name.get(code),
        "topic" => rules.topic(key)?.name.get(code),
        "occasion" => rules.occasion(key)?.name.get(code),
        "mode" => rules.mode(key)?.name.get(code),
        "institution_kind" => rules.institution_kind(key)?.name.get(code),
        "district" => Some(rules.district(key)?.name.as_str()),
        "borough" => Some(rules.borough(key)?.name.as_str()),
        _ => None,
    };
    name.map(str::to_owned)
}

pub fn label(l: &Locale, kind: &str, key: &str, field: &str) -> String {
    match kind {
        "number" => or_code(l, &format!("rules-number-{key}"), key),
        _ if field == "position" => l.t("rules-field-position"),
        _ => or_code(l, &format!("rules-field-{kind}-{field}"), field),
    }
}

/// What it does, in one sentence; not every field needs one.
pub fn hint(l: &Locale, kind: &str, key: &str, field: &str) -> Option<String> {
    let name = match kind {
        "number" => format!("rules-number-about-{key}"),
        _ if field == "position" => "rules-hint-position".to_owned(),
        _ => format!("rules-hint-{kind}-{field}"),
    };
    l.has(&name).then(|| l.t(&name))
}

/// "30 Minuten"
pub fn amount(l: &Locale, unit: Unit, number: i64) -> String {
    l.with(&format!("rules-unit-{}", unit.code()), &[("count", number.into())])
}

/// The name of a choice.
pub fn choice(l: &Locale, rules: &Rules, codes: Codes, field: &str, code: &str) -> String {
    match codes {
        Codes::Of(kind) => title(l, rules, kind, code, None),
        Codes::Given(_) => or_code(l, &format!("rules-choice-{field}-{code}"), code),
    }
}

/// The way of asking that "rolling:3" begins with, and its number.
pub fn policy_parts(text: &str) -> (&str, &str) {
    text.split_once(':').unwrap_or((text, ""))
}

/// What a field holds, as people read it. Empty: nothing.
pub fn shown(l: &Locale, rules: &Rules, kind: &Kind, key: &str, field: &Field, value: &Value) -> String {
    let text = || value.as_str().unwrap_or_default().to_owned();
    let list = |named: &dyn Fn(&str) -> String| {
        let all = value.as_array().into_iter().flatten().filter_map(Value::as_str);
        all.map(named).collect::<Vec<_>>().join(", ")
    };
    match field.input {
        Input::Line if kind.code == "late" => notice(l, &text()),
        Input::Line | Input::Time => text(),
        Input::Names { .. } => {
            let names = value.as_object().into_iter().flatten();
            let names = names.filter_map(|(locale, name)| Some((locale, name.as_str()?)));
            let names: Vec<_> = names.map(|(locale, name)| format!("{name} ({locale})")).collect();
            names.join(" / ")
        }
        Input::Spellings => list(&|spelling| spelling.to_owned()),
        Input::Number(_) | Input::NumberOrNone(_) | Input::PoolNumber => {
            let unit = kind.range(key, field).map_or(Unit::Other, |range| range.unit);
            value
                .as_i64()
                .map_or_else(String::new, |number| amount(l, unit, number))
        }
        Input::Flag => l.t(if value.as_bool() == Some(true) {
            "rules-yes"
        } else {
            "rules-no"
        }),
        Input::One(codes) => choice(l, rules, codes, field.name, &text()),
        Input::Many(codes) => list(&|code| choice(l, rules, codes, field.name, code)),
        Input::Day => text()
            .parse::<NaiveDate>()
            .map_or_else(|_| text(), |day| l.date_numeric(day)),
        Input::Policy => {
            let text = text();
            let (way, number) = policy_parts(&text);
            let key = format!("rules-policy-{way}");
            if !l.has(&key) {
                return text;
            }
            let name = l.t(&key);
            match number.is_empty() {
                true => name,
                false => format!("{name} ({number})"),
            }
        }
    }
}

/// "5 Arbeitstage", where it is stored as "5 working days".
fn notice(l: &Locale, stored: &str) -> String {
    match stored.parse() {
        Ok(Notice::Hours(hours)) => amount(l, Unit::Hours, hours),
        Ok(Notice::WorkingDays(days)) => amount(l, Unit::WorkingDays, days),
        Ok(day_before @ Notice::DayBefore(_)) => day_before.words(l),
        Err(_) => stored.to_owned(),
    }
}

/// "sofort" or a day: from when something counts.
pub fn from_when(ctx: &Ctx, at: DateTime<Utc>) -> String {
    if at <= ctx.now {
        return ctx.l.t("rules-from-now");
    }
    day(ctx, at)
}

/// "01.04.2027"
pub fn day(ctx: &Ctx, at: DateTime<Utc>) -> String {
    ctx.l.date_numeric(ctx.rules.local(at).date())
}
