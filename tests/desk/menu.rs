//! One line of the menu, and a page for all the rest.

use super::{main_of, page};
use crate::support::{databases::each_engine, scene::CORA, site::Site};

#[tokio::test]
async fn what_is_not_in_the_menu_stands_under_more() {
    each_engine(async |db| {
        let site = Site::new(db).await;
        let cora = site.signed_in(CORA).await;
        let more = page(&cora, "/desk/more").await;
        let entries: Vec<&str> = main_of(&more)
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for path in [
            "/desk/qualifications",
            "/desk/team",
            "/desk/trail",
            "/desk/callers",
            "/desk/mails",
        ] {
            assert!(entries.contains(&path), "{path} is missing: {entries:?}");
        }
        for entry in &entries {
            page(&cora, entry).await;
        }
        let current = |page: &str, href: &str| page.contains(&format!("<a href=\"{href}\" aria-current=\"page\">"));
        assert!(current(&more, "/desk/more"));
        let team = page(&cora, "/desk/team").await;
        assert!(current(&team, "/desk/more") && !current(&team, "/desk"), "{team}");
        let list = page(&cora, "/desk/volunteers").await;
        assert!(current(&list, "/desk/volunteers") && !current(&list, "/desk/more"));
        assert!(current(&page(&cora, "/desk").await, "/desk"));
        // The search stands on every page of the desk, and nowhere else.
        for (path, there) in [("/desk", true), ("/desk/team", true), ("/help", false)] {
            let found = page(&cora, path).await.contains("action=\"/desk/search\"");
            assert_eq!(found, there, "{path}");
        }
    })
    .await;
}
