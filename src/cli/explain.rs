//! `mtlint explain`: one rule, for people.

use std::fmt::Write;
use std::process::ExitCode;

use super::failure::Failure;
use super::packs::{self, PackArgs};
use crate::config::Config;
use crate::engine::suggestion;
use crate::rule::{Example, Rule};
use crate::text::Span;

/// Arguments of `mtlint explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rule
    rule: String,
    #[command(flatten)]
    packs: PackArgs,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let (config, packs) = args.packs.load()?;
    let rule = packs::rules(&packs).find(|rule| rule.id == args.rule).ok_or_else(|| {
        let suggestion = suggestion(&args.rule, packs::rules(&packs).map(|rule| rule.id.as_str()));
        Failure::NoRule { id: args.rule.clone(), suggestion }
    })?;
    super::print(&page(&config, rule))
}

fn page(config: &Config, rule: &Rule) -> String {
    let severity = config.selection.severity(rule).unwrap_or(rule.severity);
    let state = if config.selection.admits(rule) { "on" } else { "off" };
    let mut page = format!("{}\n", rule.id);
    let facts = [
        ("category", rule.category.name()),
        ("ITS type", rule.category.its()),
        ("severity", severity.name()),
        ("pack", &rule.pack),
        ("check", &rule.check),
        ("state", state),
    ];
    for (name, value) in facts {
        let _ = writeln!(page, "  {name:<9} {value}");
    }
    let _ = writeln!(page, "\n{}", rule.why);
    examples(&mut page, "Flagged", rule.examples.iter().filter(|example| example.is_flagged()));
    examples(&mut page, "Not flagged", rule.examples.iter().filter(|example| !example.is_flagged()));
    page
}

fn examples<'e>(page: &mut String, title: &str, examples: impl Iterator<Item = &'e Example>) {
    let _ = writeln!(page, "\n{title}:");
    for example in examples {
        indented(page, "- ", &marked(&example.text, &example.flags));
        if let Some(source) = &example.source {
            indented(page, "  of ", &marked(source, &example.source_flags));
        }
        if let Some(fix) = &example.fix {
            indented(page, "  → ", fix);
        }
    }
}

fn indented(page: &mut String, first: &str, text: &str) {
    let rest = " ".repeat(first.chars().count());
    for (number, line) in text.trim().lines().enumerate() {
        let _ = writeln!(page, "  {}{line}", if number == 0 { first } else { &rest });
    }
}

/// A text of an example with `[[` `]]` around what is flagged.
fn marked(text: &str, flags: &[Span]) -> String {
    let (mut shown, mut done) = (String::new(), 0);
    for flag in flags {
        shown.push_str(text.get(done..flag.start()).unwrap_or_default());
        let _ = write!(shown, "[[{}]]", flag.of(text));
        done = flag.end();
    }
    shown + text.get(done..).unwrap_or_default()
}
