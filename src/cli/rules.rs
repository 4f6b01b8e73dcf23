//! `mtlint rules`: the catalogue.

use std::process::ExitCode;

use clap::ValueEnum;
use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

use super::failure::Failure;
use super::packs::{self, PackArgs};
use crate::config::Config;
use crate::rule::Rule;

/// Arguments of `mtlint rules`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The output
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
    #[command(flatten)]
    packs: PackArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Output {
    Text,
    Json,
}

/// A rule in the JSON output.
#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    pack: &'a str,
    check: &'a str,
    category: &'a str,
    its: &'a str,
    severity: &'a str,
    enabled: bool,
    summary: &'a str,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let (config, packs) = args.packs.load()?;
    let rows: Vec<Row<'_>> = packs::rules(&packs).map(|rule| row(&config, rule)).collect();
    super::print(&match args.format {
        Output::Text => table(&rows),
        Output::Json => serde_json::to_string_pretty(&rows).map_err(std::io::Error::from)? + "\n",
    })
}

fn row<'a>(config: &Config, rule: &'a Rule) -> Row<'a> {
    Row {
        rule: &rule.id,
        pack: &rule.pack,
        check: &rule.check,
        category: rule.category.name(),
        its: rule.category.its(),
        severity: config.selection.severity(rule).unwrap_or(rule.severity).name(),
        enabled: config.selection.admits(rule),
        summary: rule.summary(),
    }
}

fn table(rows: &[Row<'_>]) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if !table.is_tty() {
        table.set_width(160);
    }
    table.set_header(["rule", "pack", "category", "severity", "", "why"]);
    for row in rows {
        let off = if row.enabled { "" } else { "off" };
        table.add_row([row.rule, row.pack, row.category, row.severity, off, row.summary]);
    }
    format!("{}\n{} rules\n", table.trim_fmt(), rows.len())
}
