//! From a row of the outbox to a mail in words, at the moment of its hand-over:
//! what is no longer owed by then is not sent.

use chrono::{DateTime, Utc};

use super::{
    Mail, MailSettings,
    calendar::Invite,
    letter::{Button, Letter},
    letters::{
        assignment, check, doubt, handed_over, institution, joining, offer, picks, promise, proof, qualification,
        registration, request, sign_in, team, volunteer,
    },
    message::{Rendered, one_line},
    outbox::Recipient,
};
use crate::{
    database::{DbError, Tx},
    keys::Keys,
    l10n::{L10n, Locale},
    q, row,
    settings::Rules,
};

/// Where a mail is written: what it needs beside the database.
pub struct Desk<'a> {
    pub l10n: &'a L10n,
    pub keys: &'a Keys,
    pub settings: &'a MailSettings,
    pub rules: &'a Rules,
    pub now: DateTime<Utc>,
    /// Only to look at: that it went out already, or is answered, does not matter.
    pub only_to_look: bool,
}

/// Who reads it.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Empty when several people share the address.
    pub name: String,
    pub address: String,
    pub locale: Locale,
}

/// A letter that is owed, or why it no longer is.
pub enum Draft {
    Owed {
        letter: Box<Letter>,
        invites: Vec<Invite>,
    },
    NoLongerOwed(&'static str),
    /// What it has to say is not known for another moment.
    NotYet,
}

#[derive(Debug)]
pub enum Outcome {
    Ready(Rendered),
    NoLongerOwed(&'static str),
    NotYet,
    /// The person has no address, or only ones that bounced.
    Unreachable,
}

#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Template(#[from] askama::Error),
}

impl Reader {
    pub fn greeting(&self) -> String {
        if self.name.is_empty() {
            self.locale.t("mail-greeting-nobody")
        } else {
            self.locale
                .with("mail-greeting", &[("name", self.name.as_str().into())])
        }
    }
}

impl Draft {
    pub(super) fn owed(letter: Letter) -> Self {
        Draft::Owed {
            letter: Box::new(letter),
            invites: Vec::new(),
        }
    }

