//! What was saved by mistake is taken back with one button, where that is honest.

use axum::http::StatusCode;
use chrono::Duration;
use serde_json::json;
use sprachpool::{q, tasks};

use super::page;
use crate::support::{
    databases::each_engine,
    scene::{CORA, service},
    site::{Browser, Site},
};

/// What a form sends.
type Fields<'a> = Vec<(&'a str, &'a str)>;

/// Saves something, and gives the button that takes it back.
async fn save(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let there = browser
        .post(path, fields)
        .await
        .expect(StatusCode::SEE_OTHER)
        .location()
        .to_owned();
    let shown = page(browser, &there).await;
    assert!(shown.contains("Gespeichert."), "{path}: {there}: {shown}");
    let mut actions = shown.split("action=\"").filter_map(|rest| rest.split('"').next());
    actions
        .find(|action| action.starts_with("/desk/undo/"))
        .unwrap_or_else(|| panic!("{path}: nothing to undo: {shown}"))
        .to_owned()
}

async fn undo(browser: &Browser, button: &str) -> String {
    let there = browser
        .post(button, &[])
        .await
        .expect(StatusCode::SEE_OTHER)
        .location()
        .to_owned();
    page(browser, &there).await
}

#[tokio::test]
async fn each_act_is_taken_back_by_its_own_verb() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let volunteer = format!("/desk/volunteers/{}", site.who.amina);
        let kita = format!("/desk/institutions/{}", site.who.kita.institution);
        let banned = site.who.kita.institution.to_string();
        let contact = format!("{kita}/contacts/{}/end", site.who.kita.contact);
        let second_site = [
            ("site_name", "Zweites Haus"),
            ("street", "Ring 1"),
            ("postcode", "48149"),
            ("city", "Münster"),
            ("district", "51"),
        ];
        cora.post(&format!("{kita}/sites"), &second_site)
            .await
            .expect(StatusCode::SEE_OTHER);
        let site_closed = format!("{kita}/sites/{}/closure", site.who.kita.site);
        let acts: [(&str, String, Fields<'_>, &str); 10] = [
            ("trust", format!("{kita}/trust"), vec![], "institution_trust_ended"),
            (
                "pause",
                format!("{volunteer}/pause"),
                vec![("choice", "open")],
                "volunteer_resumed",
            ),
            (
                "ban",
                format!("{volunteer}/bans"),
                vec![("institution", &banned), ("note", "Es gab Streit.")],
                "ban_lifted",
            ),
            (
                "qualification",
                format!("{volunteer}/qualifications"),
                vec![("kind", "yearly_course"), ("seen_on", "27.2.2027")],
                "qualification_revoked",
            ),
            (
                "absence",
                format!("{volunteer}/absences"),
                vec![("from", "5.4.2027"), ("until", "9.4.2027")],
                "absence_removed",
            ),
            (
                "left",
                format!("{volunteer}/retirement"),
                vec![("choice", "retire")],
                "volunteer_returned",
            ),
            ("institution", format!("{kita}/pause"), vec![], "institution_resumed"),
            ("contact", contact, vec![], "contact_restored"),
            ("site", site_closed, vec![], "site_reopened"),
            (
                "retired",
                format!("{kita}/retirement"),
                vec![("confirm", "yes")],
                "institution_reinstated",
            ),
        ];
        for (name, path, fields, reverse) in acts {
            site.app.clock.advance(Duration::seconds(5));
            let before = state(&site).await;
            let button = save(&cora, &path, &fields).await;
            assert_ne!(state(&site).await, before, "{name}");
            site.app.clock.advance(Duration::seconds(5));
            let shown = undo(&cora, &button).await;
            assert!(shown.contains("Rückgängig gemacht."), "{name}: {shown}");
            assert_eq!(state(&site).await, before, "{name}");
            assert_eq!(newest_act(&site, reverse).await, 1, "{name}: {reverse}");
            // A second click changes nothing.
            let again = undo(&cora, &button).await;
            assert!(again.contains("Rückgängig gemacht."), "{name}: {again}");
            assert_eq!(newest_act(&site, reverse).await, 1, "{name}: {reverse}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_task_is_open_again_and_a_lifted_ban_stands_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let about = tasks::About {
            volunteer: Some(site.who.amina),
            ..Default::default()
        };
        let now = site.app.clock.now();
        let made = tasks::create(
            &mut tx,
            &service(&site),
            tasks::Kind::LanguageWish,
            about,
            json!({}),
            now,
        )
        .await;
        made.expect("a task");
        tx.commit().await.expect("it commits");
        let mut tx = site.app.db.read().await.expect("it reads");
        let task = q!("SELECT id FROM task WHERE done_at IS NULL")
            .one::<(uuid::Uuid,)>(&mut tx)
            .await;
        let task = task.expect("a task").0;
        drop(tx);
        let button = save(&cora, &format!("/desk/tasks/{task}/completion"), &[]).await;
        assert!(page(&cora, "/desk").await.contains("Keine Aufgabe wartet auf Sie"));
        site.app.clock.advance(Duration::seconds(5));
        assert!(undo(&cora, &button).await.contains("nennt eine neue Sprache"));

        let bans = format!("/desk/volunteers/{}/bans", site.who.amina);
        let kita = site.who.kita.institution.to_string();
        save(&cora, &bans, &[("institution", &kita), ("note", "Nur so eine Notiz.")]).await;
        site.app.clock.advance(Duration::seconds(5));
        let mut tx = site.app.db.read().await.expect("it reads");
        let ban = q!("SELECT id FROM ban")
            .one::<(uuid::Uuid,)>(&mut tx)
            .await
            .expect("a ban")
            .0;
        drop(tx);
        let button = save(&cora, &format!("{bans}/{ban}/end"), &[]).await;
        site.app.clock.advance(Duration::seconds(5));
        undo(&cora, &button).await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let standing = q!("SELECT note FROM ban WHERE lifted_at IS NULL")
            .all::<(String,)>(&mut tx)
            .await;
        assert_eq!(standing.expect("it reads"), [("Nur so eine Notiz.".to_owned(),)]);
    })
    .await;
}

