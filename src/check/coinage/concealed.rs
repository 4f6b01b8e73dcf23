//! 某 carried over as a name: “Huang Mou”, “Li Moumou”, “Zhang XX”.

use std::sync::Arc;

use super::{Check, Context, Hit, Mandarin, RuleRef};
use crate::language::{Case, Gap, without_possessive};
use crate::text::Span;

/// Finds it behind a surname.
#[derive(Debug)]
pub(super) struct Concealed {
    pub(super) rule: RuleRef,
    pub(super) mandarin: Arc<Mandarin>,
}

impl Check for Concealed {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for at in text.distinct().places(|word| conceals(without_possessive(text.word(word)))) {
            let surname = at.checked_sub(1).and_then(|at| text.tokens().get(at));
            let (Some(surname), Some(given)) = (surname, text.tokens().get(at)) else { continue };
            let word = text.word(surname);
            if given.gap == Gap::Space && surname.case == Case::Title && self.mandarin.is_surname(word) {
                let end = given.span.start() + without_possessive(text.word(given)).len();
                let span = Span::new(surname.span.start(), end);
                hits.push(Hit::new(self.rule, span).with_value("surname", word));
            }
        }
    }
}

/// Whether a word stands for a given name that is not told.
fn conceals(word: &str) -> bool {
    matches!(word, "Mou" | "Moumou" | "MouMou" | "XX" | "XXX" | "Xx")
}

#[cfg(test)]
mod tests {
    use crate::check::coinage::COINAGE;
    use crate::check::trial::found;

    #[test]
    fn surnames_with_mou() {
        let text = "The driver Huang Mou, Li Moumou's brother and Zhang XX met Mou Sen of the MoU.";
        assert_eq!(found(&COINAGE, "zh-en", "find = \"concealed\"", text), ["Huang Mou", "Li Moumou", "Zhang XX"]);
    }
}
