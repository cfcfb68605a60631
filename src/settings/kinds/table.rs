//! Every kind, and what its fields may hold. The limits are wide: what nobody can have meant is refused, no more.

use serde::{Deserialize, Serialize};

use super::{
    super::{
        Ambiguous, Borough, Closure, Dispatch, District, Holiday, Hours, InstitutionKind, Language, Late, Mode,
        Neighbour, Occasion, Pool, QualificationKind, Sector, Topic, TravelByBorough, TravelPair,
    },
    Area, Codes, Field, Input, Key, Kind, Range, Unit, typed,
};
use crate::matching::Weights;

/// The value of a rule `number`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    value: i64,
}

const fn field(name: &'static str, input: Input) -> Field {
    Field { name, input }
}

const fn number(name: &'static str, unit: Unit, least: i64, most: i64) -> Field {
    field(name, Input::Number(Range::new(unit, least, most)))
}

const fn points(name: &'static str) -> Field {
    number(name, Unit::Points, 0, 100_000)
}

const fn way(name: &'static str) -> Field {
    number(name, Unit::Minutes, 0, 600)
}

const NAME: Field = field(
    "name",
    Input::Names {
        required: true,
        long: false,
    },
);
const LINE_NAME: Field = field("name", Input::Line);
const POSITION: Field = number(super::super::rows::POSITION, Unit::Place, 0, 10_000);
const ALSO: Field = field("also", Input::Spellings);

const fn kind(
    code: &'static str,
    area: Area,
    key: Key,
    fields: &'static [Field],
    canonical: fn(serde_json::Value) -> Result<serde_json::Value, serde_json::Error>,
) -> Kind {
    Kind {
        code,
        area,
        key,
        ordered: false,
        fields,
        canonical,
    }
}

/// Its order is the order of forms and lists.
const fn ordered(kind: Kind) -> Kind {
    Kind { ordered: true, ..kind }
}

pub static KINDS: &[Kind] = &[
    kind(
        "language",
        Area::Languages,
        Key::Language,
        &[NAME, ALSO, field("signed", Input::Flag)],
        typed::<Language>,
    ),
    kind(
        "neighbour",
        Area::Languages,
        Key::Pair {
            between: '>',
            either_direction: false,
        },
        &[
            field("from", Input::One(Codes::Of("language"))),
            field("to", Input::One(Codes::Of("language"))),
            number("strength", Unit::Percent, 0, 100),
            field("used", Input::Flag),
        ],
        typed::<Neighbour>,
    ),
    kind(
        "ambiguous",
        Area::Languages,
        Key::Name,
        &[field("ask", Input::Many(Codes::Of("language"))), ALSO],
        typed::<Ambiguous>,
    ),
    ordered(kind(
        "sector",
        Area::Work,
        Key::Code,
        &[NAME, field("needs", Input::Many(Codes::Of("qualification"))), POSITION],
        typed::<Sector>,
    )),
    ordered(kind(
        "qualification",
        Area::Work,
        Key::Code,
        &[
            NAME,
            // A hundred years: beyond them lies the end of the calendar.
            field("valid_months", Input::NumberOrNone(Range::new(Unit::Months, 1, 1200))),
            field("max_age_months", Input::NumberOrNone(Range::new(Unit::Months, 1, 1200))),
            field(
                "only_born_after",
                Input::NumberOrNone(Range::new(Unit::Year, 1900, 2100)),
            ),
            POSITION,
        ],
        typed::<QualificationKind>,
    )),
    ordered(kind(
        "topic",
        Area::Work,
        Key::Code,
        &[
            NAME,
            field("verdict", Input::One(Codes::Given(&["allow", "doubtful", "refuse"]))),
            field(
                "referral",
                Input::Names {
                    required: false,
                    long: true,
                },
            ),
            POSITION,
        ],
        typed::<Topic>,
    )),
    ordered(kind(
        "occasion",
        Area::Work,
        Key::Code,
        &[
            NAME,
            number("usual_minutes", Unit::Minutes, 5, 600),
            field("topic", Input::One(Codes::Of("topic"))),
            field("sectors", Input::Many(Codes::Of("sector"))),
            POSITION,
        ],
        typed::<Occasion>,
    )),
    ordered(kind("mode", Area::Work, Key::Code, &[NAME, POSITION], typed::<Mode>)),
    ordered(kind(
        "institution_kind",
        Area::Work,
        Key::Code,
        &[NAME, POSITION],
        typed::<InstitutionKind>,
    )),
    kind(
        "district",
        Area::Places,
        Key::Code,
        &[LINE_NAME, field("borough", Input::One(Codes::Of("borough")))],
        typed::<District>,
    ),
    kind(
        "borough",
        Area::Places,
        Key::Code,
        &[LINE_NAME, field("neighbours", Input::Many(Codes::Of("borough")))],
        typed::<Borough>,
    ),
    kind(
        "travel",
        Area::Places,
        Key::Given,
        &[
            way("same_district"),
            way("same_borough"),
            way("neighbouring_borough"),
            way("across"),
        ],
        typed::<TravelByBorough>,
    ),
    kind(
        "travel_pair",
        Area::Places,
        Key::Pair {
            between: '-',
            either_direction: true,
        },
        &[
            field("from", Input::One(Codes::Of("district"))),
            field("to", Input::One(Codes::Of("district"))),
            way("minutes"),
        ],
        typed::<TravelPair>,
    ),
    kind(
        "closure",
        Area::Days,
        Key::Of("first"),
        &[field("first", Input::Day), field("last", Input::Day), NAME],
        typed::<Closure>,
    ),
    kind("holiday", Area::Days, Key::Day, &[NAME], typed::<Holiday>),
    kind(
        "hours",
        Area::Days,
        Key::Given,
        &[field("from", Input::Time), field("until", Input::Time)],
        typed::<Hours>,
    ),
    // Its form is a page of its own: `desks::coordinator::late`.
    kind(
        "late",
        Area::Asking,
        Key::Given,
        &[
            field("request", Input::Line),
            field("later_requests", Input::One(Codes::Given(&["try", "refuse"]))),
            field("cancellation", Input::Line),
        ],
        typed::<Late>,
    ),
    kind(
        "number",
        Area::Asking,
        Key::Given,
        &[field("value", Input::PoolNumber)],
        typed::<Number>,
    ),
    kind(
        "dispatch",
        Area::Asking,
        Key::Given,
        &[
            field("policy", Input::Policy),
            number("wave_minutes", Unit::WakingMinutes, 1, 10_080),
            // Nobody can be sure, and who wants no certainty asks nobody.
            number("certainty_percent", Unit::Percent, 1, 99),
            number("short_notice_certainty_percent", Unit::Percent, 1, 99),
            number("short_notice_hours", Unit::Hours, 0, 720),
            number("most_waves", Unit::Waves, 1, 100),
        ],
        typed::<Dispatch>,
    ),
    kind(
        "weights",
        Area::Asking,
        Key::Given,
        &[
            points("forecast"),
            points("recent_assignment"),
            points("recent_offer"),
            points("rare_language"),
            points("same_volunteer"),
            points("preferred_gender"),
            points("neighbour_percent"),
            points("level_step"),
            points("travel_minute"),
        ],
        typed::<Weights>,
    ),
    kind(
        "pool",
        Area::Pool,
        Key::Given,
        &[
            LINE_NAME,
            field("city", Input::Line),
            field("operator", Input::Line),
            field("desk_person", Input::Line),
            field("desk_phone", Input::Line),
            field(
                "desk_phone_hours",
                Input::Names {
                    required: true,
                    long: false,
                },
            ),
            field("desk_mail", Input::Line),
            field("reference_prefix", Input::Line),
            field("zone", Input::Line),
        ],
        typed::<Pool>,
    ),
];

