//! A mailbox in memory. Only the demo and tests have one: everywhere else no mail is kept.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::message::Outgoing;

#[derive(Clone, Debug)]
pub struct Memory(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// So many of the newest are kept whole; older ones lose their HTML part, which is the heavy one.
    whole: usize,
    mails: Mutex<VecDeque<Arc<KeptMail>>>,
}

#[derive(Debug)]
pub struct KeptMail {
    pub id: Uuid,
    pub kind: &'static str,
    pub at: DateTime<Utc>,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    /// Empty once it is not kept any more.
    pub html: String,
    /// The invitations, one calendar file after the other.
    pub calendar: Option<Box<str>>,
}

impl KeptMail {
    fn without_html(&self) -> Self {
        Self {
            html: String::new(),
            calendar: self.calendar.clone(),
            to_name: self.to_name.clone(),
            to_address: self.to_address.clone(),
            subject: self.subject.clone(),
            text: self.text.clone(),
            ..*self
        }
    }
}

impl Memory {
    /// Keeps every mail, the newest `whole` with their HTML part.
    pub fn keeping(whole: usize) -> Self {
        Self(Arc::new(Inner {
            whole,
            mails: Mutex::default(),
        }))
    }

    pub(super) fn keep(&self, Outgoing { id, kind, at, mail }: Outgoing) {
        let calendar = (!mail.invites.is_empty()).then(|| {
            mail.invites
                .iter()
                .map(|invite| invite.ics.as_str())
                .collect::<String>()
                .into_boxed_str()
        });
        let mail = KeptMail {
            id,
            kind,
            at,
            to_name: mail.to_name,
            to_address: mail.to_address,
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            calendar,
        };
        let mut mails = self.mails();
        mails.push_back(Arc::new(mail));
        // One comes, one ages.
        if let Some(aged) = mails.len().checked_sub(self.0.whole + 1)
            && let Some(mail) = mails.get_mut(aged)
        {
            *mail = Arc::new(mail.without_html());
        }
    }

    /// The newest first.
    pub fn all(&self) -> Vec<Arc<KeptMail>> {
        self.mails().iter().rev().cloned().collect()
    }

    /// The newest first.
    pub fn to(&self, address: &str) -> Vec<Arc<KeptMail>> {
        self.mails()
            .iter()
            .rev()
            .filter(|mail| mail.to_address == address)
            .cloned()
            .collect()
    }

    pub fn find(&self, id: Uuid) -> Option<Arc<KeptMail>> {
        self.mails().iter().find(|mail| mail.id == id).cloned()
    }

    pub fn clear(&self) {
        self.mails().clear();
    }

    fn mails(&self) -> MutexGuard<'_, VecDeque<Arc<KeptMail>>> {
        self.0.mails.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
