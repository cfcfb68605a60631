//! The second factor over HTTP: set up, shown, lost.

use axum::http::StatusCode;
use chrono::Duration;

use crate::support::{
    databases::{ENGINES, Fresh, each_engine},
    scene::CORA,
    second_factor::{Phone, STEP, app_code, codes_on, enrol, secret_on},
    site::{Browser, Site},
};

const PAGE: &str = "/sign-in/second-factor";
const SETUP: &str = "/sign-in/second-factor/setup";
const RECOVERY: &str = "/sign-in/second-factor/recovery";

fn step(site: &Site) -> i64 {
    site.app.clock.now().timestamp() / STEP
}

/// Cora's phone, set up some minutes ago, and nobody signed in with it.
async fn cora_with_app(site: &Site) -> Phone {
    let browser = site.signed_in_without_second_factor(CORA).await;
    let phone = enrol(&browser, step(site)).await;
    site.app.clock.advance(Duration::minutes(15));
    phone
}

async fn try_code(site: &Site, browser: &Browser, phone: &Phone, offset: i64) -> crate::support::site::Answer {
    let code = app_code(&phone.secret, (step(site) + offset) * STEP);
    browser.post(PAGE, &[("code", &code)]).await
}

async fn sees_the_desk(browser: &Browser) -> bool {
    browser.get("/desk").await.status == StatusCode::OK
}

#[tokio::test]
async fn the_first_time_sets_up_the_app_and_leads_where_one_wanted_to_go() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in_without_second_factor(CORA).await;
        let sent = cora
            .get("/desk/requests?state=past")
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(
            sent.location().starts_with("/sign-in/second-factor?next="),
            "{}",
            sent.location()
        );
        cora.get(SETUP).await.expect(StatusCode::SEE_OTHER);
        let start = cora.get(sent.location()).await.expect(StatusCode::OK).body;
        assert!(start.contains("Anmelde-App"), "{start}");
        let begun = cora.post("/sign-in/second-factor/start", &[]).await;
        assert_eq!(begun.location(), SETUP);
        let setup = cora.get(SETUP).await.expect(StatusCode::OK).body;
        assert!(setup.contains("<svg role=\"img\" aria-label=\"QR-Code"), "{setup}");
        assert!(!setup.contains("style="), "the policy allows no inline style");
        let secret = secret_on(&setup);
        assert_eq!(secret.len(), 32);
        assert_eq!(
            secret_on(&cora.get(SETUP).await.body),
            secret,
            "looking again changes nothing"
        );

        for (typed, status) in [("", 422), ("12345", 422), ("000000", 422)] {
            let again = cora.post(SETUP, &[("code", typed)]).await;
            assert_eq!(again.status.as_u16(), status, "{typed}");
            assert!(again.body.contains("href=\"#code\"") && again.body.contains(&format!("value=\"{typed}\"")));
        }
        assert!(!sees_the_desk(&cora).await);
        let code = app_code(&secret, step(&site) * STEP);
        let told = cora.post(SETUP, &[("code", &code)]).await.expect(StatusCode::OK).body;
        let codes = codes_on(&told);
        assert_eq!(codes.len(), 10);
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 19 && told.matches(code.as_str()).count() == 1)
        );
        assert!(told.contains("href=\"/desk/requests?state=past\""), "{told}");
        assert!(sees_the_desk(&cora).await);

        for page in [PAGE, SETUP] {
            assert_eq!(cora.get(page).await.location(), "/desk", "shown once only");
        }
        let again = cora.post(SETUP, &[("code", &code)]).await;
        assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, "/desk"));
    })
    .await;
}

#[tokio::test]
async fn a_code_counts_around_its_time_and_never_again() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let phone = cora_with_app(&site).await;
        for offset in [-2, 2] {
            let cora = site.signed_in_without_second_factor(CORA).await;
            let answer = try_code(&site, &cora, &phone, offset).await;
            answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!sees_the_desk(&cora).await);
        }
        for offset in [-1, 0, 1] {
            let cora = site.signed_in_without_second_factor(CORA).await;
            let shown = try_code(&site, &cora, &phone, offset)
                .await
                .expect(StatusCode::SEE_OTHER);
            assert_eq!(shown.location(), "/desk");
            assert!(sees_the_desk(&cora).await);
            site.app.clock.advance(Duration::minutes(15));
            let cora = site.signed_in_without_second_factor(CORA).await;
            try_code(&site, &cora, &phone, 0).await.expect(StatusCode::SEE_OTHER);
            site.app.clock.advance(Duration::seconds(STEP));
            let thief = site.signed_in_without_second_factor(CORA).await;
            let replayed = try_code(&site, &thief, &phone, -1).await;
            let replayed = replayed.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(replayed.body.contains("schon benutzt"), "{}", replayed.body);
            assert!(!sees_the_desk(&thief).await);
            site.app.clock.advance(Duration::minutes(15));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_code_sent_from_two_places_at_once_opens_one() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let phone = cora_with_app(&site).await;
        let code = app_code(&phone.secret, step(&site) * STEP);
        let (first, second) = (
            site.signed_in_without_second_factor(CORA).await,
            site.signed_in_without_second_factor(CORA).await,
        );
        let form = [("code", code.as_str())];
        let both = tokio::join!(first.post(PAGE, &form), second.post(PAGE, &form));
        let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
        let open = [sees_the_desk(&first).await, sees_the_desk(&second).await];
        assert_eq!(open.iter().filter(|open| **open).count(), 1);
    }
}

