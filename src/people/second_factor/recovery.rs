//! Codes for a lost phone: 80 bits each, written without letters that look like digits.

use crate::{
    act::Act,
    database::{DbError, Tx},
    ids::Ids,
    keys::token_hash,
    people::SecondFactorId,
    q,
};

pub(super) const HOW_MANY: usize = 10;
const LENGTH: usize = 16;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Makes ten, stores their hashes and tells them this once.
pub(super) async fn create(tx: &mut Tx, act: &Act<'_>, factor: SecondFactorId) -> Result<Vec<String>, DbError> {
    let mut codes = Vec::with_capacity(HOW_MANY);
    for _ in 0..HOW_MANY {
        let code = new_code(act.ids);
        q!(
            "INSERT INTO recovery_code (id, second_factor_id, code_hash) VALUES ($1, $2, $3)",
            act.uuid(),
            factor,
            token_hash(&code)
        )
        .execute(tx)
        .await?;
        codes.push(in_groups(&code));
    }
    Ok(codes)
}

/// A code as people type it: in any case, with or without the dashes, with the letters that look like digits.
pub fn recovery_code(text: &str) -> Option<String> {
    let code: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‐'))
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let known = code.bytes().all(|byte| ALPHABET.contains(&byte));
    (known && code.len() == LENGTH).then_some(code)
}

fn new_code(ids: &Ids) -> String {
    let letter = |byte: u8| char::from(ALPHABET[usize::from(byte % 32)]);
    ids.bytes::<LENGTH>().into_iter().map(letter).collect()
}

fn in_groups(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
