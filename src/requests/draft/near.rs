//! Names of languages that look like what was typed.

use std::collections::BTreeMap;

use crate::settings::Rules;

const MOST: usize = 5;

/// The codes of the closest names, the closest first; none when nothing is close.
pub fn near_languages(rules: &Rules, typed: &str) -> Vec<String> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, language) in rules.languages() {
        let names = language.name.iter().map(|(_, name)| name);
        for name in names.chain(language.also.iter().map(String::as_str)) {
            let name = plain(name);
            let steps = distance(&typed, &name);
            let near = steps <= (name.len() / 3).clamp(1, 3) || (typed.len() >= 3 && name.starts_with(&typed[..]));
            if near {
                let best = found.entry(code).or_insert(steps);
                *best = steps.min(*best);
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(code, steps)| (*steps, *code));
    found.into_iter().take(MOST).map(|(code, _)| code.to_owned()).collect()
}

fn plain(name: &str) -> Vec<char> {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// How many letters to change, add or drop (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
