//! mtlint
pub mod text;
pub mod mqm;
pub mod document;
pub mod read;
