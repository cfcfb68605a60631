//! The sign-in pages over HTTP.

use axum::http::{Method, StatusCode, header};
use chrono::Duration;
use sprachpool::people::add_address;

use crate::support::{databases::each_engine, people::act, site::Site};

const CORA: &str = "cora.brandt@sprachpool.example";
const AMINA: &str = "amina.rahimi@post.example";
const KITA: &str = "kita@sonnenblume.example";

#[tokio::test]
async fn everybody_lands_where_their_work_is_and_signs_out() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for (email, home) in [(CORA, "/desk"), (KITA, "/requests"), (AMINA, "/me")] {
            let browser = site.browser();
            browser.get("/sign-in").await.expect(StatusCode::OK);
            let sent = browser
                .post("/sign-in", &[("email", email)])
                .await
                .expect(StatusCode::SEE_OTHER);
            assert_eq!(sent.location(), "/sign-in/code");
            browser.get("/sign-in/code").await.expect(StatusCode::OK);
            let code = site.code_for(email).await;
            let spaced = format!("{} {}", &code[..3], &code[3..]);
            let entered = browser
                .post("/sign-in/code", &[("code", &spaced)])
                .await
                .expect(StatusCode::SEE_OTHER);
            assert_eq!(entered.location(), home);
            let cookies: Vec<_> = entered.headers.get_all(header::SET_COOKIE).iter().collect();
            let session = cookies.iter().filter_map(|cookie| cookie.to_str().ok());
            let session = session
                .into_iter()
                .find(|cookie| cookie.starts_with("sprachpool_session="))
                .expect("a cookie");
            for flag in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
                assert!(session.contains(flag), "{flag} is missing: {session}");
            }
            let token = browser.cookie("sprachpool_session").expect("a session");
            assert!(browser.cookie("sprachpool_sign_in").is_none());
            assert_eq!(browser.get("/sign-in").await.location(), home);

            browser.post("/sign-out", &[]).await.expect(StatusCode::SEE_OTHER);
            assert!(browser.cookie("sprachpool_session").is_none());
            browser.set_cookie("sprachpool_session", &token);
            browser.get("/sign-in").await.expect(StatusCode::OK);
        }
    })
    .await;
}

