//! The history of rules in words: who changed what from when, with what it was before.

use std::collections::HashMap;

use serde_json::Value;

use super::words;
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    people::{self, PersonId},
    settings::{
        kinds::{Input, Kind},
        timeline::{Timeline, Version},
    },
    web::Ctx,
};

pub struct Line {
    /// Which rule; its page.
    pub title: String,
    pub href: String,
    /// "am 01.03.2027 von Cora Brandt"
    pub by: String,
    /// "Gilt ab 01.04.2027."
    pub from: String,
    pub changed: Vec<Difference>,
    /// The rule began or ended with it.
    pub word: Option<String>,
    /// Set: this line can be taken back.
    pub undo: Option<String>,
    /// Does not count yet.
    pub coming: bool,
    /// It takes the line before it back.
    pub taken_back: bool,
}

pub struct Difference {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// The names of whoever recorded rules.
#[derive(Default)]
pub struct Who(HashMap<PersonId, String>);

impl Who {
    pub async fn of(tx: &mut Tx, versions: &[&Version]) -> Result<Self, DbError> {
        let mut names = HashMap::new();
        for person in versions.iter().filter_map(|version| version.recorded_by) {
            if !names.contains_key(&person)
                && let Some(name) = people::coordinator_name(tx, person).await?
            {
                names.insert(person, name);
            }
        }
        Ok(Self(names))
    }

    pub fn by(&self, ctx: &Ctx, version: &Version) -> String {
        let date = words::day(ctx, version.recorded_at);
        let Some(person) = version.recorded_by else {
            return ctx.l.with("rules-by-command", &[("date", date.into())]);
        };
        let name = self.0.get(&person).cloned();
        let name = name.unwrap_or_else(|| ctx.l.t("rules-by-somebody"));
        ctx.l.with("rules-by", &[("date", date.into()), ("name", name.into())])
    }
}

pub fn line(ctx: &Ctx, timeline: &Timeline, who: &Who, version: &Version) -> Line {
    let kind = Kind::find(&version.kind);
    let before = timeline.before(version);
    let after = version.value.as_ref();
    let newest = timeline.of(&version.kind, &version.key).first().map(|newest| newest.id) == Some(version.id);
    // What the program needs can be changed, not taken away.
    let needed = before.is_none() && kind.is_none_or(|kind| !kind.may_be_added());
    // A whole file is not taken back rule by rule.
    let by_hand = before.is_some() || version.recorded_by.is_some();
    let is_change = before != after && by_hand;
    let taken_back = timeline.takes_back(version);
    let word = match (before, after) {
        _ if taken_back => Some("rules-history-undone"),
        (None, Some(_)) => Some("rules-history-began"),
        (Some(_), None) => Some("rules-history-ended"),
        _ => None,
    };
    Line {
        title: words::title(&ctx.l, &ctx.rules, &version.kind, &version.key, after.or(before)),
        href: super::path(&version.kind, &version.key),
        by: who.by(ctx, version),
        from: ctx.l.with(
            "rules-history-from",
            &[("date", words::day(ctx, version.valid_from).into())],
        ),
        changed: match (kind, before, after) {
            (Some(kind), Some(before), Some(after)) => differences(ctx, kind, &version.key, before, after),
            _ => Vec::new(),
        },
        word: word.map(|word| ctx.l.t(word)),
        undo: (newest && !needed && is_change).then(|| version.id.to_string()),
        coming: version.valid_from > ctx.now,
        taken_back,
    }
}

/// What was just recorded, and from when it counts.
pub fn said(ctx: &Ctx, version: &Version, line: &Line) -> String {
    let value = |one: &Difference| match line.changed.len() {
        1 => one.after.clone(),
        _ => {
            let values = [("label", one.label.clone().into()), ("value", one.after.clone().into())];
            ctx.l.with("rules-detail", &values)
        }
    };
    let what: Vec<String> = line.changed.iter().map(value).collect();
    let what = what.join("; ");
    let from = words::from_when(ctx, version.valid_from);
    match (line.taken_back, what.is_empty()) {
        (true, true) => ctx.l.t("rules-taken-back"),
        (true, false) => ctx.l.with("rules-taken-back-to", &[("what", what.into())]),
        (false, false) if line.coming => {
            let values = [("from", from.into()), ("what", what.into())];
            ctx.l.with("rules-saved-from", &values)
        }
        (false, _) => ctx.l.with("rules-saved", &[("from", from.into())]),
    }
}

/// Field by field.
pub fn differences(ctx: &Ctx, kind: &Kind, key: &str, before: &Value, after: &Value) -> Vec<Difference> {
    let mut all = Vec::new();
    for field in kind
        .fields
        .iter()
        .filter(|field| before[field.name] != after[field.name])
    {
        let label = words::label(&ctx.l, kind.code, key, field.name);
        let (before, after) = (&before[field.name], &after[field.name]);
        if let Input::Names { .. } = field.input {
            all.extend(names(ctx, &label, before, after));
            continue;
        }
        let word = |value: &Value| words::shown(&ctx.l, &ctx.rules, kind, key, field, value);
        all.push(difference(ctx, label, word(before), word(after)));
    }
    all
}

/// Only the languages in which something changed.
fn names(ctx: &Ctx, label: &str, before: &Value, after: &Value) -> Vec<Difference> {
    let locales = ctx.app.l10n.all();
    let changed = locales.filter(|locale| before[locale.code()] != after[locale.code()]);
    let in_language = |locale: &Locale| {
        let values = [
            ("field", label.to_owned().into()),
            ("language", locale.t("locale-name").into()),
        ];
        let name = |names: &Value| names[locale.code()].as_str().unwrap_or_default().to_owned();
        let label = ctx.l.with("rules-in-language", &values);
        difference(ctx, label, name(before), name(after))
    };
    changed.map(in_language).collect()
}

fn difference(ctx: &Ctx, label: String, before: String, after: String) -> Difference {
    let or_nothing = |text: String| {
        if text.is_empty() {
            ctx.l.t("rules-nothing")
        } else {
            text
        }
    };
    Difference {
        label,
        before: or_nothing(before),
        after: or_nothing(after),
    }
}
