//! What the institution asked for, whole: coordinators see everything.

use super::tasks::Phone;
use crate::{
    database::{DbError, Tx},
    desks::{institution::taken_by, volunteer::bubble},
    institutions,
    l10n::Locale,
    matching::GenderWish,
    requests::{Request, Status},
    web::Ctx,
};

pub struct Fact {
    pub name: String,
    pub lines: Vec<String>,
    /// Whom to call about it.
    pub phone: Option<Phone>,
}

pub struct Facts {
    pub institution: String,
    pub rows: Vec<Fact>,
}

struct Rows<'a> {
    l: &'a Locale,
    rows: Vec<Fact>,
}

impl Rows<'_> {
    /// Lines that say nothing are left out.
    fn add(&mut self, key: &str, lines: Vec<String>) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.rows.push(Fact {
                name: self.l.t(&format!("desk-request-fact-{key}")),
                lines,
                phone: None,
            });
        }
    }

    /// Of whoever was added last.
    fn phone(&mut self, phone: Option<Phone>) {
        if let Some(fact) = self.rows.last_mut() {
            fact.phone = phone;
        }
    }
}

pub async fn read(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Facts, DbError> {
    let institution = institutions::store::get(tx, request.institution).await?;
    let site = institutions::store::site(tx, request.institution, request.site).await?;
    let contact = institutions::store::contact(tx, request.institution, request.contact).await?;
    let institution = institution.map(|institution| institution.name).unwrap_or_default();
    let taken_by = taken_by(ctx, tx, request).await?;
    let (l, rules) = (&ctx.l, &*ctx.rules);

    let mut rows = Rows { l, rows: Vec::new() };
    if let (Status::Searching { .. }, Some(search)) = (request.status(ctx.now), &request.search) {
        rows.add("answer-by", vec![l.moment(search.deadline, rules.zone())]);
    }
    if request
        .main_slot()
        .is_some_and(|slot| rules.is_short_notice(request.filed_at, slot.starts_at))
    {
        rows.add("notice", vec![l.t("desk-request-short-notice")]);
    }
    let mut languages = vec![rules.language_name(&request.language, l.code()).to_owned()];
    if !request.also_accept.is_empty() {
        let names = request.also_accept.iter();
        let names: Vec<_> = names.map(|code| rules.language_name(code, l.code())).collect();
        let args = [("languages", names.join(", ").into())];
        languages.push(l.with("desk-request-also-accepts", &args));
    }
    rows.add("language", languages);
    if let Some(site) = site {
        let name = if site.name == institution {
            String::new()
        } else {
            site.name
        };
        rows.add(
            "place",
            vec![name, site.street, format!("{} {}", site.postcode, site.city)],
        );
    }
    rows.add("district", vec![rules.district_name(&request.district).to_owned()]);
    rows.add("meeting-point", vec![request.meeting_point.clone()]);
    if let Some(contact) = contact {
        rows.add("contact", vec![contact.name]);
        rows.phone(Phone::new(String::new(), contact.phone));
    }
    rows.add("occasion", vec![bubble::occasion(l, rules, request)]);
    let topic = rules.topic(&request.topic);
    rows.add(
        "topic",
        vec![
            topic
                .map(|topic| topic.name.or_code(l.code(), &topic.code).to_owned())
                .unwrap_or_default(),
        ],
    );
    rows.add("how", vec![l.t(&format!("mode-{}", request.mode.as_str()))]);
    if request.openings.len() > 1 {
        rows.add("people", vec![request.openings.len().to_string()]);
    }
    let wish = match request.gender {
        GenderWish::None => String::new(),
        GenderWish::Preferred(gender) | GenderWish::Required(gender) => {
            let required = matches!(request.gender, GenderWish::Required(_));
            let key = if required {
                "desk-request-wish-required"
            } else {
                "desk-request-wish-preferred"
            };
            l.with(key, &[("gender", l.t(&format!("gender-{}", gender.as_str())).into())])
        }
    };
    let same = if request.same_volunteer {
        l.t("desk-request-wish-same")
    } else {
        String::new()
    };
    rows.add("wish", vec![wish, same]);
    rows.add("urgent", vec![request.urgent_reason.clone().unwrap_or_default()]);
    rows.add("remarks", vec![request.remarks.clone()]);
    rows.add(
        "filed",
        vec![l.moment(request.filed_at, rules.zone()), taken_by.unwrap_or_default()],
    );
    Ok(Facts {
        institution,
        rows: rows.rows,
    })
}
