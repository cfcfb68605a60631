//! S39: the Kita does not want Basir any more.

use axum::http::StatusCode;
use sprachpool::{q, tasks::Kind};

use super::world::*;
use crate::support::{
    databases::{ENGINES, Fresh, each_engine},
    scene::{AMINA, BASIR, CORA, KITA, accepts, offer_link, tuesday},
    site::{Browser, Site},
};

const NOTE: &str = "Es gab einen Streit am Tor.";
/// What would give it away on a page or in a mail.
const HINTS: [&str; 6] = [
    "Streit",
    "perre",
    "esperrt",
    "banned",
    "ban ",
    "suchen wir eine andere Person",
];

async fn bans(site: &Site, cora: &Browser) {
    let path = format!("/desk/volunteers/{}/bans", site.who.basir);
    let kita = site.who.kita.institution.to_string();
    let answer = cora.post(&path, &[("institution", &kita), ("note", NOTE)]).await;
    let answer = answer.expect(StatusCode::SEE_OTHER);
    assert_eq!(answer.location().split('?').next(), Some(path.as_str()));
    site.work().await;
}

/// The form that lifts the ban.
async fn lifting(site: &Site, cora: &Browser) -> String {
    let page = cora
        .get(&format!("/desk/volunteers/{}/bans", site.who.basir))
        .await
        .body;
    let mut actions = page.split("action=\"").filter_map(|rest| rest.split('"').next());
    actions
        .find(|action| action.ends_with("/end"))
        .expect("a form")
        .to_owned()
}

#[track_caller]
fn no_hint(what: &str, text: &str) {
    for hint in HINTS {
        assert!(!text.contains(hint), "{hint:?} in {what}: {text}");
    }
}

#[tokio::test]
async fn s39_no_offers_open_ones_close_silently_and_nobody_is_told() {
    for engine in ENGINES {
        let fresh = Fresh::new(engine).await;
        let site = Site::new(fresh.db.clone()).await;
        let cora = site.signed_in(CORA).await;
        let basir = site.signed_in(BASIR).await;
        let kita = site.signed_in(KITA).await;
        let request = kita_asks(&site, "2027-03-16").await;
        let link = offer_link(&site, BASIR).await;
        let mails_before = site.mailbox.to(BASIR).len();
        bans(&site, &cora).await;

        // The open offer is closed, without a mail; the link says nothing of why, and takes no yes.
        let closed = q!(
            "SELECT COUNT(*) FROM offer WHERE volunteer_id = $1 AND state = 'closed' AND ended_at IS NOT NULL",
            site.who.basir
        );
        assert_eq!(count(&site, closed).await, 1);
        assert_eq!(site.mailbox.to(BASIR).len(), mails_before);
        let stranger = site.browser();
        let page = stranger.get(&link).await.expect(StatusCode::OK).body;
        assert!(page.contains("Dieses Angebot gilt nicht mehr"), "{page}");
        no_hint("the offer", &page);
        let answer = stranger.post(&link, &[("answer", "yes")]).await;
        assert!(answer.status.is_success() || answer.status == StatusCode::UNPROCESSABLE_ENTITY);
        no_hint("the answer", &answer.body);
        let accepted = q!("SELECT COUNT(*) FROM assignment");
        assert_eq!(count(&site, accepted).await, 0);

        // No further offers of the Kita; those of others go on.
        kita_asks(&site, "2027-03-17").await;
        let offers = q!("SELECT COUNT(*) FROM offer WHERE volunteer_id = $1", site.who.basir);
        assert_eq!(count(&site, offers).await, 1);
        crate::support::scene::ask_for(&site, site.who.klinik, vec![tuesday()]).await;
        let offers = q!("SELECT COUNT(*) FROM offer WHERE volunteer_id = $1", site.who.basir);
        assert_eq!(count(&site, offers).await, 2);

        // Not a word, wherever the two can look.
        for path in ["/me", link.as_str()] {
            no_hint(path, &basir.get(path).await.expect(StatusCode::OK).body);
        }
        for path in ["/requests".to_owned(), format!("/requests/{request}")] {
            no_hint(&path, &kita.get(&path).await.expect(StatusCode::OK).body);
        }
        for mail in site.mailbox.to(BASIR).iter().chain(&site.mailbox.to(KITA)) {
            no_hint("a mail", &mail.text);
            no_hint("a subject", &mail.subject);
        }
        // In the tables the reason stands once, and in no mail's parameters and no line of the trail.
        let texts = fresh.texts().await;
        assert_eq!(texts.iter().filter(|text| text.contains("Streit")).count(), 1);
    }
}

