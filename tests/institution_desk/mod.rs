//! The institution's desk: its requests as list and calendar, once more, moved, handed over, and for several institutions.

mod again;
mod colleagues;
mod details;
mod handing_over;
mod joining;
mod looking;
mod moving;
mod several;
mod tentative;
mod truths;
mod waiting;
mod way_back;
mod wished;

use sprachpool::{
    act::Actor,
    institutions::{ContactId, InstitutionId, NewContact, add_contact},
};

use crate::support::site::Site;

pub const KERN: &str = "eva.kern@sonnenblume.example";

/// One more person who asks for an institution.
pub async fn colleague(site: &Site, institution: InstitutionId, name: &str, email: &str) -> ContactId {
    let mut tx = site.app.db.begin().await.expect("it begins");
    let new = NewContact {
        name: name.parse().expect("a name"),
        email: email.parse().expect("an address"),
        phone: Some("0251 555 0199".to_owned()),
        locale: "de".to_owned(),
    };
    let contact = add_contact(&mut tx, &site.app.act(Actor::Command), institution, &new).await;
    site.app.commit(tx).await.expect("it commits");
    contact.expect("a contact")
}
