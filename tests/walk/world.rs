//! A pool in which everything exists once: Kita Sonnenblume's, so that the Klinik is the stranger.

use axum::http::{Method, StatusCode};
use sprachpool::{
    act::Actor,
    database::{Db, Query},
    imports::Kind,
    inbox,
    people::PersonId,
    privacy, q,
    requests::{RequestId, check},
    settings::Verdict,
    volunteers::retire,
};
use uuid::Uuid;

use super::routes::{Role, Route};
use crate::{
    imports::flow,
    institution::{CONVERSATION, WHEN, but, place},
    proofs, slips,
    support::{
        people,
        scene::{AMINA, BASIR, CORA, KITA, accepts, ask, ask_about, ask_for, offer_link, slot},
        site::{Browser, Site},
    },
};

const KLINIK: &str = "held@klinik-am-park.example";
const JOBCENTER: &str = "lang@jobcenter.example";
const REPLY: &str = "From: Amina Rahimi <amina.rahimi@post.example>\r\nTo: team@pool.example\r\n\
    Subject: Eine Frage\r\nDate: Tue, 16 Mar 2027 11:00:00 +0100\r\nContent-Type: text/plain\r\n\r\n\
    Darf ich mein Kind mitbringen?\r\n";

pub struct World {
    pub site: Site,
    /// How a pattern begins, and what stands there in this world; longer ones first.
    places: Vec<(&'static str, String)>,
}

impl World {
    /// It is Tuesday, 16 March 2027, 11:00: the first appointment is over.
    pub async fn new(db: Db) -> Self {
        let site = Site::new(db).await;
        let over = proofs::over(&site).await;
        let cora = site.signed_in(CORA).await;
        let kita = site.signed_in(KITA).await;
        let who = site.who;

        let held = ask(&site, vec![slot("2027-03-23", "09:00", "10:00")]).await;
        let assignment_link = accepts(&site, AMINA).await;
        let open = ask_for(&site, who.klinik, vec![slot("2027-03-24", "09:00", "10:00")]).await;
        let offer = offer_link(&site, AMINA).await;
        let pause = site.link_for(AMINA, "offer", "/p/").await;

        let draft = filled(&site, &kita, "/requests/drafts").await;
        let refused_draft = refused(&site, &kita, "/requests/drafts").await;
        let callers = format!("/desk/callers/{}", who.kita.contact);
        let called = filled(&site, &cora, &format!("{callers}/drafts")).await;
        let refused_call = refused(&site, &cora, &format!("{callers}/drafts")).await;

        let own = site.signed_in(BASIR).await;
        for day in ["20.4.2027", "10.5.2027"] {
            let absent = own.post("/me/absences", &[("from", day)]).await;
            absent.expect(StatusCode::SEE_OTHER);
        }
        let not_his = [("choice", "refuse:occasion")];
        let wishes = format!("{}/wishes", offer_link(&site, BASIR).await);
        own.post(&wishes, &not_his).await.expect(StatusCode::SEE_OTHER);
        let basir = format!("/desk/volunteers/{}", who.basir);
        let jobcenter = who.jobcenter.institution.to_string();
        let ban = [("institution", jobcenter.as_str()), ("note", "Es gab Streit.")];
        cora.post(&format!("{basir}/bans"), &ban)
            .await
            .expect(StatusCode::SEE_OTHER);
        let dana = [
            ("name", "Dana Weiss"),
            ("email", "dana.weiss@sprachpool.example"),
            ("language", "de"),
        ];
        let dana = cora.post("/desk/team", &dana).await.expect(StatusCode::SEE_OTHER);
        let dana = dana.location().to_owned();
        let import = flow::uploaded(&site, Kind::Volunteers, "volunteers_kurdish.xlsx").await;
        let mail = received(&site).await;
        site.browser().post("/sign-in", &[("email", JOBCENTER)]).await;
        let sign_in = site.link_for(JOBCENTER, "sign_in", "/sign-in/").await;

        let held_by = one(&site, q!("SELECT id FROM assignment WHERE request_id = $1", held)).await;
        let asked = q!("SELECT id FROM offer WHERE request_id = $1 ORDER BY id LIMIT 1", open);
        let asked = one(&site, asked).await;
        let absences = q!(
            "SELECT id FROM absence WHERE volunteer_id = $1 ORDER BY from_date LIMIT 1",
            who.basir
        );
        let his_own = one(&site, absences).await;
        let at_desk = q!(
            "SELECT id FROM absence WHERE volunteer_id = $1 ORDER BY from_date DESC LIMIT 1",
            who.basir
        );
        let at_desk = one(&site, at_desk).await;
        let shown = q!(
            "SELECT id FROM qualification WHERE volunteer_id = $1 AND kind = 'measles'",
            who.basir
        );
        let shown = one(&site, shown).await;
        let ban = one(&site, q!("SELECT id FROM ban WHERE volunteer_id = $1", who.basir)).await;
        let task = one(
            &site,
            q!("SELECT id FROM task WHERE done_at IS NULL ORDER BY id LIMIT 1"),
        )
        .await;
        let refusal = one(&site, q!("SELECT id FROM refusal WHERE volunteer_id = $1", who.basir)).await;
        let institution = format!("/desk/institutions/{jobcenter}");
        let (waits, asked_back) = in_doubt(&site).await;
        let hers = site.signed_in(AMINA).await;
        hers.post("/me/calendar", &[]).await.expect(StatusCode::SEE_OTHER);
        let calendar = site.calendar_of(who.amina).await;
        let person = one(&site, q!("SELECT person_id FROM volunteer WHERE id = $1", who.basir)).await;
        let erasure = erased(&site).await;
        // One link to read, another one to end.
        for text in ["ar", "uk"] {
            let made = kita
                .post(&format!("/requests/{held}/slip/links"), &[("text", text)])
                .await;
            made.expect(StatusCode::SEE_OTHER);
        }
        let slip = one(&site, q!("SELECT id FROM slip WHERE text_code = 'uk'")).await;
        let family = slips::link_on(&kita.get(&format!("/requests/{held}/slip")).await.body);
        let places = vec![
            ("/s/{token}", family),
            (
                "/requests/{id}/slip/links/{slip}",
                format!("/requests/{held}/slip/links/{slip}"),
            ),
            ("/desk/slips/{text}", "/desk/slips/ar".to_owned()),
            ("/o/{token}", offer),
            ("/a/{token}", assignment_link),
            ("/p/{token}", pause),
            ("/n/{token}", over.link),
            ("/sign-in/{token}", sign_in),
            ("/c/{token}", calendar),
            ("/me/settings/{part}", "/me/settings/modes".to_owned()),
            ("/me/languages/{language}", "/me/languages/prs".to_owned()),
            ("/desk/people/{id}", format!("/desk/people/{person}")),
            ("/desk/erasures/{id}", format!("/desk/erasures/{erasure}")),
            ("/static/{name}", "/static/style.css".to_owned()),
            ("/me/absences/{absence}", format!("/me/absences/{his_own}")),
            (
                "/requests/{id}/assignments/{aid}",
                format!("/requests/{}/assignments/{}", over.request, over.assignment),
            ),
            ("/requests/{id}/question", format!("/requests/{asked_back}/question")),
            ("/requests/{id}", format!("/requests/{held}")),
            ("/requests/drafts/{id}/referral", format!("{refused_draft}/referral")),
            ("/requests/drafts/{id}", draft),
            (
                "/desk/callers/{contact}/drafts/{id}/referral",
                format!("{refused_call}/referral"),
            ),
            ("/desk/callers/{contact}/drafts/{id}", called),
            ("/desk/callers/{contact}", callers),
            (
                "/desk/institutions/{id}/sites/{site}",
                format!("{institution}/sites/{}", who.jobcenter.site),
            ),
            (
                "/desk/institutions/{id}/contacts/{contact}",
                format!("{institution}/contacts/{}", who.jobcenter.contact),
            ),
            (
                "/desk/texts/{locale}/{key}",
                "/desk/texts/de/mail-received-after".to_owned(),
            ),
            ("/desk/institutions/{id}", institution),
            ("/desk/imports/{id}", format!("/desk/imports/{import}")),
            ("/desk/mails/{id}", format!("/desk/mails/{mail}")),
            ("/desk/tasks/{id}", format!("/desk/tasks/{task}")),
            ("/desk/rules/{kind}/new", "/desk/rules/language/new".to_owned()),
            ("/desk/rules/{kind}/{key}", "/desk/rules/language/prs".to_owned()),
            ("/desk/rules/{kind}", "/desk/rules/language".to_owned()),
            ("/desk/undo/{id}", format!("/desk/undo/{task}")),
            ("/desk/team/{id}", dana),
            ("/desk/trail/{kind}/{id}", format!("/desk/trail/request/{held}")),
            (
                "/desk/requests/{id}/assignments/{aid}",
                format!("/desk/requests/{}/assignments/{}", over.request, over.assignment),
            ),
            (
                "/desk/requests/{id}/assignments/{assignment}",
                format!("/desk/requests/{held}/assignments/{held_by}"),
            ),
            (
                "GET /desk/requests/{id}/assignments/new",
                format!("/desk/requests/{open}/assignments/new?volunteer={}", who.basir),
            ),
            (
                "/desk/requests/{id}/offers/{offer}",
                format!("/desk/requests/{open}/offers/{asked}"),
            ),
            ("/desk/requests/{id}/check", format!("/desk/requests/{waits}/check")),
            ("/desk/requests/{id}", format!("/desk/requests/{open}")),
            (
                "/desk/volunteers/{id}/absences/{absence}",
                format!("{basir}/absences/{at_desk}"),
            ),
            (
                "/desk/volunteers/{id}/qualifications/{qualification}",
                format!("{basir}/qualifications/{shown}"),
            ),
            ("/desk/volunteers/{id}/bans/{ban}", format!("{basir}/bans/{ban}")),
            (
                "/desk/volunteers/{id}/refusals/{refusal}",
                format!("{basir}/refusals/{refusal}"),
            ),
            ("/desk/volunteers/{id}", basir),
        ];
        Self { site, places }
    }

