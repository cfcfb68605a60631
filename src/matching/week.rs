//! A week of free times as a set of minutes: in order, and nothing twice.

use super::candidate::Window;

/// The same times with as few windows as possible: those that touch or overlap on a day become one, empty ones go.
pub fn joined(windows: &[Window]) -> Vec<Window> {
    let mut windows: Vec<Window> = windows
        .iter()
        .copied()
        .filter(|window| window.from < window.until)
        .collect();
    windows.sort_by_key(|window| (window.weekday, window.from, window.until));
    let mut all: Vec<Window> = Vec::with_capacity(windows.len());
    for window in windows {
        match all.last_mut() {
            Some(last) if last.weekday == window.weekday && window.from <= last.until => {
                last.until = last.until.max(window.until);
            }
            _ => all.push(window),
        }
    }
    all
}
