//! The "5.1.1" of mail servers (RFC 3463): what went wrong, by number.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    pub class: u16,
    pub subject: u16,
    pub detail: u16,
}

/// How servers that give no telling number say it.
const NOBODY_THERE: [&str; 9] = [
    "user unknown",
    "unknown user",
    "no such user",
    "mailbox unavailable",
    "mailbox not found",
    "does not exist",
    "recipient address rejected",
    "domain not found",
    "host or domain name not found",
];

impl Status {
    /// The first one in a server's answer, such as "550 5.1.1 no such user".
    pub fn find_in(text: &str) -> Option<Self> {
        text.split(|c: char| !c.is_ascii_digit() && c != '.')
            .find_map(Self::read)
    }

    fn read(word: &str) -> Option<Self> {
        let mut parts = word.trim_matches('.').split('.').map(|part| part.parse::<u16>().ok());
        let (class, subject, detail) = (parts.next()??, parts.next()??, parts.next()??);
        let whole = parts.next().is_none() && matches!(class, 2 | 4 | 5) && subject < 1000 && detail < 1000;
        whole.then_some(Self { class, subject, detail })
    }

    /// Nobody gets mail at this address (any more). Not: mailbox full, mail too large, sender unwelcome; the next
    /// mail may arrive then.
    pub fn says_nobody_there(self) -> bool {
        self.class == 5 && matches!((self.subject, self.detail), (1, 1 | 2 | 3 | 4 | 6 | 10) | (2, 1))
    }

    /// The same, where the number alone says little: a bounce's words decide then.
    pub fn says_nobody_there_with(self, words: &str) -> bool {
        let vague = self.class == 5 && matches!((self.subject, self.detail), (0 | 4, _) | (1, 0));
        let words = words.to_lowercase();
        self.says_nobody_there() || (vague && NOBODY_THERE.iter().any(|phrase| words.contains(phrase)))
    }
}
