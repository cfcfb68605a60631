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
    DetailsChanged {
        assignment: AssignmentId,
        /// What of the two; rows from before this was kept say neither.
        #[serde(default)]
        meeting_point: bool,
        #[serde(default)]
        remarks: bool,
    },
    /// To a contact: a colleague's requests are theirs now, calendar REQUEST for each that somebody comes to.
    HandedOver { requests: Vec<RequestId> },
    /// To the contact: somebody comes, calendar REQUEST.
    RequestConfirmed { assignment: AssignmentId },
    /// To the contact, the day before a video: how does one join it?
    JoiningMissing { request: RequestId },
    /// To the contact: in the last hours the volunteer says that they cannot come; plan without.
    MayNotCome { assignment: AssignmentId },
    /// To each side: they come after all, a person has spoken with them.
    ComesAfterAll { assignment: AssignmentId, volunteer: bool },
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
    /// To a new contact, whom a colleague or a coordinator added: what this is, and how to begin.
    ContactInvited {
        institution: InstitutionId,
        /// Whoever entered them.
        #[serde(default)]
        by: Option<PersonId>,
    },
}

/// Who reads a kind of mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBy {
    /// Somebody who has a page of their own: each of these mails names it.
    Volunteer,
    /// Nobody's page is left.
    FormerVolunteer,
    Contact,
    Coordinator,
    /// Whoever signs in.
    Anybody,
}

impl Mail {
    pub fn is_to_volunteer(&self) -> bool {
        self.listed().1 == ReadBy::Volunteer
    }

    /// The name in the outbox's `kind` column.
    pub fn kind(&self) -> &'static str {
        self.listed().0
    }

    /// The table of kinds: a new one finds its name and its reader here, or does not compile.
    fn listed(&self) -> (&'static str, ReadBy) {
        let side = |volunteer: bool| {
            if volunteer { ReadBy::Volunteer } else { ReadBy::Contact }
        };
        match self {
            Mail::SignIn { .. } => ("sign_in", ReadBy::Anybody),
            Mail::RequestReceived { .. } => ("request_received", ReadBy::Contact),
            Mail::Offer { .. } => ("offer", ReadBy::Volunteer),
            Mail::OfferDeclined { .. } => ("offer_declined", ReadBy::Volunteer),
            Mail::OfferCancelled { .. } => ("offer_cancelled", ReadBy::Volunteer),
            Mail::OfferWilling { .. } => ("offer_willing", ReadBy::Volunteer),
            Mail::HoldEnded { .. } => ("hold_ended", ReadBy::Volunteer),
            Mail::AssignmentConfirmed { .. } => ("assignment_confirmed", ReadBy::Volunteer),
            Mail::ContactChanged { .. } => ("contact_changed", ReadBy::Volunteer),
            Mail::DetailsChanged { .. } => ("details_changed", ReadBy::Volunteer),
            Mail::HandedOver { .. } => ("handed_over", ReadBy::Contact),
            Mail::RequestConfirmed { .. } => ("request_confirmed", ReadBy::Contact),
            Mail::JoiningMissing { .. } => ("joining_missing", ReadBy::Contact),
            Mail::MayNotCome { .. } => ("may_not_come", ReadBy::Contact),
            Mail::ComesAfterAll { volunteer, .. } => ("comes_after_all", side(*volunteer)),
            Mail::AssignmentGivenBack { .. } => ("assignment_given_back", ReadBy::Volunteer),
            Mail::SearchRestarted { .. } => ("search_restarted", ReadBy::Contact),
            Mail::AssignmentCancelled { .. } => ("assignment_cancelled", ReadBy::Volunteer),
            Mail::RequestCancelled { .. } => ("request_cancelled", ReadBy::Contact),
            Mail::NobodyFound { .. } => ("nobody_found", ReadBy::Contact),
            Mail::StillSearching { .. } => ("still_searching", ReadBy::Contact),
            Mail::SearchChanged { .. } => ("search_changed", ReadBy::Contact),
            Mail::CheckApproved { .. } => ("check_approved", ReadBy::Contact),
            Mail::CheckRefused { .. } => ("check_refused", ReadBy::Contact),
            Mail::CheckQuestion { .. } => ("check_question", ReadBy::Contact),
            Mail::RequestClosed { .. } => ("request_closed", ReadBy::Contact),
            Mail::ProofAsked { .. } => ("proof_asked", ReadBy::Volunteer),
            Mail::ProofReminder { .. } => ("proof_reminder", ReadBy::Volunteer),
            Mail::ProofToConfirm { .. } => ("proof_to_confirm", ReadBy::Contact),
            Mail::ProofConfirmReminder { .. } => ("proof_confirm_reminder", ReadBy::Contact),
            Mail::ProofDisputed { volunteer, .. } => ("proof_disputed", side(*volunteer)),
            Mail::ProofDecided { volunteer, .. } => ("proof_decided", side(*volunteer)),
            Mail::Paused { .. } => ("paused", ReadBy::Volunteer),
            Mail::WishesChanged { .. } => ("wishes_changed", ReadBy::Volunteer),
            Mail::VolunteerLeft { .. } => ("volunteer_left", ReadBy::FormerVolunteer),
            Mail::VolunteerInvited { .. } => ("volunteer_invited", ReadBy::Volunteer),
            Mail::QualificationRunsOut { .. } => ("qualification_runs_out", ReadBy::Volunteer),
            Mail::InstitutionApproved { .. } => ("institution_approved", ReadBy::Contact),
            Mail::CoordinatorInvited { .. } => ("coordinator_invited", ReadBy::Coordinator),
            Mail::RecoveryCodeUsed { .. } => ("recovery_code_used", ReadBy::Coordinator),
            Mail::SecondFactorReset { .. } => ("second_factor_reset", ReadBy::Coordinator),
            Mail::RegistrationReceived { .. } => ("registration_received", ReadBy::Contact),
            Mail::RegistrationRefused { .. } => ("registration_refused", ReadBy::Contact),
            Mail::ContactInvited { .. } => ("contact_invited", ReadBy::Contact),
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
