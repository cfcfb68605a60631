use axum::http::StatusCode;

use super::{KITA, but, draft, filed, filled, says};
use crate::support::{databases::each_engine, locales, site::Site};

#[tokio::test]
async fn every_page_holds_in_every_locale() {
    each_engine(async |db| {
        let site = Site::speaking(db, locales::with_invented_ones()).await;
        let kita = site.signed_in(KITA).await;
        let request = filed(&site, &kita).await;
        site.work().await;
        let filled = filled(&site, &kita).await;
        let empty = draft(&kita).await;
        for (code, direction) in locales::ALL {
            // Each answer is looked through for texts that are missing.
            for path in [
                "/".to_owned(),
                "/help".to_owned(),
                "/accessibility".to_owned(),
                "/privacy".to_owned(),
                "/imprint".to_owned(),
                "/requests".to_owned(),
                request.clone(),
                format!("{request}/cancellation"),
                format!("{filled}/conversation"),
                format!("{filled}/when"),
                format!("{filled}/where"),
                format!("{filled}/check"),
            ] {
                let page = kita.get(&format!("{path}?lang={code}")).await.expect(StatusCode::OK);
                assert!(
                    page.body
                        .contains(&format!("<html lang=\"{code}\" dir=\"{direction}\">")),
                    "{path} does not speak {code}"
                );
                assert!(
                    !page.body.contains(" style=") && !page.body.contains("<script"),
                    "{path} holds to the policy"
                );
            }
            let wrong: [(&str, &[(&str, &str)]); 3] = [
                (
                    "conversation",
                    &but(&[("language", "Kurdisch")], &[("gender_wish", "required")]),
                ),
                (
                    "when",
                    &[("day", "30"), ("month", "2"), ("year", "2027"), ("alt_day", "x")],
                ),
                ("where", &[("urgent", "yes")]),
            ];
            for (step, fields) in wrong {
                let page = kita.post(&format!("{empty}/{step}?lang={code}"), fields).await;
                page.expect(StatusCode::UNPROCESSABLE_ENTITY);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn english_speaks_english() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let request = filed(&site, &kita).await;
        says(
            &kita.get(&format!("{request}?lang=en")).await.body,
            "We are looking for a person for Dari",
        );
        says(&kita.get("/requests").await.body, "Your requests");
    })
    .await;
}
