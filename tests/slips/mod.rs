//! The family's slip: its texts, the page behind the link, the institution's page and the coordinator's words.

mod desk;
mod ending;
mod pages;
mod texts;

use axum::http::StatusCode;
use sprachpool::{requests::RequestId, slips};

use crate::support::{
    scene::{AMINA, KITA, accepts, ask, tuesday},
    site::{BASE_URL, Browser, Site},
};

/// Whoever is part of the scene: none of it stands on a slip.
pub const NAMES: [&str; 10] = [
    "Jana",
    "Vogt",
    "Amina",
    "Rahimi",
    "Basir",
    "Noori",
    "Cora",
    "Brandt",
    "leise klingeln",
    "SP-2027",
];

/// The Kita's appointment on Tuesday, 16 March 2027, 9:00; Amina comes.
pub async fn appointment(site: &Site) -> RequestId {
    let request = ask(site, vec![tuesday()]).await;
    accepts(site, AMINA).await;
    request
}

/// The first link that the institution's page of a slip shows.
#[track_caller]
pub fn link_on(page: &str) -> String {
    let start = format!("{BASE_URL}/s/");
    let at = page.find(&start).unwrap_or_else(|| panic!("no link on {page}"));
    let path = &page[at + BASE_URL.len()..];
    path.split(['"', '<']).next().expect("a path").to_owned()
}

/// The Kita makes a link in that text.
pub async fn link(site: &Site, kita: &Browser, request: RequestId, text: &str) -> String {
    let made = kita
        .post(&format!("/requests/{request}/slip/links"), &[("text", text)])
        .await
        .expect(StatusCode::SEE_OTHER);
    let there = made.location().split('#').next().expect("a path").to_owned();
    let page = kita.get(&there).await.expect(StatusCode::OK).body;
    let mut tx = site.app.db.read().await.expect("it reads");
    let living = slips::store::living(&mut tx, request).await.expect("it reads");
    let slip = living.iter().find(|slip| slip.text_code == text).expect("it was made");
    let path = slips::path(&mut tx, &site.app.keys, slip.id)
        .await
        .expect("it reads")
        .expect("a link");
    tx.commit().await.expect("it ends");
    assert!(page.contains(&format!("{BASE_URL}{path}")), "the page shows it");
    path
}

pub async fn kita(site: &Site) -> Browser {
    site.signed_in(KITA).await
}
