//! What stands on a slip: the sentences with their places filled in. Pure.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::{Direction, Piece, Text, pieces, texts};
use crate::{matching::Mode, phone};

/// All that a slip tells of an appointment. Nobody's name is among it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The wall's date and time: no zone, and no change of the clocks, can move them.
    pub date: NaiveDate,
    pub time: NaiveTime,
    pub end: NaiveTime,
    pub mode: Mode,
    /// "Kita Sonnenblume, Lindenweg 4, 48155 Münster"; from afar the institution alone.
    pub place: String,
    pub meeting: Option<String>,
    pub phone: String,
    /// As German calls it.
    pub language: String,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Words(String),
    /// German words in the middle of another language.
    German(String),
    /// Read from left to right everywhere.
    Phone(String),
    /// A time, or from when to when: from left to right, and never on two lines.
    Times(String),
}

impl Part {
    pub fn is_german(&self) -> bool {
        matches!(self, Part::German(_))
    }

    pub fn is_times(&self) -> bool {
        matches!(self, Part::Times(_))
    }

    pub fn is_phone(&self) -> bool {
        matches!(self, Part::Phone(_))
    }

    pub fn phone_link(&self) -> String {
        phone::link(self.text())
    }

    pub fn text(&self) -> &str {
        match self {
            Part::Words(text) | Part::German(text) | Part::Phone(text) | Part::Times(text) => text,
        }
    }
}

/// One sentence, and what it means; a German slip needs to say it once only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub own: Vec<Part>,
    pub german: Vec<Part>,
}

impl Line {
    /// Without marks, for a title.
    pub fn plain(&self) -> String {
        self.own.iter().map(Part::text).collect()
    }
}

/// Lines that belong together, with their picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub icon: &'static str,
    pub lines: Vec<Line>,
    pub strong: bool,
}

impl Row {
    pub fn is(&self, icon: &str) -> bool {
        self.icon == icon
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub title: Line,
    pub date: Line,
    pub time: Line,
    pub rows: Vec<Row>,
}

/// Who reads it: their language, German beneath, and whether it is another language than theirs.
#[derive(Clone, Debug)]
pub struct Reader {
    pub text: Text,
    pub german: Text,
    pub other: bool,
    /// What the booked language is called, where the slip is wanted in another one: the slip names it, and no other.
    pub booked: Option<Part>,
}

impl Reader {
    pub fn lang(&self) -> &str {
        &self.text.lang
    }

    pub fn direction(&self) -> &'static str {
        self.text.direction.as_str()
    }

    pub fn is_rtl(&self) -> bool {
        self.text.direction == Direction::Rtl
    }

    /// One sentence of the slip.
    pub fn line(&self, code: &str, facts: &Facts) -> Line {
        let german = if self.text.code == self.german.code {
            Vec::new()
        } else {
            filled(&self.german, code, facts, None)
        };
        Line {
            own: filled(&self.text, code, facts, self.booked.as_ref()),
            german,
        }
    }

    pub fn sheet(&self, facts: &Facts) -> Sheet {
        let line = |code| self.line(code, facts);
        let row = |icon, code, strong| Row {
            icon,
            lines: vec![line(code)],
            strong,
        };
        let mediator = if self.booked.is_some() {
            "booked"
        } else if self.other && self.text.says.contains_key("other") {
            "other"
        } else {
            "mediator"
        };
        Sheet {
            title: line("title"),
            date: line("date"),
            time: line("time"),
            rows: vec![
                self.place(facts),
                row("speech", mediator, true),
                row("money", "free", false),
                row("lock", "secret", false),
                row("phone", "call", false),
            ],
        }
    }

    fn place(&self, facts: &Facts) -> Row {
        let name = || Line {
            own: vec![Part::German(facts.place.clone())],
            german: Vec::new(),
        };
        let (icon, lines) = match facts.mode {
            Mode::OnSite => {
                let meeting = facts.meeting.iter().map(|_| self.line("meeting", facts));
                let place = self.line("place", facts);
                ("pin", std::iter::once(place).chain(meeting).collect())
            }
            Mode::Phone => ("talk", vec![name(), self.line("phone", facts)]),
            Mode::Video => ("screen", vec![name(), self.line("video", facts)]),
        };
        Row {
            icon,
            lines,
            strong: false,
        }
    }
}

fn filled(text: &Text, code: &str, facts: &Facts, booked: Option<&Part>) -> Vec<Part> {
    let words = text.says.get(code).map_or("", String::as_str);
    let mut parts = Vec::new();
    for piece in pieces(words) {
        parts.push(match piece {
            Piece::Words(words) => Part::Words(words.to_owned()),
            Piece::Place("language") => booked.cloned().unwrap_or_else(|| Part::German(facts.language.clone())),
            Piece::Place(name) => place(text, name, facts),
        });
    }
    parts
}

/// Figures are western ones everywhere: they are on the institution's letters, too.
fn place(text: &Text, name: &str, facts: &Facts) -> Part {
    let date = facts.date;
    match name {
        "weekday" => Part::Words(text.weekdays[date.weekday().num_days_from_monday() as usize].clone()),
        "day" => Part::Words(date.day().to_string()),
        "month" => Part::Words(text.months[date.month0() as usize].clone()),
        "year" => Part::Words(date.year().to_string()),
        "from" => clock(text, facts.time),
        "until" => clock(text, facts.end),
        // As sentences that were corrected before have it.
        "time" if text.code == texts::GERMAN => Part::Words(format!("{} bis {}", wall(facts.time), wall(facts.end))),
        "time" => Part::Times(format!("{}–{}", wall(facts.time), wall(facts.end))),
        "place" => Part::German(facts.place.clone()),
        "meeting" => Part::German(facts.meeting.clone().unwrap_or_default()),
        "phone" => Part::Phone(facts.phone.clone()),
        _ => Part::Words(String::new()),
    }
}

/// In German it needs no mark.
fn clock(text: &Text, time: NaiveTime) -> Part {
    if text.code == texts::GERMAN {
        Part::Words(wall(time))
    } else {
        Part::Times(wall(time))
    }
}

/// "9:00"
fn wall(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}
