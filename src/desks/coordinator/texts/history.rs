//! Every version of a text: since when, by whom.

use super::forms;
use crate::{
    database::{DbError, Tx},
    people,
    settings::TextVersion,
    web::Ctx,
};

pub struct VersionView {
    /// "Gilt seit …", "Gilt ab …", "Galt ab …"
    pub when: String,
    pub by: String,
    /// None: the program's own.
    pub text: Option<String>,
}

/// What counts or counted or will count: of several for one moment the last one written, and nothing that says again
/// what was read before it. What counts last comes first.
pub fn standing(versions: &[TextVersion]) -> Vec<&TextVersion> {
    let mut standing: Vec<&TextVersion> = Vec::new();
    // Of one moment the last one recorded comes first.
    for version in versions.iter().rev() {
        if standing
            .last()
            .is_some_and(|last| last.valid_from == version.valid_from)
        {
            standing.pop();
        }
        let before = standing.last().and_then(|last| last.text.as_ref());
        if before != version.text.as_ref() {
            standing.push(version);
        }
    }
    standing.reverse();
    standing
}

/// What counts last comes first.
pub async fn views(ctx: &Ctx, tx: &mut Tx, versions: &[TextVersion]) -> Result<Vec<VersionView>, DbError> {
    let l = &ctx.l;
    let versions = standing(versions);
    let moment = |at| l.moment(at, ctx.rules.zone());
    let mut views = Vec::with_capacity(versions.len());
    let current = versions.iter().position(|version| version.valid_from <= ctx.now);
    for (number, version) in versions.iter().enumerate() {
        let key = match current {
            Some(current) if number == current => "texts-version-now",
            Some(current) if number > current => "texts-version-past",
            _ => "texts-version-next",
        };
        let by = match version.recorded_by {
            Some(person) => people::store::get(tx, person).await?.map(|person| person.name),
            None => None,
        };
        let args = [
            ("person", by.unwrap_or_else(|| l.t("task-somebody")).into()),
            ("when", moment(version.recorded_at).into()),
        ];
        views.push(VersionView {
            when: l.with(key, &[("when", moment(version.valid_from).into())]),
            by: l.with("texts-version-by", &args),
            text: version.text.as_deref().map(|text| forms::shown(ctx, text)),
        });
    }
    Ok(views)
}
