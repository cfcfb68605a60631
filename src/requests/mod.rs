//! One aggregate: an institution asks, volunteers are offered it, one takes it.

use crate::id_type;

id_type!(RequestId, SlotId, OpeningId, SearchId, OfferId, AssignmentId);
