//! What is far from the plan is asked once more before it counts.

use axum::http::StatusCode;
use sprachpool::proofs::{Said, Side};

use super::{held, over};
use crate::support::{
    databases::each_engine,
    scene::{CORA, KITA, dump},
    site::Site,
};

const QUESTION: &str = "Geplant war: 1 Stunde. Sie sagen: 4 Stunden. Stimmt das?";

#[tokio::test]
async fn four_hours_for_one_are_taken_only_when_somebody_says_that_they_are_right() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let (kita, cora) = (site.signed_in(KITA).await, site.signed_in(CORA).await);
        let browser = site.browser();
        site.work().await;
        let before = dump(&site.app.db).await;
        let mut unlikely = held("6:00", "10:00").to_vec();
        unlikely.push(("choice", "own"));
        for (reader, path) in [
            (&browser, over.link.clone()),
            (&kita, over.institution_page()),
            (&cora, over.desk_page()),
        ] {
            let page = reader.post(&path, &unlikely).await;
            let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains(QUESTION), "{page}");
            assert!(page.contains("Ja, das stimmt: 4 Stunden"), "{page}");
            assert!(page.contains(r#"value="6:00""#), "{page}");
            // A box that was ticked for another length says nothing.
            let mut other = unlikely.clone();
            other.push(("sure", "900"));
            reader
                .post(&path, &other)
                .await
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(dump(&site.app.db).await, before);
        let mut sure = unlikely.clone();
        sure.push(("sure", "240"));
        over.amina_says(&site, &sure).await;
        over.kita_says(&site, &kita, &sure).await;
        let proof = over.proof(&site).await;
        for side in [Side::Volunteer, Side::Institution] {
            let said = proof.newest(side).and_then(|version| Said::minutes(version.said));
            assert_eq!(said, Some(240));
        }
    })
    .await;
}

#[tokio::test]
async fn a_tick_stays_when_something_else_is_wrong() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        let mut fields = held("9:00", "9:10").to_vec();
        fields.extend([("sure", "10"), ("travel", "viel")]);
        let page = site.browser().post(&over.link, &fields).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(page.contains(r#"name="sure" value="10" checked"#), "{page}");
        assert!(!page.contains("Stimmt das?"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_slip_of_the_keyboard_is_named() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let over = over(&site).await;
        for (typed, words) in [
            ("90", "„90“ ist keine Uhrzeit. Meinen Sie 9:00?"),
            ("9:5", "„9:5“ ist keine Uhrzeit."),
            ("24:00", "„24:00“ ist keine Uhrzeit."),
        ] {
            let page = site.browser().post(&over.link, &held(typed, "10:00")).await;
            let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
            assert!(page.contains(words), "{page}");
            assert!(page.contains(&format!("value=\"{typed}\"")), "{page}");
        }
    })
    .await;
}
