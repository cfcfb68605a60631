//! What a coordinator does about a proof: decides, or writes down what one side said on the phone.

use crate::{
    proofs::{Report, Side, store::Proof},
    web::Ctx,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What this side says counts.
    Follow(Side),
    /// What the coordinator enters counts.
    Own,
    /// This side said it on the phone; the other one still answers.
    Phone(Side),
}

const ALL: [(&str, Choice); 5] = [
    ("volunteer", Choice::Follow(Side::Volunteer)),
    ("institution", Choice::Follow(Side::Institution)),
    ("own", Choice::Own),
    ("phone_volunteer", Choice::Phone(Side::Volunteer)),
    ("phone_institution", Choice::Phone(Side::Institution)),
];

/// A line of the page's form.
pub struct Line {
    pub value: &'static str,
    pub label: String,
    pub hint: String,
    pub checked: bool,
}

impl Choice {
    pub fn from_code(code: &str) -> Option<Self> {
        ALL.into_iter()
            .find(|(known, _)| *known == code)
            .map(|(_, choice)| choice)
    }

    /// Only what was said can be followed, and nobody reports once it is settled.
    fn is_open(self, proof: &Proof) -> bool {
        match self {
            Choice::Follow(side) => proof.newest(side).is_some(),
            Choice::Own => true,
            Choice::Phone(_) => proof.counts.is_none(),
        }
    }
}

pub fn lines(ctx: &Ctx, proof: &Proof, volunteer: &str, chosen: &str) -> Vec<Line> {
    let open = ALL.into_iter().filter(|(_, choice)| choice.is_open(proof));
    let lines = open.map(|(value, choice)| Line {
        value,
        label: ctx.l.with(
            &format!("desk-proof-choice-{value}"),
            &[("volunteer", volunteer.to_owned().into())],
        ),
        hint: match choice {
            Choice::Phone(_) => ctx.l.t("desk-proof-choice-phone-hint"),
            Choice::Follow(_) | Choice::Own => String::new(),
        },
        checked: value == chosen,
    });
    lines.collect()
}

/// What that side says, as a decision: the way is the volunteer's own, whoever is right about the times.
pub fn followed(proof: &Proof, side: Side, note: String) -> Option<Report> {
    let version = proof.newest(side)?;
    Some(Report {
        said: version.said,
        travel_minutes: proof.newest(Side::Volunteer).and_then(|version| version.travel_minutes),
        note,
    })
}
