//! mtlint
pub mod check;
pub mod document;
pub mod engine;
pub mod finding;
pub mod glossary;
pub mod language;
pub mod mqm;
pub mod read;
pub mod rule;
pub mod text;
