//! Whom and what a mail is about.

use super::Mail;
use crate::{
    database::{DbError, Tx},
    q,
    requests::RequestId,
    tasks,
    volunteers::VolunteerId,
};

/// The request and the volunteer that a mail is about.
pub async fn concerned(tx: &mut Tx, mail: &Mail) -> Result<tasks::About, DbError> {
    let both = match mail {
        Mail::Offer { offer }
        | Mail::OfferDeclined { offer }
        | Mail::OfferCancelled { offer }
        | Mail::OfferWilling { offer }
        | Mail::HoldEnded { offer, .. } => {
            q!("SELECT request_id, volunteer_id FROM offer WHERE id = $1", *offer)
                .optional::<(RequestId, VolunteerId)>(tx)
                .await?
        }
        Mail::AssignmentConfirmed { assignment }
        | Mail::ContactChanged { assignment }
        | Mail::DetailsChanged { assignment, .. }
        | Mail::RequestConfirmed { assignment }
        | Mail::MayNotCome { assignment }
        | Mail::ComesAfterAll { assignment, .. }
        | Mail::AssignmentGivenBack { assignment }
        | Mail::SearchRestarted { assignment }
        | Mail::AssignmentCancelled { assignment }
        | Mail::ProofAsked { assignment }
        | Mail::ProofReminder { assignment }
        | Mail::ProofToConfirm { assignment }
        | Mail::ProofConfirmReminder { assignment }
        | Mail::ProofDisputed { assignment, .. }
        | Mail::ProofDecided { assignment, .. } => {
            q!(
                "SELECT request_id, volunteer_id FROM assignment WHERE id = $1",
                *assignment
            )
            .optional::<(RequestId, VolunteerId)>(tx)
            .await?
        }
        // The first one stands for all: they are of one contact.
        Mail::HandedOver { requests } => {
            return Ok(tasks::About {
                request: requests.first().copied(),
                ..Default::default()
            });
        }
        Mail::RequestReceived { request }
        | Mail::RequestCancelled { request }
        | Mail::JoiningMissing { request }
        | Mail::NobodyFound { request }
        | Mail::StillSearching { request }
        | Mail::SearchChanged { request, .. }
        | Mail::CheckApproved { request }
        | Mail::CheckRefused { request }
        | Mail::CheckQuestion { request, .. }
        | Mail::RequestClosed { request } => return Ok(tasks::About::request(*request)),
        Mail::Paused { volunteer }
        | Mail::WishesChanged { volunteer }
        | Mail::VolunteerLeft { volunteer }
        | Mail::VolunteerInvited { volunteer } => {
            return Ok(tasks::About {
                volunteer: Some(*volunteer),
                ..Default::default()
            });
        }
        Mail::QualificationRunsOut { qualification } => {
            let row = q!("SELECT volunteer_id FROM qualification WHERE id = $1", *qualification)
                .optional::<(VolunteerId,)>(tx)
                .await?;
            return Ok(tasks::About {
                volunteer: row.map(|(volunteer,)| volunteer),
                ..Default::default()
            });
        }
        Mail::InstitutionApproved { institution }
        | Mail::RegistrationReceived { institution }
        | Mail::RegistrationRefused { institution }
        | Mail::ContactInvited { institution, .. } => {
            return Ok(tasks::About {
                institution: Some(*institution),
                ..Default::default()
            });
        }
        Mail::SignIn { .. }
        | Mail::CoordinatorInvited { .. }
        | Mail::RecoveryCodeUsed { .. }
        | Mail::SecondFactorReset { .. } => None,
    };
    Ok(tasks::About {
        request: both.map(|(request, _)| request),
        volunteer: both.map(|(_, volunteer)| volunteer),
        ..Default::default()
    })
}
