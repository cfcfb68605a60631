//! The form that makes the address.

use super::{address::View, words::Words};
use crate::{institutions::InstitutionId, statistics::Grouping};

pub struct Form {
    pub from: String,
    pub to: String,
    pub selects: Vec<Select>,
}

pub struct Select {
    pub name: &'static str,
    pub label: String,
    /// What an empty choice means; nothing where there is none.
    pub all: Option<String>,
    pub options: Vec<Choice>,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

pub fn form(words: &Words<'_>, view: &View, institutions: &[(InstitutionId, String)]) -> Form {
    let (l, rules, filter) = (&words.ctx.l, &words.ctx.rules, &view.filter);
    let choice = |value: &str, label: String, chosen: Option<&str>| Choice {
        value: value.to_owned(),
        label,
        chosen: chosen == Some(value),
    };
    let filtered = |by: Grouping, codes: Vec<&str>, chosen: Option<&str>, sorted: bool| {
        let mut options: Vec<Choice> = codes
            .into_iter()
            .map(|code| choice(code, words.label(by, code), chosen))
            .collect();
        if sorted {
            options.sort_by(|a, b| a.label.cmp(&b.label));
        }
        Select {
            name: by.code(),
            label: l.t(&format!("figures-by-{}", by.code())),
            all: Some(l.t(&format!("figures-all-{}", by.code()))),
            options,
        }
    };
    let languages = rules.languages().map(|(code, _)| code).collect();
    let sectors = rules.sectors().iter().map(|sector| sector.code.as_str()).collect();
    let districts = rules.districts().map(|(code, _)| code).collect();
    let ids: Vec<String> = institutions.iter().map(|(id, _)| id.to_string()).collect();
    let institution = filter.institution.map(|id| id.to_string());
    let by = Select {
        name: "by",
        label: l.t("figures-by"),
        all: None,
        options: Grouping::ALL
            .into_iter()
            .map(|by| {
                let label = l.t(&format!("figures-by-{}", by.code()));
                choice(by.code(), label, Some(view.by.code()))
            })
            .collect(),
    };
    let selects = vec![
        by,
        filtered(Grouping::Language, languages, filter.language.as_deref(), true),
        filtered(Grouping::Sector, sectors, filter.sector.as_deref(), false),
        filtered(Grouping::District, districts, filter.district.as_deref(), false),
        filtered(
            Grouping::Institution,
            ids.iter().map(String::as_str).collect(),
            institution.as_deref(),
            false,
        ),
    ];
    Form {
        from: filter.period.from.to_string(),
        to: filter.period.to.to_string(),
        selects,
    }
}
