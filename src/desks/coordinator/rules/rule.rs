//! `/desk/rules/{kind}/{key}`: one rule, its history, changing it, ending it, taking the last change back.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use serde_json::Value;

use super::{
    fields::{self, FieldView, Shape},
    history::{self, Line, Who},
    read,
    save::{self, Outcome},
    words,
    wrong::Wrong,
};
use crate::{
    database::Tx,
    settings::{
        change::{self, Change},
        kinds::Kind,
        timeline::{Timeline, Version},
    },
    web::{Ctx, Fields, Page, WebError, html},
};

#[derive(Template)]
#[template(path = "coordinator/rules/rule.html")]
struct RulePage {
    page: Page,
    heading: String,
    back: String,
    back_to: String,
    kind_name: String,
    about: String,
    path: String,
    /// "Gespeichert", or that nothing changed.
    note: Option<String>,
    /// The line that the note is about, if it can be taken back.
    undo: Option<String>,
    /// Somebody else was quicker: who, and what counts now.
    stale: Option<String>,
    wrong: Wrong,
    fields: Vec<FieldView>,
    from_day: String,
    from_error: Option<String>,
    /// The other form's; its mistakes are said at this one.
    end_error: Option<String>,
    seen: String,
    ended: bool,
    /// Else it is changed elsewhere, and here stands its history.
    form: bool,
    may_end: bool,
    coming: Vec<Line>,
    lines: Vec<Line>,
}

/// One rule and everything recorded about it.
struct Rule {
    kind: &'static Kind,
    key: String,
    timeline: Timeline,
}

impl Rule {
    async fn find(ctx: &Ctx, tx: &mut Tx, kind: &str, key: &str) -> Result<Self, WebError> {
        ctx.coordinator()?;
        let kind = super::find(kind)?;
        let key = super::key_of(key).to_owned();
        Self::read(tx, kind, key).await
    }

    async fn read(tx: &mut Tx, kind: &'static Kind, key: String) -> Result<Self, WebError> {
        let timeline = Timeline::read(tx).await?;
        if timeline.of(kind.code, &key).is_empty() {
            return Err(WebError::NotFound);
        }
        Ok(Self { kind, key, timeline })
    }

    fn now(&self, ctx: &Ctx) -> Option<&Value> {
        self.timeline.value_at(self.kind.code, &self.key, ctx.now)
    }

    /// What counts; else what comes next, or what counted last.
    fn value(&self, ctx: &Ctx) -> Option<&Value> {
        let said = || self.timeline.of(self.kind.code, &self.key);
        self.now(ctx)
            .or_else(|| said().into_iter().find_map(|version| version.value.as_ref()))
    }

    fn path(&self) -> String {
        super::path(self.kind.code, &self.key)
    }

    fn seen(&self) -> Option<uuid::Uuid> {
        self.timeline
            .of(self.kind.code, &self.key)
            .first()
            .map(|newest| newest.id)
    }
}

/// What is late is changed on a page of its own.
fn has_own_form(kind: &Kind) -> bool {
    kind.code == "late"
}

/// What the page says besides the rule itself.
#[derive(Default)]
struct Said {
    typed: Option<Fields>,
    wrong: Wrong,
    stale: bool,
    saved: Option<uuid::Uuid>,
    same: bool,
}

