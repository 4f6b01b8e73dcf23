//! Floor 3: under which words patterns and forms are filed, and by which letters names are known, all as
//! numbers. The build script stores those of the built-in packs, so that a start takes no pattern apart.

mod anchor;
mod number;
mod romanize;
mod spelling;
mod tables;

pub use anchor::{Anchor, Key, key_number, pattern_keys};
pub use number::{Word, has_marks, lower_into, number, number_of_lower};
pub use romanize::{surname_readings, syllables};
pub use spelling::{Spelling, letters_into};
pub use tables::{Records, Tables};
