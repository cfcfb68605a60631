//! Papers that count for a year only are shown once more before they run out.

use chrono::Days;

use super::{people::Cast, year::YearError};
use crate::{
    act::Actor,
    app::Shared,
    database::Tx,
    q, qualifications,
    settings::Rules,
    volunteers::{NewQualification, VolunteerId},
};

/// Everybody who has shown something that counts for a year only was trained again two weeks ago.
pub(super) async fn renew(app: &Shared, tx: &mut Tx, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let act = app.act(Actor::Person(cast.coordinator));
    let today = rules.local(act.now).date();
    let yearly = rules
        .qualifications()
        .iter()
        .filter(|kind| kind.valid_months.is_some_and(|months| months < 24));
    for kind in yearly {
        let holders = q!(
            "SELECT DISTINCT q.volunteer_id FROM qualification q JOIN volunteer v ON v.id = q.volunteer_id
             WHERE q.kind = $1 AND q.revoked_at IS NULL AND v.state <> 'retired' ORDER BY q.volunteer_id",
            kind.code.as_str()
        );
        for (volunteer,) in holders.all::<(VolunteerId,)>(tx).await? {
            let shown = NewQualification {
                kind: kind.code.clone(),
                seen_on: today,
                issued_on: Some(today - Days::new(14)),
                valid_until: None,
                seen_by: None,
            };
            let recorded = qualifications::record(tx, &act, rules, volunteer, &shown).await;
            recorded.map_err(|error| YearError::Refused(error.to_string()))?;
        }
    }
    Ok(())
}
