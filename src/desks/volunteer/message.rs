//! A page with one thing to say, and at most one thing to choose.

use askama::Template;

use super::choice::ChoiceForm;
use crate::web::{Ctx, Page, Problems};

#[derive(Template)]
#[template(path = "volunteer/message.html")]
pub struct Message {
    pub page: Page,
    pub problems: Problems,
    pub lead: String,
    pub lines: Vec<String>,
    pub form: Option<ChoiceForm>,
    /// They have a page of their own.
    pub own: bool,
}

impl Message {
    /// Title and lead are `{key}-title` and `{key}-lead`.
    pub fn new(ctx: &Ctx, key: &str, lines: &[&str]) -> Self {
        Self {
            page: ctx.page(&format!("{key}-title")),
            problems: Problems::default(),
            lead: ctx.l.t(&format!("{key}-lead")),
            lines: lines.iter().map(|line| ctx.l.t(line)).collect(),
            form: None,
            own: !matches!(key, "left" | "offer-left"),
        }
    }
}
