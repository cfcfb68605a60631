//! Texts that a coordinator may write anew: what stands in the locale files, whether a new text will do, and the
//! locales with the new texts over the old ones.

use std::{collections::BTreeSet, sync::Arc};

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use fluent_syntax::{ast, serializer};

use super::{FIRST, Inner, L10n, Locale};

/// A message as its file has it: text, with what is filled in written `{ $name }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    pub text: String,
    /// Names of what is filled in, in their order.
    pub values: Vec<String>,
}

/// A text that somebody wrote instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub locale: String,
    pub key: String,
    pub text: String,
}

/// Why a text will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    Empty,
    TooLong {
        max: usize,
        used: usize,
    },
    /// Control characters, or marks that turn the reading direction.
    Characters,
    /// The place of the text has one line.
    SeveralLines,
    /// Braces that do not fit together, or something in them that is no value.
    Braces,
    /// A value that this text does not have.
    UnknownValue(String),
    /// The text would lose what its reader needs.
    MissingValue(String),
}

/// What a reader cannot do without: when, which one, how to reach somebody.
const NEEDED: [&str; 11] = [
    "when",
    "date",
    "time",
    "until",
    "reference",
    "phone",
    "hours",
    "code",
    "count",
    "notice",
    "cancellation",
];

/// A title in a list of mails shows no more.
const SUBJECT: usize = 150;
const LEAST: usize = 300;

impl Message {
    /// No longer than three times what was there, and always some sentences.
    pub fn longest(&self) -> usize {
        if self.key.ends_with("-subject") {
            return SUBJECT;
        }
        LEAST.max(3 * self.text.chars().count())
    }

    pub fn has_several_lines(&self) -> bool {
        self.text.contains('\n')
    }

    /// Whether the text may leave this value out.
    pub fn needs(&self, value: &str) -> bool {
        NEEDED.contains(&value) && self.values.iter().any(|known| known == value)
    }
}

/// Whether `text` can stand instead of `original`.
pub fn check(original: &Message, text: &str) -> Result<(), Wrong> {
    let hidden =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.trim().is_empty() {
        return Err(Wrong::Empty);
    }
    let (max, used) = (original.longest(), text.chars().count());
    if used > max {
        return Err(Wrong::TooLong { max, used });
    }
    if text.chars().any(hidden) {
        return Err(Wrong::Characters);
    }
    if text.contains('\n') && !original.has_several_lines() {
        return Err(Wrong::SeveralLines);
    }
    let resource = resource(&original.key, text).ok_or(Wrong::Braces)?;
    let values = values_of(&resource, &original.key).ok_or(Wrong::Braces)?;
    if let Some(unknown) = values.iter().find(|value| !original.values.contains(value)) {
        return Err(Wrong::UnknownValue(unknown.clone()));
    }
    let missing = original
        .values
        .iter()
        .find(|value| original.needs(value) && !values.contains(value.as_str()));
    match missing {
        Some(value) => Err(Wrong::MissingValue(value.clone())),
        None => Ok(()),
    }
}

/// A text as it is sent by a browser, as it is kept: one kind of line break, no spaces at the ends of lines.
pub fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

impl L10n {
    /// The same locales with these texts over them. One that does not fit any more (since the program has a new
    /// version, say) is left out: then the original is read.
    pub fn with_texts(&self, texts: &[Text]) -> Self {
        let first = self.locales[FIRST].changed(texts, None);
        let others = self.locales.values().filter(|locale| locale.code() != FIRST);
        let mut locales: std::collections::BTreeMap<_, _> = others
            .map(|locale| (locale.code().to_owned(), locale.changed(texts, Some(first.clone()))))
            .collect();
        locales.insert(FIRST.to_owned(), first);
        Self {
            locales: Arc::new(locales),
        }
    }
}

