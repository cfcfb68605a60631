/// Of names the one that was probably meant: at most a third of its letters differ.
pub fn most_alike<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = crate::imports::words::normal(text);
    if wanted.chars().count() < 3 {
        return None;
    }
    let scored = names.into_iter().map(|name| {
        let known = crate::imports::words::normal(name);
        let within = known.split(' ').any(|word| word == wanted) || wanted.split(' ').any(|word| word == known);
        (if within { 1 } else { distance(&wanted, &known) }, name)
    });
    let (steps, name) = scored.min_by_key(|(steps, _)| *steps)?;
    (steps * 3 <= wanted.chars().count()).then_some(name)
}

/// How many letters have to be changed, added or taken away.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(60).collect(), b.chars().take(60).collect());
    if a.len().abs_diff(b.len()) > 6 {
        return usize::MAX / 4;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = before + usize::from(x != y);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}
