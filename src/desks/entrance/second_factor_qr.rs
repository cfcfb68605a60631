//! A QR code as the path of an SVG in the page: no picture to load, no style, black on white in dark mode too.

use std::fmt::Write;

use qrcodegen::{QrCode as Modules, QrCodeEcc};

/// The white edge that readers need.
const QUIET: i32 = 4;

pub struct QrCode {
    /// Modules along one side, with the edge.
    pub side: i32,
    pub path: String,
}

impl QrCode {
    /// `None`: too long for a QR code.
    pub fn of(text: &str) -> Option<Self> {
        let modules = Modules::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = modules.size();
        let mut path = String::new();
        for y in 0..size {
            for x in (0..size).filter(|x| modules.get_module(*x, y)) {
                write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET).ok()?;
            }
        }
        Some(Self {
            side: size + 2 * QUIET,
            path,
        })
    }
}
