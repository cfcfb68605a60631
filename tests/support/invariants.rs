//! What must be true after whatever happened: the list under "Faults" of the scenarios, read from the database.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value as Json;
use sprachpool::{
    database::{Db, Tx},
    q,
};
use uuid::Uuid;

/// Panics with every rule that is broken.
#[track_caller]
pub fn assert_none(broken: &[String]) {
    assert!(broken.is_empty(), "broken invariants:\n{}", broken.join("\n"));
}

pub async fn hold(db: &Db, now: DateTime<Utc>) {
    assert_none(&broken(db, now).await);
}

/// Every rule that is broken, in words; on one consistent snapshot.
pub async fn broken(db: &Db, now: DateTime<Utc>) -> Vec<String> {
    let mut tx = db.read().await.expect("it reads");
    let mut broken = Vec::new();
    places(&mut tx, &mut broken).await;
    searches(&mut tx, now, &mut broken).await;
    offers(&mut tx, &mut broken).await;
    mails(&mut tx, &mut broken).await;
    proofs(&mut tx, now, &mut broken).await;
    broken
}

/// Rows of ids that should not be there.
macro_rules! none {
    ($tx:expr, $broken:expr, $rule:literal, $text:literal $(, $value:expr)*) => {
        for (id,) in q!($text $(, $value)*).all::<(Uuid,)>($tx).await.expect($rule) {
            $broken.push(format!("{}: {id}", $rule));
        }
    };
}

/// At most one active assignment per place, and none that overlap; what was answered "accepted" is stored.
async fn places(tx: &mut Tx, broken: &mut Vec<String>) {
    none!(
        tx,
        broken,
        "two assignments on one opening",
        "SELECT opening_id AS id FROM assignment WHERE ended_at IS NULL GROUP BY opening_id HAVING COUNT(*) > 1"
    );
    none!(
        tx,
        broken,
        "a volunteer in two places",
        "SELECT a.id FROM assignment a JOIN assignment b ON b.volunteer_id = a.volunteer_id AND b.id <> a.id
         WHERE a.ended_at IS NULL AND b.ended_at IS NULL AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at"
    );
    none!(
        tx,
        broken,
        "an opening is filled and has no assignment, or the other way round",
        "SELECT o.id FROM opening o WHERE (o.state = 'filled') <> EXISTS (
             SELECT 1 FROM assignment a WHERE a.opening_id = o.id AND a.ended_at IS NULL)"
    );
    none!(
        tx,
        broken,
        "an accepted offer without an assignment",
        "SELECT o.id FROM offer o WHERE o.state = 'accepted'
           AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.offer_id = o.id)"
    );
    none!(
        tx,
        broken,
        "somebody was assigned against reasons, and nobody says why",
        "SELECT id FROM assignment WHERE overridden IS NOT NULL AND (overridden <> '[]') <> (override_reason IS NOT NULL)"
    );
    none!(
        tx,
        broken,
        "a time is held, and nobody can choose it any more or is asked to",
        "SELECT o.id FROM offer o JOIN search s ON s.id = o.search_id
         WHERE o.willing_at IS NOT NULL AND o.state = 'sent' AND (s.ended_at IS NOT NULL
           OR NOT EXISTS (SELECT 1 FROM task t WHERE t.request_id = o.request_id AND t.kind = 'choose'
                          AND t.done_at IS NULL))"
    );
    none!(
        tx,
        broken,
        "a time is held for two requests, or held and taken",
        "SELECT o.id FROM offer o JOIN slot s ON s.id = o.willing_slot_id
         WHERE o.willing_at IS NOT NULL AND o.state = 'sent'
           AND (EXISTS (SELECT 1 FROM assignment a WHERE a.volunteer_id = o.volunteer_id AND a.ended_at IS NULL
                          AND a.starts_at < s.ends_at AND s.starts_at < a.ends_at)
             OR EXISTS (SELECT 1 FROM offer p JOIN slot u ON u.id = p.willing_slot_id
                        WHERE p.volunteer_id = o.volunteer_id AND p.id <> o.id AND p.willing_at IS NOT NULL
                          AND p.state = 'sent' AND u.starts_at < s.ends_at AND s.starts_at < u.ends_at))"
    );
    none!(
        tx,
        broken,
        "two dates of one request are taken",
        "SELECT request_id AS id FROM assignment WHERE ended_at IS NULL GROUP BY request_id
         HAVING COUNT(DISTINCT slot_id) > 1"
    );
}