#[tokio::test]
async fn a_pause_that_was_changed_is_as_it_was_before() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let pause = format!("/desk/volunteers/{}/pause", site.who.amina);
        save(&cora, &pause, &[("choice", "until"), ("until", "20.4.2027")]).await;
        site.app.clock.advance(Duration::seconds(5));
        let button = save(&cora, &pause, &[("choice", "open")]).await;
        site.app.clock.advance(Duration::seconds(5));
        undo(&cora, &button).await;
        let mut tx = site.app.db.read().await.expect("it reads");
        let volunteer = sprachpool::volunteers::store::get(&mut tx, site.who.amina).await;
        let until = volunteer.expect("it reads").expect("Amina").paused_until;
        assert_eq!(
            until.map(|at| at.date_naive().to_string()),
            Some("2027-04-20".to_owned())
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_undoes_what_is_not_theirs_or_what_has_changed_since() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let dana = [
            ("name", "Dana Weiss"),
            ("email", "dana@sprachpool.example"),
            ("language", "de"),
        ];
        cora.post("/desk/team", &dana).await.expect(StatusCode::SEE_OTHER);
        let kita = format!("/desk/institutions/{}", site.who.kita.institution);
        let button = save(&cora, &format!("{kita}/pause"), &[]).await;
        let colleague = site.signed_in("dana@sprachpool.example").await;
        colleague.post(&button, &[]).await.expect(StatusCode::NOT_FOUND);
        for unknown in ["/desk/undo/x", "/desk/undo/00000000-0000-0000-0000-000000000000"] {
            cora.post(unknown, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        // The colleague lets it ask again, and pauses it with a reason of her own.
        site.app.clock.advance(Duration::seconds(5));
        colleague
            .post(&format!("{kita}/pause/end"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.app.clock.advance(Duration::seconds(5));
        colleague
            .post(&format!("{kita}/pause"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        let before = state(&site).await;
        let shown = undo(&cora, &button).await;
        assert!(shown.contains("Das lässt sich nicht mehr zurücknehmen."), "{shown}");
        assert_eq!(state(&site).await, before);
        // After an hour the page itself is the place.
        let button = save(&colleague, &format!("{kita}/pause/end"), &[]).await;
        site.app.clock.advance(Duration::minutes(61));
        assert!(undo(&colleague, &button).await.contains("nicht mehr zurücknehmen"));
        // An address that somebody made up only shows a button that leads nowhere.
        page(&cora, "/desk?undo=%3Cscript%3E&undone=maybe").await;
    })
    .await;
}

/// What undoing has to bring back, without when it was changed.
async fn state(site: &Site) -> Vec<String> {
    let mut tx = site.app.db.read().await.expect("it reads");
    let mut rows = Vec::new();
    for query in [
        q!("SELECT state FROM volunteer ORDER BY id"),
        q!("SELECT state FROM institution ORDER BY id"),
        q!("SELECT CASE WHEN active THEN 'yes' ELSE 'no' END FROM contact ORDER BY id"),
        q!("SELECT CASE WHEN active THEN 'yes' ELSE 'no' END FROM site ORDER BY id"),
        q!("SELECT CASE WHEN trusted_since IS NULL THEN 'no' ELSE 'yes' END FROM institution ORDER BY id"),
        q!("SELECT note FROM ban WHERE lifted_at IS NULL ORDER BY id"),
        q!("SELECT kind FROM qualification WHERE revoked_at IS NULL ORDER BY id"),
        q!("SELECT from_date FROM absence ORDER BY from_date"),
        q!("SELECT kind FROM task WHERE done_at IS NULL ORDER BY id"),
    ] {
        let found = query.all::<(String,)>(&mut tx).await.expect("it reads");
        rows.push(found.into_iter().map(|(text,)| text).collect::<Vec<_>>().join(" "));
    }
    rows
}

/// Lines of that act within the last ten seconds.
async fn newest_act(site: &Site, action: &str) -> i64 {
    let mut tx = site.app.db.read().await.expect("it reads");
    let since = site.app.clock.now() - Duration::seconds(10);
    let count = q!(
        "SELECT COUNT(*) FROM audit WHERE action = $1 AND at >= $2",
        action,
        since
    );
    count.one::<(i64,)>(&mut tx).await.expect("it counts").0
}

#[tokio::test]
async fn an_absence_taken_out_by_mistake_stands_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let absences = format!("/desk/volunteers/{}/absences", site.who.amina);
        save(&cora, &absences, &[("from", "5.4.2027"), ("until", "9.4.2027")]).await;
        site.app.clock.advance(Duration::seconds(5));
        let shown = page(&cora, &absences).await;
        let removal = shown.split('"').find(|part| part.ends_with("/removal"));
        let removal = removal.expect("a button").to_owned();
        let button = save(&cora, &removal, &[]).await;
        assert!(!page(&cora, &absences).await.contains("/removal"));
        site.app.clock.advance(Duration::seconds(5));
        undo(&cora, &button).await;
        assert!(page(&cora, &absences).await.contains("9. April 2027"));
    })
    .await;
}

#[tokio::test]
async fn absences_that_became_one_are_taken_apart_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let absences = format!("/desk/volunteers/{}/absences", site.who.amina);
        save(&cora, &absences, &[("from", "5.4.2027"), ("until", "9.4.2027")]).await;
        site.app.clock.advance(Duration::seconds(5));
        let button = save(&cora, &absences, &[("from", "10.4.2027"), ("until", "12.4.2027")]).await;
        let shown = page(&cora, &absences).await;
        assert!(shown.contains("5. April 2027 bis Montag, 12. April 2027"), "{shown}");
        site.app.clock.advance(Duration::seconds(5));
        undo(&cora, &button).await;
        let shown = page(&cora, &absences).await;
        assert!(shown.contains("5. April 2027 bis Freitag, 9. April 2027"), "{shown}");
        assert_eq!(shown.matches("/removal\"").count(), 1, "{shown}");
    })
    .await;
}
