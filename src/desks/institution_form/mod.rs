//! The forms about an institution, its site and its contact, as a coordinator and a newcomer fill them in:
//! what there is to choose, and what was typed, read and checked.

mod choices;

pub use choices::{Choice, Choices};

use uuid::Uuid;

use crate::{
    institutions::{Details, NewContact, NewInstitution, NewSite, Registration, State},
    people::{EmailAddress, Name, TextError},
    web::{
        Ctx, Fields, Problems,
        forms::{TextProblem, check_line},
    },
};

/// No line is longer than a name may be.
const LINE: usize = 200;
const PHONE: usize = 50;

/// A form as it was typed, and what is wrong with it so far. Each part reads all its fields before it gives up,
/// so that everything is said at once.
pub struct Typed<'a> {
    ctx: &'a Ctx,
    fields: &'a Fields,
    pub problems: Problems,
}

impl<'a> Typed<'a> {
    pub fn new(ctx: &'a Ctx, fields: &'a Fields) -> Self {
        Self {
            ctx,
            fields,
            problems: Problems::default(),
        }
    }

    pub fn registration(&mut self, state: State, form_key: Uuid) -> Option<Registration> {
        let (details, site, contact) = (self.details(), self.site(), self.contact());
        let details = details?;
        Some(Registration {
            institution: NewInstitution {
                name: details.name,
                kind: details.kind,
                sector: details.sector,
                state,
                sites: vec![site?],
            },
            contact: contact?,
            form_key,
        })
    }

    pub fn details(&mut self) -> Option<Details> {
        let rules = &self.ctx.rules;
        let name = self.name("name");
        let kind = match self.fields.get("kind") {
            none if none.is_empty() => Some(None),
            _ => self
                .choice("kind", |code| rules.institution_kind(code).is_some())
                .map(Some),
        };
        let sector = self.choice("sector", |code| rules.sector(code).is_some());
        Some(Details {
            name: name?,
            kind: kind?,
            sector: sector?,
        })
    }

    pub fn site(&mut self) -> Option<NewSite> {
        let rules = &self.ctx.rules;
        let name = self.name("site_name");
        let street = self.line("street", LINE);
        let postcode = self.postcode();
        let city = self.line("city", LINE);
        let district = self.choice("district", |code| rules.district(code).is_some());
        Some(NewSite {
            name: name?,
            street: street?,
            postcode: postcode?,
            city: city?,
            district: district?,
        })
    }

    pub fn contact(&mut self) -> Option<NewContact> {
        let l10n = &self.ctx.app.l10n;
        let name = self.name("contact_name");
        let email = self.email();
        let phone = self.phone();
        // A newcomer's mails come in the language of the page.
        let locale = if self.fields.has("locale") {
            self.choice("locale", |code| l10n.find(code).is_some())
        } else {
            Some(self.ctx.l.code().to_owned())
        };
        Some(NewContact {
            name: name?,
            email: email?,
            phone: Some(phone?),
            locale: locale?,
        })
    }

    /// Whom somebody of the institution invites: a number may follow later, and they read what the asker reads.
    pub fn colleague(&mut self) -> Option<NewContact> {
        let (name, email) = (self.name("contact_name"), self.email());
        let phone = match self.fields.get("phone") {
            none if none.is_empty() => Some(None),
            _ => self.phone().map(Some),
        };
        Some(NewContact {
            name: name?,
            email: email?,
            phone: phone?,
            locale: self.ctx.l.code().to_owned(),
        })
    }

    fn name(&mut self, field: &'static str) -> Option<Name> {
        let text = self.fields.get(field);
        match text.parse::<Name>() {
            Ok(name) => Some(name),
            Err(problem) => self.not_taken(field, &text, problem),
        }
    }

    fn email(&mut self) -> Option<EmailAddress> {
        let text = self.fields.get("email");
        match text.parse::<EmailAddress>() {
            Ok(email) => Some(email),
            Err(problem) => self.not_taken("email", &text, problem),
        }
    }

    fn not_taken<T>(&mut self, field: &'static str, text: &str, problem: TextError) -> Option<T> {
        match problem {
            TextError::Empty => self.missing(field),
            TextError::TooLong => self.too_long(field, text, LINE),
            TextError::NotAllowed => self.wrong(field, "problem-characters"),
            TextError::NotAnAddress => self.wrong(field, "sign-in-email-wrong"),
        }
    }

    /// A line that has to be there.
    pub fn line(&mut self, field: &'static str, most: usize) -> Option<String> {
        let text = self.fields.get(field);
        match check_line(&text, most) {
            // Signs and spaces alone say nothing.
            Ok(()) if text.chars().any(char::is_alphanumeric) => Some(text),
            Ok(()) => self.missing(field),
            Err(TextProblem::TooLong) => self.too_long(field, &text, most),
            Err(TextProblem::NotAllowed) => self.wrong(field, "problem-characters"),
        }
    }

    fn postcode(&mut self) -> Option<String> {
        let text = self.line("postcode", LINE)?;
        let right = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        if right {
            Some(text)
        } else {
            self.wrong("postcode", "institution-wrong-postcode")
        }
    }

    fn phone(&mut self) -> Option<String> {
        let text = self.line("phone", PHONE)?;
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let dialled = text.chars().all(|c| c.is_ascii_digit() || " +-/().".contains(c));
        if dialled && (5..=20).contains(&digits) {
            Some(text)
        } else {
            self.wrong("phone", "institution-wrong-phone")
        }
    }

    fn choice(&mut self, field: &'static str, known: impl Fn(&str) -> bool) -> Option<String> {
        let code = self.fields.get(field);
        if code.is_empty() {
            self.missing(field)
        } else if known(&code) {
            Some(code)
        } else {
            self.wrong(field, "problem-not-a-choice")
        }
    }

    fn missing<T>(&mut self, field: &'static str) -> Option<T> {
        let key = format!("institution-missing-{}", field.replace('_', "-"));
        self.wrong(field, &key)
    }

    fn too_long<T>(&mut self, field: &'static str, text: &str, most: usize) -> Option<T> {
        let args = [("max", most.into()), ("used", text.chars().count().into())];
        self.problems.add(field, self.ctx.l.with("problem-long-text", &args));
        None
    }

    fn wrong<T>(&mut self, field: &'static str, key: &str) -> Option<T> {
        self.problems.add(field, self.ctx.l.t(key));
        None
    }
}

/// The title that a browser's tab shows while something is wrong.
pub fn title(ctx: &Ctx, key: &str, problems: &Problems) -> String {
    let title = ctx.l.t(key);
    if problems.is_empty() {
        title
    } else {
        ctx.l.with("title-with-error", &[("title", title.into())])
    }
}