/// Every open request has a running search with a due timer, or a task for a person.
async fn searches(tx: &mut Tx, now: DateTime<Utc>, broken: &mut Vec<String>) {
    none!(
        tx,
        broken,
        "nobody works on an open place",
        "SELECT o.id FROM opening o WHERE o.state = 'open'
           AND NOT EXISTS (SELECT 1 FROM search s JOIN timer t ON t.subject_id = s.id AND t.kind = 'search'
                           WHERE s.request_id = o.request_id AND s.ended_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.subject_id = o.request_id AND t.kind = 'request_check')
           AND NOT EXISTS (SELECT 1 FROM task t WHERE t.request_id = o.request_id AND t.done_at IS NULL)"
    );
    none!(
        tx,
        broken,
        "a request waits for a decision, and nobody is asked for it",
        "SELECT r.id FROM request r WHERE r.check_state = 'waiting' AND r.cancelled_at IS NULL AND r.closed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM task t WHERE t.request_id = r.id AND t.kind = 'request_check'
                           AND t.done_at IS NULL)"
    );
    none!(
        tx,
        broken,
        "an institution was asked, and nothing happens if it says nothing",
        "SELECT r.id FROM request r WHERE r.check_state = 'asked' AND r.cancelled_at IS NULL AND r.closed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.subject_id = r.id AND t.kind = 'request_check')"
    );
    none!(
        tx,
        broken,
        "somebody was asked before the check was over",
        "SELECT r.id FROM request r WHERE r.check_state IN ('waiting', 'asked', 'refused')
           AND EXISTS (SELECT 1 FROM search s WHERE s.request_id = r.id)"
    );
    none!(
        tx,
        broken,
        "a timer waits for a decision that nobody has to take",
        "SELECT t.id FROM timer t WHERE t.kind = 'request_check' AND NOT EXISTS (
             SELECT 1 FROM request r WHERE r.id = t.subject_id AND r.check_state IN ('waiting', 'asked')
               AND r.cancelled_at IS NULL AND r.closed_at IS NULL)"
    );
    none!(
        tx,
        broken,
        "an unfilled place never had a task, and nobody closed it",
        "SELECT o.id FROM opening o JOIN request r ON r.id = o.request_id
         WHERE o.state = 'unfilled' AND r.closed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM task t WHERE t.request_id = o.request_id AND t.kind = 'nobody_found'
                             AND (t.done_at IS NULL OR t.done_by IS NOT NULL))"
    );
    none!(
        tx,
        broken,
        "a search runs and has nothing to look for",
        "SELECT s.id FROM search s WHERE s.ended_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM opening o WHERE o.request_id = s.request_id AND o.state = 'open')"
    );
    none!(
        tx,
        broken,
        "a timer without a running search",
        "SELECT t.id FROM timer t WHERE t.kind IN ('search', 'search_target')
           AND NOT EXISTS (SELECT 1 FROM search s WHERE s.id = t.subject_id AND s.ended_at IS NULL)"
    );
    none!(
        tx,
        broken,
        "a search runs past its deadline and nobody looks",
        "SELECT s.id FROM search s JOIN timer t ON t.subject_id = s.id
         WHERE s.ended_at IS NULL AND s.deadline < $1 AND t.due_at > $1",
        now
    );
}

