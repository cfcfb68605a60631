//! Who belongs to an institution, and whom it does not want again.

use chrono::{DateTime, Utc};

use crate::{
    database::{DbError, Tx},
    institutions::{self, InstitutionId, store::Contact},
    people, q, row,
    volunteers::VolunteerId,
    wall,
    web::Ctx,
};

pub struct ContactView {
    pub id: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub language: String,
}

/// Who may ask; and the names of those who may not any more.
pub async fn contacts(
    ctx: &Ctx,
    tx: &mut Tx,
    institution: InstitutionId,
) -> Result<(Vec<ContactView>, Vec<String>), DbError> {
    let mut active = Vec::new();
    for contact in institutions::store::contacts_of(tx, institution).await? {
        active.push(view(ctx, tx, contact).await?);
    }
    let former = institutions::store::former_contacts_of(tx, institution).await?;
    Ok((active, former.into_iter().map(|contact| contact.name).collect()))
}

async fn view(ctx: &Ctx, tx: &mut Tx, contact: Contact) -> Result<ContactView, DbError> {
    let email = people::store::mail_address(tx, contact.person_id).await?;
    Ok(ContactView {
        id: contact.id.to_string(),
        name: contact.name,
        email: email.unwrap_or_else(|| ctx.l.t("institution-contact-no-address")),
        phone: contact.phone.unwrap_or_default(),
        language: ctx.app.l10n.locale(&contact.locale).t("locale-name"),
    })
}

row! {
    struct BanRow {
        volunteer_id: VolunteerId,
        name: String,
        note: String,
        created_at: DateTime<Utc>,
    }
}

pub struct BanView {
    pub href: String,
    pub name: String,
    pub note: String,
    pub since: String,
}

/// Bans in force, for coordinators only: the note is confidential.
pub async fn bans(ctx: &Ctx, tx: &mut Tx, institution: InstitutionId) -> Result<Vec<BanView>, DbError> {
    let rows = q!(
        "SELECT b.volunteer_id, p.name, b.note, b.created_at FROM ban b JOIN volunteer v ON v.id = b.volunteer_id
         JOIN person p ON p.id = v.person_id
         WHERE b.institution_id = $1 AND b.lifted_at IS NULL ORDER BY p.name_sort, b.id",
        institution
    )
    .all::<BanRow>(tx)
    .await?;
    let view = |row: BanRow| {
        let day = wall::day_of(ctx.rules.zone(), row.created_at);
        BanView {
            href: format!("/desk/volunteers/{}", row.volunteer_id),
            name: row.name,
            note: row.note,
            since: ctx
                .l
                .with("institution-ban-since", &[("date", ctx.l.date_numeric(day).into())]),
        }
    };
    Ok(rows.into_iter().map(view).collect())
}
