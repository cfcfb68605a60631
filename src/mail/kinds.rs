//! Every mail there is. The outbox stores one of these with its recipient, never a rendered mail.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    institutions::InstitutionId,
    people::PersonId,
    qualifications::QualificationId,
    requests::{AssignmentId, OfferId, RequestId},
    volunteers::VolunteerId,
};

/// Kind and parameters: ids only, so that the outbox holds nothing personal beside the recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Mail {
    /// Link and six-digit code.
    SignIn { sign_in: Uuid },
    /// To the contact: receipt of a request.
    RequestReceived { request: RequestId },
    /// To a volunteer: can you come? Never street, contact or remarks.
    Offer { offer: OfferId },
    /// To a volunteer: receipt of a "no", with a way to take it back.
    OfferDeclined { offer: OfferId },
    /// To a volunteer who had been asked: the request was cancelled, nothing to do.
    OfferCancelled { offer: OfferId },
    /// To a volunteer who said yes where a coordinator picks: thanks, you hear by then.
    OfferWilling { offer: OfferId },
    /// To the same: it came to nothing, the time is free again.
    HoldEnded { offer: OfferId, why: Freed },
    /// To the volunteer who accepted: everything needed, calendar REQUEST, link to give back.
    AssignmentConfirmed { assignment: AssignmentId },
    /// To the volunteer who comes: somebody else of the institution is the person to call now.
    ContactChanged { assignment: AssignmentId },
    /// To the volunteer who comes: the meeting point or the hint is another one, calendar REQUEST with the next number.
    DetailsChanged { assignment: AssignmentId },
    /// To a contact: a colleague's requests are theirs now, calendar REQUEST for each that somebody comes to.
    HandedOver { requests: Vec<RequestId> },
    /// To the contact: somebody comes, calendar REQUEST.
    RequestConfirmed { assignment: AssignmentId },
    /// To the volunteer who gave back: receipt, calendar CANCEL.
    AssignmentGivenBack { assignment: AssignmentId },
    /// To the contact: the volunteer dropped out, the search restarts under the same reference, calendar CANCEL.
    SearchRestarted { assignment: AssignmentId },
    /// To the volunteer of a cancelled request: calendar CANCEL.
    AssignmentCancelled { assignment: AssignmentId },
    /// To the contact: receipt of a cancellation, calendar CANCEL for each assignment there was.
    RequestCancelled { request: RequestId },
    /// To the contact: nobody found in time, said honestly.
    NobodyFound { request: RequestId },
    /// To the contact: the promised time is over, nobody was found yet, the search goes on.
    StillSearching { request: RequestId },
    /// To the contact: a coordinator changed the search, and it goes on. What was changed.
    SearchChanged {
        request: RequestId,
        mode: bool,
        gender: bool,
        language: bool,
        dates: bool,
    },
    /// To the contact: a coordinator has looked at it, the search begins.
    CheckApproved { request: RequestId },
    /// To the contact: the pool does not help with this; why, and where to go.
    CheckRefused { request: RequestId },
    /// To the contact: a coordinator wants to know more before deciding.
    CheckQuestion { request: RequestId, question: Uuid },
    /// To the contact: a coordinator has closed the request as unfilled.
    RequestClosed { request: RequestId },
    /// To the volunteer whose appointment is over: how was it?
    ProofAsked { assignment: AssignmentId },
    /// To the volunteer who has not said it; twice at most.
    ProofReminder { assignment: AssignmentId },
    /// To the contact: what the volunteer says. Is that right?
    ProofToConfirm { assignment: AssignmentId },
    /// To the contact who has not answered that; twice at most.
    ProofConfirmReminder { assignment: AssignmentId },
    /// To each side: the other one says something else, a person will look.
    ProofDisputed { assignment: AssignmentId, volunteer: bool },
    /// To each side: what counts, as a coordinator decided.
    ProofDecided { assignment: AssignmentId, volunteer: bool },
    /// To a volunteer: paused by one click, with undo.
    Paused { volunteer: VolunteerId },
    /// To a volunteer: what they want to be asked, as it was changed by a link, with a way to take it back.
    WishesChanged { volunteer: VolunteerId },
    /// To a volunteer who has left: thanks, what is kept and how long, how to come back.
    VolunteerLeft { volunteer: VolunteerId },
    /// To a new volunteer: welcome, what happens, where to sign in, and how to pause.
    VolunteerInvited { volunteer: VolunteerId },
    /// To a volunteer: something shown ends in four weeks; what to do.
    QualificationRunsOut { qualification: QualificationId },
    /// To a contact: the institution may file requests now.
    InstitutionApproved { institution: InstitutionId },
    /// To somebody new in the team: where to sign in.
    CoordinatorInvited { person: PersonId },
    /// To a coordinator: a recovery code was used, hopefully by them.
    RecoveryCodeUsed { person: PersonId },
    /// To a coordinator: the second factor is gone, set it up anew.
    SecondFactorReset { person: PersonId },
    /// To a contact whose institution registered itself: we check, you hear by then.
    RegistrationReceived { institution: InstitutionId },
    /// To the same: no, and why.
    RegistrationRefused { institution: InstitutionId },
    /// To a contact whom a coordinator added: what this is, and how to begin.
    ContactInvited { institution: InstitutionId },
}