/// In one search nobody is asked twice; an offer is "sent" when its mail was handed over, and only then.
async fn offers(tx: &mut Tx, broken: &mut Vec<String>) {
    none!(
        tx,
        broken,
        "asked twice in one search",
        "SELECT search_id AS id FROM offer GROUP BY search_id, volunteer_id HAVING COUNT(*) > 1"
    );
    none!(
        tx,
        broken,
        "an answerable offer of a search that ended",
        "SELECT o.id FROM offer o JOIN search s ON s.id = o.search_id
         WHERE s.ended_at IS NOT NULL AND o.state IN ('queued', 'sent')"
    );
    let mut mails = BTreeMap::new();
    for (params, handed_over) in q!(
        "SELECT params, CASE WHEN sent_at IS NULL THEN FALSE ELSE TRUE END AS handed_over FROM outbox
         WHERE kind = 'offer'"
    )
    .all::<(String, bool)>(tx)
    .await
    .expect("it reads")
    {
        mails.insert(id_in(&params, "offer"), handed_over);
    }
    let states = q!("SELECT id, state FROM offer").all::<(Uuid, String)>(tx).await;
    for (offer, state) in states.expect("it reads") {
        match (state.as_str(), mails.get(&offer)) {
            ("queued", Some(false)) | ("sent", Some(true)) => {}
            ("queued" | "sent", mail) => broken.push(format!(
                "offer {offer} is {state}, but its mail was handed over: {mail:?}"
            )),
            _ => {}
        }
    }
}

/// What happened is asked about everything that took place, and settled only by somebody's word.
async fn proofs(tx: &mut Tx, now: DateTime<Utc>, broken: &mut Vec<String>) {
    none!(
        tx,
        broken,
        "nobody asks what happened",
        "SELECT a.id FROM assignment a WHERE a.ended_at IS NULL AND a.ends_at <= $1
           AND NOT EXISTS (SELECT 1 FROM proof p WHERE p.assignment_id = a.id)
           AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.kind = 'proof' AND t.subject_id = a.id)",
        now
    );
    none!(
        tx,
        broken,
        "asked about what was called off",
        "SELECT a.id FROM assignment a JOIN proof p ON p.assignment_id = a.id WHERE a.ended_at IS NOT NULL"
    );
    none!(
        tx,
        broken,
        "settled without an outcome, or the other way round",
        "SELECT assignment_id AS id FROM proof WHERE (state = 'done') <> (outcome IS NOT NULL)
             OR (outcome IS NOT NULL) <> (closed_at IS NOT NULL)
             OR (COALESCE(outcome, '') = 'held') <> (started_at IS NOT NULL AND ended_at IS NOT NULL)"
    );
    none!(
        tx,
        broken,
        "settled though nobody's word says so",
        "SELECT p.assignment_id AS id FROM proof p WHERE p.state = 'done' AND NOT EXISTS (
             SELECT 1 FROM proof_version w WHERE w.assignment_id = p.assignment_id AND w.outcome = p.outcome)"
    );
    none!(
        tx,
        broken,
        "reminded more than twice",
        "SELECT assignment_id AS id FROM proof WHERE volunteer_reminders > 2 OR institution_reminders > 2"
    );
    none!(
        tx,
        broken,
        "somebody owes a word and nobody looks",
        "SELECT p.assignment_id AS id FROM proof p WHERE p.state IN ('open', 'reported')
           AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.kind = 'proof' AND t.subject_id = p.assignment_id)
           AND NOT EXISTS (SELECT 1 FROM task t WHERE t.kind = 'proof_missing' AND t.assignment_id = p.assignment_id)"
    );
}

