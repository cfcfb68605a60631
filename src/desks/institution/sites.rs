//! How a site is written on a page.

use crate::{institutions::store::Site, settings::Rules};

/// A site to choose, or one that was chosen.
pub struct SiteLine {
    pub id: String,
    pub name: String,
    /// "Lindenweg 4, 48155 Münster"
    pub address: String,
    pub district: String,
}

impl SiteLine {
    pub fn of(site: &Site, rules: &Rules) -> Self {
        Self {
            id: site.id.to_string(),
            name: site.name.clone(),
            address: format!("{}, {} {}", site.street, site.postcode, site.city),
            district: rules.district_name(&site.district).to_owned(),
        }
    }
}