    pub async fn browser(&self, role: Role) -> Browser {
        match role {
            Role::Nobody => self.site.browser(),
            // Not Amina: what he changes of his own leaves her offers as they are.
            Role::Volunteer => self.site.signed_in(BASIR).await,
            Role::Stranger => self.site.signed_in(KLINIK).await,
            Role::HalfSignedIn => self.site.signed_in_without_second_factor(CORA).await,
            Role::Contact => self.site.signed_in(KITA).await,
            Role::Coordinator => self.site.signed_in(CORA).await,
        }
    }

    pub fn path(&self, route: &Route) -> String {
        let pattern = route.pattern.as_str();
        let found = self.places.iter().find_map(|(start, there)| {
            let start = match start.strip_prefix("GET ") {
                Some(start) if route.method == Method::GET => start,
                Some(_) => return None,
                None => start,
            };
            pattern.strip_prefix(start).map(|rest| format!("{there}{rest}"))
        });
        let path = found.unwrap_or_else(|| pattern.to_owned());
        assert!(!path.contains('{'), "nothing stands for {path}");
        path
    }
}

async fn one(site: &Site, query: Query) -> Uuid {
    let mut tx = site.app.db.read().await.expect("it reads");
    query.one::<(Uuid,)>(&mut tx).await.expect("there is one").0
}

/// A fresh draft; the path of its pages without the last part.
async fn first_step(browser: &Browser, path: &str) -> String {
    let begun = browser.post(path, &[]).await.expect(StatusCode::SEE_OTHER);
    let there = begun.location();
    there.strip_suffix("/conversation").expect("the first step").to_owned()
}

/// A draft with all steps done.
async fn filled(site: &Site, browser: &Browser, path: &str) -> String {
    let draft = first_step(browser, path).await;
    let when = but(WHEN, &[("day", "30")]);
    let place = place(&site.who.kita.site.to_string());
    let place: Vec<_> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for (page, fields) in [
        ("conversation", CONVERSATION),
        ("when", when.as_slice()),
        ("where", place.as_slice()),
    ] {
        let done = browser.post(&format!("{draft}/{page}"), fields).await;
        done.expect(StatusCode::SEE_OTHER);
    }
    draft
}

/// A draft about what the pool does not help with.
async fn refused(site: &Site, browser: &Browser, path: &str) -> String {
    let draft = first_step(browser, path).await;
    let mut tx = site.app.db.read().await.expect("it reads");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    tx.commit().await.expect("it ends");
    let topic = rules.topics().iter().find(|topic| topic.verdict == Verdict::Refuse);
    let fields = but(CONVERSATION, &[("topic", &topic.expect("there is one").code)]);
    let done = browser.post(&format!("{draft}/conversation"), &fields).await;
    assert_eq!(done.location(), format!("{draft}/referral"), "{}", done.body);
    draft
}

/// Two doubtful requests: one waits for a coordinator, one for an answer of the Kita.
async fn in_doubt(site: &Site) -> (RequestId, RequestId) {
    let about = "youth_office";
    let waits = ask_about(site, site.who.klinik, about, vec![slot("2027-03-30", "09:00", "10:00")]).await;
    let asked = ask_about(site, site.who.kita, about, vec![slot("2027-03-31", "09:00", "10:00")]).await;
    let mut tx = site.app.db.begin().await.expect("it begins");
    let rules = site.app.rules(&mut tx).await.expect("rules");
    let act = site.app.act(Actor::Person(site.who.cora));
    check::ask(&mut tx, &act, &rules, asked, "Worum geht es?")
        .await
        .expect("it waits");
    site.app.commit(tx).await.expect("it commits");
    (waits, asked)
}

/// Somebody who has been with the pool, left and was erased.
async fn erased(site: &Site) -> Uuid {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let act = site.app.act(Actor::Service);
    let mut farid = people::basir();
    farid.name = "Farid Noori".parse().expect("a name");
    farid.email = "farid.noori@post.example".parse().expect("an address");
    let farid = people::volunteer(&mut tx, &act, &farid).await;
    retire(&mut tx, &act, farid).await.expect("he leaves");
    let row = q!("SELECT person_id FROM volunteer WHERE id = $1", farid);
    let (person,) = row.one::<(PersonId,)>(&mut tx).await.expect("a person");
    let id = privacy::erase(&mut tx, &act, &site.app.l10n, person).await;
    site.app.commit(tx).await.expect("it commits");
    id.expect("nothing is open").0
}

async fn received(site: &Site) -> Uuid {
    let mail = inbox::read(REPLY.as_bytes()).expect("it is a mail");
    let mut tx = site.app.db.begin().await.expect("it begins");
    let received = inbox::receive(&mut tx, &site.app.act(Actor::Service), REPLY.as_bytes(), &mail).await;
    site.app.commit(tx).await.expect("it commits");
    received.expect("it is taken");
    one(site, q!("SELECT id FROM inbound_mail")).await
}
