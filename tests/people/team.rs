//! `/desk/team`: who comes, who goes, whose app is lost.

use axum::http::StatusCode;
use chrono::Duration;
use sprachpool::{
    keys::Keys,
    people::{
        PersonId, RetireError, create_coordinator, retire_coordinator,
        second_factor::{Standing, standing},
    },
    q,
};

use crate::support::{
    databases::{ENGINES, Fresh, each_engine},
    people::act,
    scene::{AMINA, CORA, dump},
    second_factor::app_code,
    site::Site,
};

const DANA: &str = "dana.weiss@sprachpool.example";

async fn invited(site: &Site) -> String {
    let cora = site.signed_in(CORA).await;
    let form = [("name", "Dana Weiss"), ("email", DANA), ("language", "de")];
    let done = cora.post("/desk/team", &form).await.expect(StatusCode::SEE_OTHER);
    done.location().to_owned()
}

async fn audited(site: &Site, action: &str) -> i64 {
    let mut tx = site.app.db.read().await.expect("it begins");
    q!("SELECT COUNT(*) FROM audit WHERE action = $1", action)
        .one::<(i64,)>(&mut tx)
        .await
        .expect("it counts")
        .0
}

#[tokio::test]
async fn somebody_new_is_invited_and_comes_in() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let page = invited(&site).await;
        site.link_for(DANA, "coordinator_invited", "/sign-in").await;
        let cora = site.signed_in(CORA).await;
        let seen = cora.get(&page).await.expect(StatusCode::OK).body;
        assert!(seen.contains("Dana Weiss") && seen.contains("Fehlt noch"), "{seen}");
        let trail = seen
            .split("href=\"/desk/trail/")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let trail = format!("/desk/trail/{}", trail.expect("a link"));
        let told = cora.get(&trail).await.expect(StatusCode::OK).body;
        assert!(told.contains("Zugang zur Koordination gegeben"), "{told}");
        let dana = site.signed_in(DANA).await;
        let list = dana.get("/desk/team").await.expect(StatusCode::OK).body;
        assert!(
            list.contains(DANA) && list.contains(CORA) && !list.contains("Fehlt noch"),
            "{list}"
        );
        assert!(list.contains("01.03.2027") && list.contains("10:00"), "{list}");
        assert_eq!(audited(&site, "second_factor_enrolled").await, 2);
        assert_eq!(audited(&site, "second_factor_shown").await, 1);
    })
    .await;
}

#[tokio::test]
async fn bad_input_comes_back_filled_and_writes_nothing() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let long = "a".repeat(201);
        let before = dump(&db).await;
        for (field, name, email, language) in [
            ("name", "", DANA, "de"),
            ("name", "\u{200d}", DANA, "de"),
            ("name", long.as_str(), DANA, "de"),
            ("name", "Dana\u{202E}", DANA, "de"),
            ("email", "Dana Weiss", "", "de"),
            ("email", "Dana Weiss", "dana", "de"),
            ("email", "<svg onload=1>", "a@b.example\r\nBcc: x@y.example", "de"),
            ("language", "Dana Weiss", DANA, ""),
            ("language", "Dana Weiss", DANA, "tlh"),
            ("email", "Cora Brandt", CORA, "de"),
        ] {
            let form = [("name", name), ("email", email), ("language", language)];
            let again = cora.post("/desk/team", &form).await;
            let again = again.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(
                again.contains(&format!("href=\"#{field}\"")) && again.contains(&format!("id=\"{field}-error\"")),
                "{form:?}: {again}"
            );
            assert!(!again.contains("<svg onload"), "{again}");
        }
        assert_eq!(dump(&db).await, before);
        for path in ["/desk/team/nonsense", "/desk/team/018f0000-0000-7000-8000-000000000000"] {
            cora.get(path).await.expect(StatusCode::NOT_FOUND);
            for what in ["retirement", "second-factor-reset"] {
                let path = format!("{path}/{what}");
                cora.post(&path, &[]).await.expect(StatusCode::NOT_FOUND);
            }
        }
        for name in ["عائشة الزهراء", "O'Brien-Łukaszewicz", "'); DROP TABLE person"] {
            let form = [("name", name), ("email", DANA), ("language", "en")];
            let done = cora.post("/desk/team", &form).await.expect(StatusCode::SEE_OTHER);
            cora.get(done.location()).await.expect(StatusCode::OK);
        }
    })
    .await;
}

