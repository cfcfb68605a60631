//! A task in words: what happened and why it needs a person.

use std::collections::HashMap;

use super::{ended, steps::sections::new_address, task_facts};
use crate::{
    database::{DbError, Tx},
    institutions,
    l10n::Locale,
    phone,
    requests::{self, Request, RequestId},
    settings::Rules,
    tasks::{self, Task},
    volunteers,
    web::Ctx,
};

/// A task with the words for it.
pub struct TaskView {
    pub id: String,
    pub title: String,
    pub text: String,
    /// Where it can be settled; none: nothing but "done".
    pub href: Option<String>,
    pub action: String,
    pub done_label: String,
    /// It cannot be done yet, only put off.
    pub later: bool,
    /// The request it is about, for coming back after "done".
    pub request: String,
    /// Whom to call about it.
    pub phones: Vec<Phone>,
}

/// A number, with whose it is.
#[derive(Clone)]
pub struct Phone {
    pub name: String,
    pub number: String,
    pub link: String,
}

/// What a request's tasks say of it.
#[derive(Clone, Default)]
struct About {
    text: String,
    contact: Option<Phone>,
}

impl Phone {
    pub fn new(name: String, number: Option<String>) -> Option<Self> {
        let number = number.filter(|number| !number.is_empty())?;
        Some(Self {
            name,
            link: phone::link(&number),
            number,
        })
    }
}

/// Reads what tasks are about, each thing once.
#[derive(Default)]
pub struct Words {
    about: HashMap<RequestId, About>,
}

impl Words {
    pub async fn of(&mut self, ctx: &Ctx, tx: &mut Tx, task: &Task) -> Result<TaskView, DbError> {
        let l = &ctx.l;
        let about = match task.request_id {
            Some(request) => self.about(ctx, tx, request).await?,
            None => About::default(),
        };
        let mut phones = Vec::new();
        let volunteer = match task.volunteer_id {
            Some(id) => volunteers::store::get(tx, id).await?,
            None => None,
        };
        let volunteer = volunteer.map(|volunteer| {
            phones.extend(Phone::new(volunteer.name.clone(), volunteer.phone));
            volunteer.name
        });
        // A mail is about its reader alone.
        phones.extend(about.contact.filter(|_| !task.kind.starts_with("mail_")));
        phones.extend(task_facts::applicant(tx, task).await?);
        let facts = task_facts::facts(ctx, tx, task).await?;
        let mut volunteer = volunteer.unwrap_or_else(|| l.t("task-somebody"));
        let institution = match task.institution_id {
            Some(id) => institutions::store::get(tx, id)
                .await?
                .map(|institution| institution.name),
            None => None,
        };
        let why = match (why(task), task.request_id) {
            (why, Some(request)) if why == "-nobody_left" => match unasked(tx, request).await? {
                Some(Unasked::NobodyFits) => "-nobody_fits".to_owned(),
                Some(Unasked::After(name)) => {
                    volunteer = name;
                    "-gave_back".to_owned()
                }
                None => why,
            },
            (why, _) => why,
        };
        let key = format!("task-{}", task.kind);
        let args = [
            ("about", about.text.into()),
            ("volunteer", volunteer.into()),
            ("institution", institution.unwrap_or_default().into()),
        ];
        let title = l.with(&key, &args);
        Ok(TaskView {
            id: task.id.to_string(),
            text: [Some(l.with(&format!("{key}-text{why}"), &args)), facts]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            href: href(task),
            action: l.t(&format!("{key}-action")),
            later: super::later::unfilled(ctx, tx, task).await?.is_some(),
            done_label: l.with("task-done-what", &[("what", title.clone().into())]),
            request: task.request_id.map(|request| request.to_string()).unwrap_or_default(),
            phones,
            title,
        })
    }

