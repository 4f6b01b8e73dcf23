//! Floor 0: the words of quality evaluation: severities and error types of the MQM-compatible profile.

mod category;
mod severity;

pub use category::{Category, CategoryError};
pub use severity::Severity;
