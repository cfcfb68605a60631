//! What volunteers have shown: kinds, dates, who saw it; never a document.
