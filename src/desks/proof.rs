//! What happened at an appointment: its form, which three kinds of reader fill in, and its words.

use chrono::NaiveTime;
use chrono_tz::Tz;

use crate::{
    l10n::Locale,
    mail::proof_said,
    proofs::{
        Outcome, Report, Said, Side,
        store::Version,
        times::{self, Planned, TimeProblem, Which},
    },
    requests::draft,
    web::{
        Ctx, Fields, Problems,
        forms::{TextProblem, check_lines},
    },
};

const LONGEST_NOTE: usize = 300;
const LONGEST_WAY: i64 = 600;
/// Longer than any time that somebody may have meant.
const LONGEST_TIME: usize = 12;

/// The form as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub outcome: String,
    pub start: String,
    pub end: String,
    pub travel: String,
    pub note: String,
    /// The length in minutes that was said to be right although it is far from the plan.
    pub sure: String,
    pub doubt: Option<Doubt>,
}

/// "Is that right?": a box to say so.
#[derive(Clone, Debug)]
pub struct Doubt {
    pub value: String,
    pub label: String,
    pub ticked: bool,
}

/// One side's answer, as the pages show it.
pub struct Word {
    pub who: String,
    pub said: String,
    pub travel: String,
    pub note: String,
    pub when: String,
}

pub fn said(l: &Locale, zone: Tz, said: Said) -> String {
    proof_said(l, zone, said.outcome().code(), said.times())
}

/// "9:00 bis 10:00 Uhr"
pub fn planned_time(l: &Locale, planned: &Planned) -> String {
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&planned.zone).time();
    l.time_range(local(planned.starts_at), local(planned.ends_at))
}

impl Word {
    pub fn new(ctx: &Ctx, planned: &Planned, who: String, version: &Version) -> Self {
        let l = &ctx.l;
        let when = l.moment(version.recorded_at, planned.zone);
        Self {
            who,
            said: said(l, planned.zone, version.said),
            travel: version.travel_minutes.map_or_else(String::new, |minutes| {
                l.with("proof-word-travel", &[("length", l.length(minutes).into())])
            }),
            note: version.note.clone(),
            when: l.with("proof-word-when", &[("when", when.into())]),
        }
    }
}

impl Entry {
    /// Filled with the planned times; what happened is left to be chosen.
    pub fn planned(l: &Locale, planned: &Planned) -> Self {
        let local = |at: chrono::DateTime<chrono::Utc>| l.time(at.with_timezone(&planned.zone).time());
        Self {
            start: local(planned.starts_at),
            end: local(planned.ends_at),
            ..Self::default()
        }
    }

    /// Filled with what was said before.
    pub fn of(l: &Locale, planned: &Planned, version: &Version) -> Self {
        let mut entry = Self::planned(l, planned);
        if let Some((from, until)) = version.said.times() {
            entry.start = l.time(from.with_timezone(&planned.zone).time());
            entry.end = l.time(until.with_timezone(&planned.zone).time());
        }
        entry.outcome = version.said.outcome().code().to_owned();
        entry.travel = version
            .travel_minutes
            .map(|minutes| minutes.to_string())
            .unwrap_or_default();
        entry.note = version.note.clone();
        entry
    }

    pub fn sent(fields: &Fields) -> Self {
        Self {
            outcome: fields.get("outcome"),
            start: fields.get("start"),
            end: fields.get("end"),
            travel: fields.get("travel"),
            note: fields.get("note"),
            sure: fields.get("sure"),
            doubt: None,
        }
    }

    /// What it says, or what is wrong with it, field by field.
    pub fn read(&mut self, ctx: &Ctx, planned: &Planned, problems: &mut Problems) -> Option<Report> {
        let said = match Outcome::from_code(&self.outcome) {
            Some(Outcome::Held) => self.held(ctx, planned, problems),
            Some(Outcome::ClientAbsent) => Some(Said::ClientAbsent),
            Some(Outcome::NotHeld) => Some(Said::NotHeld),
            Some(Outcome::VolunteerAbsent) => Some(Said::VolunteerAbsent),
            None => {
                problems.add("outcome", ctx.l.t("proof-problem-outcome"));
                None
            }
        };
        let travel_minutes = self.travel(ctx, problems);
        self.check_note(ctx, problems);
        let said = said.filter(|_| problems.is_empty())?;
        Some(Report {
            said,
            travel_minutes,
            note: self.note.clone(),
        })
    }