#[tokio::test]
async fn a_recovery_code_counts_once_and_its_owner_hears_of_it() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let phone = cora_with_app(&site).await;
        let code = phone.recovery_codes[3].clone();
        let cora = site.signed_in_without_second_factor(CORA).await;
        for typed in ["", "k7mq", "<svg onload=1>", "uuuu-uuuu-uuuu-uuuu"] {
            let again = cora.post(RECOVERY, &[("recovery_code", typed)]).await;
            let again = again.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(
                again.contains("href=\"#recovery_code\"") && !again.contains("<svg onload"),
                "{again}"
            );
        }
        let typed = code.to_uppercase().replace('-', " ");
        cora.post(RECOVERY, &[("recovery_code", &typed)])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(sees_the_desk(&cora).await);
        site.work().await;
        let mails = site.mailbox.to(CORA);
        let mail = mails.iter().find(|mail| mail.kind == "recovery_code_used");
        let mail = mail.expect("a mail");
        assert!(
            mail.text.contains("noch 9 Notfall-Codes") && mail.text.contains("10:15"),
            "{}",
            mail.text
        );

        let thief = site.signed_in_without_second_factor(CORA).await;
        let again = thief.post(RECOVERY, &[("recovery_code", &code)]).await;
        again.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!sees_the_desk(&thief).await);
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_close_the_door_for_fifteen_minutes() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let phone = cora_with_app(&site).await;
        let (one, other) = (
            site.signed_in_without_second_factor(CORA).await,
            site.signed_in_without_second_factor(CORA).await,
        );
        let wrong = app_code(&phone.secret, (step(&site) + 20) * STEP);
        for left in [4, 3] {
            let answer = one.post(PAGE, &[("code", &wrong)]).await;
            let answer = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                answer.body.contains(&format!("noch {left} Versuche")),
                "{}",
                answer.body
            );
        }
        let unknown = [("recovery_code", "0000-0000-0000-0000")];
        for _ in 0..2 {
            other
                .post(RECOVERY, &unknown)
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let fifth = one.post(PAGE, &[("code", &wrong)]).await;
        let fifth = fifth.expect(StatusCode::TOO_MANY_REQUESTS);
        assert!(fifth.body.contains("15 Minuten"), "{}", fifth.body);
        // Right, but too late, wherever it comes from.
        for browser in [&one, &other] {
            let answer = try_code(&site, browser, &phone, 0).await;
            answer.expect(StatusCode::TOO_MANY_REQUESTS);
            let code = [("recovery_code", phone.recovery_codes[0].as_str())];
            browser
                .post(RECOVERY, &code)
                .await
                .expect(StatusCode::TOO_MANY_REQUESTS);
            assert!(!sees_the_desk(browser).await);
        }
        site.app.clock.advance(Duration::minutes(15));
        try_code(&site, &one, &phone, 0).await.expect(StatusCode::SEE_OTHER);
        assert!(sees_the_desk(&one).await);
    })
    .await;
}

#[tokio::test]
async fn no_secret_and_no_recovery_code_stands_in_the_database() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let phone = cora_with_app(&site).await;
        let cora = site.signed_in_without_second_factor(CORA).await;
        let used = [("recovery_code", phone.recovery_codes[0].as_str())];
        cora.post(RECOVERY, &used).await.expect(StatusCode::SEE_OTHER);
        let dump = fresh.texts().await;
        assert!(dump.iter().any(|text| text == "Cora Brandt"), "the dump is not empty");
        let plain = |code: &String| code.replace('-', "");
        let secrets = phone.recovery_codes.iter().flat_map(|code| [code.clone(), plain(code)]);
        for secret in secrets.chain([phone.secret]) {
            let found = dump.iter().find(|text| text.contains(&secret));
            assert!(found.is_none(), "{secret} stands in {found:?}");
        }
    }
}
