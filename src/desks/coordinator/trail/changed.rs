//! What a changed rule or text is called: as the list of rules or texts calls it, never by its code.

use serde_json::Value as Json;

use super::read::Row;
use crate::{
    database::{DbError, Tx},
    desks::coordinator::{rules, slips, texts},
    settings::timeline::Timeline,
    web::Ctx,
};

const RULE: &str = "pool.rule_";

/// All rules of all times, where a line is about one: it may have ended since.
pub struct Changed(Option<Timeline>);

impl Changed {
    pub async fn read(tx: &mut Tx, rows: &[Row]) -> Result<Self, DbError> {
        let is_needed = rows.iter().any(|row| row.action.starts_with(RULE));
        Ok(Self(match is_needed {
            true => Some(Timeline::read(tx).await?),
            false => None,
        }))
    }

    /// `None`: the line is about something else.
    pub fn name(&self, ctx: &Ctx, row: &Row, params: &Json) -> Option<String> {
        let text = |name: &str| params[name].as_str();
        match row.action.as_str() {
            "text_changed" | "text_reset" => Some(self::text(ctx, text("locale")?, text("kind")?)),
            "slip_text_corrected" | "slip_text_restored" | "slip_text_checked" => {
                Some(slips::language(ctx, text("kind")?))
            }
            action if action.starts_with(RULE) => {
                let (kind, key) = (text("rule")?, text("key")?);
                let version = text("version").and_then(|id| id.parse().ok());
                Some(self.rule(ctx, (kind, key), version))
            }
            _ => None,
        }
    }

    fn rule(&self, ctx: &Ctx, (kind, key): (&str, &str), version: Option<uuid::Uuid>) -> String {
        let timeline = self.0.as_ref();
        let version = timeline.and_then(|timeline| timeline.find(version?));
        // What has ended is called as it was before.
        let before = || timeline.and_then(|timeline| timeline.before(version?));
        let value = version.and_then(|version| version.value.as_ref()).or_else(before);
        let (all, name) = rules::called(ctx, (kind, key), value);
        if all == name {
            return name;
        }
        ctx.l.with("trail-rule", &[("kind", all.into()), ("name", name.into())])
    }
}

/// In which language is said, too: each has its own.
fn text(ctx: &Ctx, locale: &str, key: &str) -> String {
    let language = match ctx.l10n.find(locale) {
        Some(known) => known.t("locale-name"),
        None => locale.to_owned(),
    };
    let values = [("name", texts::called(ctx, key).into()), ("language", language.into())];
    ctx.l.with("trail-text", &values)
}