#[tokio::test]
async fn s39_future_dates_are_flagged_and_lifting_keeps_the_note() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let request = kita_asks(&site, "2027-03-16").await;
        let link = accepts(&site, BASIR).await;
        let mails_before = site.mailbox.to(BASIR).len();
        bans(&site, &cora).await;
        let flags = open(&site, Kind::AssignmentBanned).await;
        assert_eq!(flags.len(), 1);
        assert_eq!(flags[0].request_id, Some(request));
        let desk = cora.get("/desk").await.body;
        assert!(desk.contains("Einsatz trotz Sperre: Basir Noori"), "{desk}");
        // What was accepted stands until a person decides; the volunteer reads nothing of it.
        assert_eq!(site.mailbox.to(BASIR).len(), mails_before);
        let page = site.browser().get(&link).await.expect(StatusCode::OK).body;
        no_hint("the assignment", &page);
        let me = site.signed_in(BASIR).await.get("/me").await.body;
        assert!(me.contains(&link), "{me}");
        no_hint("/me", &me);

        // A second ban is none; the first one's note stands.
        let path = format!("/desk/volunteers/{}/bans", site.who.basir);
        let kita = site.who.kita.institution.to_string();
        let answer = cora
            .post(&path, &[("institution", &kita), ("note", "Noch ein Grund")])
            .await;
        let again = answer.expect(StatusCode::UNPROCESSABLE_ENTITY).body;
        assert!(
            again.contains("Diese Sperre gibt es schon.") && again.contains("Noch ein Grund"),
            "{again}"
        );

        let end = lifting(&site, &cora).await;
        for _ in 0..2 {
            cora.post(&end, &[]).await.expect(StatusCode::SEE_OTHER);
        }
        assert!(open(&site, Kind::AssignmentBanned).await.is_empty());
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        for words in [
            "Keine Einrichtung hat diese Person gesperrt.",
            NOTE,
            "Vom 01.03.2027 bis zum 01.03.2027.",
        ] {
            assert!(page.contains(words), "{words} is missing: {page}");
        }
        let lines = q!("SELECT COUNT(*) FROM audit WHERE action IN ('volunteer_banned', 'ban_lifted')");
        assert_eq!(count(&site, lines).await, 2);
        // Offers come again.
        kita_asks(&site, "2027-03-18").await;
        let offers = q!("SELECT COUNT(*) FROM offer WHERE volunteer_id = $1", site.who.basir);
        assert_eq!(count(&site, offers).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_ban_needs_an_institution_and_a_reason() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let path = format!("/desk/volunteers/{}/bans", site.who.amina);
        let kita = site.who.kita.institution.to_string();
        let long = "ä".repeat(501);
        let cases = [
            ("", NOTE, "Bitte wählen Sie eine Einrichtung."),
            (
                "018f0000-0000-7000-8000-000000000000",
                NOTE,
                "Bitte wählen Sie etwas aus der Liste.",
            ),
            ("nonsense", NOTE, "Bitte wählen Sie etwas aus der Liste."),
            (&kita, "", "Bitte schreiben Sie den Grund."),
            (&kita, " \u{a0} ", "Bitte schreiben Sie den Grund."),
            (&kita, "a\u{202E}b", "Hier stehen Zeichen"),
            (&kita, "a\u{0}b", "Hier stehen Zeichen"),
            (&kita, &long, "Das ist zu lang: 501 Zeichen."),
        ];
        for (institution, note, words) in cases {
            let fields = [("institution", institution), ("note", note)];
            let answer = cora.post(&path, &fields).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(words), "{fields:?}: {}", answer.body);
        }
        assert_eq!(count(&site, q!("SELECT COUNT(*) FROM ban")).await, 0);
        let fields = [
            ("institution", kita.as_str()),
            ("note", "<svg onload=1> '); DROP TABLE ban"),
        ];
        cora.post(&path, &fields).await.expect(StatusCode::SEE_OTHER);
        let page = cora.get(&path).await.expect(StatusCode::OK).body;
        assert!(
            page.contains("DROP TABLE ban") && !page.contains("<svg onload"),
            "{page}"
        );
        assert!(offer_free(&site).await);
    })
    .await;
}

async fn offer_free(site: &Site) -> bool {
    kita_asks(site, "2027-03-16").await;
    !site.mailbox.to(AMINA).iter().any(|mail| mail.kind == "offer")
}
