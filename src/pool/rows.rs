use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{matching::Mode, row};

row! {
    pub struct VolunteerRow {
        pub id: Uuid,
        pub name: String,
        pub state: String,
        pub paused_until: Option<DateTime<Utc>>,
        pub gender: String,
        pub birth_year: Option<i64>,
        pub home_district: Option<String>,
        pub german_level: String,
        pub on_site: bool,
        pub by_phone: bool,
        pub by_video: bool,
        pub max_travel_minutes: Option<i64>,
        pub weekly_cap: Option<i64>,
    }
}

impl VolunteerRow {
    pub fn modes(&self) -> Vec<Mode> {
        [
            (self.on_site, Mode::OnSite),
            (self.by_phone, Mode::Phone),
            (self.by_video, Mode::Video),
        ]
        .into_iter()
        .filter_map(|(does, mode)| does.then_some(mode))
        .collect()
    }
}

row! {
    pub struct HeldRow {
        pub volunteer_id: Uuid,
        pub starts_at: DateTime<Utc>,
        pub ends_at: DateTime<Utc>,
        pub site_id: Uuid,
        pub mode: String,
        pub district: String,
    }
}

row! {
    pub struct AskedRow {
        pub volunteer_id: Uuid,
        pub search_id: Uuid,
        pub state: String,
        pub known_to_me: Option<bool>,
    }
}

impl AskedRow {
    pub fn is_no(&self) -> bool {
        self.state == "declined"
    }

    pub fn is_of_known(&self) -> bool {
        self.known_to_me == Some(true)
    }
}

row! {
    pub struct RefusalRow {
        pub volunteer_id: Uuid,
        pub institution_id: Option<Uuid>,
        pub occasion: Option<String>,
    }
}