#[tokio::test]
async fn a_lost_phone_is_reset_by_a_colleague() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let page = invited(&site).await;
        let dana = site.signed_in(DANA).await;
        let cora = site.signed_in(CORA).await;
        cora.post(&format!("{page}/second-factor-reset"), &[])
            .await
            .expect(StatusCode::SEE_OTHER);
        assert!(dana.get("/desk").await.location().starts_with("/sign-in?"));
        assert!(cora.get(&page).await.expect(StatusCode::OK).body.contains("Fehlt noch"));
        site.link_for(DANA, "second_factor_reset", "/sign-in").await;
        let dana = site.signed_in_without_second_factor(DANA).await;
        let again = dana.get("/sign-in/second-factor").await.expect(StatusCode::OK).body;
        assert!(again.contains("/sign-in/second-factor/start"), "{again}");
        let now = site.app.clock.now().timestamp();
        let phone = crate::support::second_factor::enrol(&dana, now / 30).await;
        dana.get("/desk").await.expect(StatusCode::OK);
        assert_eq!(phone.recovery_codes.len(), 10);
        assert_eq!(audited(&site, "second_factor_reset").await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_retires_is_out_at_once_and_the_last_one_stays() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let page = invited(&site).await;
        let cora = site.signed_in(CORA).await;
        let dana = site.signed_in(DANA).await;
        dana.get("/desk").await.expect(StatusCode::OK);
        let retirement = format!("{page}/retirement");
        let gone = cora.post(&retirement, &[]).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(gone.location(), "/desk/team");
        assert!(dana.get("/desk").await.location().starts_with("/sign-in?"));
        assert!(!cora.get("/desk/team").await.body.contains("Dana Weiss"));
        cora.get(&page).await.expect(StatusCode::NOT_FOUND);
        cora.post(&retirement, &[]).await.expect(StatusCode::NOT_FOUND);
        assert_eq!(audited(&site, "coordinator_retired").await, 1);

        let own = format!("/desk/team/{}", site.who.cora);
        let own_page = cora.get(&own).await.expect(StatusCode::OK).body;
        assert!(!own_page.contains(&format!("{own}/retirement")), "{own_page}");
        let stays = cora.post(&format!("{own}/retirement"), &[]).await;
        let stays = stays.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(stays.contains("letzte Person im Team"), "{stays}");
        cora.get("/desk").await.expect(StatusCode::OK);
        // Back again: with nothing of before.
        site.app.clock.advance(Duration::minutes(15));
        assert_eq!(invited(&site).await, page);
        let dana = site.signed_in_without_second_factor(DANA).await;
        let start = dana.get("/sign-in/second-factor").await.expect(StatusCode::OK).body;
        assert!(start.contains("/sign-in/second-factor/start"), "{start}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_retire_each_other_at_once_leave_one() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        let act = act(&site.app.ids, site.app.clock.now());
        let (name, email) = ("Dana Weiss".parse(), DANA.parse());
        let (name, email) = (name.expect("a name"), email.expect("an address"));
        let dana = create_coordinator(&mut tx, &act, &name, &email, "de")
            .await
            .expect("Dana");
        tx.commit().await.expect("it commits");
        let retire = async |person: PersonId| {
            let mut tx = site.app.db.begin().await.expect("it begins");
            let done = retire_coordinator(&mut tx, &act, person).await;
            tx.commit().await.expect("it commits");
            done
        };
        let done = tokio::join!(retire(site.who.cora), retire(dana));
        let done = [done.0, done.1];
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "{done:?}");
        assert!(done.iter().any(|done| matches!(done, Err(RetireError::LastOne))));
    }
}

#[tokio::test]
async fn when_the_previous_key_is_gone_the_app_is_set_up_anew() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        site.signed_in(CORA).await;
        let standing_with = async |keys: Keys| {
            let mut tx = site.app.db.read().await.expect("it begins");
            standing(&mut tx, &keys, site.who.cora).await.expect("it reads")
        };
        let changed = Keys::new(2, vec![8; 32], Some((1, vec![7; 32])));
        assert!(matches!(standing_with(changed).await, Standing::InForce));
        let gone = Keys::new(2, vec![8; 32], None);
        assert!(matches!(standing_with(gone).await, Standing::NotBegun));
    })
    .await;
}

#[tokio::test]
async fn the_qr_code_says_what_apps_understand() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in_without_second_factor(CORA).await;
        cora.post("/sign-in/second-factor/start", &[]).await;
        let mut tx = site.app.db.read().await.expect("it begins");
        let begun = standing(&mut tx, &site.app.keys, site.who.cora)
            .await
            .expect("it reads");
        let Standing::Begun(secret) = begun else {
            panic!("it has begun")
        };
        let url = secret.url("Pool: Münster & Umland", CORA).expect("a url");
        let app = totp_rs::Totp::from_url(&url).expect("apps read it");
        assert_eq!(app.issuer(), Some("Pool  Münster & Umland"));
        let now = site.app.clock.now().timestamp();
        let shown = app.generate(now.try_into().expect("after 1970")).to_string();
        assert_eq!(shown, app_code(&secret.groups().concat(), now));
    })
    .await;
}

#[tokio::test]
async fn the_team_is_for_coordinators() {
    each_engine(async |db| {
        let site = Site::new(db.clone()).await;
        let own = format!("/desk/team/{}", site.who.cora);
        let amina = site.signed_in(AMINA).await;
        let before = dump(&db).await;
        for page in ["/desk/team", "/desk/team/new", own.as_str()] {
            amina.get(page).await.expect(StatusCode::NOT_FOUND);
        }
        let form = [("name", "Dana Weiss"), ("email", DANA), ("language", "de")];
        amina.post("/desk/team", &form).await.expect(StatusCode::NOT_FOUND);
        for what in ["retirement", "second-factor-reset"] {
            let path = format!("{own}/{what}");
            amina.post(&path, &[]).await.expect(StatusCode::NOT_FOUND);
        }
        assert_eq!(dump(&db).await, before);
    })
    .await;
}