    pub(super) fn with_invite(mut self, invite: Invite) -> Self {
        if let Draft::Owed { invites, .. } = &mut self {
            invites.push(invite);
        }
        self
    }
}

/// Reads only.
pub async fn render(tx: &mut Tx, desk: &Desk<'_>, to: Recipient, mail: &Mail) -> Result<Outcome, RenderError> {
    let Some(reader) = reader(tx, desk, to).await? else {
        return Ok(Outcome::Unreachable);
    };
    let (mut letter, invites) = match draft(tx, desk, &reader, mail).await? {
        Draft::Owed { letter, invites } => (letter, invites),
        Draft::NoLongerOwed(reason) => return Ok(Outcome::NoLongerOwed(reason)),
        Draft::NotYet => return Ok(Outcome::NotYet),
    };
    let l = &reader.locale;
    letter.own_page = mail.is_to_volunteer().then(|| Button {
        label: l.t("mail-footer-own-page"),
        url: desk.settings.url("/me"),
    });
    Ok(Outcome::Ready(Rendered {
        locale: l.code().to_owned(),
        subject: one_line(&letter.subject),
        text: letter.text(l, desk.rules),
        html: letter.html(l, desk.rules)?,
        invites,
        list_unsubscribe: letter.pause.map(|pause| pause.url),
        to_name: reader.name,
        to_address: reader.address,
    }))
}

pub(super) async fn draft(tx: &mut Tx, desk: &Desk<'_>, reader: &Reader, mail: &Mail) -> Result<Draft, DbError> {
    match *mail {
        Mail::SignIn { sign_in } => sign_in::letter(tx, desk, reader, sign_in).await,
        Mail::RequestReceived { request } => request::received(tx, desk, reader, request).await,
        Mail::Offer { offer } => offer::offer(tx, desk, reader, offer).await,
        Mail::OfferDeclined { offer } => offer::declined(tx, desk, reader, offer).await,
        Mail::OfferCancelled { offer } => offer::cancelled(tx, desk, reader, offer).await,
        Mail::OfferWilling { offer } => picks::willing(tx, desk, reader, offer).await,
        Mail::HoldEnded { offer, why } => picks::ended(tx, desk, reader, offer, why).await,
        Mail::AssignmentConfirmed { assignment } => assignment::confirmed(tx, desk, reader, assignment).await,
        Mail::ContactChanged { assignment } => handed_over::contact_changed(tx, desk, reader, assignment).await,
        Mail::DetailsChanged {
            assignment,
            meeting_point,
            remarks,
        } => assignment::details_changed(tx, desk, reader, assignment, (meeting_point, remarks)).await,
        Mail::HandedOver { ref requests } => handed_over::handed_over(tx, desk, reader, requests).await,
        Mail::RequestConfirmed { assignment } => assignment::request_confirmed(tx, desk, reader, assignment).await,
        Mail::JoiningMissing { request } => joining::missing(tx, desk, reader, request).await,
        Mail::MayNotCome { assignment } => doubt::may_not_come(tx, desk, reader, assignment).await,
        Mail::ComesAfterAll { assignment, volunteer } => {
            doubt::comes_after_all(tx, desk, reader, assignment, volunteer).await
        }
        Mail::AssignmentGivenBack { assignment } => assignment::given_back(tx, desk, reader, assignment).await,
        Mail::SearchRestarted { assignment } => assignment::restarted(tx, desk, reader, assignment).await,
        Mail::AssignmentCancelled { assignment } => assignment::cancelled(tx, desk, reader, assignment).await,
        Mail::RequestCancelled { request } => request::cancelled(tx, desk, reader, request).await,
        Mail::NobodyFound { request } => request::nobody_found(tx, desk, reader, request).await,
        Mail::StillSearching { request } => promise::still_searching(tx, desk, reader, request).await,
        Mail::SearchChanged {
            request,
            mode,
            gender,
            language,
            dates,
        } => {
            let what = request::Changed {
                mode,
                gender,
                language,
                dates,
            };
            request::changed(tx, desk, reader, request, &what).await
        }
        Mail::CheckApproved { request } => check::approved(tx, desk, reader, request).await,
        Mail::CheckRefused { request } => check::refused(tx, desk, reader, request).await,
        Mail::CheckQuestion { request, question } => check::question(tx, desk, reader, request, question).await,
        Mail::RequestClosed { request } => request::closed(tx, desk, reader, request).await,
        Mail::ProofAsked { assignment } => proof::asked(tx, desk, reader, assignment).await,
        Mail::ProofReminder { assignment } => proof::reminder(tx, desk, reader, assignment).await,
        Mail::ProofToConfirm { assignment } => proof::to_confirm(tx, desk, reader, assignment).await,
        Mail::ProofConfirmReminder { assignment } => proof::confirm_reminder(tx, desk, reader, assignment).await,
        Mail::ProofDisputed { assignment, volunteer } => proof::disputed(tx, desk, reader, assignment, volunteer).await,
        Mail::ProofDecided { assignment, volunteer } => proof::decided(tx, desk, reader, assignment, volunteer).await,
        Mail::Paused { volunteer } => volunteer::paused(tx, desk, reader, volunteer).await,
        Mail::WishesChanged { volunteer } => volunteer::wishes_changed(tx, desk, reader, volunteer).await,
        Mail::VolunteerLeft { volunteer } => volunteer::left(tx, desk, reader, volunteer).await,
        Mail::VolunteerInvited { volunteer } => volunteer::invited(tx, desk, reader, volunteer).await,
        Mail::QualificationRunsOut { qualification: id } => qualification::runs_out(tx, desk, reader, id).await,
        Mail::InstitutionApproved { institution } => institution::approved(tx, desk, reader, institution).await,
        Mail::CoordinatorInvited { person } => team::invited(tx, desk, reader, person).await,
        Mail::RecoveryCodeUsed { person } => team::recovery_code_used(tx, desk, reader, person).await,
        Mail::SecondFactorReset { person } => team::second_factor_reset(tx, desk, reader, person).await,
        Mail::RegistrationReceived { institution } => registration::received(tx, desk, reader, institution).await,
        Mail::RegistrationRefused { institution } => registration::refused(tx, desk, reader, institution).await,
        Mail::ContactInvited { institution, by } => institution::invited(tx, desk, reader, institution, by).await,
    }
}

row! {
    struct ReaderRow {
        name: String,
        locale: String,
        email: String,
    }
}

pub(super) async fn reader(tx: &mut Tx, desk: &Desk<'_>, to: Recipient) -> Result<Option<Reader>, DbError> {
    let rows = match to {
        Recipient::Person(person) => {
            q!(
                "SELECT p.name, p.locale, a.email FROM person p JOIN person_address pa ON pa.person_id = p.id
                 JOIN address a ON a.id = pa.address_id WHERE p.id = $1 AND a.bounced_at IS NULL
                 ORDER BY pa.position LIMIT 1",
                person
            )
            .all::<ReaderRow>(tx)
            .await?
        }
        // A sign-in goes to the address itself, bounced before or not: it may work again.
        Recipient::Address(address) => {
            q!(
                "SELECT p.name, p.locale, a.email FROM address a JOIN person_address pa ON pa.address_id = a.id
                 JOIN person p ON p.id = pa.person_id WHERE a.id = $1 ORDER BY p.created_at, p.id",
                address
            )
            .all::<ReaderRow>(tx)
            .await?
        }
    };
    let alone = rows.len() == 1;
    Ok(rows.into_iter().next().map(|row| Reader {
        name: if alone { one_line(&row.name) } else { String::new() },
        address: row.email,
        locale: desk.l10n.locale(&row.locale),
    }))
}
