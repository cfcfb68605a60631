//! What can be undone. Pure.

use serde_json::Value as Json;

/// Acts that change the same thing: who undoes one must not meet a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    VolunteerPause,
    VolunteerLeft,
    Absence,
    Ban,
    Refusal,
    Qualification,
    InstitutionState,
    Trust,
    Contact,
    Site,
    Task,
    TaskLater,
}

/// An act that can be undone, with its kind. The others of its kind come from undoing.
const UNDOABLE: [(&str, Kind); 19] = [
    ("volunteer_paused", Kind::VolunteerPause),
    ("volunteer_resumed", Kind::VolunteerPause),
    ("volunteer_retired", Kind::VolunteerLeft),
    ("absence_added", Kind::Absence),
    ("absence_removed", Kind::Absence),
    ("volunteer_banned", Kind::Ban),
    ("ban_lifted", Kind::Ban),
    ("refusal_taken_back", Kind::Refusal),
    ("qualification_recorded", Kind::Qualification),
    ("qualification_revoked", Kind::Qualification),
    ("institution_paused", Kind::InstitutionState),
    ("institution_resumed", Kind::InstitutionState),
    ("institution_retired", Kind::InstitutionState),
    ("institution_trusted", Kind::Trust),
    ("institution_trust_ended", Kind::Trust),
    ("contact_ended", Kind::Contact),
    ("site_closed", Kind::Site),
    ("task_done", Kind::Task),
    ("task_postponed", Kind::TaskLater),
];

impl Kind {
    pub fn of(action: &str) -> Option<Self> {
        let found = UNDOABLE.iter().find(|(known, _)| *known == action);
        found.map(|(_, kind)| *kind)
    }

    /// Everything that changes the same thing, undoing included.
    pub fn actions(self) -> &'static [&'static str] {
        match self {
            Self::VolunteerPause => &["volunteer_paused", "volunteer_resumed", "volunteer_retired"],
            Self::VolunteerLeft => &["volunteer_retired", "volunteer_returned"],
            Self::Absence => &["absence_added", "absence_removed"],
            Self::Ban => &["volunteer_banned", "ban_lifted"],
            Self::Refusal => &["refusal_made", "refusal_taken_back"],
            Self::Qualification => &[
                "qualification_recorded",
                "qualification_revoked",
                "qualification_restored",
            ],
            Self::InstitutionState => &[
                "institution_paused",
                "institution_resumed",
                "institution_retired",
                "institution_reinstated",
            ],
            Self::Trust => &["institution_trusted", "institution_trust_ended"],
            Self::Contact => &["contact_ended", "contact_restored"],
            Self::Site => &["site_closed", "site_reopened"],
            Self::Task => &["task_done", "task_reopened"],
            Self::TaskLater => &["task_postponed", "task_due_again"],
        }
    }

    /// Which of several, where the thing has several of that kind.
    pub fn part(self, params: &str) -> Json {
        let params: Json = serde_json::from_str(params).unwrap_or_default();
        let part = |name: &str| params[name].clone();
        match self {
            Self::VolunteerPause
            | Self::VolunteerLeft
            | Self::InstitutionState
            | Self::Trust
            | Self::Task
            | Self::TaskLater => Json::Null,
            Self::Absence => Json::Array(vec![part("from"), part("until")]),
            Self::Ban => part("institution"),
            Self::Refusal => Json::Array(vec![part("institution"), part("occasion")]),
            Self::Qualification => part("qualification"),
            Self::Contact => part("contact"),
            Self::Site => part("site"),
        }
    }
}
