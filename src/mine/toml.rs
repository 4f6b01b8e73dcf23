//! Proposals as a glossary in the native format, with the evidence in comments.

use std::fmt::Write;

use super::{Ground, Proposal, Rendering};
use crate::glossary::Form;
use crate::language::stem;

/// What the file says about itself.
const HEAD: &str = include_str!("data/head.txt");
/// From parallel text, what the numbers are.
const PARALLEL: &str = include_str!("data/head-parallel.txt");
/// From documents, what the numbers are.
const DOCUMENTS: &str = include_str!("data/head-documents.txt");

/// The proposals as a glossary file, which is valid and enforces none of its rivals.
#[must_use]
pub fn toml(proposals: &[Proposal], parallel: bool) -> String {
    let mut text = format!("{HEAD}{}", if parallel { PARALLEL } else { DOCUMENTS });
    for proposal in proposals {
        // Writing to a string cannot fail.
        let _ = entry(&mut text, proposal);
    }
    text
}

fn entry(text: &mut String, proposal: &Proposal) -> std::fmt::Result {
    writeln!(text, "\n# {}", summary(proposal))?;
    for rendering in &proposal.renderings {
        for example in &rendering.examples {
            writeln!(text, "#   {}:{}: {}", plain(&example.path), example.line, plain(&example.text))?;
        }
    }
    writeln!(text, "[[term]]")?;
    if let Some(source) = &proposal.source {
        writeln!(text, "source = {}", quoted(source))?;
    }
    let Some((first, rivals)) = proposal.renderings.split_first() else { return Ok(()) };
    writeln!(text, "target = {}  # {}", notation(first, proposal), evidence(first))?;
    if !rivals.is_empty() {
        writeln!(text, "admitted = [")?;
        for rival in rivals {
            writeln!(text, "    {},  # {}", notation(rival, proposal), evidence(rival))?;
        }
        writeln!(text, "]")?;
    }
    Ok(())
}

fn summary(proposal: &Proposal) -> String {
    let Proposal { count, documents, .. } = proposal;
    match (proposal.ground, &proposal.abbreviation) {
        (Ground::Source, _) => format!("{} in {}", times(*count, "pair"), times(*documents, "source segment")),
        (ground, Some(short)) => {
            format!(
                "{} in {}; {}, {}",
                times(*count, "time"),
                times(*documents, "document"),
                ground.text(),
                plain(short)
            )
        }
        (ground, None) => format!("{} in {}; {}", times(*count, "time"), times(*documents, "document"), ground.text()),
    }
}

fn evidence(rendering: &Rendering) -> String {
    let share = format!("{} ({:.0} %)", rendering.count, rendering.share * 100.0);
    match rendering.association {
        Some(own) => format!("{share}, G² {:.1}, Dice {:.2}", own.g2, own.dice),
        None => format!("{share} in {}", times(rendering.documents, "document")),
    }
}

fn times(count: u32, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The rendering in the notation of forms: where another one differs from it in capitals or endings
/// only, it is marked so that the one does not match the other.
fn notation(rendering: &Rendering, proposal: &Proposal) -> String {
    let own = rendering.text.as_str();
    let others = || proposal.renderings.iter().map(|other| other.text.as_str()).filter(|other| *other != own);
    let case = others().any(|other| other.to_lowercase() == own.to_lowercase());
    let fixed = others().any(|other| stems(other) == stems(own));
    quoted(&Form { text: own.into(), case, fixed }.notation())
}

fn stems(text: &str) -> Vec<String> {
    text.split([' ', '-']).map(stem).collect()
}

fn quoted(text: &str) -> String {
    ::toml::Value::from(text).to_string()
}

/// A text as it may stand in a comment.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
