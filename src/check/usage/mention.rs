//! First mentions: a short form follows the preferred one, and then replaces it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Terms, is_heading};
use crate::check::{Check, Context, Hit, RuleRef};
use crate::glossary::Status;

/// Short forms that stand before the preferred form.
pub(super) struct ShortFirst {
    pub(super) rule: RuleRef,
    pub(super) terms: Terms,
}

impl Check for ShortFirst {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let mut known = FxHashSet::default();
        for found in self.terms.valid(context) {
            if found.status != Status::Short {
                known.insert(found.number);
            } else if !is_heading(context, found.span) && known.insert(found.number) {
                let mut hit =
                    Hit::new(self.rule, found.span).with_fix(found.replaced_by(context, found.term.target()), false);
                hit.about = found.about;
                hits.push(hit);
            }
        }
    }
}

/// Preferred forms that stand behind the short form.
pub(super) struct FullAgain {
    pub(super) rule: RuleRef,
    pub(super) terms: Terms,
}

impl Check for FullAgain {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let (mut named, mut shortened) = (FxHashSet::default(), FxHashMap::default());
        for found in self.terms.valid(context).filter(|found| !is_heading(context, found.span)) {
            match (found.status, shortened.get(&found.number)) {
                (Status::Short, None) if named.contains(&found.number) => {
                    shortened.insert(found.number, (found.span, found.form));
                }
                (Status::Preferred, None) => _ = named.insert(found.number),
                (Status::Preferred, Some((first, short))) => {
                    let hit = Hit::new(self.rule, found.span).with_fix(found.replaced_by(context, &short.text), false);
                    let mut hit = hit.with_related(*first, "the short form stands here already");
                    hit.about = found.about;
                    hits.push(hit);
                }
                _ => {}
            }
        }
    }
}