    async fn about(&mut self, ctx: &Ctx, tx: &mut Tx, id: RequestId) -> Result<About, DbError> {
        if let Some(known) = self.about.get(&id) {
            return Ok(known.clone());
        }
        let mut found = About::default();
        if let Some(request) = requests::store::get(tx, id).await? {
            let institution = institutions::store::get(tx, request.institution).await?;
            let institution = institution.map(|institution| institution.name).unwrap_or_default();
            found.text = about(&ctx.l, &ctx.rules, &request, institution);
            let contact = institutions::store::contact(tx, request.institution, request.contact).await?;
            found.contact = contact.and_then(|contact| Phone::new(contact.name, contact.phone));
        }
        self.about.insert(id, found.clone());
        Ok(found)
    }
}

/// "Klinik am Park, Donnerstag, 18. März, 14:00 Uhr, Somali"
fn about(l: &Locale, rules: &Rules, request: &Request, institution: String) -> String {
    let when = request
        .main_slot()
        .map(|slot| l.moment(slot.starts_at, rules.zone()))
        .unwrap_or_default();
    let language = rules.language_name(&request.language, l.code()).to_owned();
    l.with(
        "task-about",
        &[
            ("institution", institution.into()),
            ("when", when.into()),
            ("language", language.into()),
        ],
    )
}

/// Where the thing is that a task is about.
fn href(task: &Task) -> Option<String> {
    if let Some(mail) = task.inbound_mail_id {
        return Some(format!("/desk/mails/{mail}"));
    }
    if let Some(volunteer) = task
        .volunteer_id
        .filter(|_| task.kind == tasks::Kind::MailBounced.code())
    {
        return Some(new_address(volunteer));
    }
    if let Some(request) = task.request_id {
        let part = match task.kind.as_str() {
            "request_check" => "#check",
            "choose" => "#choose",
            kind if kind.starts_with("proof_") => "#proof",
            _ => "",
        };
        return Some(format!("/desk/requests/{request}{part}"));
    }
    if let Some(volunteer) = task.volunteer_id {
        let part = match task.kind.as_str() {
            kind if kind == tasks::Kind::QualificationRunsOut.code() => "/qualifications",
            kind if kind == tasks::Kind::LanguageWish.code() => "/language-wishes",
            _ => "",
        };
        return Some(format!("/desk/volunteers/{volunteer}{part}"));
    }
    task.institution_id
        .map(|institution| format!("/desk/institutions/{institution}"))
}

/// Nobody was asked in the last round: all the same nobody has said no.
enum Unasked {
    NobodyFits,
    /// That person had said yes and does not come; nobody else fits.
    After(String),
}

async fn unasked(tx: &mut Tx, id: RequestId) -> Result<Option<Unasked>, DbError> {
    let Some(request) = requests::store::get(tx, id).await? else {
        return Ok(None);
    };
    let offers = requests::store::offers_of(tx, id).await?;
    let round = request.search.as_ref().map(|search| search.id);
    if offers.iter().any(|offer| round == Some(offer.search)) {
        return Ok(None);
    }
    if let Some(gone) = ended::read(tx, &request).await?.gave_back()
        && let Some(gone) = volunteers::store::get(tx, gone).await?
    {
        return Ok(Some(Unasked::After(gone.name)));
    }
    Ok(offers.is_empty().then_some(Unasked::NobodyFits))
}

/// The reason that a task of some kinds carries.
fn why(task: &Task) -> String {
    let params: serde_json::Value = serde_json::from_str(&task.params).unwrap_or_default();
    match (task.kind.as_str(), params["why"].as_str()) {
        ("nobody_found", Some(why @ ("nobody_left" | "deadline_passed" | "too_late_for_mail"))) => format!("-{why}"),
        ("request_check", Some(why @ ("late" | "no_answer" | "lapsed"))) => format!("-{why}"),
        ("search_slow", Some(why @ ("near" | "nobody_left"))) => format!("-{why}"),
        _ => String::new(),
    }
}
