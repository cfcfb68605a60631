//! Every kind of mail over the wire, in both languages, made by the verbs.

use super::{
    full_day::a_full_day,
    world::{BASE_URL, MEETING_POINT, REMARKS, World},
};
use crate::support::{databases::each_engine, smtp_sink::Received};

const KINDS: [&str; 44] = [
    "sign_in",
    "request_received",
    "offer",
    "offer_declined",
    "offer_cancelled",
    "offer_willing",
    "hold_ended",
    "assignment_confirmed",
    "request_confirmed",
    "contact_changed",
    "details_changed",
    "handed_over",
    "joining_missing",
    "may_not_come",
    "comes_after_all",
    "assignment_given_back",
    "search_restarted",
    "assignment_cancelled",
    "request_cancelled",
    "nobody_found",
    "still_searching",
    "search_changed",
    "request_closed",
    "check_approved",
    "check_refused",
    "check_question",
    "paused",
    "wishes_changed",
    "volunteer_left",
    "institution_approved",
    "volunteer_invited",
    "proof_asked",
    "proof_reminder",
    "proof_to_confirm",
    "proof_confirm_reminder",
    "proof_disputed",
    "proof_decided",
    "coordinator_invited",
    "recovery_code_used",
    "second_factor_reset",
    "registration_received",
    "registration_refused",
    "contact_invited",
    "qualification_runs_out",
];

const TO_VOLUNTEERS: [&str; 11] = [
    "offer",
    "offer_declined",
    "offer_cancelled",
    "offer_willing",
    "hold_ended",
    "assignment_confirmed",
    "contact_changed",
    "details_changed",
    "assignment_given_back",
    "assignment_cancelled",
    "volunteer_invited",
];

/// To volunteers, too, but about what is over or theirs alone: without the link for a pause.
const OF_VOLUNTEERS: [&str; 5] = [
    "paused",
    "wishes_changed",
    "proof_asked",
    "proof_reminder",
    "qualification_runs_out",
];

#[tokio::test]
async fn every_kind_arrives_in_german_and_english() {
    each_engine(async |db| {
        let world = World::new(&db).await;
        a_full_day(&world).await;
        all_arrived(&world, "de").await;
    })
    .await;
    each_engine(async |db| {
        let world = World::new(&db).await;
        world.everybody_reads("en").await;
        a_full_day(&world).await;
        all_arrived(&world, "en").await;
    })
    .await;
}

async fn all_arrived(world: &World, locale: &str) {
    for kind in KINDS {
        let mails = world.mails(kind).await;
        assert!(!mails.is_empty(), "no mail of the kind {kind}");
        for mail in &mails {
            common(mail, kind, locale);
            nothing_sensitive_in_the_subject(mail);
            links_are_ours(mail);
            let pausing = mail.header("List-Unsubscribe");
            // To each side one.
            let both = kind == "comes_after_all";
            assert!(both || pausing.is_some() == TO_VOLUNTEERS.contains(&kind), "{kind}");
            if let Some(pausing) = pausing {
                assert!(pausing.starts_with(&format!("<{BASE_URL}/p/")), "{pausing}");
                let post = mail.header("List-Unsubscribe-Post");
                assert_eq!(post.as_deref(), Some("List-Unsubscribe=One-Click"));
            }
            // Who has a page of their own reads where it is.
            let own = TO_VOLUNTEERS.contains(&kind) || OF_VOLUNTEERS.contains(&kind);
            let address = format!(": {BASE_URL}/me");
            let said = mail.text().lines().any(|line| line.ends_with(&address));
            let mixed = ["proof_disputed", "proof_decided", "comes_after_all"].contains(&kind);
            assert!(mixed || said == own, "{kind}: {}", mail.text());
            let method = mail.calendar().map(|(method, _)| method);
            let expected = match kind {
                "assignment_confirmed" | "request_confirmed" | "handed_over" | "details_changed" => Some("REQUEST"),
                "assignment_given_back" | "search_restarted" | "assignment_cancelled" => Some("CANCEL"),
                // The second request was cancelled before anybody was found.
                "request_cancelled" => method.as_deref().map(|_| "CANCEL"),
                _ => None,
            };
            assert_eq!(method.as_deref(), expected, "{kind}");
        }
    }
    assert_eq!(world.outbox("offer").await.0, 0, "nothing is left behind");
}

fn common(mail: &Received, kind: &str, locale: &str) {
    let header = |name: &str| mail.header(name).unwrap_or_else(|| panic!("{kind} has no {name}"));
    assert_eq!(mail.from, format!("bounce+{}@bounces.pool.example", mail.id()));
    assert_eq!(header("Message-ID"), format!("<{}@bounces.pool.example>", mail.id()));
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Reply-To"), "desk@pool.example");
    assert_eq!(header("Content-Language"), locale);
    let sent = mail.parsed().date().expect("a date").to_timestamp();
    assert!(
        (1_803_891_600..1_804_500_000).contains(&sent),
        "the date is the clock's: {sent}"
    );
    for text in [mail.subject(), mail.text(), mail.html()] {
        assert!(!text.contains('⟦'), "a text is missing in {kind}: {text}");
        assert!(!text.contains("{ $"), "a text is not filled in: {text}");
    }
    assert!(mail.text().contains("Cora Brandt") && mail.html().contains("Cora Brandt"));
    assert!(mail.raw.is_ascii(), "{kind} goes through any server");
}

fn nothing_sensitive_in_the_subject(mail: &Received) {
    let subject = mail.subject();
    for secret in [
        "Kita",
        "Sonnenblume",
        "Parkweg",
        "Vogt",
        "Amina",
        "Basir",
        "Eltern",
        "parents",
        REMARKS,
        MEETING_POINT,
    ] {
        assert!(!subject.contains(secret), "{subject}");
    }
}

fn links_are_ours(mail: &Received) {
    for text in [mail.text(), mail.html()] {
        for (at, _) in text.match_indices("http") {
            assert!(
                text[at..].starts_with(&format!("{BASE_URL}/")),
                "{}",
                &text[at..at + 40]
            );
        }
    }
}
