//! What waits on the coordinator's desk when the demo opens, so that every one of its pages has something to show.
//!
//! Chance would bring most of it some day; a visitor looks today. All of it goes through the verbs.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use uuid::Uuid;

use super::{
    people::{Asker, Cast, email, name},
    year::{YearError, key},
};
use crate::{
    act::Actor,
    app::Shared,
    database::{DbError, Tx},
    inbox::{self, Bounce, Incoming},
    institutions::{self, NewContact, NewInstitution, NewSite, Registration, State},
    matching::{Absence, GenderWish, Mode},
    people::{self, PersonId},
    proofs::{self, Report, Said, Side},
    q,
    requests::{
        AssignmentId, NewRequest, NewSlot, RequestId, SlotId,
        assignments::{ByHand, assign},
        check,
        draft::{self, Owner},
        submit,
    },
    settings::{self, Rules},
    volunteers,
};

/// What happens at a moment before the opening.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moment {
    /// In autumn before: whoever has papers for a year only shows new ones.
    Renewals,
    /// The door's volunteer takes two appointments of the door's institution.
    Booked,
    /// An Arabic-speaking family is invited: there is a slip for them.
    Invited,
    /// The afternoon before.
    Monday,
}

pub(super) fn moments() -> Vec<(DateTime<Utc>, Moment)> {
    [
        ((2026, 11, 16, 13), Moment::Renewals),
        ((2027, 3, 1, 9), Moment::Booked),
        ((2027, 3, 2, 9), Moment::Invited),
        ((2027, 3, 8, 13), Moment::Monday),
    ]
    .into_iter()
    .filter_map(|((year, month, day, hour), moment)| {
        let at = Utc.with_ymd_and_hms(year, month, day, hour, 5, 0).single()?;
        Some((at, moment))
    })
    .collect()
}

