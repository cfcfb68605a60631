//! To the contact: nobody was found by the promised time, and the search goes on.

use super::{facts, parts};
use crate::{
    database::{DbError, Tx},
    mail::{
        letter::Row,
        render::{Desk, Draft, Reader},
    },
    requests::RequestId,
};

/// Below the first of these it is "some": an exact number could reveal one person's free hours.
const AT_LEAST: [i64; 4] = [20, 15, 10, 5];

pub async fn still_searching(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, id: RequestId) -> Result<Draft, DbError> {
    let request = facts::request(tx, id).await?;
    if request.cancelled_at.is_some() {
        return Ok(Draft::NoLongerOwed("request_cancelled"));
    }
    let search = facts::search(tx, id).await?;
    let Some(search) = search.filter(|search| search.ended_at.is_none() && desk.now < search.deadline) else {
        return Ok(Draft::NoLongerOwed("search_ended"));
    };
    let slots = facts::slots(tx, id).await?;
    let l = &reader.locale;
    let zone = facts::zone_of(&slots, desk.rules);
    let bubble = parts::bubble_with_reference(desk, reader, &request, &slots);
    let mut letter = parts::about(desk, reader, "still", &request, &slots, bubble);
    let (coming, places) = (facts::coming(tx, id).await?, facts::places(tx, id).await?);
    letter.lead.push(if coming > 0 {
        l.with(
            "mail-still-some-come",
            &[("coming", coming.into()), ("places", places.into())],
        )
    } else {
        l.t("mail-still-lead")
    });
    let asked = facts::asked(tx, id).await?;
    letter
        .lead
        .push(match AT_LEAST.into_iter().find(|number| *number <= asked) {
            Some(number) => l.with("mail-still-asked", &[("count", number.into())]),
            None if asked > 0 => l.t("mail-still-asked-some"),
            None => l.t("mail-still-asked-nobody"),
        });
    letter.by = Some(l.with("mail-still-by", &[("when", l.moment(search.deadline, zone).into())]));
    let pool = desk.rules.pool();
    letter.details = vec![Row::phone(l.t("mail-still-phone"), &pool.desk_phone)];
    letter.button = Some(parts::request_button(desk, l, &request));
    letter.after = vec![
        l.t("mail-still-help"),
        l.t("mail-still-call"),
        l.with("mail-still-end", &[("desk", pool.desk_person.as_str().into())]),
    ];
    Ok(Draft::owed(letter))
}
