//! A text that depends on a number: a field for each form, and never the notation that keeps them together.

use super::Place;
use crate::{
    l10n::{
        forms::{Form, Forms, apart},
        texts::{Wrong, tidy},
    },
    web::{Ctx, Fields},
};

pub struct FormView {
    /// Id and name of its field.
    pub id: String,
    pub label: String,
    pub text: String,
}

fn id(form: &Form) -> String {
    format!("form-{}", form.code)
}

fn label(ctx: &Ctx, code: &str) -> String {
    match code.parse::<u32>() {
        Ok(number) => ctx
            .l
            .with("texts-form-number", &[("number", number.to_string().into())]),
        Err(_) => ctx.l.t(&format!("texts-form-{code}")),
    }
}

pub fn views(ctx: &Ctx, forms: &Forms) -> Vec<FormView> {
    let view = |form: &Form| FormView {
        id: id(form),
        label: label(ctx, &form.code),
        text: form.text.clone(),
    };
    forms.forms.iter().map(view).collect()
}

/// What was typed into the fields of the forms; `None`: the text has none, or came as a whole.
pub fn typed(ctx: &Ctx, place: &Place, fields: &Fields) -> Option<Forms> {
    let mut forms = apart(&place.current(ctx))?;
    let sent = |form: &Form| fields.has(&id(form));
    if !forms.forms.iter().any(sent) {
        return None;
    }
    for form in &mut forms.forms {
        form.text = tidy(&fields.get(&id(form)));
    }
    Some(forms)
}

/// What they are together; as it stood there, if nothing has changed.
pub fn kept(ctx: &Ctx, place: &Place, forms: &Forms) -> String {
    let known = [place.current(ctx), place.original.text.clone()];
    let same = known.into_iter().find(|text| apart(text).as_ref() == Some(forms));
    same.unwrap_or_else(|| forms.together())
}

/// The first thing that is wrong with one of them alone, and its field.
pub fn problem(forms: &Forms) -> Option<(String, Wrong)> {
    let wrong = |form: &Form| {
        let alone = Forms {
            value: forms.value.clone(),
            forms: vec![form.clone()],
        };
        if form.text.is_empty() {
            Some(Wrong::Empty)
        } else if form.text.contains('\n') {
            Some(Wrong::SeveralLines)
        } else if !alone.is_simple() {
            Some(Wrong::Braces)
        } else {
            None
        }
    };
    forms.forms.iter().find_map(|form| Some((id(form), wrong(form)?)))
}

/// The field that something wrong with all of them together is said at.
pub fn field_of(forms: &Forms, wrong: &Wrong) -> String {
    let about = |form: &&Form| matches!(wrong, Wrong::UnknownValue(value) if form.text.contains(value.as_str()));
    let found = forms.forms.iter().find(about).or(forms.forms.last());
    found.map(id).unwrap_or_default()
}

/// As people read it: with the number that each form is for.
pub fn shown(ctx: &Ctx, text: &str) -> String {
    let Some(forms) = apart(text) else {
        return text.to_owned();
    };
    let line = |form: &Form| format!("{}: {}", label(ctx, &form.code), form.text);
    let lines: Vec<String> = forms.forms.iter().map(line).collect();
    lines.join("\n")
}

/// In a list: one after the other.
pub fn in_short(text: &str) -> String {
    let Some(forms) = apart(text) else {
        return text.to_owned();
    };
    let texts: Vec<&str> = forms.forms.iter().map(|form| form.text.as_str()).collect();
    texts.join(" / ")
}
