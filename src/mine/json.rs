//! Proposals as data: `mtlint-mine/1`.

use serde::Serialize;

use super::Proposal;

/// The whole output.
#[derive(Serialize)]
struct Output<'a> {
    format: &'static str,
    mode: &'static str,
    terms: &'a [Proposal],
}

/// The proposals as JSON.
#[must_use]
pub fn json(proposals: &[Proposal], parallel: bool) -> String {
    let mode = if parallel { "parallel" } else { "monolingual" };
    let output = Output { format: "mtlint-mine/1", mode, terms: proposals };
    // Such data always has a JSON form.
    serde_json::to_string_pretty(&output).unwrap_or_default() + "\n"
}
