use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::own;

type At = DateTime<Utc>;

own!(Volunteer of "volunteer":
    q!("SELECT id, person_id, state, paused_until, gender, birth_year, phone, phone_consent, home_district, german_level,
            on_site, by_phone, by_video, max_travel_minutes, weekly_cap, offer_cap, created_at, retired_at
     FROM volunteer WHERE person_id = $1") {
    id: Uuid, person_id: Uuid, state: String, paused_until: Option<At>, gender: String, birth_year: Option<i64>,
    phone: Option<String>, phone_consent: bool, home_district: Option<String>, german_level: String, on_site: bool,
    by_phone: bool, by_video: bool, max_travel_minutes: Option<i64>, weekly_cap: Option<i64>,
    offer_cap: Option<i64>, created_at: At, retired_at: Option<At>,
});

own!(Language of "volunteer_language":
    q!("SELECT x.volunteer_id, x.language, x.level FROM volunteer_language x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.language") {
    volunteer_id: Uuid, language: String, level: String,
});

own!(LanguageWish of "language_wish":
    q!("SELECT x.volunteer_id, x.language, x.level, x.wished_at FROM language_wish x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.language") {
    volunteer_id: Uuid, language: String, level: String, wished_at: At,
});

own!(District of "volunteer_district":
    q!("SELECT x.volunteer_id, x.district FROM volunteer_district x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.district") {
    volunteer_id: Uuid, district: String,
});

own!(Sector of "volunteer_sector":
    q!("SELECT x.volunteer_id, x.sector FROM volunteer_sector x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.sector") {
    volunteer_id: Uuid, sector: String,
});

own!(Availability of "availability":
    q!("SELECT x.id, x.volunteer_id, x.weekday, x.from_time, x.until_time FROM availability x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.weekday, x.from_time") {
    id: Uuid, volunteer_id: Uuid, weekday: i64, from_time: String, until_time: String,
});

own!(Absence of "absence":
    q!("SELECT x.id, x.volunteer_id, x.from_date, x.until_date FROM absence x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.from_date, x.id") {
    id: Uuid, volunteer_id: Uuid, from_date: String, until_date: String,
});

own!(Qualification of "qualification":
    q!("SELECT x.id, x.volunteer_id, x.kind, x.seen_on, x.issued_on, x.valid_until, x.recorded_at, x.revoked_at
     FROM qualification x JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.kind, x.id") {
    id: Uuid, volunteer_id: Uuid, kind: String, seen_on: String, issued_on: Option<String>,
    valid_until: Option<String>, recorded_at: Option<At>, revoked_at: Option<At>,
});

own!(Refusal of "refusal":
    q!("SELECT x.id, x.volunteer_id, x.kind, x.institution_id, x.occasion, x.created_at, x.ended_at FROM refusal x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1 ORDER BY x.id") {
    id: Uuid, volunteer_id: Uuid, kind: String, institution_id: Option<Uuid>, occasion: Option<String>,
    created_at: At, ended_at: Option<At>,
});

own!(Forecast of "forecast_volunteer":
    q!("SELECT x.volunteer_id, x.offers, x.yes, x.no, x.exposure_milli, x.updated_at FROM forecast_volunteer x
     JOIN volunteer v ON v.id = x.volunteer_id WHERE v.person_id = $1") {
    volunteer_id: Uuid, offers: i64, yes: i64, no: i64, exposure_milli: i64, updated_at: At,
});
