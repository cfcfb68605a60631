//! Verbs in a transaction of their own, and what the tests ask again and again.

use chrono::NaiveDate;
use sprachpool::{
    act::{Act, Actor},
    database::Query,
    matching::Reason,
    q,
    qualifications::{self, NewQualification, QualificationId, RecordError, Why},
    requests::{self, RequestId, candidates},
    settings::Rules,
    tasks::{self, Task},
    volunteers::{self, NewVolunteer, VolunteerId},
};

use crate::support::{people, scene::slot, site::Site};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Cora saw it on that day.
pub fn shown(kind: &str, seen_on: &str, issued_on: Option<&str>, valid_until: Option<&str>) -> NewQualification {
    NewQualification {
        kind: kind.to_owned(),
        seen_on: day(seen_on),
        issued_on: issued_on.map(day),
        valid_until: valid_until.map(day),
        seen_by: None,
    }
}

pub fn cora(site: &Site) -> Act<'_> {
    site.app.act(Actor::Person(site.who.cora))
}

pub async fn rules(site: &Site) -> Rules {
    let mut tx = site.app.db.read().await.expect("it begins");
    Rules::clone(&*site.app.rules(&mut tx).await.expect("rules"))
}

pub async fn record(
    site: &Site,
    volunteer: VolunteerId,
    shown: &NewQualification,
) -> Result<QualificationId, RecordError> {
    let rules = rules(site).await;
    let mut tx = site.app.db.begin().await?;
    let id = qualifications::record(&mut tx, &cora(site), &rules, volunteer, shown).await?;
    site.app.commit(tx).await?;
    Ok(id)
}

pub async fn revoke(site: &Site, volunteer: VolunteerId, id: QualificationId) {
    let rules = rules(site).await;
    let mut tx = site.app.db.begin().await.expect("it begins");
    qualifications::revoke(&mut tx, &cora(site), &rules, volunteer, id, Why::Mistake)
        .await
        .expect("it is there");
    site.app.commit(tx).await.expect("it commits");
}

/// Takes back everything of a kind, as it stands in the scenarios' people.
pub async fn revoke_kind(site: &Site, volunteer: VolunteerId, kind: &str) {
    let mut tx = site.app.db.read().await.expect("it begins");
    let held = qualifications::store::in_force(&mut tx, volunteer)
        .await
        .expect("it reads");
    tx.commit().await.expect("it ends");
    for held in held.iter().filter(|held| held.kind == kind) {
        revoke(site, volunteer, held.id).await;
    }
}

pub async fn newcomer(site: &Site, name: &str, change: impl FnOnce(&mut NewVolunteer)) -> VolunteerId {
    let mut new = people::amina();
    new.name = name.parse().expect("a name");
    let local = name.to_lowercase().replace(' ', ".");
    new.email = format!("{local}@post.example").parse().expect("an address");
    change(&mut new);
    let mut tx = site.app.db.begin().await.expect("it begins");
    let id = people::volunteer(&mut tx, &cora(site), &new).await;
    site.app.commit(tx).await.expect("it commits");
    id
}

/// Every reason against this volunteer that is about what they have shown.
pub async fn lacks(site: &Site, request: RequestId, volunteer: VolunteerId) -> Vec<String> {
    let rules = rules(site).await;
    let mut tx = site.app.db.read().await.expect("it begins");
    let request = requests::store::get(&mut tx, request)
        .await
        .expect("it reads")
        .expect("it is there");
    let all = candidates::assess_all(&mut tx, &rules, &request, site.app.clock.now())
        .await
        .expect("it assesses");
    let one = all
        .into_iter()
        .find(|one| one.volunteer == volunteer)
        .expect("they are there");
    let reasons = one.assessment.reasons().iter();
    reasons
        .filter_map(|reason| match reason {
            Reason::Qualification { kind, .. } => Some(kind.clone()),
            _ => None,
        })
        .collect()
}

/// A request of the Kita on a day, from nine to ten.
pub async fn kita_asks(site: &Site, date: &str) -> RequestId {
    crate::support::scene::ask(site, vec![slot(date, "09:00", "10:00")]).await
}

pub async fn open(site: &Site, kind: tasks::Kind) -> Vec<Task> {
    let mut tx = site.app.db.read().await.expect("it begins");
    let all = tasks::open(&mut tx).await.expect("it reads");
    all.into_iter().filter(|task| task.kind == kind.code()).collect()
}

pub async fn count(site: &Site, query: Query) -> i64 {
    let mut tx = site.app.db.read().await.expect("it begins");
    query.one::<(i64,)>(&mut tx).await.expect("it counts").0
}

pub async fn rows(site: &Site) -> i64 {
    count(site, q!("SELECT COUNT(*) FROM qualification")).await
}

pub async fn pause(site: &Site, volunteer: VolunteerId) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    volunteers::pause(&mut tx, &cora(site), volunteer, None)
        .await
        .expect("it pauses");
    site.app.commit(tx).await.expect("it commits");
}
