//! `quotation`: quotation marks and brackets that are unbalanced, mixed or misplaced.

mod balance;
mod spaced;

use serde::Deserialize;

use super::lexicon::Builder;
use super::{Check, CheckError, Compiled, Context, Hit, Kind, Params, RuleRef};

/// The kind.
pub(super) static QUOTATION: Quotation = Quotation;

/// See [`QUOTATION`].
#[derive(Debug)]
pub(super) struct Quotation;

/// Parameters of a `quotation` rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "find", rename_all = "kebab-case")]
enum Config {
    /// A space inside the quotation marks.
    Spaced {
        /// Nothing is reported unless so many quotations of the document open with a space.
        at_least: usize,
    },
    /// A quotation mark without a partner.
    Unbalanced {},
    /// A curly mark with a straight partner.
    Mixed {},
    /// A bracket without a partner.
    Bracket {},
}

impl Kind for Quotation {
    fn name(&self) -> &'static str {
        "quotation"
    }

    fn summary(&self) -> &'static str {
        "quotation marks and brackets: spaces inside, no partner, two kinds mixed"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &[]
    }

    fn compile(&self, rule: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        Ok(match params.read()? {
            Config::Spaced { at_least } => Compiled::check(spaced::Spaced { rule, at_least }),
            Config::Unbalanced {} => Compiled::check(balance::Balance { rule, find: balance::Find::Unbalanced }),
            Config::Mixed {} => Compiled::check(balance::Balance { rule, find: balance::Find::Mixed }),
            Config::Bracket {} => Compiled::check(balance::Balance { rule, find: balance::Find::Bracket }),
        })
    }
}
