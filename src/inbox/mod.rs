//! Mails that come to the pool: bounces and replies.
