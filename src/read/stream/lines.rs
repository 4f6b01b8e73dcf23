//! Cuts files whose units are lines.

use memchr::memchr;

use super::{Cut, Cutter};

/// See the module.
#[derive(Debug, Default)]
pub(in crate::read) struct Lines;

impl Cutter for Lines {
    fn cut(&mut self, bytes: &[u8], size: usize) -> Option<Cut> {
        let from = size.saturating_sub(1);
        let at = from + memchr(b'\n', bytes.get(from..)?)? + 1;
        Some(Cut { at, units: 0 })
    }

    fn head(&self) -> String {
        String::new()
    }
}
