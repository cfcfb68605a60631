//! What others wrote or decided about the same request is theirs: it is left empty here.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::own;

type At = DateTime<Utc>;

// What a coordinator writes for a caller is that coordinator's, until it is filed.
own!(Draft of "request_draft":
    q!("SELECT d.id, d.contact_id, d.filed_by, d.fields, d.created_at, d.updated_at FROM request_draft d
     WHERE d.filed_by = $1
        OR (d.filed_by IS NULL AND d.contact_id IN (SELECT k.id FROM contact k WHERE k.person_id = $1))
     ORDER BY d.id") {
    id: Uuid, contact_id: Uuid, filed_by: Option<Uuid>, fields: String, created_at: At, updated_at: At,
});

own!(Request of "request":
    q!("SELECT r.id, r.reference, r.filed_at,
            (SELECT k.id FROM contact k WHERE k.id = r.contact_id AND k.person_id = $1) AS contact_id,
            CASE WHEN r.filed_by = $1 THEN r.filed_by END AS filed_by,
            r.urgent_reason, r.meeting_point, r.remarks, r.joining,
            CASE WHEN r.cancelled_by = $1 THEN r.cancelled_by END AS cancelled_by,
            CASE WHEN r.cancelled_by = $1 THEN r.cancel_reason END AS cancel_reason,
            CASE WHEN r.closed_by = $1 THEN r.closed_by END AS closed_by,
            CASE WHEN r.closed_by = $1 THEN r.closed_note END AS closed_note,
            CASE WHEN r.policy_by = $1 THEN r.policy_reason END AS policy_reason,
            CASE WHEN r.policy_by = $1 THEN r.policy_by END AS policy_by,
            CASE WHEN r.check_decided_by = $1 THEN r.check_decided_by END AS check_decided_by, r.check_referral
     FROM request r WHERE r.check_decided_by = $1 OR r.filed_by = $1 OR r.cancelled_by = $1 OR r.closed_by = $1 OR r.policy_by = $1
        OR r.contact_id IN (SELECT k.id FROM contact k WHERE k.person_id = $1)
     ORDER BY r.filed_at, r.id") {
    id: Uuid, reference: String, filed_at: At, contact_id: Option<Uuid>, filed_by: Option<Uuid>,
    urgent_reason: Option<String>, meeting_point: String, remarks: String, joining: String, cancelled_by: Option<Uuid>,
    cancel_reason: Option<String>, closed_by: Option<Uuid>, closed_note: Option<String>,
    policy_reason: Option<String>, policy_by: Option<Uuid>,
    check_decided_by: Option<Uuid>, check_referral: Option<String>,
});

// Question and answer were mailed to and fro: both sides know both.
own!(CheckQuestion of "check_question":
    q!("SELECT x.id, x.request_id, x.question, x.answer, x.asked_at, x.answered_at,
            CASE WHEN x.asked_by = $1 THEN x.asked_by END AS asked_by,
            CASE WHEN x.answered_by = $1 THEN x.answered_by END AS answered_by
     FROM check_question x JOIN request r ON r.id = x.request_id
     WHERE x.asked_by = $1 OR x.answered_by = $1
        OR r.contact_id IN (SELECT k.id FROM contact k WHERE k.person_id = $1)
     ORDER BY x.asked_at, x.id") {
    id: Uuid, request_id: Uuid, question: String, answer: Option<String>, asked_at: At, answered_at: Option<At>,
    asked_by: Option<Uuid>, answered_by: Option<Uuid>,
});

own!(Offer of "offer":
    q!("SELECT o.id, o.search_id, o.request_id, o.volunteer_id, o.state, o.created_at, o.sent_at, o.answered_at, o.rank,
            o.chance_milli, o.lead_class, o.recent_class, o.factor_milli, o.willing_at, o.willing_slot_id,
            o.known_to_me
     FROM offer o JOIN volunteer v ON v.id = o.volunteer_id WHERE v.person_id = $1 ORDER BY o.created_at, o.id") {
    id: Uuid, search_id: Uuid, request_id: Uuid, volunteer_id: Uuid, state: String, created_at: At,
    sent_at: Option<At>, answered_at: Option<At>, rank: Option<String>, chance_milli: Option<i64>,
    lead_class: Option<i64>, recent_class: Option<i64>, factor_milli: Option<i64>, willing_at: Option<At>,
    willing_slot_id: Option<Uuid>, known_to_me: Option<bool>,
});

own!(Assignment of "assignment":
    q!("SELECT a.id, a.request_id, a.opening_id, a.slot_id, a.volunteer_id, a.offer_id, a.starts_at, a.ends_at,
            a.accepted_at, a.ended_at, a.ended_how, a.override_reason, a.withdrawal_asked_at
     FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id WHERE v.person_id = $1 ORDER BY a.starts_at, a.id") {
    id: Uuid, request_id: Uuid, opening_id: Uuid, slot_id: Uuid, volunteer_id: Uuid, offer_id: Option<Uuid>,
    starts_at: At, ends_at: At, accepted_at: At, ended_at: Option<At>, ended_how: Option<String>,
    override_reason: Option<String>, withdrawal_asked_at: Option<At>,
});

own!(Proof of "proof":
    q!("SELECT p.assignment_id, p.state, p.started_at, p.ended_at FROM proof p
     JOIN assignment a ON a.id = p.assignment_id JOIN volunteer v ON v.id = a.volunteer_id
     WHERE v.person_id = $1 ORDER BY p.created_at, p.assignment_id") {
    assignment_id: Uuid, state: String, started_at: Option<At>, ended_at: Option<At>,
});

own!(ProofVersion of "proof_version":
    q!("SELECT id, assignment_id, side, outcome, started_at, ended_at, travel_minutes, note, recorded_at, recorded_by
     FROM proof_version WHERE recorded_by = $1 ORDER BY recorded_at, id") {
    id: Uuid, assignment_id: Uuid, side: String, outcome: String, started_at: Option<At>, ended_at: Option<At>,
    travel_minutes: Option<i64>, note: String, recorded_at: At, recorded_by: Option<Uuid>,
});
