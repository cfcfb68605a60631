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
    most: usize,
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
    pub html: String,
    /// The invitations, one calendar file after the other.
    pub calendar: Option<Box<str>>,
}

impl Memory {
    /// Keeps the newest `most` mails.
    pub fn keeping(most: usize) -> Self {
        Self(Arc::new(Inner {
            most,
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
        while mails.len() >= self.0.most.max(1) {
            mails.pop_front();
        }
        mails.push_back(Arc::new(mail));
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
