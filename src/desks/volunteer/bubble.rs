//! The appointment in its speech bubble: what may be known before a yes. Never street, contact or remarks,
//! never the institution's name.

use crate::{
    l10n::Locale,
    requests::{Request, Slot},
    settings::Rules,
    web::Ctx,
};

pub struct Bubble {
    pub dates: Vec<BubbleDate>,
    pub facts: Vec<Fact>,
    pub tag: Option<Tag>,
    /// Nothing to do about it any more.
    pub off: bool,
}

pub struct BubbleDate {
    /// For machines.
    pub iso: String,
    pub day: String,
    pub time: String,
}

pub struct Fact {
    pub name: String,
    pub text: String,
    pub note: Option<String>,
}

pub struct Tag {
    /// Its shape and colour in the stylesheet.
    pub kind: &'static str,
    pub text: String,
}

impl Bubble {
    pub fn new<'a>(ctx: &Ctx, request: &Request, slots: impl IntoIterator<Item = &'a Slot>) -> Self {
        let (l, rules) = (&ctx.l, &*ctx.rules);
        let slots: Vec<&Slot> = slots.into_iter().collect();
        let mode = l.t(&format!("mode-{}", request.mode.as_str()));
        let how = match slots.first().map(|slot| (slot.ends_at - slot.starts_at).num_minutes()) {
            Some(minutes) => l.with(
                "volunteer-how",
                &[("mode", mode.into()), ("length", l.length(minutes).into())],
            ),
            None => mode,
        };
        let fact = |key: &str, text: String| Fact {
            name: l.t(key),
            text,
            note: None,
        };
        let facts = vec![
            fact("volunteer-fact-language", languages(l, rules, request)),
            fact("volunteer-fact-where", place(l, rules, request)),
            fact("volunteer-fact-what", occasion(l, rules, request)),
            fact("volunteer-fact-how", how),
        ];
        let dates = slots.iter().map(|slot| BubbleDate::new(l, slot)).collect();
        Self {
            dates,
            facts,
            tag: None,
            off: false,
        }
    }

    /// Says at the place that the rest follows.
    pub fn promising_more(mut self, ctx: &Ctx, request: &Request) -> Self {
        let key = if request.mode.is_on_site() {
            "volunteer-address-later"
        } else {
            "volunteer-details-later"
        };
        if let Some(place) = self.facts.get_mut(1) {
            place.note = Some(ctx.l.t(key));
        }
        self
    }

    pub fn tagged(mut self, kind: &'static str, text: String) -> Self {
        self.tag = Some(Tag { kind, text });
        self
    }

    pub fn off(mut self) -> Self {
        self.off = true;
        self
    }
}

impl BubbleDate {
    pub fn new(l: &Locale, slot: &Slot) -> Self {
        Self {
            iso: slot.date.to_string(),
            day: l.date(slot.date),
            time: l.time_range(slot.start, slot.end),
        }
    }
}

/// "Dari und Deutsch"
pub fn languages(l: &Locale, rules: &Rules, request: &Request) -> String {
    let language = rules.language_name(&request.language, l.code()).to_owned();
    l.with("volunteer-languages", &[("language", language.into())])
}

/// Kind of institution and district: the most a place may tell before a yes.
pub fn place(l: &Locale, rules: &Rules, request: &Request) -> String {
    let kind = sector(l, rules, request);
    if !request.mode.is_on_site() {
        return kind;
    }
    let district = rules.district_name(&request.district).to_owned();
    l.with(
        "volunteer-place",
        &[("kind", kind.into()), ("district", district.into())],
    )
}

pub fn sector(l: &Locale, rules: &Rules, request: &Request) -> String {
    let known = rules.sector(&request.sector);
    known
        .map_or(request.sector.as_str(), |sector| {
            sector.name.or_code(l.code(), &sector.code)
        })
        .to_owned()
}

pub fn occasion(l: &Locale, rules: &Rules, request: &Request) -> String {
    let known = rules.occasion(&request.occasion);
    known
        .map_or(request.occasion.as_str(), |occasion| {
            occasion.name.or_code(l.code(), &occasion.code)
        })
        .to_owned()
}
