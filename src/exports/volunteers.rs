use std::collections::HashMap;

use super::{
    Table, Value,
    words::{Words, day},
};
use crate::{
    database::{DbError, Tx},
    imports::columns::QUALIFICATION,
    q, row,
    volunteers::VolunteerId,
};

const FIELDS: [&str; 19] = [
    "name",
    "email",
    "phone",
    "phone_consent",
    "locale",
    "gender",
    "birth_year",
    "languages",
    "german",
    "home_district",
    "districts",
    "sectors",
    "modes",
    "travel_minutes",
    "weekly_cap",
    "offer_cap",
    "availability",
    "absences",
    "state",
];

row! {
    struct VolunteerRow {
        id: VolunteerId,
        name: String,
        email: Option<String>,
        phone: Option<String>,
        phone_consent: bool,
        locale: String,
        gender: String,
        birth_year: Option<i64>,
        german_level: String,
        home_district: Option<String>,
        on_site: bool,
        by_phone: bool,
        by_video: bool,
        max_travel_minutes: Option<i64>,
        weekly_cap: Option<i64>,
        offer_cap: Option<i64>,
        state: String,
    }
}

row! {
    struct ShownRow {
        volunteer_id: VolunteerId,
        kind: String,
        seen_on: String,
        issued_on: Option<String>,
        valid_until: Option<String>,
    }
}

/// What stands beside each volunteer, ready to print.
type Lists = HashMap<VolunteerId, Vec<String>>;

pub async fn table(tx: &mut Tx, words: &Words<'_>) -> Result<Table, DbError> {
    let rows = q!(
        "SELECT v.id, p.name, a.email, v.phone, v.phone_consent, p.locale, v.gender, v.birth_year, v.german_level,
                v.home_district, v.on_site, v.by_phone, v.by_video, v.max_travel_minutes, v.weekly_cap, v.offer_cap,
                v.state
         FROM volunteer v JOIN person p ON p.id = v.person_id
         LEFT JOIN person_address pa ON pa.person_id = p.id AND pa.position = 0
         LEFT JOIN address a ON a.id = pa.address_id
         WHERE p.erased_at IS NULL ORDER BY p.name_sort, a.email_key, v.id"
    )
    .all::<VolunteerRow>(tx)
    .await?;
    let spoken = q!("SELECT volunteer_id, language, level FROM volunteer_language ORDER BY volunteer_id, language")
        .all::<(VolunteerId, String, String)>(tx)
        .await?;
    let languages = lists(
        spoken
            .into_iter()
            .map(|(id, language, level)| (id, format!("{} ({})", words.language(&language), words.level(&level)))),
    );
    let districts = q!("SELECT volunteer_id, district FROM volunteer_district ORDER BY volunteer_id, district")
        .all::<(VolunteerId, String)>(tx)
        .await?;
    let districts = lists(districts.into_iter().map(|(id, code)| (id, words.district(&code))));
    let sectors = q!("SELECT volunteer_id, sector FROM volunteer_sector ORDER BY volunteer_id, sector")
        .all::<(VolunteerId, String)>(tx)
        .await?;
    let sectors = lists(sectors.into_iter().map(|(id, code)| (id, words.sector(&code))));
    let week = q!("SELECT volunteer_id, weekday, from_time, until_time FROM availability
         ORDER BY volunteer_id, weekday, from_time")
    .all::<(VolunteerId, i64, String, String)>(tx)
    .await?;
    let week = lists(week.into_iter().map(|(id, weekday, from, until)| {
        (
            id,
            format!("{} {from}-{until}", words.said("weekday", &weekday.to_string())),
        )
    }));
    let absences = q!("SELECT volunteer_id, from_date, until_date FROM absence ORDER BY volunteer_id, from_date")
        .all::<(VolunteerId, String, String)>(tx)
        .await?;
    let absences = lists(
        absences
            .into_iter()
            .map(|(id, from, until)| (id, format!("{}-{}", day(&from).text(), day(&until).text()))),
    );
    let shown = shown(tx, words).await?;
    let kinds: Vec<&str> = words
        .rules
        .qualifications()
        .iter()
        .map(|kind| kind.code.as_str())
        .collect();
    let mut heads = words.heads(&FIELDS);
    heads.extend(kinds.iter().map(|kind| words.head(&format!("{QUALIFICATION}{kind}"))));
    let line = |row: VolunteerRow| {
        let list = |lists: &Lists, between: &str| -> Value {
            lists
                .get(&row.id)
                .map(|list| list.join(between))
                .unwrap_or_default()
                .into()
        };
        let modes = [
            (row.on_site, "on_site"),
            (row.by_phone, "phone"),
            (row.by_video, "video"),
        ];
        let modes = modes
            .into_iter()
            .filter(|(wanted, _)| *wanted)
            .map(|(_, mode)| words.said("mode", mode));
        let mut cells = vec![
            row.name.into(),
            row.email.into(),
            row.phone.into(),
            words.word("yes", if row.phone_consent { "yes" } else { "no" }),
            words.word("locale", &row.locale),
            words.word("gender", &row.gender),
            row.birth_year.into(),
            list(&languages, ", "),
            words.level(&row.german_level).into(),
            row.home_district.as_deref().map(|code| words.district(code)).into(),
            list(&districts, ", "),
            list(&sectors, ", "),
            modes.collect::<Vec<_>>().join(", ").into(),
            row.max_travel_minutes.into(),
            row.weekly_cap.into(),
            row.offer_cap.into(),
            list(&week, "; "),
            list(&absences, "; "),
            words.word("volunteer-state", &row.state),
        ];
        let of = |kind: &&str| shown.get(&(row.id, (*kind).to_owned())).cloned().unwrap_or_default();
        cells.extend(kinds.iter().map(|kind| Value::from(of(kind))));
        cells
    };
    Ok(Table {
        code: "volunteers",
        name: words.l.t("exports-what-volunteers"),
        heads,
        rows: rows.into_iter().map(line).collect(),
    })
}

/// The newest of each kind that was not taken back.
async fn shown(tx: &mut Tx, words: &Words<'_>) -> Result<HashMap<(VolunteerId, String), String>, DbError> {
    let rows = q!(
        "SELECT volunteer_id, kind, seen_on, issued_on, valid_until FROM qualification WHERE revoked_at IS NULL
         ORDER BY seen_on, id"
    )
    .all::<ShownRow>(tx)
    .await?;
    let said = |key: &str, date: &str| format!("{} {}", words.said("shown", key), day(date).text());
    let mut found = HashMap::new();
    for row in rows {
        let mut parts = vec![said("seen", &row.seen_on)];
        parts.extend(row.issued_on.as_deref().map(|date| said("issued", date)));
        parts.extend(row.valid_until.as_deref().map(|date| said("until", date)));
        let ends = words
            .rules
            .qualification(&row.kind)
            .is_some_and(|kind| kind.valid_months.is_some());
        if ends && row.valid_until.is_none() {
            // Said, or an import would let it end by the rules.
            parts.push(words.said("shown", "unlimited"));
        }
        found.insert((row.volunteer_id, row.kind), parts.join(", "));
    }
    Ok(found)
}

fn lists(pairs: impl Iterator<Item = (VolunteerId, String)>) -> Lists {
    let mut lists = Lists::new();
    for (id, text) in pairs {
        lists.entry(id).or_default().push(text);
    }
    lists
}
