//! A new locale is a file: dropped in, every page and mail speaks it. (The institution's pages: its own folder.)

mod together;

use axum::http::StatusCode;
use sprachpool::q;

use crate::support::{
    databases::each_engine,
    locales,
    scene::{AMINA, BASIR, CORA, KITA, ask, tuesday},
    site::{Browser, Site},
};

async fn speaks(browser: &Browser, path: &str, status: StatusCode) {
    for (code, direction) in locales::ALL {
        // Each answer is looked through for texts that are missing.
        let page = browser.get(&format!("{path}?lang={code}")).await.expect(status);
        let frame = format!("<html lang=\"{code}\" dir=\"{direction}\">");
        assert!(page.body.contains(&frame), "{path} does not speak {code}");
        assert!(!page.body.contains(" style="), "{path} holds to the policy");
    }
}

#[tokio::test]
async fn every_page_of_volunteers_and_coordinators_holds_in_every_locale() {
    each_engine(async |db| {
        let site = Site::speaking(db, locales::with_invented_ones()).await;
        let request = ask(&site, vec![tuesday()]).await;
        let (hers, his) = (
            site.link_for(AMINA, "offer", "/o/").await,
            site.link_for(BASIR, "offer", "/o/").await,
        );
        let pause = site.link_for(AMINA, "offer", "/p/").await;
        let nobody = site.browser();
        speaks(&nobody, &hers, StatusCode::OK).await;
        nobody
            .post(&hers, &[("answer", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        let assignment = site.link_for(AMINA, "assignment_confirmed", "/a/").await;
        for path in [
            hers,
            his,
            pause,
            format!("{assignment}/withdrawal"),
            assignment,
            "/sign-in".to_owned(),
        ] {
            speaks(&nobody, &path, StatusCode::OK).await;
        }
        speaks(&nobody, "/nothing-here", StatusCode::NOT_FOUND).await;
        speaks(&site.signed_in(AMINA).await, "/me", StatusCode::OK).await;
        let cora = site.signed_in(CORA).await;
        for path in [
            "/desk".to_owned(),
            "/desk/requests".to_owned(),
            format!("/desk/requests/{request}"),
        ] {
            speaks(&cora, &path, StatusCode::OK).await;
        }
    })
    .await;
}

#[tokio::test]
async fn every_mail_of_the_way_speaks_its_reader_s_locale() {
    each_engine(async |db| {
        let site = Site::speaking(db, locales::with_invented_ones()).await;
        let mut tx = site.app.db.begin().await.expect("it begins");
        for (code, email) in [("ar", AMINA), ("qps", KITA)] {
            q!(
                "UPDATE person SET locale = $1 WHERE id IN (SELECT pa.person_id FROM person_address pa
                     JOIN address a ON a.id = pa.address_id WHERE a.email_key = $2)",
                code,
                email
            )
            .execute(&mut tx)
            .await
            .expect("it is written");
        }
        tx.commit().await.expect("it commits");
        ask(&site, vec![tuesday()]).await;
        let offer = site.link_for(AMINA, "offer", "/o/").await;
        let nobody = site.browser();
        nobody
            .post(&offer, &[("answer", "yes")])
            .await
            .expect(StatusCode::SEE_OTHER);
        site.work().await;
        let mut seen = Vec::new();
        for (email, code, direction) in [(AMINA, "ar", "rtl"), (KITA, "qps", "ltr")] {
            for mail in site.mailbox.to(email) {
                assert!(!mail.text.contains('⟦') && !mail.html.contains('⟦'), "{}", mail.text);
                assert!(mail.html.contains(&format!("lang=\"{code}\"")), "{}", mail.html);
                assert!(mail.html.contains(&format!("dir=\"{direction}\"")), "{}", mail.html);
                assert!(mail.subject.starts_with('['), "{}", mail.subject);
                seen.push(mail.kind);
            }
        }
        for kind in ["offer", "assignment_confirmed", "request_received", "request_confirmed"] {
            assert!(seen.contains(&kind), "{kind} is among {seen:?}");
        }
    })
    .await;
}
