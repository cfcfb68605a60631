use sprachpool::matching::*;

use super::examples::*;

fn speaker_of(language: &str, level: Level) -> Candidate {
    Candidate {
        languages: vec![speaks(language, level)],
        ..amina()
    }
}

#[test]
fn s37_kurmanci_is_not_sorani() {
    let wanted = Wanted {
        language: "kmr".into(),
        ..wanted()
    };
    assert_eq!(codes(&wanted, &speaker_of("ckb", Level::Native)), ["language"]);
    assert_eq!(codes(&wanted, &speaker_of("kmr", Level::B2)), [""; 0]);
}

#[test]
fn s37_unless_the_pools_table_says_so() {
    let neighbours = vec![Neighbour {
        language: "ckb".into(),
        strength: 60,
    }];
    let wanted = Wanted {
        language: "kmr".into(),
        neighbours,
        ..wanted()
    };
    assert_eq!(codes(&wanted, &speaker_of("ckb", Level::Native)), [""; 0]);
    assert_eq!(codes(&wanted, &speaker_of("zza", Level::Native)), ["language"]);
}

#[test]
fn the_level_must_suffice_in_one_accepted_language() {
    let neighbours = vec![Neighbour {
        language: "fa".into(),
        strength: 80,
    }];
    let wanted = Wanted {
        neighbours,
        minimum_level: Some(Level::C1),
        ..wanted()
    };
    let basir = Candidate {
        languages: vec![speaks("prs", Level::B1), speaks("fa", Level::B2)],
        ..amina()
    };
    let reasons = [Reason::LanguageLevel {
        needed: Level::C1,
        has: Level::B2,
    }];
    assert_eq!(assess(&wanted, &basir, &limits()).reasons(), reasons);
    let better = Candidate {
        languages: vec![speaks("prs", Level::B1), speaks("fa", Level::C1)],
        ..amina()
    };
    assert_eq!(codes(&wanted, &better), [""; 0]);
}

#[test]
fn german_must_suffice() {
    let wanted = Wanted {
        minimum_german: Some(Level::C2),
        ..wanted()
    };
    assert_eq!(codes(&wanted, &amina()), ["german_level"]);
    assert_eq!(
        codes(
            &wanted,
            &Candidate {
                german: Level::Native,
                ..amina()
            }
        ),
        [""; 0]
    );
}
