//! A date that may be a slip of the pen: a public holiday.

use crate::{requests::NewSlot, web::Ctx};

/// One calm question for each date on a holiday. Days on which the pool is closed are refused before.
pub fn doubts(ctx: &Ctx, slots: &[NewSlot]) -> Vec<String> {
    let l = &ctx.l;
    let mut said = Vec::new();
    for slot in slots {
        let Some(holiday) = ctx.rules.holiday(slot.date) else {
            continue;
        };
        let day = ("day", l.day_and_month(slot.date).into());
        let doubt = match holiday.name.get(l.code()) {
            Some(name) => l.with("check-holiday", &[day, ("name", name.into())]),
            None => l.with("check-holiday-unnamed", &[day]),
        };
        if !said.contains(&doubt) {
            said.push(doubt);
        }
    }
    said
}
