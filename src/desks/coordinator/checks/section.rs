//! The check on a request's page: what is in doubt, what was asked and answered, what can be done.

use super::find;
use crate::{
    database::{DbError, Tx},
    people,
    requests::{
        CheckState, Request, Status,
        check::{self, Question},
    },
    web::Ctx,
};

pub struct CheckView {
    pub topic: String,
    /// The pool's own words about it.
    pub words: String,
    /// "Die Einrichtung hört bis …"
    pub by: String,
    pub questions: Vec<QuestionView>,
    /// None: nothing is left to decide.
    pub ways: Option<Ways>,
    pub referral: Option<String>,
}

pub struct Ways {
    pub path: String,
    pub may_ask: bool,
}

pub struct QuestionView {
    pub asked: String,
    pub question: String,
    pub answered: String,
    pub answer: Option<String>,
}

pub async fn read(ctx: &Ctx, tx: &mut Tx, request: &Request) -> Result<Option<CheckView>, DbError> {
    let Some(state) = &request.check else {
        return Ok(None);
    };
    let l = &ctx.l;
    let status = request.status(ctx.now);
    let (waits, asked) = match status {
        Status::Checking { asked, .. } => (true, asked),
        _ => (false, false),
    };
    let mut questions = Vec::new();
    for question in check::questions(tx, request.id).await? {
        questions.push(view(ctx, tx, question).await?);
    }
    if !waits && questions.is_empty() && state.referral.is_none() {
        return Ok(None);
    }
    let topic = ctx.rules.topic(&request.topic);
    let when = l.moment(state.heard_by, ctx.rules.zone());
    let by = match (waits, asked) {
        (false, _) => String::new(),
        (true, _) if state.heard_by <= ctx.now => l.t("check-section-late"),
        (true, true) => l.with("check-section-answer-by", &[("when", when.into())]),
        (true, false) => l.with("check-section-by", &[("when", when.into())]),
    };
    Ok(Some(CheckView {
        topic: topic.map_or(request.topic.clone(), |topic| {
            topic.name.or_code(l.code(), &topic.code).to_owned()
        }),
        words: topic
            .and_then(|topic| topic.referral.get(l.code()))
            .unwrap_or_default()
            .to_owned(),
        by,
        questions,
        ways: waits.then(|| Ways {
            path: format!("{}/check", find::path(request)),
            may_ask: state.state == CheckState::Waiting,
        }),
        referral: state.referral.clone(),
    }))
}

async fn view(ctx: &Ctx, tx: &mut Tx, question: Question) -> Result<QuestionView, DbError> {
    let l = &ctx.l;
    let moment = |at| l.moment(at, ctx.rules.zone());
    let by = match question.asked_by {
        Some(person) => people::store::get(tx, person).await?.map(|person| person.name),
        None => None,
    };
    let args = [
        ("person", by.unwrap_or_else(|| l.t("task-somebody")).into()),
        ("when", moment(question.asked_at).into()),
    ];
    Ok(QuestionView {
        asked: l.with("check-section-asked", &args),
        question: question.question,
        answered: match question.answered_at {
            Some(at) => l.with("check-section-answered", &[("when", moment(at).into())]),
            None => l.t("check-section-no-answer"),
        },
        answer: question.answer,
    })
}
