//! The way back leads to the list as it was, and nowhere else.

use super::page;
use crate::support::{
    databases::each_engine,
    scene::{CORA, ask, tuesday},
    site::Site,
};

/// Where the page's way back leads.
fn back(page: &str) -> String {
    let link = page.split("class=\"back\" href=\"").nth(1).expect("a way back");
    let href = link.split('"').next().expect("an address");
    href.replace("&#38;", "&")
}

/// The first link of the page to such a thing.
fn link(page: &str, start: &str) -> String {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut mine = links.filter(|href| href.starts_with(start) && !href.ends_with("/new"));
    mine.next().expect("a link").replace("&#38;", "&")
}

#[tokio::test]
async fn a_detail_page_leads_back_to_the_filtered_list() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        ask(&site, vec![tuesday()]).await;
        for (list, things) in [
            ("/desk/requests?state=searching&language=prs", "/desk/requests/"),
            ("/desk/volunteers?language=prs", "/desk/volunteers/"),
            ("/desk/institutions?name=Kita&sector=kita", "/desk/institutions/"),
            ("/desk/week?from=2027-03-15", "/desk/requests/"),
            ("/desk/search?q=amina", "/desk/volunteers/"),
        ] {
            let href = link(&page(&cora, list).await, things);
            assert_eq!(back(&page(&cora, &href).await), list, "{href}");
        }
        // Without a filter nothing is said.
        let href = link(&page(&cora, "/desk/volunteers").await, "/desk/volunteers/");
        assert!(!href.contains('?'), "{href}");
        assert_eq!(back(&page(&cora, &href).await), "/desk/volunteers");
        for bad in [
            "//evil.example/desk/volunteers",
            "https://evil.example",
            "/desk/volunteers/../../sign-out",
            "/desk/volunteersx?a=b",
            "/desk/volunteers%0D%0AX:+y",
            "javascript:alert(1)",
        ] {
            let shown = page(&cora, &format!("{href}?from={bad}")).await;
            assert_eq!(back(&shown), "/desk/volunteers", "{bad}");
        }
    })
    .await;
}