impl Mail {
    /// To somebody who has a page of their own: each names it.
    pub fn is_to_volunteer(&self) -> bool {
        match self {
            Mail::Offer { .. }
            | Mail::OfferDeclined { .. }
            | Mail::OfferCancelled { .. }
            | Mail::OfferWilling { .. }
            | Mail::HoldEnded { .. }
            | Mail::AssignmentConfirmed { .. }
            | Mail::ContactChanged { .. }
            | Mail::DetailsChanged { .. }
            | Mail::AssignmentGivenBack { .. }
            | Mail::AssignmentCancelled { .. }
            | Mail::ProofAsked { .. }
            | Mail::ProofReminder { .. }
            | Mail::Paused { .. }
            | Mail::WishesChanged { .. }
            | Mail::VolunteerInvited { .. }
            | Mail::QualificationRunsOut { .. } => true,
            Mail::ProofDisputed { volunteer, .. } | Mail::ProofDecided { volunteer, .. } => *volunteer,
            _ => false,
        }
    }

    /// The name in the outbox's `kind` column.
    pub fn kind(&self) -> &'static str {
        match self {
            Mail::SignIn { .. } => "sign_in",
            Mail::RequestReceived { .. } => "request_received",
            Mail::Offer { .. } => "offer",
            Mail::OfferDeclined { .. } => "offer_declined",
            Mail::OfferCancelled { .. } => "offer_cancelled",
            Mail::OfferWilling { .. } => "offer_willing",
            Mail::HoldEnded { .. } => "hold_ended",
            Mail::AssignmentConfirmed { .. } => "assignment_confirmed",
            Mail::ContactChanged { .. } => "contact_changed",
            Mail::DetailsChanged { .. } => "details_changed",
            Mail::HandedOver { .. } => "handed_over",
            Mail::RequestConfirmed { .. } => "request_confirmed",
            Mail::AssignmentGivenBack { .. } => "assignment_given_back",
            Mail::SearchRestarted { .. } => "search_restarted",
            Mail::AssignmentCancelled { .. } => "assignment_cancelled",
            Mail::RequestCancelled { .. } => "request_cancelled",
            Mail::NobodyFound { .. } => "nobody_found",
            Mail::StillSearching { .. } => "still_searching",
            Mail::SearchChanged { .. } => "search_changed",
            Mail::CheckApproved { .. } => "check_approved",
            Mail::CheckRefused { .. } => "check_refused",
            Mail::CheckQuestion { .. } => "check_question",
            Mail::RequestClosed { .. } => "request_closed",
            Mail::ProofAsked { .. } => "proof_asked",
            Mail::ProofReminder { .. } => "proof_reminder",
            Mail::ProofToConfirm { .. } => "proof_to_confirm",
            Mail::ProofConfirmReminder { .. } => "proof_confirm_reminder",
            Mail::ProofDisputed { .. } => "proof_disputed",
            Mail::ProofDecided { .. } => "proof_decided",
            Mail::Paused { .. } => "paused",
            Mail::WishesChanged { .. } => "wishes_changed",
            Mail::VolunteerLeft { .. } => "volunteer_left",
            Mail::VolunteerInvited { .. } => "volunteer_invited",
            Mail::QualificationRunsOut { .. } => "qualification_runs_out",
            Mail::InstitutionApproved { .. } => "institution_approved",
            Mail::CoordinatorInvited { .. } => "coordinator_invited",
            Mail::RecoveryCodeUsed { .. } => "recovery_code_used",
            Mail::SecondFactorReset { .. } => "second_factor_reset",
            Mail::RegistrationReceived { .. } => "registration_received",
            Mail::RegistrationRefused { .. } => "registration_refused",
            Mail::ContactInvited { .. } => "contact_invited",
        }
    }
}

/// Why a yes came to nothing, as far as its volunteer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Freed {
    /// Somebody else comes.
    Filled,
    /// The search was changed and begins anew.
    Changed,
    /// Whatever else: nobody is looked for any more, or not this volunteer.
    Ended,
}

impl Freed {
    pub const ALL: [Self; 3] = [Self::Filled, Self::Changed, Self::Ended];

    /// Stable: kept in the outbox, and the key of the words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Filled => "filled",
            Self::Changed => "changed",
            Self::Ended => "ended",
        }
    }
}
