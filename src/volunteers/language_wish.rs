//! Languages as volunteers themselves say them: one that goes, goes at once; a new one, or a higher level, is a wish
//! until a coordinator has looked at it.

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::{VolunteerId, details, store};
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::{Level, SpokenLanguage},
    q, row, tasks,
};

/// By then a coordinator should have called.
const TIME_TO_LOOK: Duration = Duration::days(3);

row! {
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LanguageWish {
        pub language: String,
        pub level: String,
        pub wished_at: DateTime<Utc>,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wished {
    /// Is so already.
    Nothing,
    /// A lower level than before counts at once.
    AtOnce,
    /// Waits for a coordinator.
    Waits,
}

pub async fn wish_language(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    language: &str,
    level: Level,
) -> Result<Wished, DbError> {
    super::lock(tx, volunteer).await?;
    let known = store::languages_of(tx, volunteer).await?;
    let known = known.iter().find(|one| one.language == language);
    let before = known.and_then(|one| one.level.parse::<Level>().ok());
    if before == Some(level) {
        return Ok(Wished::Nothing);
    }
    if before.is_some_and(|before| level < before) {
        forget(tx, volunteer, language).await?;
        q!(
            "UPDATE volunteer_language SET level = $1 WHERE volunteer_id = $2 AND language = $3",
            level.as_str(),
            volunteer,
            language
        )
        .execute(tx)
        .await?;
        changed(tx, act, volunteer).await?;
        settle_if_none(tx, act, volunteer).await?;
        return Ok(Wished::AtOnce);
    }
    q!(
        "INSERT INTO language_wish (volunteer_id, language, level, wished_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (volunteer_id, language) DO UPDATE SET level = excluded.level, wished_at = excluded.wished_at",
        volunteer,
        language,
        level.as_str(),
        act.now
    )
    .execute(tx)
    .await?;
    let about = tasks::About {
        volunteer: Some(volunteer),
        ..Default::default()
    };
    let due = act.now + TIME_TO_LOOK;
    tasks::create(tx, act, tasks::Kind::LanguageWish, about, json!({}), due).await?;
    let params = json!({ "language": language, "level": level.as_str() });
    act.audit(tx, "language_wished", ("volunteer", volunteer.0), params)
        .await?;
    Ok(Wished::Waits)
}

/// Not spoken any more, and not wished for. Open offers stay open: accepting looks again. `false`: there was none.
pub async fn remove_language(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    language: &str,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let wished = forget(tx, volunteer, language).await?;
    let spoken = q!(
        "DELETE FROM volunteer_language WHERE volunteer_id = $1 AND language = $2",
        volunteer,
        language
    )
    .execute(tx)
    .await?;
    if wished + spoken == 0 {
        return Ok(false);
    }
    changed(tx, act, volunteer).await?;
    settle_if_none(tx, act, volunteer).await?;
    Ok(true)
}

/// A coordinator says what of a wish counts. `false`: nobody wishes that any more.
pub async fn decide_language(
    tx: &mut Tx,
    act: &Act<'_>,
    volunteer: VolunteerId,
    language: &str,
    confirmed: bool,
) -> Result<bool, DbError> {
    super::lock(tx, volunteer).await?;
    let wishes = language_wishes(tx, volunteer).await?;
    let Some(wish) = wishes.into_iter().find(|wish| wish.language == language) else {
        return Ok(false);
    };
    forget(tx, volunteer, language).await?;
    let params = json!({ "language": language, "level": wish.level });
    let about = ("volunteer", volunteer.0);
    match wish.level.parse::<Level>() {
        Ok(level) if confirmed => {
            q!(
                "DELETE FROM volunteer_language WHERE volunteer_id = $1 AND language = $2",
                volunteer,
                language
            )
            .execute(tx)
            .await?;
            let spoken = SpokenLanguage {
                language: language.to_owned(),
                level,
            };
            details::languages(tx, volunteer, &[spoken]).await?;
            act.audit(tx, "language_confirmed", about, params).await?;
        }
        _ => act.audit(tx, "language_declined", about, params).await?,
    }
    settle_if_none(tx, act, volunteer).await?;
    Ok(true)
}

/// The oldest first.
pub async fn language_wishes(tx: &mut Tx, volunteer: VolunteerId) -> Result<Vec<LanguageWish>, DbError> {
    q!(
        "SELECT language, level, wished_at FROM language_wish WHERE volunteer_id = $1 ORDER BY wished_at, language",
        volunteer
    )
    .all(tx)
    .await
}

async fn forget(tx: &mut Tx, volunteer: VolunteerId, language: &str) -> Result<u64, DbError> {
    q!(
        "DELETE FROM language_wish WHERE volunteer_id = $1 AND language = $2",
        volunteer,
        language
    )
    .execute(tx)
    .await
}

async fn changed(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<(), DbError> {
    let all = store::languages_of(tx, volunteer).await?;
    let codes: Vec<_> = all.iter().map(|one| json!([one.language, one.level])).collect();
    let params = json!({ "languages": codes });
    act.audit(tx, "volunteer_languages_changed", ("volunteer", volunteer.0), params)
        .await
}

async fn settle_if_none(tx: &mut Tx, act: &Act<'_>, volunteer: VolunteerId) -> Result<(), DbError> {
    if language_wishes(tx, volunteer).await?.is_empty() {
        tasks::settle_volunteer(tx, act, volunteer, &[tasks::Kind::LanguageWish]).await?;
    }
    Ok(())
}