pub async fn show(
    ctx: Ctx,
    Path((kind, key)): Path<(String, String)>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.read().await?;
    let rule = Rule::find(&ctx, &mut tx, &kind, &key).await?;
    let value = |name: &str| {
        pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let said = Said {
        saved: value("saved").and_then(|id| id.parse().ok()),
        same: value("same").is_some(),
        ..Said::default()
    };
    let page = page(&ctx, &mut tx, &rule, said).await?;
    tx.commit().await?;
    Ok(html(StatusCode::OK, &page))
}

pub async fn change(ctx: Ctx, Path((kind, key)): Path<(String, String)>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let rule = Rule::find(&ctx, &mut tx, &kind, &key).await?;
    if has_own_form(rule.kind) {
        return Err(WebError::NotFound);
    }
    let mut wrong = Wrong::default();
    let value = read::value(&ctx, rule.kind, &rule.key, rule.value(&ctx), &fields, &mut wrong);
    let valid_from = read::valid_from(&ctx, &fields, &mut wrong);
    if !wrong.is_empty() {
        return again(&ctx, tx, &rule, fields, wrong).await;
    }
    let change = Change {
        kind: rule.kind.code.to_owned(),
        key: rule.key.clone(),
        value: Some(value),
        valid_from,
        seen: fields.get("seen").parse().ok(),
        takes_back: None,
    };
    send(&ctx, tx, &rule, change, fields, rule.path()).await
}

pub async fn end(ctx: Ctx, Path((kind, key)): Path<(String, String)>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let rule = Rule::find(&ctx, &mut tx, &kind, &key).await?;
    if !rule.kind.may_be_added() {
        return Err(WebError::NotFound);
    }
    let mut wrong = Wrong::default();
    let valid_from = read::valid_from(&ctx, &fields, &mut wrong);
    if !wrong.is_empty() {
        return again(&ctx, tx, &rule, fields, wrong).await;
    }
    let change = Change {
        kind: rule.kind.code.to_owned(),
        key: rule.key.clone(),
        value: None,
        valid_from,
        seen: fields.get("seen").parse().ok(),
        takes_back: None,
    };
    let action = format!("{}/end", rule.path());
    send(&ctx, tx, &rule, change, fields, action).await
}

pub async fn undo(ctx: Ctx, Path((kind, key)): Path<(String, String)>, fields: Fields) -> Result<Response, WebError> {
    let mut tx = ctx.app.db.begin().await?;
    let rule = Rule::find(&ctx, &mut tx, &kind, &key).await?;
    let version = fields.get("version").parse().map_err(|_| WebError::NotFound)?;
    let change = change::undoing(&rule.timeline, version, ctx.now).ok_or(WebError::NotFound)?;
    let is_needed = change.value.is_none() && !rule.kind.may_be_added();
    if change.kind != rule.kind.code || change.key != rule.key || is_needed {
        return Err(WebError::NotFound);
    }
    let action = format!("{}/undo", rule.path());
    send(&ctx, tx, &rule, change, fields, action).await
}

async fn send(
    ctx: &Ctx,
    tx: Tx,
    rule: &Rule,
    change: Change,
    fields: Fields,
    action: String,
) -> Result<Response, WebError> {
    let outcome = save::save(ctx, tx, change, &fields, &action).await?;
    // The transaction is over: what is shown is read again.
    match outcome {
        Outcome::Answer(response) => Ok(response),
        Outcome::Stale => {
            let mut tx = ctx.app.db.read().await?;
            let rule = Rule::read(&mut tx, rule.kind, rule.key.clone()).await?;
            let said = Said {
                typed: is_form(rule.kind, &fields).then_some(fields),
                stale: true,
                ..Said::default()
            };
            let page = page(ctx, &mut tx, &rule, said).await?;
            tx.commit().await?;
            Ok(html(StatusCode::CONFLICT, &page))
        }
        Outcome::Wrong(problems) => {
            let mut wrong = Wrong::default();
            wrong.take(&ctx.l, &ctx.rules, rule.kind, &rule.key, &problems);
            let tx = ctx.app.db.read().await?;
            again(ctx, tx, rule, fields, wrong).await
        }
    }
}

/// Whether these fields are the form of the rule itself, not only of ending it or taking a change back.
fn is_form(kind: &Kind, fields: &Fields) -> bool {
    kind.fields.iter().any(|field| {
        let name = field.name;
        fields.has(name) || fields.has(&format!("{name}-de"))
    })
}

async fn again(ctx: &Ctx, mut tx: Tx, rule: &Rule, fields: Fields, wrong: Wrong) -> Result<Response, WebError> {
    let said = Said {
        typed: Some(fields),
        wrong,
        ..Said::default()
    };
    let page = page(ctx, &mut tx, rule, said).await?;
    Ok(html(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

async fn page(ctx: &Ctx, tx: &mut Tx, rule: &Rule, said: Said) -> Result<RulePage, WebError> {
    let (kind, l) = (rule.kind, &ctx.l);
    let versions = rule.timeline.of(kind.code, &rule.key);
    let who = Who::of(tx, &versions).await?;
    let line = |version: &Version| history::line(ctx, &rule.timeline, &who, version);
    let as_it_is = Fields::from_pairs(fields::entered(ctx, kind, rule.value(ctx).unwrap_or(&Value::Null)));
    let mut typed = said
        .typed
        .filter(|typed| is_form(kind, typed))
        .unwrap_or_else(|| as_it_is.clone());
    for field in kind.fields.iter().filter(|field| kind.is_in_key(field.name)) {
        typed.set(field.name, &as_it_is.get(field.name));
    }
    let saved = said.saved.and_then(|id| rule.timeline.find(id));
    let heading = if has_own_form(kind) {
        l.t("late-history-title")
    } else {
        words::title(l, &ctx.rules, kind.code, &rule.key, rule.value(ctx))
    };
    let title = if said.wrong.is_empty() {
        heading.clone()
    } else {
        l.with("rules-title-wrong", &[("rule", heading.clone().into())])
    };
    let lines: Vec<Line> = versions.iter().map(|version| line(version)).collect();
    let single = !kind.may_be_added() && kind.code != "number" && !has_own_form(kind);
    let newest = versions.first();
    let mut coming = rule.timeline.changes_to_come(ctx.now);
    coming.retain(|version| version.kind == kind.code && version.key == rule.key);
    Ok(RulePage {
        page: ctx.page_titled(title),
        heading,
        back: if single {
            "/desk/rules".to_owned()
        } else {
            super::path_of(kind.code)
        },
        back_to: if single {
            l.t("rules-title")
        } else {
            words::kind(l, kind.code)
        },
        kind_name: words::kind(l, kind.code),
        // A number's own sentence stands at its field.
        about: match kind.code {
            "number" => String::new(),
            code => words::about_kind(l, code),
        },
        path: rule.path(),
        note: match saved {
            Some(version) => Some(history::said(ctx, version, &line(version))),
            None => said.same.then(|| l.t("rules-same")),
        },
        undo: saved.and_then(|version| line(version).undo),
        stale: newest
            .filter(|_| said.stale)
            .map(|version| l.with("rules-stale", &[("by", who.by(ctx, version).into())])),
        from_day: typed.get("from_day"),
        from_error: said.wrong.of("from_day"),
        end_error: None,
        fields: fields::views(ctx, kind, Some(&rule.key), &typed, &said.wrong),
        wrong: said.wrong,
        seen: rule.seen().map(|id| id.to_string()).unwrap_or_default(),
        ended: rule.now(ctx).is_none() && coming.is_empty(),
        form: !has_own_form(kind),
        may_end: kind.may_be_added() && rule.now(ctx).is_some(),
        coming: coming.into_iter().map(line).collect(),
        lines,
    })
}
