//! The table: which deadline of docs/data.md is carried out by what. A test compares both, word for word.

use chrono::{DateTime, Duration, Months, Utc};

use super::BATCH;
use crate::{
    act::Act,
    database::{DbError, Tx},
    imports, inbox,
    l10n::L10n,
    links, mail, people,
    privacy::{EraseError, erase},
    proofs, qualifications, requests,
    settings::Rules,
    tasks, volunteers, wall,
};

/// Erasing touches many tables: fewer at once, chosen from these many.
const PEOPLE: usize = 20;
const CANDIDATES: i64 = 400;

/// What a rule has done, and whether it would do more at once.
pub struct Done {
    pub rows: u64,
    pub more: bool,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal: [$($text:literal),+ $(,)?],)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Rule { $($(#[$doc])* $name,)+ }

        impl Rule {
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable: the audit trail counts under it.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The deadlines of docs/data.md that it keeps, as they are written there.
            pub fn deadlines(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($text),+],)+ }
            }
        }
    };
}

rules! {
    /// Whose last role ended long ago becomes anonymous.
    EndOfRole = "people": [
        "end of the role",
        "end of the role; the count stays",
        "stays, anonymous after the end of the role",
        "stays, points to nobody known after the end of the role",
    ],
    Certificates = "certificates": ["certificate"],
    Texts = "texts": ["appointment"],
    Notes = "notes": ["appointment"],
    Absences = "absences": ["3 months after its last day"],
    Bans = "bans": ["end of the role, or one year after it was lifted"],
    Drafts = "drafts": ["when sent or thrown away, else 30 days after the last change", "as above"],
    SignIns = "sign_ins": ["1 day after it was made"],
    Sessions = "sessions": [
        "ends after 12 hours; deleted 30 days later",
        "30 days after the end",
        "stays, points to nothing 30 days after the session",
    ],
    SecondFactors = "second_factors": ["30 days after it ended"],
    Counters = "counters": ["1 day"],
    Links = "links": ["90 days after it expired"],
    MailsOut = "mails_out": ["90 days after it was sent or dropped"],
    MailsIn = "mails_in": ["30 days after its task was done"],
    Tasks = "tasks": ["1 year after it was done"],
    FileNames = "file_names": ["emptied 1 year after the import", "1 year after the import, or with the person"],
}

/// Deadlines that need no nightly work, and why.
pub const STAYS: &[(&str, &str)] = &[
    (
        "stays, anonymous from the beginning",
        "it holds codes and counts, and points to a person who is nobody",
    ),
    (
        "with the row it was copied from",
        "triggers take the copy away together with the row",
    ),
    (
        "goes with what it copies",
        "triggers take it away together with the rows that it copies",
    ),
    (
        "emptied then, 7 days after the upload at the latest",
        "each table that waits has a timer of its own, import_ends",
    ),
    ("deleted with the file", "the verb that empties the file deletes them"),
    (
        "until a coordinator has looked at it",
        "the verb that decides takes it away",
    ),
    (
        "kept as the history of the rules; when somebody leaves the desk, enter somebody else",
        "the history of the rules cannot be changed; what is in force is the desk's to renew",
    ),
];

impl Rule {
    pub(super) async fn carry_out(
        self,
        tx: &mut Tx,
        act: &Act<'_>,
        rules: &Rules,
        l10n: &L10n,
    ) -> Result<Done, DbError> {
        let numbers = rules.numbers();
        let days = |days: i64| act.now - Duration::days(days);
        let months = |months: i64| months_before(act.now, months);
        let rows = match self {
            Rule::EndOfRole => return end_of_role(tx, act, l10n, months(numbers.keep_person_months)).await,
            Rule::Certificates => {
                let before = months(numbers.keep_person_months);
                qualifications::delete_of_retired_before(tx, before, BATCH).await?
            }
            Rule::Texts => requests::expire::empty_texts_before(tx, months(numbers.keep_text_months), BATCH).await?,
            Rule::Notes => proofs::empty_notes_before(tx, months(numbers.keep_text_months), BATCH).await?,
            Rule::Absences => {
                let day = wall::day_of(rules.zone(), months(numbers.keep_absence_months));
                volunteers::delete_absences_before(tx, day, BATCH).await?
            }
            Rule::Bans => volunteers::delete_bans_before(tx, days(numbers.keep_done_days), BATCH).await?,
            Rule::Drafts => requests::expire::delete_drafts_before(tx, days(numbers.keep_draft_days), BATCH).await?,
            Rule::SignIns => people::delete_sign_ins_before(tx, days(1), BATCH).await?,
            Rule::Sessions => people::delete_sessions_before(tx, days(numbers.keep_session_days), BATCH).await?,
            Rule::SecondFactors => {
                people::delete_second_factors_before(tx, days(numbers.keep_session_days), BATCH).await?
            }
            Rule::Counters => people::delete_counters_before(tx, days(1)).await?,
            Rule::Links => links::delete_ended_before(tx, days(numbers.keep_mail_days), BATCH).await?,
            Rule::MailsOut => mail::expire::forget_recipients_before(tx, days(numbers.keep_mail_days), BATCH).await?,
            Rule::MailsIn => inbox::empty_before(tx, days(numbers.keep_inbound_days), BATCH).await?,
            Rule::FileNames => imports::forget_names_before(tx, days(numbers.keep_done_days), BATCH).await?,
            Rule::Tasks => tasks::delete_done_before(tx, days(numbers.keep_done_days), BATCH).await?,
        };
        // A rule with several statements may have touched more than a batch.
        let more = self != Rule::Counters && i64::try_from(rows).is_ok_and(|rows| rows >= BATCH);
        Ok(Done { rows, more })
    }
}

/// Who cannot be erased yet (something still waits for a person) is looked at again every night.
async fn end_of_role(tx: &mut Tx, act: &Act<'_>, l10n: &L10n, before: DateTime<Utc>) -> Result<Done, DbError> {
    let mut rows = 0;
    for person in people::without_role_since(tx, before, CANDIDATES).await? {
        if rows as usize == PEOPLE {
            return Ok(Done { rows, more: true });
        }
        // Asked first: a refusal inside the verb has begun to write.
        if !crate::privacy::blockers(tx, person, act.now).await?.is_empty() {
            continue;
        }
        match erase(tx, act, l10n, person).await {
            Ok(_) => rows += 1,
            Err(EraseError::NotFound | EraseError::Blocked(_)) => {}
            Err(EraseError::Database(error)) => return Err(error),
        }
    }
    Ok(Done { rows, more: false })
}

fn months_before(now: DateTime<Utc>, months: i64) -> DateTime<Utc> {
    let months = Months::new(u32::try_from(months).unwrap_or(0));
    now.checked_sub_months(months).unwrap_or(now)
}
