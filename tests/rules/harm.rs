//! A change that would hurt says whom, before anything is written.

use axum::http::StatusCode;
use sprachpool::q;

use super::{forms::encoded, world::*};
use crate::support::{
    databases::each_engine,
    forms::Form,
    scene::{AMINA, accepts, ask, ask_for, slot},
};

impl Desk {
    /// The preview says this, nothing is written; and after it is confirmed, it is.
    async fn hurts(&self, form: Form, words: &[&str]) {
        let before = self.lines().await;
        let preview = self.send(&form).await.expect(StatusCode::OK);
        assert_says(&preview.body, "Noch ist nichts gespeichert.");
        for words in words {
            assert_says(&preview.body, words);
        }
        assert_eq!(self.lines().await, before, "{words:?}");
        self.saved(&form_of(&preview.body, &form.action)).await;
        assert_eq!(self.lines().await, before + 1, "{words:?}");
    }

    async fn takes_back(&self, path: &str) {
        let page = self.get(path).await;
        self.saved(&form_of(&page, &format!("{path}/undo"))).await;
    }
}

const SECTOR: &str = "/desk/rules/sector/kita";

#[tokio::test]
async fn ending_what_is_in_use_says_who_uses_it() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        ask(&desk.site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        // Others that name it are said first: those rules go before it does.
        let form = desk.end_form("/desk/rules/language/prs").await;
        let answer = desk.send(&form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_says(
            &answer.body,
            "Farsi → Dari: Hier steht „Dari“, und das gibt es dann nicht.",
        );
        for (from, to) in [("fa", "prs"), ("prs", "fa"), ("prs", "tg"), ("tg", "prs")] {
            let path = format!("/desk/rules/neighbour/{}", encoded(&format!("{from}>{to}")));
            desk.saved(&desk.end_form(&path).await).await;
        }
        for (name, ask) in [("Afghanisch", "ps"), ("Persisch", "fa")] {
            let path = format!("/desk/rules/ambiguous/{name}");
            let left = desk.form(&path).await.with("ask", ask);
            // A question with one answer is none: the name goes as a whole.
            desk.send(&left).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
            desk.saved(&desk.end_form(&path).await).await;
        }
        let form = desk.end_form("/desk/rules/language/prs").await;
        let words = [
            "2 Personen sprechen diese Sprache.",
            "Für 1 offene Anfrage wird noch jemand gesucht.",
        ];
        desk.hurts(form, &words).await;
        assert!(desk.rules().await.language("prs").is_none());

        let form = desk.end_form("/desk/rules/occasion/parent_talk").await;
        desk.hurts(form, &["Für 1 offene Anfrage wird noch jemand gesucht."])
            .await;
        let form = desk.end_form("/desk/rules/mode/on_site").await;
        desk.hurts(form, &["Für 1 offene Anfrage wird noch jemand gesucht."])
            .await;
        desk.takes_back("/desk/rules/mode/on_site").await;
        assert!(desk.rules().await.mode("on_site").is_some());
    })
    .await;
}

#[tokio::test]
async fn a_district_where_people_live() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let mut tx = desk.site.app.db.begin().await.expect("it begins");
        q!("UPDATE volunteer SET home_district = '71'")
            .execute(&mut tx)
            .await
            .expect("it writes");
        tx.commit().await.expect("it commits");
        let pair = "/desk/rules/travel_pair/45-71";
        desk.saved(&desk.end_form(pair).await).await;
        let form = desk.end_form("/desk/rules/district/71").await;
        desk.hurts(form, &["wohnen dort. Ihr Weg wird danach als weit gerechnet."])
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_sector_that_asks_for_more() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        ask(&desk.site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        accepts(&desk.site, AMINA).await;
        // A new kind that nobody has shown.
        let kind = desk.new_form("qualification").await;
        let kind = kind.with("key", "first_aid").with("name-de", "Erste Hilfe");
        desk.saved(&kind).await;
        let form = desk.form(SECTOR).await.with_also("needs", "first_aid");
        let words = [
            "Verlangt diese Nachweise",
            "dürfen danach in mindestens einem Bereich nicht mehr mitteln.",
            "1 zugesagter Termin wird danach zur Aufgabe: Der Person fehlt ein Nachweis.",
        ];
        desk.hurts(form, &words).await;
        // And so it is: the timer that an import sets, too, flags it.
        desk.site.app.clock.advance(chrono::Duration::seconds(90));
        desk.site.work().await;
        let mut tx = desk.site.app.db.read().await.expect("it begins");
        let flags = q!("SELECT COUNT(*) FROM task WHERE kind = 'assignment_unqualified' AND done_at IS NULL");
        assert_eq!(flags.one::<(i64,)>(&mut tx).await.expect("it counts").0, 1);
        drop(tx);
        // Taking it back hurts nobody, and settles the task.
        desk.takes_back(SECTOR).await;
        desk.site.app.clock.advance(chrono::Duration::seconds(90));
        desk.site.work().await;
        let mut tx = desk.site.app.db.read().await.expect("it begins");
        let flags = q!("SELECT COUNT(*) FROM task WHERE kind = 'assignment_unqualified' AND done_at IS NULL");
        assert_eq!(flags.one::<(i64,)>(&mut tx).await.expect("it counts").0, 0);
    })
    .await;
}

#[tokio::test]
async fn a_topic_that_is_refused_from_now_on() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        ask(&desk.site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let path = "/desk/rules/topic/education";
        let form = desk.form(path).await.with("verdict", "refuse");
        let answer = desk.send(&form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("id=\"referral-de-error\""), "{}", answer.body);
        let form = form.with("referral-de", "Bitte fragen Sie das Schulamt.");
        desk.hurts(
            form,
            &[
                "1 offene Anfrage hat dieses Thema.",
                "Wir vermitteln wird zu → Wir lehnen ab",
            ],
        )
        .await;
        assert_eq!(
            desk.rules()
                .await
                .topic("education")
                .and_then(|topic| topic.referral.get("de").map(str::to_owned)),
            Some("Bitte fragen Sie das Schulamt.".to_owned())
        );
    })
    .await;
}

