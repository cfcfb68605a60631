use super::{VolunteerId, details};
use crate::{
    act::Act,
    database::{DbError, Tx},
    matching::{Absence, Gender, Level, Mode, SpokenLanguage, Window},
    people::{self, EmailAddress, Name},
    q,
    qualifications::{self, NewQualification},
};

#[derive(Clone, Debug)]
pub struct NewVolunteer {
    pub name: Name,
    pub email: EmailAddress,
    pub locale: String,
    pub gender: Gender,
    pub birth_year: Option<i64>,
    pub phone: Option<String>,
    /// May the phone number be passed on to the contact of an institution?
    pub phone_consent: bool,
    pub home_district: Option<String>,
    pub german: Level,
    pub modes: Vec<Mode>,
    /// One way, from home; none: as the pool's rules say.
    pub max_travel_minutes: Option<i64>,
    /// Most assignments in a week; none: no limit.
    pub weekly_cap: Option<i64>,
    pub languages: Vec<SpokenLanguage>,
    /// Empty: everywhere.
    pub districts: Vec<String>,
    /// Empty: in every sector.
    pub sectors: Vec<String>,
    pub availability: Vec<Window>,
    pub absences: Vec<Absence>,
    pub qualifications: Vec<NewQualification>,
}

/// A volunteer who may be asked from now on. One person is at most one volunteer.
pub async fn create_volunteer(tx: &mut Tx, act: &Act<'_>, new: &NewVolunteer) -> Result<VolunteerId, DbError> {
    let person = people::find_or_create(tx, act, &new.name, &new.email, &new.locale).await?;
    let id = VolunteerId(act.uuid());
    q!(
        "INSERT INTO volunteer (id, person_id, state, gender, birth_year, phone, phone_consent, home_district,
             german_level, on_site, by_phone, by_video, max_travel_minutes, weekly_cap, version, created_at)
         VALUES ($1, $2, 'active', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14)",
        id,
        person,
        new.gender.as_str(),
        new.birth_year,
        new.phone.clone(),
        new.phone_consent,
        new.home_district.clone(),
        new.german.as_str(),
        new.modes.contains(&Mode::OnSite),
        new.modes.contains(&Mode::Phone),
        new.modes.contains(&Mode::Video),
        new.max_travel_minutes,
        new.weekly_cap,
        act.now
    )
    .execute(tx)
    .await?;
    details::languages(tx, id, &new.languages).await?;
    details::areas(tx, id, &new.districts, &new.sectors).await?;
    details::availability(tx, act, id, &new.availability).await?;
    details::absences(tx, act, id, &new.absences).await?;
    for shown in &new.qualifications {
        qualifications::insert(tx, act, id, shown).await?;
    }
    act.audit(tx, "volunteer_created", ("volunteer", id.0), serde_json::json!({}))
        .await?;
    Ok(id)
}