/// Day of March, hour, language and volunteer.
type Plan = (u32, u32, &'static str, usize);

const BOOKED: [Plan; 2] = [(5, 8, "prs", 0), (8, 8, "prs", 0)];
/// Nobody in the pool speaks Armenian: the search ends before it has asked anybody.
const UNHEARD: (u32, u32, &str) = (25, 10, "hy");
/// Layla Haddad comes.
const INVITED: Plan = (23, 15, "ar", 3);

pub(super) async fn happen(
    app: &Shared,
    rules: &Rules,
    cast: &Cast,
    chance: &super::chance::Chance,
    moment: Moment,
) -> Result<(), YearError> {
    let mut tx = app.db.begin().await?;
    match moment {
        Moment::Renewals => super::renewals::renew(app, &mut tx, rules, cast).await?,
        Moment::Booked => {
            for plan in BOOKED {
                book(app, &mut tx, rules, cast, (key(chance, app.clock.now()), plan)).await?;
            }
        }
        Moment::Invited => book(app, &mut tx, rules, cast, (key(chance, app.clock.now()), INVITED)).await?,
        Moment::Monday => {
            report_one(app, &mut tx, rules, cast).await?;
            people_of_the_desk(app, &mut tx, cast).await?;
            apply(app, &mut tx, rules, key(chance, app.clock.now())).await?;
            mails(app, &mut tx, cast).await?;
            super::rules::change_some(app, &mut tx, cast).await?;
            in_doubt(app, &mut tx, rules, cast, chance).await?;
            own_words(app, &mut tx, cast).await?;
            super::tables::bring(app, &mut tx, rules, cast).await?;
            let form_key = key(chance, app.clock.now());
            let school = cast.askers.iter().find(|asker| asker.sector == "school");
            let school = school.ok_or(DbError::RowNotFound)?;
            file(app, &mut tx, rules, (school, false), (form_key, UNHEARD)).await?;
            super::changes::change_some(app, &mut tx, rules, cast).await?;
        }
    }
    app.commit(tx).await?;
    Ok(())
}

/// A request of the door's institution, given to a volunteer on the phone.
async fn book(
    app: &Shared,
    tx: &mut Tx,
    rules: &Rules,
    cast: &Cast,
    (form_key, (day, hour, language, volunteer)): (Uuid, Plan),
) -> Result<(), YearError> {
    let request = file(
        app,
        tx,
        rules,
        (&cast.askers[0], true),
        (form_key, (day, hour, language)),
    )
    .await?;
    let (slot,) = q!("SELECT id FROM slot WHERE request_id = $1", request)
        .one::<(SlotId,)>(tx)
        .await?;
    let wish = ByHand {
        request,
        volunteer: cast.volunteers[volunteer],
        slot,
        why: Some("Am Telefon so besprochen".to_owned()),
    };
    let act = app.act(Actor::Person(cast.coordinator));
    assign(tx, &act, rules, &app.keys, &wish).await.map_err(refused)?;
    Ok(())
}

async fn file(
    app: &Shared,
    tx: &mut Tx,
    rules: &Rules,
    (asker, same_volunteer): (&Asker, bool),
    (form_key, (day, hour, language)): (Uuid, (u32, u32, &str)),
) -> Result<RequestId, YearError> {
    let occasion = rules
        .occasions_of(asker.sector)
        .next()
        .ok_or(DbError::RowNotFound)?
        .clone();
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let new = NewRequest {
        form_key,
        institution: asker.institution,
        site: asker.site,
        contact: asker.contact,
        filed_by: asker.person,
        language: language.to_owned(),
        mode: Mode::OnSite,
        topic: occasion.topic.clone(),
        occasion: occasion.code,
        gender: GenderWish::None,
        same_volunteer,
        openings: 1,
        urgent_reason: None,
        meeting_point: "Haupteingang, bitte klingeln".to_owned(),
        remarks: String::new(),
        slots: vec![NewSlot {
            date: NaiveDate::from_ymd_opt(2027, 3, day).unwrap_or_default(),
            start: time(hour),
            end: time(hour + 1),
        }],
    };
    let filed = submit(tx, &app.act(Actor::Person(asker.person)), rules, &new).await?;
    Ok(filed.id)
}

/// Of the two, the first has been reported: the institution confirms it. The other one waits for its report.
async fn report_one(app: &Shared, tx: &mut Tx, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let (assignment, from, until, person) = q!(
        "SELECT a.id, a.starts_at, a.ends_at, v.person_id FROM assignment a
         JOIN volunteer v ON v.id = a.volunteer_id JOIN request r ON r.id = a.request_id
         WHERE a.volunteer_id = $1 AND r.contact_id = $2 AND a.ended_at IS NULL AND a.starts_at < $3
         ORDER BY a.starts_at DESC LIMIT 1 OFFSET 1",
        cast.volunteers[0],
        cast.askers[0].contact,
        app.clock.now()
    )
    .one::<(AssignmentId, DateTime<Utc>, DateTime<Utc>, PersonId)>(tx)
    .await?;
    let report = Report {
        said: Said::Held { from, until },
        travel_minutes: Some(40),
        note: String::new(),
    };
    let act = app.act(Actor::Link(person));
    proofs::report(tx, &act, rules, assignment, Side::Volunteer, &report)
        .await
        .map_err(refused)?;
    Ok(())
}

/// A second coordinator comes, somebody calls, two do not get on, the door's volunteer goes on holiday.
async fn people_of_the_desk(app: &Shared, tx: &mut Tx, cast: &Cast) -> Result<(), YearError> {
    let act = app.act(Actor::Person(cast.coordinator));
    let colleague = (name("Henrik Paulsen")?, email("henrik.paulsen@sprachpool.example")?);
    people::invite(tx, &act, &colleague.0, &colleague.1, "de")
        .await
        .map_err(refused)?;
    let holiday = Absence {
        from: NaiveDate::from_ymd_opt(2027, 4, 12).unwrap_or_default(),
        until: NaiveDate::from_ymd_opt(2027, 4, 16).unwrap_or_default(),
    };
    volunteers::add_absence(tx, &act, cast.volunteers[0], holiday).await?;
    let (clinic, unwanted) = (&cast.askers[1], cast.volunteers[9]);
    let note = "Zweimal nicht erschienen, sagt der Sozialdienst.";
    volunteers::ban(tx, &act, clinic.institution, unwanted, note).await?;
    let owner = Owner {
        contact: clinic.contact,
        filed_by: Some(cast.coordinator),
    };
    let id = draft::create(tx, &act, owner).await?;
    if let Some(mut begun) = draft::find(tx, id, owner).await? {
        begun.typed.set("language", "Arabisch");
        draft::save(tx, &act, &begun).await?;
    }
    Ok(())
}

/// An institution that wants to join.
async fn apply(app: &Shared, tx: &mut Tx, rules: &Rules, form_key: Uuid) -> Result<(), YearError> {
    let title = name("Familienzentrum Coerde")?;
    let new = Registration {
        institution: NewInstitution {
            name: title.clone(),
            kind: None,
            sector: "kita".to_owned(),
            state: State::Pending,
            sites: vec![NewSite {
                name: title,
                street: "Am Uferpark 3".to_owned(),
                postcode: "48157".to_owned(),
                city: "Münster".to_owned(),
                district: "61".to_owned(),
            }],
        },
        contact: NewContact {
            name: name("Silke Hagedorn")?,
            email: email("hagedorn@familienzentrum-coerde.example")?,
            phone: Some("0251 555 0357".to_owned()),
            locale: "de".to_owned(),
        },
        form_key,
    };
    let act = app.act(Actor::Service);
    institutions::register(tx, &act, rules, &app.keys, &new, "192.0.2.7")
        .await
        .map_err(refused)?;
    Ok(())
}

/// A volunteer's offer comes back, and another one answers by mail instead of by the link.
async fn mails(app: &Shared, tx: &mut Tx, cast: &Cast) -> Result<(), YearError> {
    let sent = q!(
        "SELECT m.id, p.name, a.email FROM outbox m JOIN person p ON p.id = m.person_id
         JOIN volunteer v ON v.person_id = p.id
         JOIN person_address pa ON pa.person_id = p.id JOIN address a ON a.id = pa.address_id
         WHERE m.kind = 'offer' AND m.sent_at IS NOT NULL AND v.id <> $1 ORDER BY m.sent_at DESC, m.id LIMIT 40",
        cast.volunteers[0]
    )
    .all::<(Uuid, String, String)>(tx)
    .await?;
    let (lost, to_whom, address) = sent.first().ok_or(DbError::RowNotFound)?;
    let returned = Incoming {
        kind: inbox::Kind::Bounce(Bounce {
            recipients: vec![address.clone()],
            nobody_there: true,
            diagnostic: format!("550 5.1.1 <{address}>: Recipient address rejected: User unknown"),
        }),
        sender: "Mail Delivery System <mailer-daemon@mx.post.example>".to_owned(),
        address: "mailer-daemon@mx.post.example".to_owned(),
        subject: "Undelivered Mail Returned to Sender".to_owned(),
        names: vec![*lost],
    };
    let act = app.act(Actor::Service);
    inbox::receive(tx, &act, returned.subject.as_bytes(), &returned).await?;
    let answered = sent.iter().find(|(_, name, _)| name != to_whom);
    let (asked, writer, address) = answered.ok_or(DbError::RowNotFound)?;
    let words = "Guten Tag,\n\nich kann erst ab 14 Uhr. Geht das auch?\nUnd: Ab April habe ich eine neue \
                 Telefonnummer. Ich melde mich.\n\nViele Grüße\n";
    let reply = Incoming {
        kind: inbox::Kind::Reply(format!("{words}{writer}")),
        sender: format!("{writer} <{address}>"),
        address: address.clone(),
        subject: "Aw: Können Sie?".to_owned(),
        names: vec![*asked],
    };
    inbox::receive(tx, &act, reply.subject.as_bytes(), &reply).await?;
    Ok(())
}

/// Two requests that a coordinator looks at first; about one of them she has asked. A third institution is trusted.
async fn in_doubt(
    app: &Shared,
    tx: &mut Tx,
    rules: &Rules,
    cast: &Cast,
    chance: &super::chance::Chance,
) -> Result<(), YearError> {
    let cora = app.act(Actor::Person(cast.coordinator));
    for (number, language, topic, day) in [(1, "ar", "medical_talk", 18), (0, "prs", "youth_office", 22)] {
        let asker: &Asker = &cast.askers[number];
        let occasions: Vec<_> = rules.occasions_of(asker.sector).collect();
        let fits = occasions.iter().find(|occasion| occasion.topic == topic);
        let occasion = fits.or(occasions.first()).ok_or(DbError::RowNotFound)?;
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let new = NewRequest {
            form_key: key(chance, app.clock.now()),
            institution: asker.institution,
            site: asker.site,
            contact: asker.contact,
            filed_by: asker.person,
            language: language.to_owned(),
            mode: Mode::OnSite,
            occasion: occasion.code.clone(),
            topic: topic.to_owned(),
            gender: GenderWish::None,
            same_volunteer: false,
            openings: 1,
            urgent_reason: None,
            meeting_point: "Haupteingang, bitte klingeln".to_owned(),
            remarks: String::new(),
            slots: vec![NewSlot {
                date: NaiveDate::from_ymd_opt(2027, 3, day).unwrap_or_default(),
                start: time(10),
                end: time(11),
            }],
        };
        let filed = submit(tx, &app.act(Actor::Person(asker.person)), rules, &new).await?;
        if topic == "youth_office" {
            let question = "Geht es um das Sorgerecht? Dann dürfen wir leider nicht helfen.";
            check::ask(tx, &cora, rules, filed.id, question)
                .await
                .map_err(refused)?;
        }
    }
    institutions::trust(tx, &cora, cast.askers[2].institution).await?;
    Ok(())
}

/// A sentence that the pool says in its own way.
async fn own_words(app: &Shared, tx: &mut Tx, cast: &Cast) -> Result<(), YearError> {
    let text = "Ist der Termin nicht mehr nötig? Dann sagen Sie bitte früh ab. So kann die Person anderen helfen.";
    let act = app.act(Actor::Person(cast.coordinator));
    settings::set_text(tx, &act, ("de", "mail-confirmed-after"), Some(text), act.now).await?;
    Ok(())
}

/// The cast is such that nothing is refused; if it is, the log says what, and the demo opens without it.
fn refused(error: impl std::fmt::Display) -> YearError {
    YearError::Refused(error.to_string())
}
