//! What was just done, said by the next page: its address carries the code, the locale files have the sentence.

use super::{Ctx, address};

/// After something was done that cannot be undone, the next page's address says what; see [`done`].
pub(super) const DONE: &str = "done";
/// After something was saved, the next page's address says so and how to undo it.
pub const UNDO: &str = "undo";
/// After undoing: whether it was possible.
pub const UNDONE: &str = "undone";
const AT_THE_DESK: &str = "receipt-";
const ELSEWHERE: &str = "said-";

macro_rules! receipts {
    ($($name:ident = $key:literal,)+) => {
        /// Each with the key of its sentence. What stands in an address is the key without its first word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Done { $($name),+ }

        impl Done {
            const ALL: &[Self] = &[$(Self::$name),+];

            fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

receipts! {
    // At the desk.
    Saved = "receipt-saved",
    Answered = "receipt-answered",
    Approved = "receipt-approved",
    Asked = "receipt-asked",
    AskedAgain = "receipt-asked_again",
    Assigned = "receipt-assigned",
    Cancelled = "receipt-cancelled",
    Closed = "receipt-closed",
    // In words of its own: desks/coordinator/said.rs.
    Filed = "receipt-filed",
    InstitutionApproved = "receipt-institution_approved",
    InstitutionRefused = "receipt-institution_refused",
    Invited = "receipt-invited",
    Picked = "receipt-picked",
    Refused = "receipt-refused",
    Released = "receipt-released",
    SearchChanged = "receipt-search_changed",
    Stays = "receipt-stays",
    TakenOver = "receipt-taken_over",
    // In words of its own: desks/coordinator/said.rs.
    Unchanged = "receipt-unchanged",
    // Outside it.
    TimesSaved = "said-times",
    NoTimesLeft = "said-times-none",
    AbsenceRemoved = "said-absence-removed",
    LanguageWaits = "said-language-waits",
    LanguageChanged = "said-language-changed",
    LanguageSame = "said-language-same",
    LanguageRemoved = "said-language-removed",
    CalendarMade = "said-calendar-made",
    CalendarRenewed = "said-calendar-renewed",
    CalendarEnded = "said-calendar-ended",
    WishesSaved = "said-wishes",
    ForecastForgotten = "said-forecast",
    Resumed = "said-resumed",
}

impl Done {
    fn code(self) -> &'static str {
        let key = self.key();
        key.split_once('-').map_or(key, |(_, code)| code)
    }
}

/// The way to a page that says what was just done.
pub fn done(path: &str, what: Done) -> String {
    address::with(path, DONE, what.code())
}

/// What the page's address says was done. The desk's words are not said elsewhere, nor the other way round.
pub(super) fn said(ctx: &Ctx, desk: bool) -> Option<String> {
    let place = if desk { AT_THE_DESK } else { ELSEWHERE };
    let code = ctx.query(DONE);
    let all = Done::ALL.iter();
    let here = all.filter(|done| done.key().starts_with(place));
    let said = here.into_iter().find(|done| done.code() == code)?;
    Some(ctx.l.t(said.key()))
}

/// Whether something was just undone, or could not be any more.
pub(super) fn undone(ctx: &Ctx) -> Option<bool> {
    match ctx.query(UNDONE).as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
