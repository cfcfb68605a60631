//! The fields of a form, each with what it holds: from the rule, or as it was typed.

use serde_json::Value;

use super::{words, wrong::Wrong};
use crate::{
    settings::kinds::{Codes, Field, Input, Kind},
    web::{Ctx, Fields},
};

/// Ways of asking, and whether a number belongs to them.
pub const POLICIES: [(&str, bool); 5] = [
    ("waves", false),
    ("rolling", true),
    ("one_by_one", true),
    ("pick", true),
    ("broadcast", false),
];

pub struct FieldView {
    /// Id and name of its control.
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub shape: Shape,
}

pub enum Shape {
    /// Part of the rule's name: shown, not asked.
    Fixed(String),
    Line(String),
    Lines(String),
    Number {
        value: String,
        unit: String,
    },
    Flag(bool),
    One(Vec<Choice>),
    Many(Vec<Choice>),
    Day(String),
    Time(String),
}

pub struct Choice {
    pub code: String,
    pub name: String,
    pub chosen: bool,
}

/// What a form's fields are named, each with its values: as a browser would send them.
pub type Entered = Vec<(String, String)>;

/// A rule's value as its form would send it.
pub fn entered(ctx: &Ctx, kind: &Kind, value: &Value) -> Entered {
    let mut all = Entered::new();
    for field in kind.fields {
        let (name, inside) = (field.name.to_owned(), &value[field.name]);
        let text = inside.as_str().unwrap_or_default().to_owned();
        match field.input {
            Input::Line | Input::One(_) | Input::Time => all.push((name, text)),
            // As people write it.
            Input::Day => all.push((
                name,
                text.parse::<chrono::NaiveDate>()
                    .map_or(text, |day| ctx.l.date_numeric(day)),
            )),
            Input::Names { .. } => {
                for locale in ctx.app.l10n.all() {
                    let said = inside[locale.code()].as_str().unwrap_or_default();
                    all.push((format!("{name}-{}", locale.code()), said.to_owned()));
                }
            }
            Input::Spellings => all.push((name, strings(inside).join("\n"))),
            Input::Number(_) | Input::NumberOrNone(_) | Input::PoolNumber => {
                all.push((
                    name,
                    inside.as_i64().map(|number| number.to_string()).unwrap_or_default(),
                ));
            }
            Input::Flag if inside.as_bool() == Some(true) => all.push((name, "yes".to_owned())),
            Input::Flag => {}
            Input::Many(_) => all.extend(strings(inside).into_iter().map(|code| (name.clone(), code.to_owned()))),
            Input::Policy => {
                let (way, number) = words::policy_parts(&text);
                all.push((format!("{name}-count"), number.to_owned()));
                all.push((name, way.to_owned()));
            }
        }
    }
    all
}

fn strings(value: &Value) -> Vec<&str> {
    let all = value.as_array().into_iter().flatten();
    all.filter_map(Value::as_str).collect()
}

