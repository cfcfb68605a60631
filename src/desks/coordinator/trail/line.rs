//! A line of the trail in words.

use serde_json::Value as Json;
use uuid::Uuid;

use super::{
    changed::Changed,
    names::{self, Names},
    read::Row,
    who,
};
use crate::{
    database::{DbError, Tx},
    l10n::Locale,
    web::Ctx,
};

/// Kinds of things that a line can be about.
pub const KINDS: [&str; 8] = [
    "request",
    "volunteer",
    "institution",
    "contact",
    "person",
    "task",
    "mail",
    "pool",
];

pub struct LineView {
    pub when: String,
    pub iso: String,
    pub name: Option<String>,
    /// What this person did besides.
    pub person_href: Option<String>,
    pub role: String,
    pub from: Option<String>,
    pub text: String,
    /// "Anfrage", and what it is called.
    pub kind: String,
    pub object: Option<String>,
    pub href: Option<String>,
}

pub async fn views(ctx: &Ctx, tx: &mut Tx, rows: &[Row]) -> Result<Vec<LineView>, DbError> {
    let names = names::read(tx, rows).await?;
    let who = who::read(tx, rows).await?;
    let changed = Changed::read(tx, rows).await?;
    let view = |row: &Row| {
        let actor = who.actor(ctx, row);
        let thing = names.get(row.object_id);
        LineView {
            when: when(ctx, row),
            iso: row.at.to_rfc3339(),
            person_href: actor
                .name
                .is_some()
                .then_some(row.person_id)
                .flatten()
                .map(|id| format!("/desk/trail?person={id}")),
            name: actor.name,
            role: actor.role,
            from: actor.from,
            text: sentence(ctx, row, &names, &changed),
            kind: kind(&ctx.l, &row.object_kind),
            object: thing.map(|thing| thing.name.clone()),
            href: thing.and_then(|thing| thing.href.clone()),
        }
    };
    Ok(rows.iter().map(view).collect())
}

/// "11.03.2027, 18:00 Uhr": a trail is read years later.
fn when(ctx: &Ctx, row: &Row) -> String {
    let local = ctx.rules.local(row.at);
    let values = [
        ("date", ctx.l.date_numeric(local.date()).into()),
        ("time", ctx.l.time(local.time()).into()),
    ];
    ctx.l.with("date-and-time", &values)
}

pub fn kind(l: &Locale, code: &str) -> String {
    let key = format!("trail-kind-{code}");
    if l.has(&key) { l.t(&key) } else { code.to_owned() }
}

/// `trail-<action>`, filled in with whoever and whatever the line mentions.
fn sentence(ctx: &Ctx, row: &Row, names: &Names, changed: &Changed) -> String {
    let l = &ctx.l;
    let key = format!("trail-{}", row.action.replace('.', "_"));
    if !l.has(&key) {
        return l.with("trail-other", &[("action", row.action.clone().into())]);
    }
    let params: Json = serde_json::from_str(&row.params).unwrap_or_default();
    let named = |keys: &[&str]| {
        let id = keys.iter().find_map(|key| params[*key].as_str()?.parse::<Uuid>().ok());
        let name = id.and_then(|id| names.name(id));
        name.map_or_else(|| l.t("trail-somebody"), str::to_owned)
    };
    let code = ["outcome", "kind", "state", "by", "why", "reason"];
    let code = code.iter().find_map(|key| params[*key].as_str()).map(str::to_owned);
    let code = changed.name(ctx, row, &params).or(code).unwrap_or_default();
    l.with(
        &key,
        &[
            ("volunteer", named(&["volunteer", "offer", "assignment"]).into()),
            ("institution", named(&["institution"]).into()),
            ("person", named(&["person", "contact"]).into()),
            ("code", code.into()),
        ],
    )
}
