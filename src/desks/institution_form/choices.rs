use crate::web::Ctx;

/// What is sent, and what is read.
pub struct Choice {
    pub code: String,
    pub name: String,
}

/// What the lists of the forms offer.
pub struct Choices {
    pub kinds: Vec<Choice>,
    pub sectors: Vec<Choice>,
    pub districts: Vec<Choice>,
    pub locales: Vec<Choice>,
}

impl Choices {
    pub fn of(ctx: &Ctx) -> Self {
        let (rules, locale) = (&ctx.rules, ctx.l.code());
        let choice = |code: &str, name: &str| Choice {
            code: code.to_owned(),
            name: name.to_owned(),
        };
        let mut districts: Vec<Choice> = rules
            .districts()
            .map(|(code, district)| choice(code, &district.name))
            .collect();
        districts.sort_by(|a, b| a.name.cmp(&b.name));
        Self {
            kinds: rules
                .institution_kinds()
                .iter()
                .map(|kind| choice(&kind.code, kind.name.or_code(locale, &kind.code)))
                .collect(),
            sectors: rules
                .sectors()
                .iter()
                .map(|sector| choice(&sector.code, sector.name.or_code(locale, &sector.code)))
                .collect(),
            districts,
            locales: ctx
                .app
                .l10n
                .all()
                .map(|l| choice(l.code(), &l.t("locale-name")))
                .collect(),
        }
    }
}
