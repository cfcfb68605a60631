//! What is wrong with a form of a rule: at its fields, or with another rule that it would no longer fit.

use crate::{
    l10n::Locale,
    settings::{
        Rules,
        check::{Fault, Problem},
        kinds::{Input, Kind},
    },
};

use super::words;

/// Where it stands (an address, or `#field`) and what is said.
#[derive(Clone, Debug, Default)]
pub struct Wrong(Vec<(String, String)>);

impl Wrong {
    pub fn at(&mut self, field: &str, message: String) {
        let href = format!("#{field}");
        if !self.0.iter().any(|(known, _)| *known == href) {
            self.0.push((href, message));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn of(&self, field: &str) -> Option<String> {
        let at = |(href, _): &&(String, String)| href.strip_prefix('#') == Some(field);
        self.0.iter().find(at).map(|(_, message)| message.clone())
    }

    pub fn iter(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter()
    }

    pub fn summary(&self, l: &Locale) -> String {
        l.with("error-summary", &[("count", self.0.len().into())])
    }

    /// What the check of all rules together says about a change of this one.
    pub fn take(&mut self, l: &Locale, rules: &Rules, kind: &Kind, key: &str, problems: &[Problem]) {
        for problem in problems {
            let message = fault(l, rules, &problem.what);
            let is_own = problem.kind == kind.code && problem.key == key;
            if is_own || clashes_with(kind, key, &problem.what) {
                self.at(&field(kind, problem.field), message);
            } else {
                let title = words::title(l, rules, &problem.kind, &problem.key, None);
                let values = [("rule", title.into()), ("problem", message.into())];
                let href = super::path(&problem.kind, &problem.key);
                self.0.push((href, l.with("rules-wrong-elsewhere", &values)));
            }
        }
        if problems.is_empty() {
            self.at("from_day", l.t("rules-fault-unreadable"));
        }
    }
}

/// Of two rules that claim a spelling, it is said at the one that is changed.
fn clashes_with(kind: &Kind, key: &str, fault: &Fault) -> bool {
    let Fault::Clash { meanings, .. } = fault else {
        return false;
    };
    matches!(kind.code, "language" | "ambiguous") && (meanings.0 == key || meanings.1 == key)
}

/// The id of the control in which it was typed.
fn field(kind: &Kind, name: &str) -> String {
    let known = kind.fields.iter().find(|field| field.name == name);
    match known.map(|field| field.input) {
        Some(Input::Names { .. }) => format!("{name}-de"),
        Some(_) => name.to_owned(),
        None if kind.may_be_added() => "key".to_owned(),
        None => "from_day".to_owned(),
    }
}

fn fault(l: &Locale, rules: &Rules, fault: &Fault) -> String {
    let key = format!("rules-fault-{}", fault.code());
    match fault {
        Fault::Unknown { kind, code } => {
            let title = words::title(l, rules, kind, code, None);
            l.with(&key, &[("what", title.into())])
        }
        Fault::NotKnown(text) | Fault::Twice(text) | Fault::Zone(text) | Fault::Prefix(text) => {
            l.with(&key, &[("what", text.clone().into())])
        }
        Fault::OutOfRange(range) => l.with(&key, &[("least", range.least.into()), ("most", range.most.into())]),
        Fault::Clash { spelling, meanings } => {
            // The other one is that which is known by now; of two known ones that which is called so.
            let both = [meanings.0.as_str(), meanings.1.as_str()];
            let name = |code: &str| {
                rules
                    .language(code)
                    .map(|known| known.name.or_code(l.code(), code).to_owned())
            };
            let names: Vec<String> = both.into_iter().filter_map(name).collect();
            match names.iter().find(|name| name.to_lowercase() == *spelling) {
                Some(name) => l.with("rules-fault-clash-name", &[("what", name.clone().into())]),
                None => l.with(
                    &key,
                    &[
                        ("what", spelling.clone().into()),
                        (
                            "other",
                            names.first().cloned().unwrap_or_else(|| meanings.0.clone()).into(),
                        ),
                    ],
                ),
            }
        }
        Fault::NeverAwake(minutes) => l.with(&key, &[("minutes", (*minutes).into())]),
        Fault::GermanMissing
        | Fault::Empty
        | Fault::MailAddress
        | Fault::Reminders
        | Fault::TooFewToAsk
        | Fault::OwnNeighbour
        | Fault::LastBeforeFirst
        | Fault::ReferralMissing
        | Fault::Unreadable(_) => l.t(&key),
    }
}