#[tokio::test]
async fn numbers_hours_and_closed_days() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        ask(&desk.site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let form = desk
            .form("/desk/rules/number/weekly_offer_cap")
            .await
            .with("value", "1");
        desk.hurts(form, &["haben in sieben Tagen schon so viele Angebote bekommen."])
            .await;
        accepts(&desk.site, AMINA).await;
        let quiet = "/desk/rules/hours/quiet";
        let form = desk.form(quiet).await.with("from", "07:00").with("until", "06:30");
        let answer = desk.send(&form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_says(&answer.body, "Es müssen mindestens 60 Minuten am Tag bleiben.");
        let form = desk.form(quiet).await.with("from", "10:00").with("until", "07:00");
        desk.hurts(form, &["Es bleiben nur 180 Minuten am Tag"]).await;
        let form = desk.new_form("closure").await;
        let form = form
            .with("first", "2027-03-15")
            .with("last", "2027-03-19")
            .with("name-de", "Umzug");
        desk.hurts(form, &["1 zugesagter Termin liegt in dieser Zeit."]).await;
        let form = desk
            .form("/desk/rules/dispatch/dispatch")
            .await
            .with("policy", "broadcast");
        desk.hurts(form, &["Alle auf einmal zu fragen füllt weniger Anfragen."])
            .await;
        let form = desk
            .form("/desk/rules/number/travel_max_minutes")
            .await
            .with("value", "10");
        desk.hurts(form, &["keine eigene Grenze genannt"]).await;
    })
    .await;
}

/// Between the preview and the yes somebody else asks: it is shown again.
#[tokio::test]
async fn who_confirms_has_seen_all_of_it() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        ask(&desk.site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        let form = desk.end_form("/desk/rules/occasion/parent_talk").await;
        let preview = desk.send(&form).await.expect(StatusCode::OK);
        let yes = form_of(&preview.body, &form.action);
        ask(&desk.site, vec![slot("2027-03-17", "09:00", "10:00")]).await;
        let before = desk.lines().await;
        let preview = desk.send(&yes).await.expect(StatusCode::OK);
        assert_says(&preview.body, "Für 2 offene Anfragen wird noch jemand gesucht.");
        assert_eq!(desk.lines().await, before);
        desk.confirmed(&yes).await;
        assert_eq!(desk.lines().await, before + 1);
    })
    .await;
}

/// Two appointments of Amina's with time enough between them, until the way or the margin grows.
#[tokio::test]
async fn longer_ways_and_a_longer_margin_say_which_plans_break() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let site = &desk.site;
        ask(site, vec![slot("2027-03-16", "09:00", "10:00")]).await;
        accepts(site, AMINA).await;
        ask_for(site, site.who.klinik, vec![slot("2027-03-16", "11:00", "12:00")]).await;
        accepts(site, AMINA).await;
        let form = desk.form("/desk/rules/number/buffer_margin_minutes").await;
        desk.hurts(
            form.with("value", "59"),
            &["1-mal liegen zwei zugesagte Einsätze dann zu dicht."],
        )
        .await;
        desk.takes_back("/desk/rules/number/buffer_margin_minutes").await;
        // Somebody is still looked for, so far out.
        ask_for(site, site.who.klinik, vec![slot("2027-03-18", "09:00", "10:00")]).await;
        let form = desk.form("/desk/rules/travel/by_borough").await;
        let ways = ["same_district", "same_borough", "neighbouring_borough", "across"];
        let form = ways.into_iter().fold(form, |form, way| form.with(way, "65"));
        desk.hurts(
            form,
            &[
                "1-mal liegen zwei zugesagte Einsätze dann zu dicht.",
                "1 offene Anfrage ist dann für einige zu weit.",
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_sector_in_use_cannot_be_ended() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        let form = desk.end_form(SECTOR).await;
        let before = desk.lines().await;
        let answer = desk.send(&form).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        // The kinds of appointment that name it come first; each has to go elsewhere before it can end.
        assert_says(&answer.body, "Hier steht „Kita“, und das gibt es dann nicht.");
        let confirmed = form.with_also("confirmed", "institutions:1");
        desk.send(&confirmed).await.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(desk.lines().await, before);
    })
    .await;
}

#[tokio::test]
async fn what_counts_as_late_says_what_it_would_have_meant() {
    each_engine(async |db| {
        let desk = Desk::new(db).await;
        ask(&desk.site, vec![slot("2027-03-10", "09:00", "10:00")]).await;
        accepts(&desk.site, AMINA).await;
        let form = desk.form("/desk/rules/late").await;
        let form = form
            .with("request_kind", "working_days")
            .with("request_number", "20")
            .with("later", "refuse")
            .with("cancellation_kind", "working_days")
            .with("cancellation_number", "20");
        let before = desk.lines().await;
        let preview = desk.send(&form).await.expect(StatusCode::OK).body;
        assert_says(
            &preview,
            "In den letzten 90 Tagen wäre 1 Anfrage mehr abgelehnt worden.",
        );
        assert_says(
            &preview,
            "1 zugesagter Termin kann dann nicht mehr frei abgesagt werden.",
        );
        assert_eq!(desk.lines().await, before);
        let yes = form_of(&preview, "/desk/rules/late");
        desk.send(&yes).await.expect(StatusCode::SEE_OTHER);
        assert_eq!(desk.lines().await, before + 1);
    })
    .await;
}
