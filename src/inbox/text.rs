//! What somebody wrote, as plain text: no quotes of our own mails, no links, nothing invisible.

/// So much is kept. Who writes more has more to say than a list of tasks can hold.
const LONGEST: usize = 4000;

/// From there on a mail program quotes the mail that is answered.
const QUOTE_BEGINS: [&str; 6] = [
    "-----ursprüngliche nachricht-----",
    "-----original message-----",
    "-------- ursprüngliche nachricht --------",
    "-------- original message --------",
    "________________________________",
    "-------- weitergeleitete nachricht --------",
];

/// The person's own words. Our mails hold links that open things, and a quote repeats them: quoted lines are left
/// out, and whatever looks like a link or a token is shortened, so that the database never holds one.
pub fn own_words(text: &str) -> String {
    let mut kept = String::new();
    let mut empty_lines = 0;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = visible(line);
        let plain = line.trim().to_lowercase();
        if QUOTE_BEGINS.iter().any(|mark| plain.starts_with(mark)) || is_outlook_header(&plain, lines.peek().copied()) {
            break;
        }
        if plain.starts_with('>') || introduces_quote(&plain, lines.peek().copied()) {
            continue;
        }
        if plain.is_empty() {
            empty_lines += 1;
            continue;
        }
        if !kept.is_empty() {
            kept.push_str(if empty_lines > 0 { "\n\n" } else { "\n" });
        }
        empty_lines = 0;
        kept.push_str(&without_links(line.trim_end()));
    }
    kept.chars().take(LONGEST).collect()
}

/// Without control characters and marks that turn the reading direction; tabs become spaces.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// "Am Mo., 1. März 2027 um 10:05 schrieb Sprachpool:" before lines that begin with ">".
fn introduces_quote(line: &str, next: Option<&str>) -> bool {
    let says = line.ends_with(':') && (line.contains("schrieb") || line.contains("wrote"));
    says && next.is_none_or(|next| next.trim().is_empty() || next.trim_start().starts_with('>'))
}

/// Outlook quotes without a mark: a block of "Von:", "Gesendet:", "An:".
fn is_outlook_header(line: &str, next: Option<&str>) -> bool {
    let next = next.unwrap_or_default().trim().to_lowercase();
    (line.starts_with("von:") || line.starts_with("from:"))
        && ["gesendet:", "sent:", "datum:", "date:"]
            .iter()
            .any(|field| next.starts_with(field))
}

/// "https://pool.example/o/abc…" becomes "https://pool.example/…"; a long run of letters and digits goes as well:
/// a program may have broken the link into two lines.
fn without_links(line: &str) -> String {
    line.split(' ')
        .map(|word| match word.find("://") {
            Some(at) => {
                let host = word[at + 3..].find('/').map(|slash| at + 3 + slash);
                host.map_or_else(|| word.to_owned(), |end| format!("{}/…", &word[..end]))
            }
            None if is_like_a_token(word) => "…".to_owned(),
            None => word.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Chance changes between small letters, capitals and digits at about every second sign; words do not.
fn is_like_a_token(word: &str) -> bool {
    let class = |b: u8| (b.is_ascii_lowercase(), b.is_ascii_uppercase(), b.is_ascii_digit());
    word.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .map(str::as_bytes)
        .filter(|run| run.len() >= 16)
        .any(|run| {
            let changes = run.windows(2).filter(|pair| class(pair[0]) != class(pair[1])).count();
            changes * 2 >= run.len()
        })
}
