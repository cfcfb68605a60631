//! The rows around a volunteer.

use super::VolunteerId;
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::{Absence, SpokenLanguage, Window},
    q,
};

pub(super) async fn languages(tx: &mut Tx, id: VolunteerId, languages: &[SpokenLanguage]) -> Result<(), DbError> {
    for spoken in languages {
        q!(
            "INSERT INTO volunteer_language (volunteer_id, language, level) VALUES ($1, $2, $3)",
            id,
            &spoken.language,
            spoken.level.as_str()
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

pub(super) async fn areas(
    tx: &mut Tx,
    id: VolunteerId,
    districts: &[String],
    sectors: &[String],
) -> Result<(), DbError> {
    for district in districts {
        q!(
            "INSERT INTO volunteer_district (volunteer_id, district) VALUES ($1, $2)",
            id,
            district
        )
        .execute(tx)
        .await?;
    }
    for sector in sectors {
        q!(
            "INSERT INTO volunteer_sector (volunteer_id, sector) VALUES ($1, $2)",
            id,
            sector
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

pub(super) async fn availability(
    tx: &mut Tx,
    act: &Act<'_>,
    id: VolunteerId,
    windows: &[Window],
) -> Result<(), DbError> {
    for window in windows {
        q!(
            "INSERT INTO availability (id, volunteer_id, weekday, from_time, until_time) VALUES ($1, $2, $3, $4, $5)",
            act.uuid(),
            id,
            i64::from(window.weekday),
            window.from.to_string(),
            window.until.to_string()
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}

pub(super) async fn absences(tx: &mut Tx, act: &Act<'_>, id: VolunteerId, absences: &[Absence]) -> Result<(), DbError> {
    for absence in absences {
        q!(
            "INSERT INTO absence (id, volunteer_id, from_date, until_date) VALUES ($1, $2, $3, $4)",
            act.uuid(),
            id,
            absence.from,
            absence.until
        )
        .execute(tx)
        .await?;
    }
    Ok(())
}
