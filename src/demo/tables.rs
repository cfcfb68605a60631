//! Two tables that the desk was sent: one is in the pool, one waits for answers.

use super::{people::Cast, year::YearError};
use crate::{
    act::Actor,
    app::Shared,
    database::Tx,
    imports::{
        self, Kind, RunError,
        answers::Answers,
        fields::Context,
        plan::{self, Known},
        store,
    },
    requests::References,
    settings::Rules,
};

const INSTITUTIONS: &[u8] = include_bytes!("tables/institutions.csv");
const VOLUNTEERS: &[u8] = include_bytes!("tables/volunteers.csv");

pub(super) async fn bring(app: &Shared, tx: &mut Tx, rules: &Rules, cast: &Cast) -> Result<(), YearError> {
    let act = app.act(Actor::Person(cast.coordinator));
    let Ok(opened) = imports::open(INSTITUTIONS) else {
        return Ok(());
    };
    let file = (Kind::Institutions, "einrichtungen.csv", INSTITUTIONS);
    let id = imports::upload_confirmed(tx, &act, rules, file, &opened).await?;
    let known = Known::read(tx, Kind::Institutions).await?;
    if let (Some(import), Some(table)) = (store::get(tx, id).await?, opened.table(Kind::Institutions, rules, 0)) {
        let context = Context {
            rules,
            today: rules.local(act.now).date(),
        };
        let known = (context, &known, &Answers::new());
        let plan = plan::plan(Kind::Institutions, table.rows, &import.mapping(), known, &mut || {});
        let mut numbers = References::default();
        match imports::write(tx, &act, rules, id, (&plan, &mut numbers), &mut |_| {}).await {
            Ok(_) | Err(RunError::Over) => {}
            Err(RunError::Database(error)) => return Err(error.into()),
        }
    }
    let Ok(opened) = imports::open(VOLUNTEERS) else {
        return Ok(());
    };
    let file = (Kind::Volunteers, "anmeldungen-fruehlingsfest.csv", VOLUNTEERS);
    let id = imports::upload(tx, &act, rules, file, &opened).await?;
    let import = store::get(tx, id).await?;
    if let (Some(import), Some(table)) = (import, opened.table(Kind::Volunteers, rules, 0)) {
        // Its columns fit: the workers check it next.
        let chosen = imports::choose_columns(tx, &act, id, (0, &table), &import.mapping()).await;
        debug_assert!(chosen.is_ok());
    }
    Ok(())
}
