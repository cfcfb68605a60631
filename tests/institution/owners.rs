use axum::http::StatusCode;

use super::{CONVERSATION, KITA, KLINIK, filed, filled};
use crate::support::{databases::each_engine, site::Site};

#[tokio::test]
async fn what_belongs_to_others_is_the_same_plain_404_as_what_does_not_exist() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let kita = site.signed_in(KITA).await;
        let klinik = site.signed_in(KLINIK).await;
        let request = filed(&site, &kita).await;
        let draft = filled(&site, &kita).await;
        let unknown = "/requests/00000000-0000-7000-8000-000000000000";
        let plain = klinik.get(unknown).await.expect(StatusCode::NOT_FOUND).body;
        for path in [
            request.clone(),
            format!("{request}/cancellation"),
            format!("{draft}/conversation"),
            format!("{draft}/when"),
            format!("{draft}/where"),
            format!("{draft}/check"),
            format!("{draft}/referral"),
            "/requests/not-an-id".to_owned(),
            "/requests/drafts/not-an-id/when".to_owned(),
        ] {
            let answer = klinik.get(&path).await.expect(StatusCode::NOT_FOUND);
            assert_eq!(answer.body, plain, "{path}");
        }
        for (path, fields) in [
            (format!("{request}/cancellation"), &[("reason", "other")][..]),
            (format!("{draft}/conversation"), CONVERSATION),
            (format!("{draft}/check"), &[("rules", "yes")]),
        ] {
            klinik.post(&path, fields).await.expect(StatusCode::NOT_FOUND);
        }
        klinik.post(&format!("{draft}/removal"), &[]).await;
        kita.get(&format!("{draft}/check")).await.expect(StatusCode::OK);
        assert!(kita.get(&request).await.body.contains("Dari"));
    })
    .await;
}

#[tokio::test]
async fn who_is_not_signed_in_is_asked_to_and_a_volunteer_has_no_requests() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let nobody = site.browser();
        let answer = nobody.get("/requests").await.expect(StatusCode::SEE_OTHER);
        assert_eq!(answer.location(), "/sign-in?next=%2Frequests");
        let amina = site.signed_in("amina.rahimi@post.example").await;
        amina.get("/requests").await.expect(StatusCode::NOT_FOUND);
        amina.post("/requests/drafts", &[]).await.expect(StatusCode::NOT_FOUND);
    })
    .await;
}
