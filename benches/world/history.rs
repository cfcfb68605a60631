//! Eight weeks of a pool's past: requests, whom they were offered to, and who came.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, Utc};
use sprachpool::database::{Tx, Value};
use uuid::Uuid;

use super::{Ids, bulk::Bulk, chance::Chance, land::Land, now, people::Person};

/// Who asks: one site and one contact each.
#[derive(Clone)]
pub struct Asker {
    pub institution: Uuid,
    pub site: Uuid,
    pub contact: Uuid,
    pub person: Uuid,
    pub sector: &'static str,
    pub district: String,
}

pub async fn askers(tx: &mut Tx, ids: &mut Ids, chance: &mut Chance, land: &Land, count: usize) -> Vec<Asker> {
    let mut person = Bulk::new("person", &["id", "name", "name_sort", "locale", "created_at"]);
    let mut institution = Bulk::new(
        "institution",
        &["id", "name", "name_sort", "sector", "state", "created_at"],
    );
    let mut site = Bulk::new(
        "site",
        &[
            "id",
            "institution_id",
            "name",
            "street",
            "postcode",
            "city",
            "district",
            "active",
        ],
    );
    let mut contact = Bulk::new(
        "contact",
        &["id", "person_id", "institution_id", "active", "created_at"],
    );
    let mut all = Vec::with_capacity(count);
    for number in 0..count {
        let one = Asker {
            institution: ids.next(),
            site: ids.next(),
            contact: ids.next(),
            person: ids.next(),
            sector: chance.one_of::<&str>(&["kita", "school", "health", "social", "authority"]),
            district: land.somewhere(chance).1.to_owned(),
        };
        let (name, of) = (format!("Haus {number}"), Value::from(one.institution));
        let row = [
            one.person.into(),
            "Jana Vogt".into(),
            "vogt jana".into(),
            "de".into(),
            now().into(),
        ];
        person.add(tx, row).await;
        let sort = name.to_lowercase().into();
        let row = [
            of.clone(),
            Value::from(&name),
            sort,
            one.sector.into(),
            "approved".into(),
            now().into(),
        ];
        institution.add(tx, row).await;
        let place = ["Parkweg 4", "48149", "Musterstadt", &one.district].map(Value::from);
        let [street, postcode, city, district] = place;
        let row = [
            one.site.into(),
            of.clone(),
            Value::from(&name),
            street,
            postcode,
            city,
            district,
            true.into(),
        ];
        site.add(tx, row).await;
        let row = [one.contact.into(), one.person.into(), of, true.into(), now().into()];
        contact.add(tx, row).await;
        all.push(one);
    }
    for table in [&mut person, &mut institution, &mut site, &mut contact] {
        table.flush(tx).await;
    }
    all
}

/// The tables of a request and what becomes of it.
pub struct Files {
    pub request: Bulk,
    pub slot: Bulk,
    pub opening: Bulk,
    pub search: Bulk,
    pub offer: Bulk,
    pub assignment: Bulk,
    pub number: usize,
}

/// What is asked for, and when.
pub struct Wish<'a> {
    pub asker: &'a Asker,
    pub language: &'a str,
    pub mode: &'a str,
    pub gender: Option<(&'a str, &'a str)>,
    pub filed_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
}

pub struct Filed {
    pub request: Uuid,
    pub slot: Uuid,
    pub opening: Uuid,
    pub search: Uuid,
}

impl Files {
    pub fn new() -> Self {
        let request = &[
            "id",
            "form_key",
            "reference",
            "institution_id",
            "site_id",
            "contact_id",
            "filed_by",
            "filed_at",
            "sector",
            "district",
            "language",
            "mode",
            "occasion",
            "topic",
            "gender_wish",
            "gender",
            "same_volunteer",
            "meeting_point",
            "remarks",
            "version",
        ];
        let slot = &[
            "id",
            "request_id",
            "position",
            "local_date",
            "start_time",
            "end_time",
            "zone",
            "starts_at",
            "ends_at",
        ];
        let offer = &[
            "id",
            "search_id",
            "request_id",
            "volunteer_id",
            "state",
            "created_at",
            "sent_at",
            "answer_by",
            "learned_at",
        ];
        let assignment = &[
            "id",
            "request_id",
            "opening_id",
            "slot_id",
            "volunteer_id",
            "offer_id",
            "starts_at",
            "ends_at",
            "accepted_at",
            "calendar_uid",
            "calendar_sequence",
        ];
        Self {
            request: Bulk::new("request", request),
            slot: Bulk::new("slot", slot),
            opening: Bulk::new("opening", &["id", "request_id", "position", "state", "changed_at"]),
            search: Bulk::new(
                "search",
                &[
                    "id",
                    "request_id",
                    "round",
                    "policy",
                    "started_at",
                    "deadline",
                    "ended_at",
                    "outcome",
                    "target",
                ],
            ),
            offer: Bulk::new("offer", offer),
            assignment: Bulk::new("assignment", assignment),
            number: 0,
        }
    }

    /// In the order of their foreign keys.
    pub async fn flush(&mut self, tx: &mut Tx) {
        for table in [
            &mut self.request,
            &mut self.slot,
            &mut self.opening,
            &mut self.search,
            &mut self.offer,
            &mut self.assignment,
        ] {
            table.flush(tx).await;
        }
    }