/// A mail row exists exactly for each transition that owes one.
async fn mails(tx: &mut Tx, broken: &mut Vec<String>) {
    let mut owed: BTreeMap<(&'static str, Uuid), i64> = BTreeMap::new();
    let mut owe = |kind, id| *owed.entry((kind, id)).or_default() += 1;
    let lines = q!("SELECT action, object_id, params FROM audit ORDER BY at, id");
    for (action, object, params) in lines.all::<(String, Uuid, String)>(tx).await.expect("it reads") {
        match action.as_str() {
            "request_filed" => owe("request_received", object),
            "offer_made" => owe("offer", id_in(&params, "offer")),
            "offer_declined" => owe("offer_declined", id_in(&params, "offer")),
            "offer_willing" => owe("offer_willing", id_in(&params, "offer")),
            "offer_freed" => owe("hold_ended", id_in(&params, "offer")),
            "offer_accepted" | "offer_chosen" | "offer_chosen_late" | "assignment_made" => {
                owe("assignment_confirmed", id_in(&params, "assignment"));
                owe("request_confirmed", id_in(&params, "assignment"));
            }
            "assignment_given_back" => {
                owe("assignment_given_back", id_in(&params, "assignment"));
                owe("search_restarted", id_in(&params, "assignment"));
            }
            "request_cancelled" => owe("request_cancelled", object),
            "search_changed" => owe("search_changed", object),
            "search_goes_on" => owe("still_searching", object),
            "check_approved" => owe("check_approved", object),
            "check_refused" => owe("check_refused", object),
            "check_asked" => owe("check_question", object),
            "request_closed" => owe("request_closed", object),
            "proof_asked" => owe("proof_asked", id_in(&params, "assignment")),
            "proof_disputed" => {
                owe("proof_disputed", id_in(&params, "assignment"));
                owe("proof_disputed", id_in(&params, "assignment"));
            }
            "proof_decided" => {
                owe("proof_decided", id_in(&params, "assignment"));
                owe("proof_decided", id_in(&params, "assignment"));
            }
            "proof_reminded" if params.contains("\"institution\"") => {
                owe("proof_confirm_reminder", id_in(&params, "assignment"));
            }
            "proof_reminded" => owe("proof_reminder", id_in(&params, "assignment")),
            _ => {}
        }
    }
    let nobody = q!("SELECT request_id FROM search WHERE outcome = 'nobody'").all::<(Uuid,)>(tx);
    for (request,) in nobody.await.expect("it reads") {
        owe("nobody_found", request);
    }
    let cancelled = q!("SELECT id FROM assignment WHERE ended_how = 'cancelled'").all::<(Uuid,)>(tx);
    for (assignment,) in cancelled.await.expect("it reads") {
        owe("assignment_cancelled", assignment);
    }
    // Whoever may have read an offer hears that it was cancelled; not when its search was only changed or closed.
    let told = q!(
        "SELECT o.id FROM offer o JOIN search s ON s.id = o.search_id JOIN request r ON r.id = s.request_id
         WHERE s.outcome = 'cancelled' AND s.ended_at = r.cancelled_at
           AND o.state = 'closed' AND o.sent_at IS NOT NULL"
    );
    for (offer,) in told.all::<(Uuid,)>(tx).await.expect("it reads") {
        owe("offer_cancelled", offer);
    }

    let known: BTreeSet<_> = [
        ("request_received", "request"),
        ("offer", "offer"),
        ("offer_declined", "offer"),
        ("offer_cancelled", "offer"),
        ("offer_willing", "offer"),
        ("hold_ended", "offer"),
        ("assignment_confirmed", "assignment"),
        ("request_confirmed", "assignment"),
        ("assignment_given_back", "assignment"),
        ("search_restarted", "assignment"),
        ("assignment_cancelled", "assignment"),
        ("request_cancelled", "request"),
        ("nobody_found", "request"),
        ("still_searching", "request"),
        ("search_changed", "request"),
        ("check_approved", "request"),
        ("check_refused", "request"),
        ("check_question", "request"),
        ("request_closed", "request"),
        ("proof_asked", "assignment"),
        ("proof_reminder", "assignment"),
        ("proof_confirm_reminder", "assignment"),
        ("proof_disputed", "assignment"),
        ("proof_decided", "assignment"),
    ]
    .into();
    let rows = q!("SELECT kind, params FROM outbox").all::<(String, String)>(tx);
    for (kind, params) in rows.await.expect("it reads") {
        if let Some((kind, subject)) = known.iter().find(|(known, _)| *known == kind) {
            *owed.entry((kind, id_in(&params, subject))).or_default() -= 1;
        }
    }
    for ((kind, id), missing) in owed.into_iter().filter(|(_, missing)| *missing != 0) {
        broken.push(format!("{missing} mails {kind} are missing for {id}"));
    }
}

fn id_in(params: &str, key: &str) -> Uuid {
    let params: Json = serde_json::from_str(params).expect("params are JSON");
    let id = params[key].as_str().expect("the id is named");
    id.parse().expect("an id")
}
