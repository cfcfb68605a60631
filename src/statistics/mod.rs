//! Figures: read only.
