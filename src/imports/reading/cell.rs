use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// What stands in a cell, as the office program stored it. A formula is the value it last came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Moment(NaiveDateTime),
    Time(NaiveTime),
    /// "#NV", "#REF!".
    Error(String),
}

/// The numbers that can be a day of this or the last century in Excel's way of counting.
const DAYS: std::ops::RangeInclusive<f64> = 1.0..=73_050.0;

impl Cell {
    pub fn text(text: &str) -> Self {
        match text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}') {
            "" => Self::Empty,
            _ if text.trim().starts_with('#') && is_error(text.trim()) => Self::Error(text.trim().to_owned()),
            _ => Self::Text(text.to_owned()),
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// As a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => plain(text),
            Self::Number(number) => number.to_string(),
            Self::Moment(at) if at.time() == NaiveTime::MIN => at.format("%d.%m.%Y").to_string(),
            Self::Moment(at) => at.format("%d.%m.%Y %H:%M").to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
        }
    }

    pub fn byte_len(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => text.len(),
            _ => 0,
        }
    }
}

/// One space for any run of spaces, also of those that do not break; nothing around it.
pub fn plain(text: &str) -> String {
    let words = text.split(|c: char| (c.is_whitespace() && c != '\n' && c != '\r') || c == '\u{feff}');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").trim().to_owned()
}

/// What office programs write into a cell whose formula failed.
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 12] = [
        "#NV",
        "#N/A",
        "#REF!",
        "#BEZUG!",
        "#NAME?",
        "#DIV/0!",
        "#WERT!",
        "#VALUE!",
        "#NULL!",
        "#ZAHL!",
        "#NUM!",
        "#ÜBERLAUF!",
    ];
    ERRORS.contains(&text)
}

/// Excel counts days from the end of 1899, on a Mac once from 1904.
pub fn from_serial(serial: f64, from_1904: bool) -> Option<NaiveDateTime> {
    let serial = if from_1904 { serial + 1462.0 } else { serial };
    if !DAYS.contains(&serial) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let seconds = (serial * 86_400.0).round();
    first.checked_add_signed(Duration::try_seconds(seconds as i64)?)
}

/// A part of a day: 0.5 is noon.
pub fn time_of_day(part: f64) -> Option<NaiveTime> {
    if !(0.0..1.0).contains(&part) {
        return None;
    }
    // A third of a day is no round number of seconds in binary.
    let minutes = (part * 1_440.0).round() as u32;
    NaiveTime::from_num_seconds_from_midnight_opt((minutes * 60) % 86_400, 0)
}
