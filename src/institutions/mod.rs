//! Institutions, their sites and contacts.

use crate::id_type;

id_type!(InstitutionId, SiteId, ContactId);