/// The form's controls. `key`: of the rule that is changed; none: a new one.
pub fn views(ctx: &Ctx, kind: &Kind, key: Option<&str>, typed: &Fields, wrong: &Wrong) -> Vec<FieldView> {
    let mut all = Vec::new();
    for field in kind.fields {
        let name = field.name;
        let mut add = |id: String, label: String, hint: Option<String>, shape: Shape| {
            all.push(FieldView {
                error: wrong.of(&id),
                id,
                label,
                hint,
                shape,
            });
        };
        let label = words::label(&ctx.l, kind.code, key.unwrap_or_default(), name);
        let hint = words::hint(&ctx.l, kind.code, key.unwrap_or_default(), name);
        if key.is_some() && kind.is_in_key(name) {
            let value = Value::String(typed.get(name));
            let text = words::shown(&ctx.l, &ctx.rules, kind, "", field, &value);
            add(name.to_owned(), label, hint, Shape::Fixed(text));
            continue;
        }
        match field.input {
            Input::Names { long, .. } => {
                for locale in ctx.app.l10n.all() {
                    let id = format!("{name}-{}", locale.code());
                    let values = [
                        ("field", label.clone().into()),
                        ("language", locale.t("locale-name").into()),
                    ];
                    let label = ctx.l.with("rules-in-language", &values);
                    let hint = hint.clone().filter(|_| locale.code() == "de");
                    let value = typed.get(&id);
                    let shape = if long { Shape::Lines(value) } else { Shape::Line(value) };
                    add(id, label, hint, shape);
                }
            }
            Input::Policy => {
                let chosen = typed.get(name);
                let ways = POLICIES.iter().map(|(way, _)| Choice {
                    code: (*way).to_owned(),
                    name: ctx.l.t(&format!("rules-policy-{way}")),
                    chosen: chosen == *way,
                });
                add(name.to_owned(), label, hint, Shape::One(ways.collect()));
                let id = format!("{name}-count");
                let shape = Shape::Number {
                    value: typed.get(&id),
                    unit: String::new(),
                };
                let hint = ctx.l.t("rules-policy-count-hint");
                add(id, ctx.l.t("rules-policy-count"), Some(hint), shape);
            }
            _ => add(name.to_owned(), label, hint, shape(ctx, kind, key, field, typed)),
        }
    }
    all
}

fn shape(ctx: &Ctx, kind: &Kind, key: Option<&str>, field: &Field, typed: &Fields) -> Shape {
    let value = typed.get(field.name);
    match field.input {
        Input::Spellings => Shape::Lines(value),
        Input::Flag => Shape::Flag(!value.is_empty()),
        Input::Day => Shape::Day(value),
        Input::Time => Shape::Time(value),
        Input::One(codes) => Shape::One(choices(ctx, field, codes, &[value])),
        Input::Many(codes) => Shape::Many(choices(ctx, field, codes, &typed.all(field.name))),
        _ => match kind.range(key.unwrap_or_default(), field) {
            Some(range) => Shape::Number {
                value,
                unit: ctx.l.t(&format!("rules-in-{}", range.unit.code())),
            },
            None => Shape::Line(value),
        },
    }
}

/// By name, or in the order of the pool.
fn choices(ctx: &Ctx, field: &Field, codes: Codes, chosen: &[String]) -> Vec<Choice> {
    let name = |code: &str| words::choice(&ctx.l, &ctx.rules, codes, field.name, code);
    let mut known = self::codes(ctx, codes);
    // One that counts later, or no more: it is not lost by looking.
    let others: Vec<_> = chosen
        .iter()
        .filter(|code| !code.is_empty() && !known.contains(code))
        .collect();
    known.extend(others.into_iter().cloned());
    let mut all: Vec<Choice> = known
        .into_iter()
        .map(|code| Choice {
            name: name(&code),
            chosen: chosen.contains(&code),
            code,
        })
        .collect();
    if matches!(codes, Codes::Of("language" | "district" | "borough")) {
        all.sort_by_key(|choice| crate::people::sort_key(&choice.name));
    }
    all
}

/// Everything that may be chosen.
pub fn codes(ctx: &Ctx, codes: Codes) -> Vec<String> {
    let rules = &ctx.rules;
    let owned = |all: &mut dyn Iterator<Item = &str>| all.map(str::to_owned).collect();
    match codes {
        Codes::Given(known) => owned(&mut known.iter().copied()),
        Codes::Of("language") => owned(&mut rules.languages().map(|(code, _)| code)),
        Codes::Of("district") => owned(&mut rules.districts().map(|(code, _)| code)),
        Codes::Of("borough") => owned(&mut rules.boroughs().map(|(code, _)| code)),
        Codes::Of("qualification") => owned(&mut rules.qualifications().iter().map(|it| it.code.as_str())),
        Codes::Of("sector") => owned(&mut rules.sectors().iter().map(|it| it.code.as_str())),
        Codes::Of("topic") => owned(&mut rules.topics().iter().map(|it| it.code.as_str())),
        Codes::Of("occasion") => owned(&mut rules.occasions().iter().map(|it| it.code.as_str())),
        Codes::Of(_) => Vec::new(),
    }
}