    /// An hour for one volunteer. It is still being searched for, unless `outcome` says otherwise.
    pub async fn file(&mut self, tx: &mut Tx, ids: &mut Ids, wish: &Wish<'_>, outcome: Option<&str>) -> Filed {
        self.number += 1;
        let filed = Filed {
            request: ids.next(),
            slot: ids.next(),
            opening: ids.next(),
            search: ids.next(),
        };
        let (asker, key) = (wish.asker, Value::from(filed.request));
        let (kind, gender) = wish
            .gender
            .map_or(("none", None), |(kind, gender)| (kind, Some(gender.to_owned())));
        let row = [
            key.clone(),
            ids.next().into(),
            format!("SP-2027-{:07}", self.number).into(),
            asker.institution.into(),
            asker.site.into(),
            asker.contact.into(),
            asker.person.into(),
            wish.filed_at.into(),
            asker.sector.into(),
            Value::from(&asker.district),
            wish.language.into(),
            wish.mode.into(),
            "talk".into(),
            "education".into(),
            kind.into(),
            gender.into(),
            false.into(),
            "Eingang".into(),
            "".into(),
            0_i64.into(),
        ];
        self.request.add(tx, row).await;
        let (starts_at, ends_at) = (wish.starts_at, wish.starts_at + Duration::hours(1));
        let local = starts_at.with_timezone(&chrono_tz::Europe::Berlin).naive_local();
        let row = [
            filed.slot.into(),
            key.clone(),
            1_i64.into(),
            local.date().into(),
            local.time().into(),
            (local + Duration::hours(1)).time().into(),
            "Europe/Berlin".into(),
            starts_at.into(),
            ends_at.into(),
        ];
        self.slot.add(tx, row).await;
        let state = match outcome {
            None => "open",
            Some("filled") => "filled",
            Some(_) => "unfilled",
        };
        let row = [
            filed.opening.into(),
            key.clone(),
            1_i64.into(),
            state.into(),
            wish.filed_at.into(),
        ];
        self.opening.add(tx, row).await;
        let deadline = starts_at - Duration::hours(4);
        let ended = outcome.map(|_| wish.filed_at + Duration::hours(8));
        let row = [
            filed.search.into(),
            key,
            1_i64.into(),
            "waves".into(),
            wish.filed_at.into(),
            deadline.into(),
            ended.into(),
            outcome.map(str::to_owned).into(),
            deadline.into(),
        ];
        self.search.add(tx, row).await;
        filed
    }
}

/// As many requests as there are volunteers, filed in the last eight weeks; four offers each.
pub async fn past(tx: &mut Tx, ids: &mut Ids, chance: &mut Chance, askers: &[Asker], people: &[Person], first: usize) {
    let mut speakers: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, person) in people.iter().enumerate() {
        for language in &person.languages {
            speakers.entry(language).or_default().push(at);
        }
    }
    let mut files = Files::new();
    files.number = first;
    let mut taken: HashSet<(usize, i64)> = HashSet::new();
    for _ in 0..people.len() {
        let somebody = chance.below(people.len());
        let language = people[somebody].languages[0];
        let filed_at = now() - Duration::minutes(chance.below(56 * 24 * 60) as i64);
        let day = filed_at.date_naive().and_hms_opt(7, 0, 0).expect("a time").and_utc();
        let ahead = 2 + chance.below(12) as i64;
        let starts_at = day + Duration::days(ahead) + Duration::hours(chance.below(10) as i64);
        let mut who = vec![somebody];
        for _ in 0..3 {
            let other = *chance.one_of(&speakers[language]);
            if !who.contains(&other) {
                who.push(other);
            }
        }
        // One in four finds nobody; and nobody has two a day.
        let comes = (!chance.happens(25)).then(|| who[0]);
        let comes = comes.filter(|who| taken.insert((*who, starts_at.timestamp() / 86_400)));
        let wish = Wish {
            asker: chance.one_of(askers),
            language,
            mode: if chance.happens(80) { "on_site" } else { "video" },
            gender: None,
            filed_at,
            starts_at,
        };
        let outcome = if comes.is_some() { "filled" } else { "nobody" };
        let filed = files.file(tx, ids, &wish, Some(outcome)).await;
        offers(tx, ids, (&mut files, people), &filed, &wish, (&who, comes)).await;
        // A statement of one table must not come before those whose keys it names.
        if files.number.is_multiple_of(200) {
            files.flush(tx).await;
        }
    }
    files.flush(tx).await;
}

async fn offers(
    tx: &mut Tx,
    ids: &mut Ids,
    (files, people): (&mut Files, &[Person]),
    filed: &Filed,
    wish: &Wish<'_>,
    (who, comes): (&[usize], Option<usize>),
) {
    let answered = wish.filed_at + Duration::hours(3);
    for asked in who {
        let id = ids.next();
        let volunteer = people[*asked].id;
        let state = if comes == Some(*asked) { "accepted" } else { "closed" };
        let row = [
            id.into(),
            filed.search.into(),
            filed.request.into(),
            volunteer.into(),
            state.into(),
            wish.filed_at.into(),
            wish.filed_at.into(),
            (wish.filed_at + Duration::hours(8)).into(),
            answered.into(),
        ];
        files.offer.add(tx, row).await;
        if comes == Some(*asked) {
            let row = [
                ids.next().into(),
                filed.request.into(),
                filed.opening.into(),
                filed.slot.into(),
                volunteer.into(),
                id.into(),
                wish.starts_at.into(),
                (wish.starts_at + Duration::hours(1)).into(),
                answered.into(),
                format!("{}@sprachpool", id.simple()).into(),
                0_i64.into(),
            ];
            files.assignment.add(tx, row).await;
        }
    }
}