#[tokio::test]
async fn a7_a_link_needs_a_persons_choice() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        site.browser()
            .post("/sign-in", &[("email", AMINA)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let path = site.link_for(AMINA, "sign_in", "/sign-in/").await;
        let scanner = site.browser();
        for _ in 0..3 {
            scanner.get(&path).await.expect(StatusCode::OK);
            scanner
                .send(Method::HEAD, &path, None, &[])
                .await
                .expect(StatusCode::OK);
            scanner.post(&path, &[]).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let browser = site.browser();
        let entered = browser
            .post(&path, &[("confirm", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(entered.location(), "/me");
        let again = scanner.post(&path, &[("confirm", "yes")]).await.expect(StatusCode::OK);
        assert!(again.body.contains("schon benutzt"), "{}", again.body);
        let last = path.chars().last().expect("a character");
        let wrong = format!("{}{}", &path[..path.len() - 1], if last == 'A' { 'E' } else { 'A' });
        scanner.get(&wrong).await.expect(StatusCode::NOT_FOUND);
        scanner
            .post(&wrong, &[("confirm", "yes")])
            .await
            .expect(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_expired_link_says_so_with_a_contact() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        site.browser()
            .post("/sign-in", &[("email", AMINA)])
            .await
            .expect(StatusCode::SEE_OTHER);
        let path = site.link_for(AMINA, "sign_in", "/sign-in/").await;
        site.app.clock.advance(Duration::minutes(10));
        let late = site.browser().get(&path).await.expect(StatusCode::GONE);
        assert!(late.body.contains("tel:"), "{}", late.body);
        site.browser()
            .post(&path, &[("confirm", "yes")])
            .await
            .expect(StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn unknown_and_known_addresses_get_the_same_answers() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut answers = Vec::new();
        for email in [CORA, "niemand@post.example"] {
            let browser = site.browser();
            let mut seen = vec![browser.post("/sign-in", &[("email", email)]).await];
            seen.push(browser.get("/sign-in/code").await);
            for _ in 0..6 {
                seen.push(browser.post("/sign-in/code", &[("code", "000000")]).await);
            }
            answers.push(
                seen.into_iter()
                    .map(|answer| (answer.status, answer.body))
                    .collect::<Vec<_>>(),
            );
        }
        // (One sign-in in a million has this very code.)
        assert_eq!(answers[0], answers[1]);
    })
    .await;
}

#[tokio::test]
async fn a_shared_address_asks_who_and_only_in_that_browser() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let basir = sprachpool::volunteers::store::get(&mut tx, site.who.basir)
            .await
            .expect("it reads")
            .expect("Basir");
        let act = act(&site.app.ids, site.app.clock.now());
        add_address(&mut tx, &act, basir.person_id, &CORA.parse().expect("an address"))
            .await
            .expect("shared");
        tx.commit().await.expect("it commits");

        let browser = site.browser();
        browser
            .post("/sign-in", &[("email", CORA), ("next", "/me")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let asked_only = site.browser();
        asked_only.set_cookie(
            "sprachpool_sign_in",
            &browser.cookie("sprachpool_sign_in").expect("it waits"),
        );
        let code = site.code_for(CORA).await;
        let proved = browser
            .post("/sign-in/code", &[("code", &code)])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(proved.location(), "/sign-in/who");
        assert_eq!(asked_only.get("/sign-in/who").await.location(), "/sign-in");
        let page = browser.get("/sign-in/who").await.expect(StatusCode::OK);
        assert!(
            page.body.contains("Basir Noori") && page.body.contains("Cora Brandt"),
            "{}",
            page.body
        );
        browser
            .post("/sign-in/who", &[])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        let amina = sprachpool::volunteers::VolunteerId(site.who.amina.0).to_string();
        browser
            .post("/sign-in/who", &[("person", &amina)])
            .await
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        let person = basir.person_id.to_string();
        let entered = browser
            .post("/sign-in/who", &[("person", &person)])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert_eq!(entered.location(), "/me");
    })
    .await;
}

#[tokio::test]
async fn wrong_input_comes_back_filled_with_a_summary() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let browser = site.browser();
        for text in [
            "",
            "   ",
            "amina",
            "<svg onload=1>",
            "a\u{202E}@post.example",
            "a\0@post.example",
        ] {
            let again = browser
                .post("/sign-in", &[("email", text)])
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                again.body.contains("href=\"#email\"") && again.body.contains("id=\"email-error\""),
                "{text:?}"
            );
            assert!(!again.body.contains("<svg onload"), "{}", again.body);
        }
        let again = browser.post("/sign-in", &[("email", "amina")]).await;
        assert!(again.body.contains("value=\"amina\""), "{}", again.body);
        let broken = browser
            .send(Method::POST, "/sign-in", Some("email=%ff".to_owned()), &[])
            .await;
        broken.expect(StatusCode::BAD_REQUEST);
        let json = browser
            .send(Method::POST, "/sign-in", None, &[("content-type", "application/json")])
            .await;
        json.expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        browser
            .send(Method::DELETE, "/sign-in", None, &[])
            .await
            .expect(StatusCode::METHOD_NOT_ALLOWED);
        let large = format!("email={}", "a".repeat(10_000_000));
        browser
            .send(Method::POST, "/sign-in", Some(large), &[])
            .await
            .expect(StatusCode::PAYLOAD_TOO_LARGE);
    })
    .await;
}

#[tokio::test]
async fn next_stays_on_this_site() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let to = async |next: &str| {
            let browser = site.browser();
            browser
                .post("/sign-in", &[("email", AMINA), ("next", next)])
                .await
                .expect(StatusCode::SEE_OTHER);
            let code = site.code_for(AMINA).await;
            browser
                .post("/sign-in/code", &[("code", &code)])
                .await
                .location()
                .to_owned()
        };
        assert_eq!(to("/me?page=2").await, "/me?page=2");
        for evil in ["//evil.example", "https://evil.example", "/\\evil.example"] {
            assert_eq!(to(evil).await, "/me", "{evil}");
        }
        site.app.clock.advance(Duration::minutes(15));
        assert_eq!(to("/sign-out").await, "/me");
    })
    .await;
}

#[tokio::test]
async fn the_sixth_mail_to_an_address_is_too_many() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        for visitor in 1..=5 {
            let place = format!("192.0.2.{visitor}");
            let form = Some(format!("email={AMINA}"));
            let asked = site
                .browser()
                .send(Method::POST, "/sign-in", form, &[("x-forwarded-for", &place)])
                .await;
            asked.expect(StatusCode::SEE_OTHER);
        }
        let sixth = site
            .browser()
            .post("/sign-in", &[("email", AMINA)])
            .await
            .expect(StatusCode::TOO_MANY_REQUESTS);
        assert!(sixth.body.contains("15 Minuten"), "{}", sixth.body);
    })
    .await;
}

#[tokio::test]
async fn forms_from_other_sites_and_without_the_token_are_refused() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let browser = site.signed_in(CORA).await;
        let bare = browser.send(Method::POST, "/sign-out", Some(String::new()), &[]).await;
        bare.expect(StatusCode::FORBIDDEN);
        let foreign = site.browser();
        let form = Some(format!("email={AMINA}"));
        let sent = foreign
            .send(Method::POST, "/sign-in", form, &[("sec-fetch-site", "cross-site")])
            .await;
        sent.expect(StatusCode::FORBIDDEN);
        assert!(site.mailbox.to(AMINA).is_empty());
    })
    .await;
}
