//! What is noted counts, what is taken back does not, and nobody notes what cannot be right.

use sprachpool::{
    q,
    qualifications::{Problem, RecordError, proposed_until},
    volunteers::VolunteerId,
};
use uuid::Uuid;

use super::world::*;
use crate::support::{databases::each_engine, site::Site};

#[tokio::test]
async fn the_rules_say_until_when_it_counts() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let id = newcomer(&site, "Laila Azizi", |new| new.qualifications = vec![]).await;
        let cases = [
            (
                shown("clearance", "2027-02-20", Some("2027-01-31"), None),
                Some("2032-01-31"),
            ),
            (shown("yearly_course", "2027-02-20", None, None), Some("2028-02-20")),
            (
                shown("clearance", "2027-02-21", Some("2027-01-31"), Some("2028-01-31")),
                Some("2028-01-31"),
            ),
            (shown("basic_training", "2020-02-29", None, None), None),
        ];
        for (new, until) in cases {
            let row = record(&site, id, &new).await.expect("it can be right");
            let mut tx = site.app.db.read().await.expect("it begins");
            let stored = sprachpool::qualifications::store::get_of(&mut tx, id, row)
                .await
                .expect("it reads")
                .expect("it is there");
            assert_eq!(stored.valid_until, until.map(day), "{new:?}");
            assert_eq!((stored.seen_on, stored.issued_on), (new.seen_on, new.issued_on));
        }
        // 29 February plus a year is the last day of February.
        let rules = rules(&site).await;
        let course = rules.qualification("yearly_course").expect("a kind");
        assert_eq!(proposed_until(course, day("2028-02-29"), None), Some(day("2029-02-28")));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_right_is_refused_and_nothing_is_written() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let before = rows(&site).await;
        let cases = [
            (shown("diploma", "2027-02-01", None, None), Problem::UnknownKind),
            (shown("measles", "2027-03-02", None, None), Problem::SeenInFuture),
            (
                shown("measles", "2027-02-01", Some("2027-02-02"), None),
                Problem::IssuedAfterSeen,
            ),
            (shown("clearance", "2027-02-01", None, None), Problem::IssueDateMissing),
            // Issued on 30 November it could be shown until the last day of February.
            (
                shown("clearance", "2027-03-01", Some("2026-11-30"), None),
                Problem::TooOld { months: 3 },
            ),
            (
                shown("measles", "2027-02-01", Some("2027-01-20"), Some("2027-01-10")),
                Problem::UntilBeforeIssued,
            ),
            (
                shown("measles", "2027-02-01", Some("2027-01-20"), Some("2027-01-25")),
                Problem::UntilBeforeSeen,
            ),
            (
                shown("yearly_course", "2027-02-01", None, Some("2028-02-02")),
                Problem::UntilTooLate {
                    latest: day("2028-02-01"),
                },
            ),
        ];
        for (new, problem) in cases {
            match record(&site, site.who.amina, &new).await {
                Err(RecordError::Wrong(problems)) => assert!(problems.contains(&problem), "{problems:?}"),
                other => panic!("{new:?}: {other:?}"),
            }
        }
        assert_eq!(rows(&site).await, before);
        // Three months to the day is fresh enough.
        let fresh = shown("clearance", "2027-02-28", Some("2026-11-28"), None);
        record(&site, site.who.amina, &fresh).await.expect("fresh enough");
        let nobody = VolunteerId(Uuid::nil());
        let found = record(&site, nobody, &shown("measles", "2027-02-01", None, None)).await;
        assert!(matches!(found, Err(RecordError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn noted_twice_it_is_one_row_and_who_saw_it_stands_there() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let mut new = shown("measles", "2027-02-01", None, None);
        new.seen_by = Some(site.who.cora);
        let first = record(&site, site.who.amina, &new).await.expect("it can be right");
        let again = record(&site, site.who.amina, &new).await.expect("it can be right");
        assert_eq!(first, again);
        let lines = q!("SELECT COUNT(*) FROM audit WHERE action = 'qualification_recorded'");
        assert_eq!(count(&site, lines).await, 1);
        let mut tx = site.app.db.read().await.expect("it begins");
        let stored = sprachpool::qualifications::store::get_of(&mut tx, site.who.amina, first)
            .await
            .expect("it reads")
            .expect("it is there");
        assert_eq!(stored.seen_by.as_deref(), Some("Cora Brandt"));
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_counts_no_more_and_stays_on_record() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = kita_asks(&site, "2027-03-16").await;
        assert_eq!(lacks(&site, request, site.who.amina).await, [""; 0]);
        let before = rows(&site).await;
        revoke_kind(&site, site.who.amina, "confidentiality").await;
        assert_eq!(lacks(&site, request, site.who.amina).await, ["confidentiality"]);
        assert_eq!(rows(&site).await, before);
        let lines = q!(
            "SELECT COUNT(*) FROM qualification WHERE revoked_at IS NOT NULL AND revoked_by = $1",
            site.who.cora
        );
        assert_eq!(count(&site, lines).await, 1);
        let noted = shown("confidentiality", "2027-03-01", None, None);
        record(&site, site.who.amina, &noted).await.expect("it can be right");
        assert_eq!(lacks(&site, request, site.who.amina).await, [""; 0]);
    })
    .await;
}