/// The keys of [`Numbers`](super::super::Numbers).
pub(super) const NUMBERS: &[(&str, Range)] = &[
    ("filing_notice_minutes", Range::new(Unit::Minutes, 0, 10_080)),
    ("max_hours", Range::new(Unit::Hours, 1, 24)),
    ("buffer_margin_minutes", Range::new(Unit::Minutes, 0, 600)),
    ("travel_max_minutes", Range::new(Unit::Minutes, 0, 600)),
    ("weekly_offer_cap", Range::new(Unit::Offers, 0, 100_000)),
    ("offer_answer_hours", Range::new(Unit::WakingHours, 1, 720)),
    ("search_deadline_hours", Range::new(Unit::WakingHours, 0, 720)),
    ("service_target_hours", Range::new(Unit::Hours, 0, 2160)),
    ("volunteer_lock_hours", Range::new(Unit::Hours, 0, 720)),
    ("mail_pause_days", Range::new(Unit::Days, 0, 730)),
    ("check_working_days", Range::new(Unit::WorkingDays, 1, 60)),
    ("registration_working_days", Range::new(Unit::WorkingDays, 1, 60)),
    ("proof_reminder_days", Range::new(Unit::Days, 0, 365)),
    ("proof_second_reminder_days", Range::new(Unit::Days, 0, 365)),
    ("proof_task_days", Range::new(Unit::Days, 0, 365)),
    ("keep_person_months", Range::new(Unit::Months, 1, 120)),
    ("keep_text_months", Range::new(Unit::Months, 1, 120)),
    ("keep_absence_months", Range::new(Unit::Months, 1, 120)),
    ("keep_draft_days", Range::new(Unit::Days, 1, 365)),
    ("keep_mail_days", Range::new(Unit::Days, 1, 3650)),
    ("keep_inbound_days", Range::new(Unit::Days, 1, 3650)),
    ("keep_session_days", Range::new(Unit::Days, 1, 3650)),
    ("keep_done_days", Range::new(Unit::Days, 1, 3650)),
];
