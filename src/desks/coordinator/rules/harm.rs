//! What a change would hurt, counted before it is recorded. The sentences are `rules-harm-…`.

use super::plans;
use crate::{
    database::{DbError, Tx},
    dispatch::Policy,
    institutions, qualifications,
    requests::affected::{self, Touched},
    settings::{LateRequests, Rules, Verdict, change::Prepared, check::awake_minutes},
    volunteers,
    web::Ctx,
};

/// Fewer waking hours a day than these make searches slow.
const SHORT_DAY_MINUTES: i64 = 8 * 60;

/// One sentence: what would be hurt, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harm {
    pub code: &'static str,
    pub count: i64,
    /// Where they can be looked at.
    pub href: Option<String>,
}

/// What was shown to whoever says yes: if it is more by then, they are asked again.
pub fn sign(harms: &[Harm]) -> String {
    let parts: Vec<_> = harms
        .iter()
        .map(|harm| format!("{}:{}", harm.code, harm.count))
        .collect();
    parts.join(",")
}

/// A sector in use has nothing to fall back to: its institutions, and what they asked for, would have no rules.
pub fn forbids(prepared: &Prepared, harms: &[Harm]) -> bool {
    let in_use = ["institutions", "searching", "accepted"];
    prepared.change.kind == "sector"
        && prepared.change.value.is_none()
        && harms.iter().any(|harm| in_use.contains(&harm.code))
}

struct Found(Vec<Harm>);

impl Found {
    fn count(&mut self, code: &'static str, count: i64) {
        self.at(code, count, None);
    }

    fn at(&mut self, code: &'static str, count: i64, href: Option<String>) {
        if count > 0 {
            self.0.push(Harm { code, count, href });
        }
    }
}

pub async fn of(tx: &mut Tx, ctx: &Ctx, prepared: &Prepared) -> Result<Vec<Harm>, DbError> {
    let mut found = Found(vec![]);
    let change = &prepared.change;
    let key = change.key.as_str();
    let ended = change.value.is_none();
    let (before, after) = (&*prepared.before, &*prepared.after);
    match change.kind.as_str() {
        "language" if ended => {
            let href = format!("/desk/volunteers?language={key}");
            found.at("speakers", volunteers::affected::speaking(tx, key).await?, Some(href));
            touched(tx, ctx, &mut found, |one| one.language == key).await?;
        }
        "neighbour" => neighbour(tx, ctx, &mut found, (before, after), key).await?,
        "district" if ended => {
            found.count("living", volunteers::affected::living_in(tx, key).await?);
            found.count(
                "choosing_district",
                volunteers::affected::choosing_district(tx, key).await?,
            );
            found.count("sites", institutions::affected::sites_in(tx, key).await?);
            touched(tx, ctx, &mut found, |one| one.district == key).await?;
        }
        "sector" if ended => {
            let href = format!("/desk/institutions?sector={key}");
            found.at(
                "institutions",
                institutions::affected::in_sector(tx, key).await?,
                Some(href),
            );
            found.count("choosing_sector", volunteers::affected::choosing_sector(tx, key).await?);
            touched(tx, ctx, &mut found, |one| one.sector == key).await?;
        }
        "qualification" if ended => found.count("holding", qualifications::holding(tx, key).await?),
        "sector" | "qualification" => {
            let losses = qualifications::losses(tx, before, after, ctx.now).await?;
            found.count("not_qualified", losses.volunteers);
            found.count("flagged", losses.appointments);
        }
        "institution_kind" if ended => found.count("of_kind", institutions::affected::of_kind(tx, key).await?),
        "topic" => topic(tx, ctx, &mut found, (before, after), key).await?,
        "occasion" if ended => touched(tx, ctx, &mut found, |one| one.occasion == key).await?,
        "mode" if ended => touched(tx, ctx, &mut found, |one| one.mode == key).await?,
        "closure" => closure(tx, ctx, &mut found, prepared).await?,
        "travel" | "travel_pair" | "borough" | "district" => ways(tx, ctx, &mut found, (before, after)).await?,
        "late" => late(tx, ctx, &mut found, prepared).await?,
        "hours" => hours(&mut found, before, after),
        "number" => number(tx, ctx, &mut found, (before, after), key).await?,
        "dispatch" => {
            let everybody = |rules: &Rules| rules.dispatch().policy == Policy::Broadcast;
            found.count("broadcast", i64::from(everybody(after) && !everybody(before)));
        }
        _ => {}
    }
    Ok(found.0)
}

/// Requests that still look for somebody, and appointments that somebody has accepted.
async fn touched(tx: &mut Tx, ctx: &Ctx, found: &mut Found, is: impl Fn(&Touched) -> bool) -> Result<(), DbError> {
    let searching = affected::searching(tx, ctx.now).await?;
    let accepted = affected::accepted(tx, ctx.now).await?;
    found.count("searching", number_of(&searching, &is));
    found.count("accepted", number_of(&accepted, &is));
    Ok(())
}

fn number_of(all: &[Touched], is: impl Fn(&Touched) -> bool) -> i64 {
    all.iter().map(|one| i64::from(is(one))).sum()
}

