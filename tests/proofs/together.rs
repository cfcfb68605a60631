//! At once: a confirmation and a correction, and the same answer many times.

use std::sync::Arc;

use axum::http::StatusCode;
use sprachpool::proofs::{Said, Side, State};

use super::{held, over, seen};
use crate::support::{databases::each_engine, invariants, scene::KITA, site::Site};

#[tokio::test]
async fn a_confirmation_never_agrees_with_a_correction_it_has_not_read() {
    each_engine(async |db| {
        let site = Arc::new(Site::new(db).await);
        let over = Arc::new(over(&site).await);
        over.amina_says(&site, &held("9:00", "10:00")).await;
        let kita = site.signed_in(KITA).await;
        let read = seen(&kita.get(&over.institution_page()).await.body);
        let agree = [("outcome", "agree"), ("seen", read.as_str())];
        let (corrects, link) = (site.browser(), over.link.clone());
        let correction = tokio::spawn(async move { corrects.post(&link, &held("9:00", "10:30")).await.status });
        let confirmed = kita.post(&over.institution_page(), &agree).await.status;
        let corrected = correction.await.expect("it answers");
        let proof = over.proof(&site).await;
        match confirmed {
            StatusCode::SEE_OTHER => {
                assert_eq!(proof.state, State::Done);
                assert_eq!(proof.counts.and_then(Said::minutes), Some(60));
                assert!([StatusCode::OK, StatusCode::SEE_OTHER].contains(&corrected));
                assert_eq!(proof.versions.len(), 2, "what came too late is not kept");
            }
            StatusCode::UNPROCESSABLE_ENTITY => {
                assert_eq!(proof.state, State::Reported);
                assert_eq!(corrected, StatusCode::SEE_OTHER);
                assert!(proof.newest(Side::Institution).is_none());
            }
            other => panic!("{other}"),
        }
        invariants::hold(&site.app.db, site.app.clock.now()).await;
    })
    .await;
}

#[tokio::test]
async fn a3_the_same_answer_sixty_times_is_one_word() {
    each_engine(async |db| {
        let site = Arc::new(Site::new(db).await);
        let over = over(&site).await;
        let all: Vec<_> = (0..60)
            .map(|_| {
                let (browser, link) = (site.browser(), over.link.clone());
                tokio::spawn(async move { browser.post(&link, &held("9:00", "10:25")).await.status })
            })
            .collect();
        for one in all {
            assert_eq!(one.await.expect("it answers"), StatusCode::SEE_OTHER);
        }
        site.work().await;
        assert_eq!(over.proof(&site).await.versions.len(), 1);
        assert_eq!(super::mails(&site, KITA, "proof_to_confirm"), 1);
    })
    .await;
}
