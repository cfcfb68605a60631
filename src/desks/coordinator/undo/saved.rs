use uuid::Uuid;

use super::kind::Kind;
use crate::{
    act::Act,
    database::{DbError, Tx},
    q,
    web::render::UNDO,
};

/// Where to go after an act on that thing: the page then says that it was saved, and offers to undo it. Without
/// an act that can be undone it is the page itself.
pub async fn saved(tx: &mut Tx, act: &Act<'_>, thing: Uuid, path: &str) -> Result<String, DbError> {
    let lines = q!(
        "SELECT id, action FROM audit WHERE object_id = $1 AND at = $2 AND person_id = $3 ORDER BY id DESC",
        thing,
        act.now,
        act.person()
    );
    let lines = lines.all::<(Uuid, String)>(tx).await?;
    let found = lines.into_iter().find(|(_, action)| Kind::of(action).is_some());
    Ok(match found {
        Some((id, _)) => with(path, UNDO, &id.to_string()),
        None => path.to_owned(),
    })
}

/// The address with one more value, before its "#".
pub fn with(path: &str, name: &str, value: &str) -> String {
    let (page, part) = path
        .split_once('#')
        .map_or((path, None), |(page, part)| (page, Some(part)));
    let mark = if page.contains('?') { '&' } else { '?' };
    let part = part.map(|part| format!("#{part}")).unwrap_or_default();
    format!("{page}{mark}{name}={value}{part}")
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn the_value_stands_before_the_part_of_the_page() {
        assert_eq!(with("/desk", "undo", "1"), "/desk?undo=1");
        assert_eq!(with("/desk/a?b=c#d", "undo", "1"), "/desk/a?b=c&undo=1#d");
    }
}
