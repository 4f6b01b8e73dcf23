//! Floor 0: positions in text. Everything above speaks of places in terms of these types.

mod edit;
mod fault;
mod figures;
mod included;
mod offsets;
mod origin;
mod source;
mod span;

pub use edit::{Applied, Edit, Fix, apply};
pub use fault::FileError;
pub use figures::grouped;
pub use included::Included;
pub use offsets::OffsetMap;
pub use origin::Origin;
pub use source::{LineIndex, Location, Source};
pub use span::{Span, entries, lines};
