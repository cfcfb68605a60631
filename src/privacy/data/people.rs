use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::own;

type At = DateTime<Utc>;

own!(Person of "person": q!("SELECT id, name, name_sort, locale, created_at FROM person WHERE id = $1") {
    id: Uuid, name: String, name_sort: String, locale: String, created_at: At,
});

own!(Address of "address":
    q!("SELECT d.id, d.email, d.email_key, d.bounced_at, d.created_at FROM address d
     JOIN person_address a ON a.address_id = d.id WHERE a.person_id = $1 ORDER BY a.position, d.id") {
    id: Uuid, email: String, email_key: String, bounced_at: Option<At>, created_at: At,
});

own!(PersonAddress of "person_address":
    q!("SELECT person_id, address_id FROM person_address WHERE person_id = $1 ORDER BY position, address_id") {
    person_id: Uuid, address_id: Uuid,
});

own!(Coordinator of "coordinator":
    q!("SELECT id, person_id, active, created_at, ended_at FROM coordinator WHERE person_id = $1") {
    id: Uuid, person_id: Uuid, active: bool, created_at: At, ended_at: Option<At>,
});

own!(Contact of "contact":
    q!("SELECT id, person_id, institution_id, phone, active, created_at, ended_at FROM contact
     WHERE person_id = $1 ORDER BY id") {
    id: Uuid, person_id: Uuid, institution_id: Uuid, phone: Option<String>, active: bool, created_at: At,
    ended_at: Option<At>,
});

own!(SecondFactor of "second_factor":
    q!("SELECT id, person_id, created_at, confirmed_at, ended_at FROM second_factor WHERE person_id = $1 ORDER BY id") {
    id: Uuid, person_id: Uuid, created_at: At, confirmed_at: Option<At>, ended_at: Option<At>,
});

// Of a shared address nobody knows who it was.
own!(SignIn of "sign_in":
    q!("SELECT s.id, s.address_id, s.created_at, s.expires_at, s.proved_at, s.used_at FROM sign_in s
     JOIN person_address a ON a.address_id = s.address_id
     WHERE a.person_id = $1 AND NOT EXISTS (
         SELECT 1 FROM person_address b WHERE b.address_id = a.address_id AND b.person_id <> a.person_id)
     ORDER BY s.id") {
    id: Uuid, address_id: Option<Uuid>, created_at: At, expires_at: At, proved_at: Option<At>, used_at: Option<At>,
});

own!(Session of "session":
    q!("SELECT id, person_id, network, second_factor_at, created_at, expires_at, ended_at FROM session
     WHERE person_id = $1 ORDER BY id") {
    id: Uuid, person_id: Uuid, network: Option<String>, second_factor_at: Option<At>, created_at: At,
    expires_at: At, ended_at: Option<At>,
});
