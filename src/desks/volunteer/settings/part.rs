//! The questions, and what was answered so far.

use crate::{
    database::{DbError, Tx},
    desks::coordinator::volunteers::facts,
    matching::Mode,
    volunteers::store::{self, Volunteer},
    web::{Ctx, Fields},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Modes,
    Districts,
    Travel,
    Sectors,
    Cap,
    Phone,
    Consent,
    Mails,
}

impl Part {
    pub const ALL: [Self; 8] = [
        Self::Modes,
        Self::Districts,
        Self::Travel,
        Self::Sectors,
        Self::Cap,
        Self::Phone,
        Self::Consent,
        Self::Mails,
    ];

    /// In the path, and in the keys of the words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Modes => "modes",
            Self::Districts => "districts",
            Self::Travel => "travel",
            Self::Sectors => "sectors",
            Self::Cap => "cap",
            Self::Phone => "phone",
            Self::Consent => "consent",
            Self::Mails => "mails",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// The form's field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Modes => "mode",
            Self::Districts => "district",
            Self::Sectors => "sector",
            Self::Mails => "locale",
            other => other.code(),
        }
    }

    /// The form as it is stored.
    pub async fn stored(self, tx: &mut Tx, volunteer: &Volunteer) -> Result<Fields, DbError> {
        let number = |number: Option<i64>| number.map(|number| number.to_string()).into_iter().collect();
        let values: Vec<String> = match self {
            Self::Modes => modes(volunteer)
                .into_iter()
                .map(|mode| mode.as_str().to_owned())
                .collect(),
            Self::Districts => store::districts_of(tx, volunteer.id).await?,
            Self::Sectors => store::sectors_of(tx, volunteer.id).await?,
            Self::Travel => number(volunteer.max_travel_minutes),
            Self::Cap => number(volunteer.weekly_cap),
            Self::Phone => volunteer.phone.clone().into_iter().collect(),
            Self::Consent => vec![if volunteer.phone_consent { "yes" } else { "no" }.to_owned()],
            Self::Mails => vec![volunteer.locale.clone()],
        };
        let pairs = values.into_iter().map(|value| (self.field().to_owned(), value));
        Ok(Fields::from_pairs(pairs.collect()))
    }

    /// The same in words.
    pub async fn words(self, ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<String, DbError> {
        let l = &ctx.l;
        let or = |list: String, key: &str| if list.is_empty() { l.t(key) } else { list };
        Ok(match self {
            Self::Modes => {
                let modes = modes(volunteer);
                let modes: Vec<_> = modes.iter().map(|mode| l.t(&format!("mode-{mode}"))).collect();
                or(modes.join(", "), "settings-none")
            }
            Self::Districts => {
                let codes = store::districts_of(tx, volunteer.id).await?;
                let names: Vec<_> = codes.iter().map(|code| ctx.rules.district_name(code)).collect();
                or(names.join(", "), "volunteer-everywhere")
            }
            Self::Sectors => {
                let codes = store::sectors_of(tx, volunteer.id).await?;
                let name = |code: &String| {
                    let known = ctx.rules.sector(code);
                    known.map_or(code.clone(), |sector| sector.name.or_code(l.code(), code).to_owned())
                };
                or(
                    codes.iter().map(name).collect::<Vec<_>>().join(", "),
                    "volunteer-every-sector",
                )
            }
            Self::Travel => match volunteer.max_travel_minutes {
                Some(minutes) => l.with("volunteer-travel", &[("minutes", minutes.into())]),
                None => {
                    let usual = ctx.rules.numbers().travel_max_minutes;
                    l.with("volunteer-travel-usual", &[("minutes", usual.into())])
                }
            },
            Self::Cap => match volunteer.weekly_cap {
                Some(cap) => l.with("volunteer-cap", &[("count", cap.into())]),
                None => l.t("volunteer-cap-none"),
            },
            Self::Phone => or(volunteer.phone.clone().unwrap_or_default(), "settings-none"),
            Self::Consent => l.t(if volunteer.phone_consent {
                "settings-yes"
            } else {
                "settings-no"
            }),
            Self::Mails => ctx.app.l10n.locale(&volunteer.locale).t("locale-name"),
        })
    }
}

/// "Dari (Muttersprache), Englisch (B2)"
pub async fn languages(ctx: &Ctx, tx: &mut Tx, volunteer: &Volunteer) -> Result<String, DbError> {
    let spoken = facts::languages(ctx, tx, volunteer).await?;
    let lines: Vec<_> = spoken
        .into_iter()
        .map(|(name, level)| {
            ctx.l.with(
                "settings-language",
                &[("language", name.into()), ("level", level.into())],
            )
        })
        .collect();
    Ok(if lines.is_empty() {
        ctx.l.t("settings-none")
    } else {
        lines.join(", ")
    })
}

pub fn modes(volunteer: &Volunteer) -> Vec<Mode> {
    let does = [
        (volunteer.on_site, Mode::OnSite),
        (volunteer.by_phone, Mode::Phone),
        (volunteer.by_video, Mode::Video),
    ];
    does.into_iter()
        .filter_map(|(does, mode)| does.then_some(mode))
        .collect()
}
