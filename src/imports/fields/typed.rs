use super::{Code, Context, Parsed, language, number, person, place, shown, text, time, week};
use crate::imports::{Kind, columns::QUALIFICATION, reading::Cell};

/// What a person typed for a field, read as the table's cells are. The doubt that it was typed for says how much of
/// the cell it stands for. Names that the pool has are looked up elsewhere, and where
/// there are choices nothing is typed.
pub fn reads(kind: Kind, (field, code): (&str, &str), typed: &str, context: Context<'_>) -> Result<(), Code> {
    let cell = Cell::text(typed);
    let whole = [Code::TooLong, Code::Misleading, Code::ErrorCell, Code::Formula];
    if whole.iter().any(|one| one.code() == code) && matches!(field, "languages" | "districts" | "sectors" | "modes") {
        return said(text::line(&cell, 500));
    }
    match field {
        "name" | "contact" => said(person::name(&cell)),
        "email" => said(person::email(&cell)),
        "phone" => said(person::phone(&cell)),
        "birth_year" => said(super::birth_year(&cell, context)),
        "languages" | "language" => said(language::names(typed, context)),
        "home_district" | "districts" | "district" => said(place::district(&cell, context)),
        "postcode" => said(place::postcode(&cell)),
        "travel_minutes" => said(number::whole(&cell, 5..=240)),
        "weekly_cap" => said(number::whole(&cell, 1..=20)),
        "offer_cap" => said(number::whole(&cell, 1..=50)),
        "minutes" => said(number::minutes(&cell)),
        "availability" => said(week::week(&cell)),
        "absences" => said(week::absences(&cell, context)),
        "date" | "filed_on" => said(super::date(&cell, context)),
        "start" => said(time::range(&cell)),
        "end" | "real_start" | "real_end" => said(time::time(&cell)),
        "institution" | "site" if kind == Kind::Institutions => said(person::name_as_written(&cell)),
        _ => match field.strip_prefix(QUALIFICATION) {
            Some(kind) => said(shown::qualification(&cell, kind, context)),
            None => said(text::line(&cell, 200)),
        },
    }
}

fn said<T>(parsed: Parsed<T>) -> Result<(), Code> {
    match parsed {
        Ok(Some(_)) => Ok(()),
        Ok(None) => Err(Code::Missing),
        Err(doubt) => Err(doubt.code),
    }
}