/// Whoever asks for the first language is no longer served in the second.
async fn neighbour(
    tx: &mut Tx,
    ctx: &Ctx,
    found: &mut Found,
    (before, after): (&Rules, &Rules),
    key: &str,
) -> Result<(), DbError> {
    let Some((from, to)) = key.split_once('>') else {
        return Ok(());
    };
    let serves = |rules: &Rules| rules.neighbours(from).iter().any(|row| row.to == to);
    if serves(before) && !serves(after) {
        let searching = affected::searching(tx, ctx.now).await?;
        found.count("fewer_neighbours", number_of(&searching, |one| one.language == from));
    }
    Ok(())
}

async fn topic(
    tx: &mut Tx,
    ctx: &Ctx,
    found: &mut Found,
    (before, after): (&Rules, &Rules),
    key: &str,
) -> Result<(), DbError> {
    let verdict = |rules: &Rules| rules.topic(key).map(|topic| topic.verdict);
    if verdict(before) == verdict(after) {
        return Ok(());
    }
    let code = match verdict(after) {
        Some(Verdict::Allow) => return Ok(()),
        Some(Verdict::Doubtful) => "topic_doubtful",
        Some(Verdict::Refuse) => "topic_refused",
        None => return touched(tx, ctx, found, |one| one.topic == key).await,
    };
    let searching = affected::searching(tx, ctx.now).await?;
    let accepted = affected::accepted(tx, ctx.now).await?;
    let is = |one: &Touched| one.topic == key;
    found.count(code, number_of(&searching, is) + number_of(&accepted, is));
    Ok(())
}

async fn closure(tx: &mut Tx, ctx: &Ctx, found: &mut Found, prepared: &Prepared) -> Result<(), DbError> {
    let Some(value) = &prepared.change.value else {
        return Ok(());
    };
    let day = |value: &serde_json::Value, field: &str| value[field].as_str().and_then(|day| day.parse().ok());
    let (Some(first), Some(last)) = (day(value, "first"), day(value, "last")) else {
        return Ok(());
    };
    // The same days under another name hurt nobody.
    let known = prepared.was.as_ref().and_then(|was| day(was, "last"));
    let first = known.map_or(first, |last: chrono::NaiveDate| last.succ_opt().unwrap_or(last));
    let (appointments, searching) = affected::on_days(tx, ctx.now, (first, last)).await?;
    found.count("closed_appointments", appointments);
    found.count("closed_searching", searching);
    Ok(())
}

/// Longer ways: two appointments of one volunteer lie too close, and fewer come into question for what is open.
async fn ways(tx: &mut Tx, ctx: &Ctx, found: &mut Found, (before, after): (&Rules, &Rules)) -> Result<(), DbError> {
    if !plans::has_longer_ways(before, after) {
        return Ok(());
    }
    found.count("too_tight", plans::too_tight(tx, ctx.now, (before, after)).await?);
    let searching = affected::searching(tx, ctx.now).await?;
    let further = |one: &Touched| one.mode == "on_site" && plans::is_further(before, after, &one.district);
    found.count("further", number_of(&searching, further));
    Ok(())
}

async fn late(tx: &mut Tx, ctx: &Ctx, found: &mut Found, prepared: &Prepared) -> Result<(), DbError> {
    let both = (&*prepared.before, &*prepared.after);
    let (filed, then) = plans::filed_too_late(tx, ctx.now, both).await?;
    match then {
        LateRequests::Refuse => found.count("late_refused", filed),
        LateRequests::Try => found.count("late_filed", filed),
    }
    let from = prepared.change.valid_from.max(ctx.now);
    found.count("not_free", plans::no_longer_free(tx, (ctx.now, from), both).await?);
    Ok(())
}

fn hours(found: &mut Found, before: &Rules, after: &Rules) {
    let awake = |rules: &Rules| {
        let quiet = rules.quiet_hours();
        awake_minutes(quiet.from, quiet.until)
    };
    let left = awake(after);
    let short = left < SHORT_DAY_MINUTES && left < awake(before);
    found.count("short_day", if short { left } else { 0 });
}

async fn number(
    tx: &mut Tx,
    ctx: &Ctx,
    found: &mut Found,
    (before, after): (&Rules, &Rules),
    key: &str,
) -> Result<(), DbError> {
    let (old, new) = (before.numbers(), after.numbers());
    match key {
        "weekly_offer_cap" if new.weekly_offer_cap < old.weekly_offer_cap => {
            let asked = affected::asked_so_often(tx, ctx.now, new.weekly_offer_cap).await?;
            found.count("capped", asked);
            found.count("cap_zero", i64::from(new.weekly_offer_cap == 0));
        }
        "buffer_margin_minutes" if new.buffer_margin_minutes > old.buffer_margin_minutes => {
            found.count("too_tight", plans::too_tight(tx, ctx.now, (before, after)).await?);
        }
        "travel_max_minutes" if new.travel_max_minutes < old.travel_max_minutes => {
            let without = volunteers::affected::without_own_travel_limit(tx).await?;
            found.count("shorter_ways", without);
        }
        _ => {}
    }
    Ok(())
}
