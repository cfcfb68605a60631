//! Institutions come in, change and go: through the desk's pages and the public registration.

mod bad_input;
mod desk;
mod life;
mod registration;
mod walls;

use axum::http::StatusCode;
use sprachpool::{institutions::InstitutionId, q};

use crate::support::site::{Browser, Site};

pub const CORA: &str = "cora.brandt@sprachpool.example";
pub const KITA: &str = "kita@sonnenblume.example";
pub const LENA: &str = "lena.ost@hafenschule.example";

/// A form that is right, as a newcomer and a coordinator fill it in.
pub const FORM: &[(&str, &str)] = &[
    ("form_key", "01955000-0000-7000-8000-000000000001"),
    ("name", "Hafenschule"),
    ("kind", "municipal"),
    ("sector", "school"),
    ("site_name", "Haupthaus"),
    ("street", "Hafenweg 12"),
    ("postcode", "48155"),
    ("city", "Münster"),
    ("district", "43"),
    ("contact_name", "Lena Ost"),
    ("email", LENA),
    ("phone", "0251 555 0150"),
    ("locale", "de"),
    ("rules", "yes"),
];

/// The same, some of it typed otherwise.
pub fn but<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let replaced = |name: &str| other.iter().any(|(known, _)| *known == name);
    let kept = FORM.iter().filter(|(name, _)| !replaced(name));
    kept.chain(other).copied().collect()
}

/// Registers the Hafenschule; the path of its page on the desk.
pub async fn registered(site: &Site) -> String {
    let sent = site
        .browser()
        .post("/register", FORM)
        .await
        .expect(StatusCode::SEE_OTHER);
    assert_eq!(sent.location(), "/register/received");
    path_of(site, "Hafenschule").await
}

pub async fn path_of(site: &Site, name: &str) -> String {
    let mut tx = site.app.db.read().await.expect("it begins");
    let (id,) = q!("SELECT id FROM institution WHERE name = $1", name)
        .one::<(InstitutionId,)>(&mut tx)
        .await
        .expect("one of that name");
    format!("/desk/institutions/{id}")
}

pub async fn institutions(site: &Site) -> i64 {
    let mut tx = site.app.db.read().await.expect("it begins");
    let (count,) = q!("SELECT COUNT(*) FROM institution")
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts");
    count
}

/// The actions written about an institution, in their order.
pub async fn trail(site: &Site, path: &str) -> Vec<String> {
    let id: InstitutionId = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let mut tx = site.app.db.read().await.expect("it begins");
    let rows = q!(
        "SELECT action FROM audit WHERE object_kind = 'institution' AND object_id = $1 ORDER BY at, id",
        id
    )
    .all::<(String,)>(&mut tx)
    .await
    .expect("it reads");
    rows.into_iter().map(|(action,)| action).collect()
}

/// The first path on a page that begins and ends like this.
#[track_caller]
pub fn link(html: &str, begin: &str, end: &str) -> String {
    html.split('"')
        .find(|part| part.starts_with(begin) && part.ends_with(end) && part.len() > begin.len() + end.len())
        .unwrap_or_else(|| panic!("no {begin}…{end} in {html}"))
        .to_owned()
}

pub async fn may_sign_in(site: &Site, email: &str) -> bool {
    let before = sign_in_mails(site, email);
    let sent = site.browser().post("/sign-in", &[("email", email)]).await;
    assert_eq!(sent.expect(StatusCode::SEE_OTHER).location(), "/sign-in/code");
    site.work().await;
    sign_in_mails(site, email) > before
}

fn sign_in_mails(site: &Site, email: &str) -> usize {
    let mails = site.mailbox.to(email);
    mails.iter().filter(|mail| mail.kind == "sign_in").count()
}

/// The texts of the mails of that kind, the newest first.
pub async fn mails(site: &Site, email: &str, kind: &str) -> Vec<String> {
    site.work().await;
    let mails = site.mailbox.to(email).into_iter().filter(|mail| mail.kind == kind);
    mails.map(|mail| mail.text.clone()).collect()
}

/// Refused with a message at the field, nothing written; the page.
#[track_caller]
pub fn refused(status: StatusCode, body: &str, field: &str, words: &str) {
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {body}");
    crate::institution::says(body, words);
    assert!(
        body.contains(&format!("href=\"#{field}\"")),
        "no link to {field}: {body}"
    );
    assert!(body.contains(&format!("id=\"{field}\"")), "no field {field}");
    assert!(
        body.contains("<title>Fehler: "),
        "the title says that something is wrong"
    );
}

/// One field typed otherwise, sent to a form; nothing must have been written.
pub async fn refuses(site: &Site, browser: &Browser, path: &str, typed: &[(&str, &str)], field: &str, words: &str) {
    let before = institutions(site).await;
    let answer = browser.post(path, &but(typed)).await;
    refused(answer.status, &answer.body, field, words);
    assert_eq!(institutions(site).await, before, "something was written");
}
