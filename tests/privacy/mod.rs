//! What is kept about people, and how it ends: erasure that keeps the counts, own data, deadlines.

mod deadlines;
mod documents;
mod erasure;
mod own_data;

use sprachpool::{database::Query, people::PersonId, q, requests::RequestId, volunteers::VolunteerId};

use crate::{
    proofs::{held, over},
    support::{
        scene::{AMINA, KITA, accepts, ask, slot},
        site::Site,
    },
};

pub async fn number(site: &Site, query: Query) -> i64 {
    let mut tx = site.app.db.read().await.expect("it reads");
    query.one::<(i64,)>(&mut tx).await.expect("a number").0
}

pub async fn run(site: &Site, query: Query) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    query.execute(&mut tx).await.expect("it runs");
    tx.commit().await.expect("it commits");
}

pub async fn person_of(site: &Site, volunteer: VolunteerId) -> PersonId {
    let mut tx = site.app.db.read().await.expect("it reads");
    let row = q!("SELECT person_id FROM volunteer WHERE id = $1", volunteer);
    row.one::<(PersonId,)>(&mut tx).await.expect("a volunteer").0
}

/// Everything of Amina's that a database may hold: an appointment that is over and agreed, one to come, words of both
/// sides, a mail from her, wishes, an absence, a calendar, a session. It is Tuesday, 16 March 2027.
pub async fn lived(site: &Site) -> RequestId {
    let over = over(site).await;
    let mut words = held("9:00", "10:00").to_vec();
    words.extend([("travel", "40"), ("note", "Amina war pünktlich.")]);
    over.amina_says(site, &words).await;
    let kita = site.signed_in(KITA).await;
    let word = held("9:00", "10:00");
    over.kita_says(site, &kita, &word).await;
    site.work().await;
    let next = ask(site, vec![slot("2027-03-23", "09:00", "10:00")]).await;
    accepts(site, AMINA).await;
    let amina = site.signed_in(AMINA).await;
    for (path, fields) in [
        ("/me/absences", vec![("from", "20.4.2027")]),
        ("/me/calendar", vec![]),
        ("/me/settings/phone", vec![("phone", "0251 555 0999")]),
        ("/me/languages", vec![("language", "fa"), ("level", "B2")]),
    ] {
        let answer = amina.post(path, &fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    }
    next
}
