//! `suppression`: comments that suppress findings. The engine, which applies them, reports under the
//! rules of this kind; the check itself has no hits.

use super::lexicon::Builder;
use super::{CheckError, Compiled, Kind, Params, RuleRef};

/// The kind.
pub(super) static SUPPRESSION: SuppressionCheck = SuppressionCheck;

/// See [`SUPPRESSION`].
#[derive(Debug)]
pub(super) struct SuppressionCheck;

impl Kind for SuppressionCheck {
    fn name(&self) -> &'static str {
        "suppression"
    }

    fn summary(&self) -> &'static str {
        "suppression comments that are not valid or suppress nothing"
    }

    fn placeholders(&self) -> &'static [&'static str] {
        &["comment"]
    }

    fn compile(&self, _: RuleRef, params: &Params<'_>, _: &mut Builder) -> Result<Compiled, CheckError> {
        match params.values.keys().next() {
            Some(key) => Err(CheckError::Params(format!("unknown key `{key}`; this check has none"))),
            None => Ok(Compiled::Entries),
        }
    }
}
