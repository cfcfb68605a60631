//! Volunteers in and out, their week and their absences: over HTTP, on both engines.

mod bad_input;
mod joining;
mod leaving;
mod list;
mod own;
mod person;
mod week;
mod welcome;

use axum::http::{Method, StatusCode};
use sprachpool::{
    matching::{WallTime, Window},
    q,
    requests::{candidates, store as requests},
    volunteers::{VolunteerId, store},
};

use crate::support::{
    forms::Form,
    scene,
    site::{Answer, Browser, Site},
};

/// Person and contact data that a coordinator fills in.
pub const ZAHRA: &[(&str, &str)] = &[
    ("name", "Zahra Karimi"),
    ("email", "zahra.karimi@post.example"),
    ("phone", "0251 555 0188"),
    ("phone_consent", "yes"),
    ("locale", "de"),
    ("gender", "female"),
    ("birth_year", "1990"),
    ("home_district", "51"),
    ("german", "C1"),
];

/// The same with other answers.
pub fn with<'a>(fields: &[(&'a str, &'a str)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields
        .iter()
        .filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed).copied().collect()
}

/// Entered on the page; gives the path of the new page.
pub async fn enter(cora: &Browser, fields: &[(&str, &str)]) -> String {
    let answer = cora.post("/desk/volunteers", fields).await;
    let answer = answer.expect(StatusCode::SEE_OTHER);
    let page = answer.location().strip_suffix("?done=saved");
    page.expect("it says that it was saved").to_owned()
}

pub fn id_of(path: &str) -> VolunteerId {
    let id = path.strip_prefix("/desk/volunteers/").expect("a volunteer's page");
    id.parse().expect("an id")
}

/// Everything that sectors ask for, as if it had been seen.
pub async fn has_shown_everything(site: &Site, volunteer: VolunteerId) {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("the rules are whole");
    for kind in rules.qualifications() {
        q!(
            "INSERT INTO qualification (id, volunteer_id, kind, seen_on) VALUES ($1, $2, $3, '2027-02-01')",
            scene::service(site).uuid(),
            volunteer,
            &kind.code
        )
        .execute(&mut tx)
        .await
        .expect("it is written");
    }
    tx.commit().await.expect("it commits");
}

/// The codes of all reasons why this volunteer is no candidate for a request; none: they are one.
pub async fn why_not(
    site: &Site,
    request: sprachpool::requests::RequestId,
    volunteer: VolunteerId,
) -> Vec<&'static str> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let rules = site.app.rules(&mut tx).await.expect("the rules are whole");
    let request = requests::get(&mut tx, request)
        .await
        .expect("it reads")
        .expect("it is there");
    let all = candidates::assess_all(&mut tx, &rules, &request, site.app.clock.now())
        .await
        .expect("it reads");
    let one = all
        .iter()
        .find(|one| one.volunteer == volunteer)
        .expect("they are looked at");
    one.assessment
        .reasons()
        .iter()
        .map(|reason| reason.code())
        .filter(|code| *code != "asked")
        .collect()
}

pub async fn windows(site: &Site, volunteer: VolunteerId) -> Vec<(u8, String, String)> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let windows = store::windows_of(&mut tx, volunteer).await.expect("it reads");
    windows
        .into_iter()
        .map(|window| (window.weekday, window.from.to_string(), window.until.to_string()))
        .collect()
}

pub fn window(weekday: u8, from: u16, until: u16) -> Window {
    let time = |minutes| WallTime::from_minutes(minutes).expect("a time");
    Window {
        weekday,
        from: time(from),
        until: time(until),
    }
}

/// Sends a form as the page filled it in.
pub async fn send_as_shown(browser: &Browser, path: &str, action: &str) -> Answer {
    let page = browser.get(path).await.expect(StatusCode::OK).body;
    let main = page.split_once("<main").expect("a page").1;
    let form = Form::find(main, action, path).expect("the form");
    browser
        .send(Method::POST, &form.action, Some(form.encoded()), &[])
        .await
}
