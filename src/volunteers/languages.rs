use serde_json::json;

use super::{VolunteerId, details};
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::SpokenLanguage,
    q,
};

/// All that somebody speaks from now on. A language that stands twice counts as it stands last.
pub async fn set_languages(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    languages: &[SpokenLanguage],
) -> Result<(), DbError> {
    super::lock(tx, volunteer).await?;
    let mut once: Vec<SpokenLanguage> = Vec::with_capacity(languages.len());
    for spoken in languages {
        once.retain(|known| known.language != spoken.language);
        once.push(spoken.clone());
    }
    q!("DELETE FROM volunteer_language WHERE volunteer_id = $1", volunteer)
        .execute(tx)
        .await?;
    details::languages(tx, volunteer, &once).await?;
    let codes: Vec<_> = once
        .iter()
        .map(|spoken| json!([spoken.language, spoken.level.as_str()]))
        .collect();
    let params = json!({ "languages": codes });
    act.audit(tx, "volunteer_languages_changed", ("volunteer", volunteer.0), params)
        .await
}
