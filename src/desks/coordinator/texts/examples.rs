//! What a value may be, for explaining it and for filling in a text that no real mail shows.

use chrono::{DateTime, Datelike, Duration, NaiveTime, Utc};
use fluent_bundle::FluentValue;

use crate::{l10n::Locale, settings::Rules, web::Ctx};

/// The pool's own words where there are some, else invented ones.
pub fn of(ctx: &Ctx, l: &Locale, value: &str) -> FluentValue<'static> {
    let rules: &Rules = &ctx.rules;
    let pool = rules.pool();
    let then: DateTime<Utc> = ctx.now + Duration::days(8);
    let day = rules.local(then).date();
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let text = match value {
        "count" | "coming" | "people" | "asked" => return 2.into(),
        "places" | "left" | "most" => return 3.into(),
        "hours" => return 4.into(),
        "date" | "day" => l.date_short(day),
        "weekday" => l.weekday(day),
        "time" | "from" | "start" => l.time(nine),
        "until" | "when" | "by" => l.moment(then, rules.zone()),
        "year" => day.year().to_string(),
        "reference" => format!("{}-{}-0042", pool.reference_prefix, day.year()),
        "language" | "languages" => rules.language_name("prs", l.code()).to_owned(),
        "length" => l.length(60),
        "mode" => l.t("mode-on_site"),
        "city" => pool.city.clone(),
        "pool" => pool.name.clone(),
        "operator" => pool.operator.clone(),
        "person" | "desk" => pool.desk_person.clone(),
        "phone" => pool.desk_phone.clone(),
        "mail" => pool.desk_mail.clone(),
        "notice" => rules.late().request.words(l),
        "cancellation" => rules.late().cancellation.words(l),
        "district" => rules
            .districts()
            .next()
            .map_or_else(String::new, |(_, district)| district.name.clone()),
        "sector" => named(
            rules
                .sectors()
                .first()
                .map(|sector| (&sector.name, sector.code.as_str())),
            l,
        ),
        "kind" => named(
            rules
                .qualifications()
                .first()
                .map(|kind| (&kind.name, kind.code.as_str())),
            l,
        ),
        "institution" => "Kita Sonnenblume".to_owned(),
        "name" | "names" | "volunteer" => "Amina Rahimi".to_owned(),
        "code" => "123456".to_owned(),
        _ => "…".to_owned(),
    };
    text.into()
}

/// As it is read.
pub fn shown(ctx: &Ctx, l: &Locale, value: &str) -> String {
    match of(ctx, l, value) {
        FluentValue::String(text) => text.into_owned(),
        FluentValue::Number(number) => number.as_string().into_owned(),
        _ => String::new(),
    }
}

fn named(thing: Option<(&crate::settings::Names, &str)>, l: &Locale) -> String {
    thing.map_or_else(String::new, |(names, code)| names.or_code(l.code(), code).to_owned())
}
