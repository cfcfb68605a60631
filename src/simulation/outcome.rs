//! One policy on one world.

use serde::Serialize;

use super::measure::Measures;

#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    pub policy: String,
    pub world: String,
    /// Most offers to one volunteer in 7 days that was allowed; none: no limit.
    pub cap: Option<u32>,
    #[serde(flatten)]
    pub measures: Measures,
}
