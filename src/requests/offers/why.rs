use crate::{
    database::{DbError, Tx},
    matching::RankPart,
    q,
    requests::OfferId,
};

/// Nobody else of its search can answer now: one is asked at a time, or all others have answered.
pub async fn is_alone(tx: &mut Tx, offer: OfferId) -> Result<bool, DbError> {
    let (others,) = q!(
        "SELECT COUNT(*) FROM offer mine JOIN offer o ON o.search_id = mine.search_id
         WHERE mine.id = $1 AND o.id <> mine.id AND o.state IN ('queued', 'sent')",
        offer
    )
    .one::<(i64,)>(tx)
    .await?;
    Ok(others == 0)
}

/// Why this person was asked, as it was seen then. Empty: from before it was kept.
pub async fn why(tx: &mut Tx, offer: OfferId) -> Result<Vec<RankPart>, DbError> {
    let row = q!("SELECT rank FROM offer WHERE id = $1", offer)
        .optional::<(Option<String>,)>(tx)
        .await?;
    let parts = row.and_then(|(rank,)| rank);
    // A part that a later version does not know any more says nothing.
    Ok(parts
        .and_then(|parts| serde_json::from_str(&parts).ok())
        .unwrap_or_default())
}