impl Locale {
    fn changed(&self, texts: &[Text], fallback: Option<Locale>) -> Self {
        let language = self.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        let mut any = false;
        for text in texts.iter().filter(|text| text.locale == self.code()) {
            let fits = self
                .original(&text.key)
                .is_some_and(|original| check(&original, &text.text).is_ok());
            match resource(&text.key, &text.text).filter(|_| fits) {
                Some(resource) => {
                    bundle.add_resource_overriding(Arc::new(resource));
                    any = true;
                }
                None => tracing::warn!(
                    locale = self.code(),
                    key = text.key,
                    "a changed text does not fit any more"
                ),
            }
        }
        Self(Arc::new(Inner {
            code: self.0.code.clone(),
            bundle: self.0.bundle.clone(),
            resources: self.0.resources.clone(),
            changed: any.then_some(bundle),
            fallback,
            held: self.0.held.clone(),
        }))
    }

    /// A message of this locale's own files.
    pub fn original(&self, key: &str) -> Option<Message> {
        let entries = self.0.resources.iter().flat_map(|resource| resource.entries());
        entries
            .filter_map(message)
            .find(|message| message.id.name == key)
            .map(read)
    }

    /// All of them, in the order of the files.
    pub fn originals(&self) -> Vec<Message> {
        let entries = self.0.resources.iter().flat_map(|resource| resource.entries());
        entries.filter_map(message).map(read).collect()
    }
}

fn message<'a>(entry: &'a ast::Entry<&'a str>) -> Option<&'a ast::Message<&'a str>> {
    match entry {
        ast::Entry::Message(message) if message.value.is_some() => Some(message),
        _ => None,
    }
}

fn read(message: &ast::Message<&str>) -> Message {
    let alone = ast::Resource {
        body: vec![ast::Entry::Message(ast::Message {
            comment: None,
            ..message.clone()
        })],
    };
    let source = serializer::serialize(&alone);
    let (_, pattern) = source.split_once('=').unwrap_or_default();
    let lines: Vec<_> = pattern
        .lines()
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    let mut values = Vec::new();
    if let Some(pattern) = &message.value {
        collect(pattern, &mut values);
    }
    Message {
        key: message.id.name.to_owned(),
        text: tidy(&lines.join("\n")),
        values,
    }
}

/// The text as a message of that key; `None`: Fluent cannot read it.
fn resource(key: &str, text: &str) -> Option<FluentResource> {
    // A text may begin its lines as it likes; Fluent would read these signs as its own.
    let plain = !text.contains("->");
    let line = |line: &str| match line.chars().next() {
        Some(sign @ ('.' | '[' | '*')) if plain => format!("    {{\"{sign}\"}}{}\n", &line[sign.len_utf8()..]),
        _ => format!("    {line}\n"),
    };
    let lines: String = text.lines().map(line).collect();
    let resource = FluentResource::try_new(format!("{key} =\n{lines}")).ok()?;
    let alone = resource.entries().count() == 1;
    alone.then_some(resource)
}

/// What the message fills in; `None`: it is something else than text and values.
fn values_of(resource: &FluentResource, key: &str) -> Option<BTreeSet<String>> {
    let message = resource.entries().find_map(message)?;
    let pattern = message
        .value
        .as_ref()
        .filter(|_| message.id.name == key && message.attributes.is_empty())?;
    let mut values = Vec::new();
    collect(pattern, &mut values).then(|| values.into_iter().collect())
}

/// `false`: there is something else than values.
fn collect(pattern: &ast::Pattern<&str>, values: &mut Vec<String>) -> bool {
    let mut only_values = true;
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            only_values &= collect_expression(expression, values);
        }
    }
    only_values
}

fn collect_expression(expression: &ast::Expression<&str>, values: &mut Vec<String>) -> bool {
    match expression {
        ast::Expression::Inline(inline) => collect_inline(inline, values),
        ast::Expression::Select { selector, variants } => {
            let mut only_values = collect_inline(selector, values);
            for variant in variants {
                only_values &= collect(&variant.value, values);
            }
            only_values
        }
    }
}

fn collect_inline(inline: &ast::InlineExpression<&str>, values: &mut Vec<String>) -> bool {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            if !values.iter().any(|known| known == id.name) {
                values.push(id.name.to_owned());
            }
            true
        }
        ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. } => true,
        ast::InlineExpression::Placeable { expression } => collect_expression(expression, values),
        _ => false,
    }
}
