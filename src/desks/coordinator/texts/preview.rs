//! How a text reads: in the last real mail, or filled in with examples.

use super::{Place, examples, places};
use crate::{
    database::Tx,
    l10n::{
        L10n,
        texts::{Text, check},
    },
    mail::{
        preview::{self, FROM, UNTIL},
        render::Desk,
    },
    web::{Ctx, WebError},
};

pub struct PreviewView {
    /// Where it comes from: a real mail, an invented one, the page.
    pub about: String,
    pub subject: Option<Line>,
    pub lines: Vec<Line>,
    /// Where its HTML part stands, if it is a mail that there is.
    pub html: Option<String>,
}

/// A line in pieces: what is being written is marked in it.
pub type Line = Vec<Piece>;

pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// A marked text may go over several lines.
fn pieces(text: &str) -> Vec<Line> {
    let mut marked = false;
    let line = |line: &str| {
        let mut pieces = Vec::new();
        for part in line.split_inclusive([FROM, UNTIL]) {
            let text = part.trim_end_matches([FROM, UNTIL]).to_owned();
            if !text.is_empty() {
                pieces.push(Piece { text, marked });
            }
            marked = match part.chars().last() {
                Some(FROM) => true,
                Some(UNTIL) => false,
                _ => marked,
            };
        }
        pieces
    };
    text.lines().map(line).collect()
}

/// Longer addresses do not arrive everywhere.
const LONGEST_ADDRESS: usize = 6000;

/// The text as it would be read, while the rest stays as it is today.
pub async fn of(ctx: &Ctx, tx: &mut Tx, place: &Place, text: &str) -> Result<PreviewView, WebError> {
    let l10n = with(ctx, place, text);
    if place.kind.is_empty() {
        return Ok(PreviewView {
            about: ctx.l.t("texts-preview-page"),
            subject: None,
            lines: pieces(&filled(ctx, &l10n, place, place.key())),
            html: None,
        });
    }
    Ok(match real(ctx, tx, place, &l10n).await? {
        Some(real) => PreviewView {
            about: ctx.l.t("texts-preview-real"),
            subject: pieces(&real.subject).pop(),
            lines: pieces(&real.text),
            html: address(place, text),
        },
        None => invented(ctx, &l10n, place),
    })
}

/// Of the last real mail, with these words in it. `None`: there is none.
pub async fn html_part(ctx: &Ctx, tx: &mut Tx, place: &Place, text: &str) -> Result<Option<String>, WebError> {
    if place.kind.is_empty() {
        return Ok(None);
    }
    let l10n = with(ctx, place, text);
    Ok(real(ctx, tx, place, &l10n).await?.map(|real| real.html))
}

fn with(ctx: &Ctx, place: &Place, text: &str) -> L10n {
    let mut texts = ctx.rules.texts().to_vec();
    texts.push(Text {
        locale: place.locale.clone(),
        key: place.key().to_owned(),
        text: writing(place, text),
    });
    ctx.app.l10n.with_texts(&texts)
}

async fn real(ctx: &Ctx, tx: &mut Tx, place: &Place, l10n: &L10n) -> Result<Option<preview::Preview>, WebError> {
    let desk = Desk {
        l10n,
        keys: &ctx.app.keys,
        settings: &ctx.app.mail,
        rules: &ctx.rules,
        now: ctx.now,
        only_to_look: true,
    };
    preview::preview(tx, &desk, place.kind, &place.locale)
        .await
        .map_err(|error| WebError::Internal(error.to_string()))
}

fn address(place: &Place, text: &str) -> Option<String> {
    let query = serde_urlencoded::to_string([("text", text)]).ok()?;
    let address = format!("{}/html?{query}", place.path());
    (address.len() <= LONGEST_ADDRESS).then_some(address)
}

/// With the marks, unless they make it too long for its place.
fn writing(place: &Place, text: &str) -> String {
    let marked = preview::marked(text);
    match check(&place.original, &marked) {
        Ok(_) => marked,
        Err(_) => text.to_owned(),
    }
}

/// All texts of the same mail, in the order of their file.
fn invented(ctx: &Ctx, l10n: &L10n, place: &Place) -> PreviewView {
    let all = ctx.app.l10n.locale(&place.locale).originals();
    let same = all
        .iter()
        .filter(|message| places::of(&message.key) == places::of(place.key()));
    let (mut subject, mut lines) = (None, Vec::new());
    for message in same {
        let text = filled(ctx, l10n, place, &message.key);
        if message.key.ends_with("-subject") && subject.is_none() {
            subject = pieces(&text).pop();
        } else {
            lines.extend(pieces(&text));
        }
    }
    PreviewView {
        about: ctx.l.t("texts-preview-invented"),
        subject,
        lines,
        html: None,
    }
}

fn filled(ctx: &Ctx, l10n: &L10n, place: &Place, key: &str) -> String {
    let l = l10n.locale(&place.locale);
    let original = ctx.app.l10n.locale(&place.locale).original(key);
    let values = original.map(|original| original.values).unwrap_or_default();
    let args: Vec<_> = values
        .iter()
        .map(|value| (value.as_str(), examples::of(ctx, &l, value)))
        .collect();
    l.with(key, &args)
}
