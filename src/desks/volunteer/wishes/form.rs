//! The one form: what may be chosen, and what is so already.

use askama::Template;

use super::{Door, words};
use crate::{
    database::{DbError, Tx},
    desks::volunteer::{bubble, choice},
    links::{self, Purpose},
    volunteers::{RefusalId, Refused, refusals_of},
    web::{Ctx, Page, Problems},
};

/// The numbers to choose from, where the pool's own is not smaller.
const FEWER: [i64; 3] = [1, 2, 3];

#[derive(Template)]
#[template(path = "volunteer/wishes.html")]
pub struct WishesPage {
    pub page: Page,
    pub problems: Problems,
    action: String,
    /// To what lies before: the offer, or the own page.
    back: String,
    back_label: String,
    now: Vec<String>,
    groups: Vec<Group>,
    pause: Option<String>,
}

pub struct Group {
    legend: String,
    choices: Vec<choice::Choice>,
}

pub enum Choice {
    AtMost(Option<i64>),
    Refuse(Refused),
    TakeBack(RefusalId),
}

impl Choice {
    pub fn read(ctx: &Ctx, door: &Door, text: &str) -> Option<Self> {
        match (text.split_once(':')?, &door.request) {
            (("most", "pool"), _) => Some(Self::AtMost(None)),
            (("most", number), _) => {
                let fewer = fewer(ctx).find(|fewer| fewer.to_string() == number)?;
                Some(Self::AtMost(Some(fewer)))
            }
            (("refuse", "institution"), Some(request)) => Some(Self::Refuse(Refused::Institution(request.institution))),
            (("refuse", "occasion"), Some(request)) => Some(Self::Refuse(Refused::Occasion(request.occasion.clone()))),
            (("take-back", id), _) => Some(Self::TakeBack(id.parse().ok()?)),
            _ => None,
        }
    }
}

fn fewer(ctx: &Ctx) -> impl Iterator<Item = i64> {
    let pools = ctx.rules.numbers().weekly_offer_cap;
    FEWER.into_iter().filter(move |fewer| *fewer < pools)
}

impl WishesPage {
    pub async fn of(ctx: &Ctx, tx: &mut Tx, door: &Door) -> Result<Self, DbError> {
        let (l, volunteer) = (&ctx.l, &door.volunteer);
        let refusals = refusals_of(tx, volunteer.id).await?;
        let mut now = vec![words::most(ctx, volunteer.offer_cap)];
        let mut take_back = Vec::new();
        for refusal in &refusals {
            let what = words::theirs(ctx, tx, volunteer.id, refusal).await?;
            now.push(l.with("wishes-not", &[("what", what.clone().into())]));
            let label = l.with("wishes-take-back", &[("what", what.into())]);
            take_back.push(choice::Choice::new(format!("take-back:{}", refusal.id), label));
        }
        let mut groups = vec![Group {
            legend: l.t("wishes-how-often"),
            choices: how_often(ctx, volunteer.offer_cap),
        }];
        if let Some(request) = &door.request {
            let mut choices = Vec::new();
            if !refusals
                .iter()
                .any(|one| one.institution_id == Some(request.institution))
            {
                let kind = bubble::sector(l, &ctx.rules, request);
                let label = l.with("wishes-refuse-institution", &[("kind", kind.into())]);
                choices.push(choice::Choice {
                    hint: Some(l.t("wishes-refuse-institution-hint")),
                    ..choice::Choice::new("refuse:institution".into(), label)
                });
            }
            if !refusals
                .iter()
                .any(|one| one.occasion.as_ref() == Some(&request.occasion))
            {
                let occasion = bubble::occasion(l, &ctx.rules, request);
                let label = l.with("wishes-refuse-occasion", &[("occasion", occasion.into())]);
                choices.push(choice::Choice::new("refuse:occasion".into(), label));
            }
            groups.push(Group {
                legend: l.t("wishes-what-not"),
                choices,
            });
        }
        groups.push(Group {
            legend: l.t("wishes-again"),
            choices: take_back,
        });
        groups.retain(|group| !group.choices.is_empty());
        let back_label = if door.request.is_some() {
            "wishes-back-offer"
        } else if door.link.is_some() {
            "wishes-back-pause"
        } else {
            "nav-my-page"
        };
        Ok(Self {
            page: ctx.page("wishes-title"),
            problems: Problems::default(),
            action: format!("{}/wishes", door.base),
            back: door.base.clone(),
            back_label: l.t(back_label),
            now,
            groups,
            pause: pause(ctx, tx, door).await?,
        })
    }
}

/// Everything but what is so already.
fn how_often(ctx: &Ctx, own: Option<i64>) -> Vec<choice::Choice> {
    let pools = ctx.rules.numbers().weekly_offer_cap;
    let mut choices: Vec<_> = fewer(ctx)
        .filter(|fewer| own != Some(*fewer))
        .map(|fewer| {
            let label = ctx.l.with("wishes-at-most", &[("count", fewer.into())]);
            choice::Choice::new(format!("most:{fewer}"), label)
        })
        .collect();
    if own.is_some() {
        let label = ctx.l.with("wishes-as-pool", &[("count", pools.into())]);
        choices.push(choice::Choice::new("most:pool".into(), label));
    }
    choices
}

async fn pause(ctx: &Ctx, tx: &mut Tx, door: &Door) -> Result<Option<String>, DbError> {
    let found = links::of_subject(tx, Purpose::Pause, door.volunteer.id.0).await?;
    let found = found.filter(|found| !super::link::is_dead(found, ctx.now));
    Ok(found.and_then(|found| found.path(&ctx.app.keys, Purpose::Pause)))
}
