//! Links, mails, tasks, the audit trail. What would tell of a ban stays out: it is told to neither side.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::own;

type At = DateTime<Utc>;

own!(Link of "link":
    q!("SELECT l.id, l.purpose, l.subject_id, l.created_at, l.expires_at, l.used_at, l.revoked_at FROM link l
     WHERE l.subject_id IN (
         SELECT v.id FROM volunteer v WHERE v.person_id = $1
         UNION SELECT o.id FROM offer o JOIN volunteer v ON v.id = o.volunteer_id WHERE v.person_id = $1
         UNION SELECT a.id FROM assignment a JOIN volunteer v ON v.id = a.volunteer_id WHERE v.person_id = $1)
     ORDER BY l.created_at, l.id") {
    id: Uuid, purpose: String, subject_id: Uuid, created_at: At, expires_at: At, used_at: Option<At>,
    revoked_at: Option<At>,
});

own!(MailOut of "outbox":
    q!("SELECT id, kind, person_id, address_id, params, created_at, sent_at, dropped_at FROM outbox
     WHERE person_id = $1 ORDER BY created_at, id") {
    id: Uuid, kind: String, person_id: Option<Uuid>, address_id: Option<Uuid>, params: String, created_at: At,
    sent_at: Option<At>, dropped_at: Option<At>,
});

own!(MailIn of "inbound_mail":
    q!("SELECT id, person_id, sender, subject, body, received_at FROM inbound_mail
     WHERE person_id = $1 AND kind = 'reply' ORDER BY received_at, id") {
    id: Uuid, person_id: Option<Uuid>, sender: String, subject: String, body: String, received_at: At,
});

own!(Task of "task":
    q!("SELECT t.id, t.kind, t.volunteer_id, t.created_at, t.done_at FROM task t
     JOIN volunteer v ON v.id = t.volunteer_id
     WHERE v.person_id = $1 AND t.kind <> 'assignment_banned' ORDER BY t.created_at, t.id") {
    id: Uuid, kind: String, volunteer_id: Option<Uuid>, created_at: At, done_at: Option<At>,
});

// Who else did something to these data is another person; what was done is told.
own!(Audit of "audit":
    q!("SELECT a.id, a.at, a.actor, a.action, a.object_kind, a.object_id,
            CASE WHEN a.person_id = $1 THEN a.person_id END AS person_id,
            CASE WHEN a.person_id = $1 THEN a.session_id END AS session_id,
            CASE WHEN a.person_id = $1 THEN a.params ELSE '{}' END AS params
     FROM audit a WHERE a.action NOT IN ('volunteer_banned', 'ban_lifted', 'task_created', 'offer_closed')
       AND (a.person_id = $1 OR a.object_id = $1
         OR a.object_id IN (SELECT v.id FROM volunteer v WHERE v.person_id = $1))
     ORDER BY a.at, a.id") {
    id: Uuid, at: At, actor: String, action: String, object_kind: String, object_id: Uuid,
    person_id: Option<Uuid>, session_id: Option<Uuid>, params: String,
});
