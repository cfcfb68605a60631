//! Small random pools, written into a transaction that is rolled back.

use chrono::{DateTime, Days, Duration, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use proptest::{collection::vec, option, prelude::*, sample::select};
use sprachpool::{
    act::Actor,
    app::App,
    database::Tx,
    matching::{Absence, Gender, GenderWish, Level, Mode, SpokenLanguage, WallTime, Window},
    q,
    requests::{Request, Slot},
    volunteers::{NewVolunteer, VolunteerId},
};
use uuid::Uuid;

use crate::support::{people, pool::Pool};

/// Somebody, and what happened to them.
#[derive(Clone, Debug)]
pub struct Somebody {
    pub new: NewVolunteer,
    pub state: (&'static str, Option<i64>),
    pub banned: bool,
    /// Hours ago at which offers of other requests went out; none: still on its way.
    pub offers: Vec<Option<i64>>,
    /// What became of an offer of this search.
    pub asked: Option<&'static str>,
    pub gave_back: bool,
    /// The dates on which they have an assignment of another request.
    pub busy: bool,
    pub seen: Option<(i64, i64)>,
    pub own_cap: Option<i64>,
    pub refuses: Option<&'static str>,
}

/// A date, as local wall time: days after the first, minutes of the day, minutes long.
type When = (i64, i64, i64);

#[derive(Clone, Debug)]
pub struct Case {
    pub people: Vec<Somebody>,
    pub language: &'static str,
    pub mode: Mode,
    pub gender: GenderWish,
    pub district: &'static str,
    pub sector: &'static str,
    /// Days around which the dates lie: an ordinary week, or one in which the clocks change.
    pub first_day: &'static str,
    pub dates: Vec<When>,
    /// For who names none.
    pub usual_travel: i64,
}

const DISTRICTS: [&str; 4] = ["51", "95", "23", "62"];

fn windows() -> impl Strategy<Value = Vec<Window>> {
    let one = (1..=7u8, 0..47u16, 1..=47u16).prop_map(|(weekday, from, length)| window(weekday, from, from + length));
    let day = |from: u16, until: u16| {
        (1..=7u8)
            .map(move |weekday| window(weekday, from, until))
            .collect::<Vec<_>>()
    };
    prop_oneof![
        3 => Just(day(0, 48)),
        2 => Just(day(16, 36)),
        1 => Just([day(0, 5), day(5, 48)].concat()),
        3 => vec(one, 0..12),
    ]
}

/// In half hours.
fn window(weekday: u8, from: u16, until: u16) -> Window {
    let time = |halves: u16| WallTime::from_minutes((halves * 30).min(24 * 60)).expect("it is of the day");
    let (from, until) = (time(from), time(until));
    Window { weekday, from, until }
}

fn mostly<T: Clone + std::fmt::Debug + 'static>(
    usual: T,
    other: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<T> {
    prop_oneof![4 => Just(usual), 1 => other].boxed()
}

fn texts(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        3 => Just(Vec::new()),
        1 => proptest::sample::subsequence(of, 1..of.len())
            .prop_map(|some| some.into_iter().map(str::to_owned).collect()),
    ]
}

prop_compose! {
    fn volunteer()(
        gender in select(Gender::ALL),
        languages in proptest::sample::subsequence(&["prs", "sr", "hr", "fa"][..], 1..5),
        levels in vec(select(Level::ALL), 5),
        modes in mostly(Mode::ALL.to_vec(), proptest::sample::subsequence(Mode::ALL, 0..3)),
        home in option::weighted(0.9, mostly("51", select(&["95", "23", "62", "nowhere"][..]))),
        (districts, sectors) in (texts(&DISTRICTS), texts(&["kita", "health", "social"])),
        (travel, weekly_cap) in (option::of(0..70i64), option::weighted(0.2, 0..3i64)),
        availability in windows(),
        absence in option::weighted(0.15, (-3..5i64, 0..4u64)),
        shown in mostly(7usize, 0..7usize),
    ) -> (NewVolunteer, Option<(i64, u64)>) {
        let mut new = people::amina();
        new.gender = gender;
        new.languages = languages.into_iter().zip(levels)
            .map(|(language, level)| SpokenLanguage { language: language.to_owned(), level }).collect();
        new.modes = modes;
        new.home_district = home.map(str::to_owned);
        new.districts = districts;
        new.sectors = sectors;
        new.max_travel_minutes = travel;
        new.weekly_cap = weekly_cap;
        new.availability = availability;
        new.qualifications.truncate(shown);
        (new, absence)
    }
}

prop_compose! {
    fn somebody(first_day: &'static str)(
        (mut new, absence) in volunteer(),
        state in mostly(("active", None), prop_oneof![
            Just(("retired", None)),
            option::of(-48..48i64).prop_map(|hours| ("paused", hours)),
        ]),
        banned in prop::bool::weighted(0.1),
        offers in vec(option::weighted(0.8, 0..300i64), 0..6),
        asked in option::weighted(0.1, select(&["sent", "declined", "closed"][..])),
        (gave_back, busy) in (prop::bool::weighted(0.05), prop::bool::weighted(0.1)),
        seen in option::of((0..9i64, 0..12_000i64)),
        (own_cap, refuses) in (option::weighted(0.2, 0..6i64), option::weighted(0.1, select(&["institution", "occasion"][..]))),
    ) -> Somebody {
        let day: chrono::NaiveDate = first_day.parse().expect("a day");
        new.absences = absence.into_iter().map(|(from, days)| {
            let from = day + Duration::days(from);
            Absence { from, until: from + Days::new(days) }
        }).collect();
        Somebody { new, state, banned, offers, asked, gave_back, busy, seen, own_cap, refuses }
    }
}

pub fn case() -> impl Strategy<Value = Case> {
    let day = select(&["2027-03-15", "2027-03-27", "2027-10-30"][..]);
    day.prop_flat_map(|first_day| {
        (
            vec(somebody(first_day), 15..30),
            select(&["prs", "sr"][..]),
            mostly(Mode::OnSite, select(Mode::ALL)),
            prop_oneof![
                3 => Just(GenderWish::None),
                1 => select(Gender::ALL).prop_map(GenderWish::Preferred),
                1 => select(Gender::ALL).prop_map(GenderWish::Required),
            ],
            (select(&DISTRICTS[..]), select(&["kita", "social"][..])),
            // At any minute; in the nights when the clocks change, too.
            vec(
                (
                    0..4i64,
                    prop_oneof![0..300i64, 480..1_200i64, 1_380..1_440i64],
                    prop_oneof![Just(60i64), 1..300i64],
                ),
                1..4,
            ),
            select(&[15, 20, 60][..]),
        )
            .prop_map(
                move |(people, language, mode, gender, (district, sector), dates, usual_travel)| Case {
                    people,
                    language,
                    mode,
                    gender,
                    district,
                    sector,
                    first_day,
                    dates,
                    usual_travel,
                },
            )
    })
}

/// The request of the pool, changed to what the case asks for.
pub fn wanted(case: &Case, request: &Request) -> Request {
    let mut wanted = request.clone();
    wanted.language = case.language.to_owned();
    wanted.mode = case.mode;
    wanted.gender = case.gender;
    wanted.district = case.district.to_owned();
    wanted.sector = case.sector.to_owned();
    let usual = &request.slots[0];
    wanted.slots = case
        .dates
        .iter()
        .enumerate()
        .map(|(at, when)| {
            let starts_at = instant(case.first_day, when.0, when.1);
            Slot {
                id: if at == 0 {
                    usual.id
                } else {
                    sprachpool::requests::SlotId(Uuid::from_u128(at as u128))
                },
                starts_at,
                ends_at: starts_at + Duration::minutes(when.2),
                ..usual.clone()
            }
        })
        .collect();
    wanted
}

/// The first instant at which clocks show it; one that spring skips becomes the jump.
fn instant(first_day: &str, days: i64, minutes: i64) -> DateTime<Utc> {
    let day: chrono::NaiveDate = first_day.parse().expect("a day");
    let local = (day + Duration::days(days)).and_hms_opt(0, 0, 0).expect("midnight") + Duration::minutes(minutes);
    let found = Berlin.from_local_datetime(&local);
    found
        .earliest()
        .or_else(|| Berlin.from_local_datetime(&(local + Duration::hours(1))).earliest())
        .expect("an hour later there is one")
        .to_utc()
}

/// Writes them, and everything that happened to them. `others`: searches of other requests.
pub async fn write(tx: &mut Tx, pool: &Pool, case: &Case, request: &Request, others: &[Request]) {
    let app: &App = &pool.app;
    let act = app.act(Actor::Command);
    for (number, somebody) in case.people.iter().enumerate() {
        let mut new = somebody.new.clone();
        new.email = format!("somebody{number}@post.example").parse().expect("an address");
        let id = people::volunteer(tx, &act, &new).await;
        happened(tx, app, id, somebody, request, others).await;
    }
}

async fn happened(tx: &mut Tx, app: &App, id: VolunteerId, somebody: &Somebody, request: &Request, others: &[Request]) {
    let (state, until) = somebody.state;
    let now = app.clock.now();
    let ago = |hours: i64| now - Duration::hours(hours);
    run(
        q!(
            "UPDATE volunteer SET state = $1, paused_until = $2, offer_cap = $3 WHERE id = $4",
            state,
            until.map(ago),
            somebody.own_cap,
            id
        ),
        tx,
    )
    .await;
    if somebody.banned {
        let ban = q!(
            "INSERT INTO ban (id, institution_id, volunteer_id, note, created_at) VALUES ($1, $2, $3, '', $4)",
            app.ids.uuid(now),
            request.institution,
            id,
            now
        );
        run(ban, tx).await;
    }
    if let Some(kind) = somebody.refuses {
        let refusal = q!(
            "INSERT INTO refusal (id, volunteer_id, kind, institution_id, occasion, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            app.ids.uuid(now),
            id,
            kind,
            (kind == "institution").then_some(request.institution),
            (kind == "occasion").then(|| request.occasion.clone()),
            now
        );
        run(refusal, tx).await;
    }
    for (other, hours) in others.iter().zip(&somebody.offers) {
        offer(tx, app, other, id, hours.map_or("queued", |_| "sent"), hours.map(ago)).await;
    }
    if let Some(state) = somebody.asked {
        offer(tx, app, request, id, state, Some(ago(2))).await;
    }
    if somebody.gave_back {
        assignment(tx, app, request, id, (request.slots[0].starts_at, Some("given_back"))).await;
    }
    if somebody.busy {
        let starts_at = request.slots[0].starts_at + Duration::minutes(70);
        assignment(tx, app, &others[0], id, (starts_at, None)).await;
    }
    if let Some((yes, exposure)) = somebody.seen {
        let seen = q!(
            "INSERT INTO forecast_volunteer (volunteer_id, offers, yes, no, exposure_milli, updated_at)
             VALUES ($1, 12, $2, 0, $3, $4)",
            id,
            yes,
            exposure,
            now
        );
        run(seen, tx).await;
    }
}

async fn offer(tx: &mut Tx, app: &App, of: &Request, to: VolunteerId, state: &str, sent: Option<DateTime<Utc>>) {
    let now = app.clock.now();
    let search = of.search.as_ref().expect("it runs").id;
    let insert = q!(
        "INSERT INTO offer (id, search_id, request_id, volunteer_id, state, created_at, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        app.ids.uuid(now),
        search,
        of.id,
        to,
        state,
        sent.unwrap_or(now),
        sent
    );
    run(insert, tx).await;
}

async fn assignment(
    tx: &mut Tx,
    app: &App,
    of: &Request,
    who: VolunteerId,
    (starts_at, ended): (DateTime<Utc>, Option<&str>),
) {
    let now = app.clock.now();
    let id = app.ids.uuid(now);
    // One place holds one assignment that stands: each of the busy ones gets a place of its own.
    let opening = app.ids.uuid(now);
    let place = q!(
        "INSERT INTO opening (id, request_id, position, state, changed_at)
         SELECT $1, $2, MAX(position) + 1, 'filled', $3 FROM opening WHERE request_id = $2",
        opening,
        of.id,
        now
    );
    run(place, tx).await;
    let insert = q!(
        "INSERT INTO assignment (id, request_id, opening_id, slot_id, volunteer_id, starts_at, ends_at, accepted_at,
             ended_at, ended_how, calendar_uid, calendar_sequence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0)",
        id,
        of.id,
        opening,
        of.slots[0].id,
        who,
        starts_at,
        starts_at + Duration::hours(1),
        now - Duration::days(3),
        ended.map(|_| now),
        ended.map(str::to_owned),
        id.simple().to_string()
    );
    run(insert, tx).await;
}

async fn run(query: sprachpool::database::Query, tx: &mut Tx) {
    query.execute(tx).await.expect("it is written");
}
