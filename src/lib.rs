//! mtlint
pub mod text;
pub mod mqm;
pub mod document;
pub mod glossary;
pub mod read;
pub mod language;
pub mod rule;
pub mod check;
pub mod finding;
pub mod engine;
pub mod score;
pub mod report;
