//! Another way of asking than the pool's, for one request.

use chrono::Duration;
use sprachpool::{
    dispatch::Policy,
    q,
    requests::{Asking, Change, ChangeError},
};

use super::{WHY, change, own};
use crate::support::pool::{Options, each_pool};

#[tokio::test]
async fn one_request_asks_in_its_own_way_and_the_next_as_the_pool_does() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        pool.later(Duration::minutes(1)).await;
        change(pool, request, &own(Policy::Broadcast))
            .await
            .expect("it is open");
        let now = pool.request(request).await;
        assert_eq!(now.policy, Some(Policy::Broadcast));
        assert_eq!(now.policy_reason.as_deref(), Some(WHY));
        assert_eq!(now.search.expect("a new round").policy, Policy::Broadcast);
        let said = q!("SELECT COUNT(*) FROM request WHERE policy_by = $1", pool.who.cora);
        assert_eq!(pool.count(said).await, 1);
        let lines = q!("SELECT COUNT(*) FROM audit WHERE action = 'asking_set' AND params LIKE '%broadcast%'");
        assert_eq!(pool.count(lines).await, 1);
        let told = q!("SELECT COUNT(*) FROM audit WHERE params LIKE '%vertraut%'");
        assert_eq!(pool.count(told).await, 0, "a reason may hold names");
        let other = pool.asked().await;
        let other = pool.request(other).await;
        assert_eq!(other.search.expect("it runs").policy, Policy::RollingK { k: 3 });
    })
    .await;
}

#[tokio::test]
async fn nobody_asks_otherwise_without_a_reason_and_the_pools_way_needs_none() {
    each_pool(Options::default, async |pool| {
        let request = pool.asked().await;
        for why in ["", "  \n "] {
            let silent = Change {
                asking: Asking::Own {
                    policy: Policy::Waves,
                    why: why.to_owned(),
                },
                ..Change::default()
            };
            let refused = change(pool, request, &silent).await;
            assert!(matches!(refused, Err(ChangeError::NeedsReason)), "{refused:?}");
        }
        assert_eq!(pool.request(request).await.policy, None);
        change(pool, request, &own(Policy::Waves)).await.expect("with a reason");
        let back = Change {
            asking: Asking::AsThePool,
            ..Change::default()
        };
        pool.later(Duration::minutes(1)).await;
        change(pool, request, &back).await.expect("back");
        let now = pool.request(request).await;
        assert_eq!((now.policy, now.policy_reason), (None, None));
        assert_eq!(now.search.expect("it runs").policy, Policy::RollingK { k: 3 });
        let nobody = q!("SELECT COUNT(*) FROM request WHERE policy_by IS NOT NULL");
        assert_eq!(pool.count(nobody).await, 0);
        let reset = q!("SELECT COUNT(*) FROM audit WHERE action = 'asking_reset'");
        assert_eq!(pool.count(reset).await, 1);
        // What the pool does anyhow is no way of its own.
        pool.later(Duration::minutes(1)).await;
        change(pool, request, &own(Policy::RollingK { k: 3 }))
            .await
            .expect("as before");
        assert_eq!(pool.request(request).await.policy, None);
    })
    .await;
}
