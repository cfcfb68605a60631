//! Nobody's name stands on a slip, also where an institution has typed one into its meeting point.

/// Whether the text holds a part of one of these names. Titles and initials are too short to tell anybody.
pub fn names_somebody<'n>(text: &str, names: impl IntoIterator<Item = &'n str>) -> bool {
    let said: Vec<String> = words(text).collect();
    names
        .into_iter()
        .flat_map(words)
        .any(|part| part.chars().count() > 2 && said.contains(&part))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}