    fn held(&mut self, ctx: &Ctx, planned: &Planned, problems: &mut Problems) -> Option<Said> {
        let start = time(ctx, "start", &self.start, "proof-problem-start", problems);
        let end = time(ctx, "end", &self.end, "proof-problem-end", problems);
        match times::held(planned, start?, end?, ctx.now) {
            Ok(said) => {
                self.ask_back(&ctx.l, planned, said, problems);
                Some(said)
            }
            Err((which, problem)) => {
                let field = if which == Which::Start { "start" } else { "end" };
                problems.add(field, time_problem(&ctx.l, problem));
                None
            }
        }
    }

    /// What is far from the plan is asked once more; whoever changes it then is asked anew.
    fn ask_back(&mut self, l: &Locale, planned: &Planned, said: Said, problems: &mut Problems) {
        let Some((plan, length)) = times::doubtful(planned, said) else {
            return;
        };
        let (value, words) = (length.num_minutes().to_string(), l.length(length.num_minutes()));
        let ticked = self.sure == value;
        if !ticked {
            let lengths = [
                ("planned", l.length(plan.num_minutes()).into()),
                ("said", words.clone().into()),
            ];
            problems.add("sure", l.with("proof-problem-unlikely", &lengths));
        }
        self.doubt = Some(Doubt {
            value,
            label: l.with("proof-sure", &[("said", words.into())]),
            ticked,
        });
    }

    fn travel(&self, ctx: &Ctx, problems: &mut Problems) -> Option<i64> {
        if self.travel.is_empty() {
            return None;
        }
        let minutes = self
            .travel
            .parse()
            .ok()
            .filter(|minutes| (0..=LONGEST_WAY).contains(minutes));
        if minutes.is_none() {
            problems.add("travel", ctx.l.t("proof-problem-travel"));
        }
        minutes
    }

    pub fn check_note(&self, ctx: &Ctx, problems: &mut Problems) {
        let used = self.note.chars().count();
        match check_lines(&self.note, LONGEST_NOTE) {
            Ok(()) => {}
            Err(TextProblem::NotAllowed) => problems.add("note", ctx.l.t("proof-problem-note-characters")),
            Err(TextProblem::TooLong) => {
                let sizes = [("used", used.into()), ("max", LONGEST_NOTE.into())];
                problems.add("note", ctx.l.with("proof-problem-note-long", &sizes));
            }
        }
    }
}

pub fn time_problem(l: &Locale, problem: TimeProblem) -> String {
    match problem {
        TimeProblem::Nonexistent { suggest } => l.with("proof-problem-skipped", &[("suggest", l.time(suggest).into())]),
        TimeProblem::EndBeforeStart => l.t("proof-problem-order"),
        TimeProblem::OtherDay => l.t("proof-problem-other-day"),
        TimeProblem::TooLong => l.t("proof-problem-too-long"),
        TimeProblem::Future => l.t("proof-problem-future"),
    }
}

/// Whose word it is, for readers of either side.
pub fn side(l: &Locale, side: Side) -> String {
    l.t(match side {
        Side::Volunteer => "proof-by-volunteer",
        Side::Institution => "proof-by-institution",
        Side::Coordinator => "proof-by-coordinator",
    })
}

fn time(ctx: &Ctx, field: &'static str, text: &str, missing: &str, problems: &mut Problems) -> Option<NaiveTime> {
    match draft::time(text) {
        Ok(time) => Some(time),
        Err(draft::Problem::Missing) => {
            problems.add(field, ctx.l.t(missing));
            None
        }
        Err(_) => {
            problems.add(field, no_time(&ctx.l, text));
            None
        }
    }
}

/// Names what was typed, and what may be meant: "90" is a slip for 9:00.
fn no_time(l: &Locale, text: &str) -> String {
    if text.chars().count() > LONGEST_TIME {
        return l.t("proof-problem-no-time");
    }
    let typed = ("typed", text.to_owned().into());
    let slip = text
        .strip_suffix('0')
        .filter(|hour| hour.len() == 1)
        .and_then(|hour| draft::time(hour).ok());
    match slip {
        Some(meant) => l.with("proof-problem-slip", &[typed, ("meant", l.time(meant).into())]),
        None => l.with("proof-problem-typed", &[typed]),
    }
}
