//! Measles proof: asked only of those born after 1970.

use sprachpool::qualifications::{self, Standing};

use super::world::*;
use crate::support::{databases::each_engine, site::Site};

#[tokio::test]
async fn asked_of_those_born_in_1971_but_not_in_1970() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let request = kita_asks(&site, "2027-03-16").await;
        let cases = [
            ("Nilofar Azizi", Some(1970), false),
            ("Laila Azizi", Some(1971), true),
            // Who gave no year has to show it.
            ("Farid Azizi", None, true),
        ];
        for (name, year, asked) in cases {
            let id = newcomer(&site, name, |new| {
                new.birth_year = year;
                new.qualifications.retain(|shown| shown.kind != "measles");
            })
            .await;
            let missing: &[&str] = if asked { &["measles"] } else { &[] };
            assert_eq!(lacks(&site, request, id).await, missing, "{name}");
            let rules = rules(&site).await;
            let mut tx = site.app.db.read().await.expect("it begins");
            let holder = qualifications::store::holder(&mut tx, id)
                .await
                .expect("it reads")
                .expect("they are there");
            let today = day("2027-03-01");
            assert_eq!(holder.may_work(&rules, "kita", today), !asked, "{name}");
            let expected = if asked { Standing::Missing } else { Standing::NotNeeded };
            assert_eq!(holder.standing(&rules, "measles", &["kita"], today), expected, "{name}");
            assert_eq!(
                holder.standing(&rules, "measles", &["authority"], today),
                Standing::NotNeeded
            );
        }
    })
    .await;
}
