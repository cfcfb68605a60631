//! A week as the form shows it: blocks of two hours to tick, and exact times for what does not fit them.
//! What was stored is shown whole: ticked blocks and exact times together are the same minutes.

use crate::{
    matching::{WallTime, Window, joined},
    web::{Ctx, Fields, Problems},
};

/// The first hour of each block; it lasts until the next one's, the last until 22:00.
const BLOCKS: [u16; 7] = [8, 10, 12, 14, 16, 18, 20];
const BLOCK_HOURS: u16 = 2;
/// The field to which each day's problem belongs.
const FIELDS: [&str; 7] = ["day_1", "day_2", "day_3", "day_4", "day_5", "day_6", "day_7"];

pub struct Grid {
    pub columns: Vec<String>,
    pub days: Vec<Day>,
}

pub struct Day {
    pub number: usize,
    pub name: String,
    pub field: &'static str,
    pub cells: Vec<Cell>,
    /// At least one, so that a time can be added.
    pub exact: Vec<Exact>,
}

pub struct Cell {
    pub value: String,
    pub label: String,
    pub ticked: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exact {
    pub from: String,
    pub until: String,
    pub wrong: bool,
}

/// What the form says about one day.
#[derive(Clone, Debug, Default)]
struct Typed {
    ticked: Vec<u16>,
    exact: Vec<Exact>,
}

/// The stored week as a form.
pub fn of(ctx: &Ctx, windows: &[Window]) -> Grid {
    let windows = joined(windows);
    view(ctx, |weekday| {
        let mut typed = Typed::default();
        for window in windows.iter().filter(|window| window.weekday == weekday) {
            let mut rest = window.from.minutes();
            let until = window.until.minutes();
            for hour in BLOCKS {
                let (begin, end) = (hour * 60, (hour + BLOCK_HOURS) * 60);
                if begin >= rest && end <= until {
                    typed.exact.extend(exact(rest, begin));
                    typed.ticked.push(hour);
                    rest = end;
                }
            }
            typed.exact.extend(exact(rest, until));
        }
        typed
    })
}

/// What was posted: the week, or the form again with what is wrong.
pub fn read(ctx: &Ctx, fields: &Fields) -> Result<Vec<Window>, (Grid, Problems)> {
    let (mut windows, mut problems) = (Vec::new(), Problems::default());
    let grid = view(ctx, |weekday| {
        let mut typed = posted(fields, weekday);
        for hour in &typed.ticked {
            windows.extend(window(weekday, hour * 60, (hour + BLOCK_HOURS) * 60));
        }
        for pair in typed.exact.iter_mut() {
            match read_pair(pair) {
                Ok((from, until)) => windows.push(Window { weekday, from, until }),
                Err(key) => {
                    pair.wrong = true;
                    let day = ctx.l.t(&format!("weekday-{weekday}"));
                    let field = FIELDS[usize::from(weekday) - 1];
                    problems.add(field, ctx.l.with(key, &[("day", day.into())]));
                }
            }
        }
        typed
    });
    if problems.is_empty() {
        Ok(joined(&windows))
    } else {
        Err((grid, problems))
    }
}

/// "Montag: 8:00 bis 18:00 Uhr", a line for each day with times.
pub fn lines(ctx: &Ctx, windows: &[Window]) -> Vec<(String, String)> {
    let windows = joined(windows);
    (1..=7u8)
        .filter_map(|weekday| {
            let times: Vec<String> = windows
                .iter()
                .filter(|window| window.weekday == weekday)
                .map(|window| {
                    let (from, until) = (spoken(window.from), spoken(window.until));
                    ctx.l
                        .with("time-range", &[("from", from.into()), ("until", until.into())])
                })
                .collect();
            (!times.is_empty()).then(|| (ctx.l.t(&format!("weekday-{weekday}")), times.join(", ")))
        })
        .collect()
}

/// "9", "9:30", "09.30", "9:30 Uhr", "24:00".
fn time(text: &str) -> Option<WallTime> {
    let text = text.to_lowercase();
    let text = text.trim_end_matches("uhr").trim();
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) || hours.is_empty() || hours.len() > 2 || minutes.len() != 2 {
        return None;
    }
    format!("{hours:0>2}:{minutes}").parse().ok()
}

fn read_pair(pair: &Exact) -> Result<(WallTime, WallTime), &'static str> {
    match (time(&pair.from), time(&pair.until)) {
        (Some(from), Some(until)) if from < until => Ok((from, until)),
        (Some(_), Some(_)) => Err("week-problem-order"),
        _ if pair.from.is_empty() || pair.until.is_empty() => Err("week-problem-half"),
        _ => Err("week-problem-time"),
    }
}

fn posted(fields: &Fields, weekday: u8) -> Typed {
    let ticked = fields.all("free");
    let is_ticked = |hour: &u16| ticked.contains(&value(weekday, *hour));
    let (from, until) = (
        fields.all(&format!("from_{weekday}")),
        fields.all(&format!("until_{weekday}")),
    );
    let pairs = (0..from.len().max(until.len())).map(|at| Exact {
        from: from.get(at).cloned().unwrap_or_default(),
        until: until.get(at).cloned().unwrap_or_default(),
        wrong: false,
    });
    Typed {
        ticked: BLOCKS.into_iter().filter(is_ticked).collect(),
        exact: pairs
            .filter(|pair| !pair.from.is_empty() || !pair.until.is_empty())
            .collect(),
    }
}

fn view(ctx: &Ctx, mut typed: impl FnMut(u8) -> Typed) -> Grid {
    let label = |hour: u16| format!("{hour}–{}", hour + BLOCK_HOURS);
    let days = (1..=7u8).map(|weekday| {
        let Typed { ticked, mut exact } = typed(weekday);
        exact.push(Exact::default());
        Day {
            number: weekday.into(),
            name: ctx.l.t(&format!("weekday-{weekday}")),
            field: FIELDS[usize::from(weekday) - 1],
            cells: BLOCKS
                .into_iter()
                .map(|hour| Cell {
                    value: value(weekday, hour),
                    label: label(hour),
                    ticked: ticked.contains(&hour),
                })
                .collect(),
            exact,
        }
    });
    Grid {
        days: days.collect(),
        columns: BLOCKS.into_iter().map(label).collect(),
    }
}

fn value(weekday: u8, hour: u16) -> String {
    format!("{weekday}-{hour}")
}

fn window(weekday: u8, from: u16, until: u16) -> Option<Window> {
    let (from, until) = (WallTime::from_minutes(from)?, WallTime::from_minutes(until)?);
    Some(Window { weekday, from, until })
}

fn exact(from: u16, until: u16) -> Option<Exact> {
    let (begin, end) = (WallTime::from_minutes(from)?, WallTime::from_minutes(until)?);
    (begin < end).then(|| Exact {
        from: begin.to_string(),
        until: end.to_string(),
        wrong: false,
    })
}

/// "9:30", and "24:00" for the end of a day.
fn spoken(time: WallTime) -> String {
    format!("{}:{:02}", time.minutes() / 60, time.minutes() % 60)
}
