//! 某 carried over as a name: “Huang Mou”, “Li Moumou”, “Zhang XX”.

use std::sync::Arc;

use super::{Check, Context, Hit, Mandarin, RuleRef};
use crate::language::{Case, Gap, without_possessive};

/// Finds it behind a surname.
#[derive(Debug)]
pub(super) struct Concealed {
    pub(super) rule: RuleRef,
    pub(super) mandarin: Arc<Mandarin>,
}

impl Check for Concealed {
    fn run(&self, context: &Context<'_>, hits: &mut Vec<Hit>) {
        let text = &context.document.target;
        for pair in text.tokens().windows(2) {
            let [surname, given] = pair else { continue };
            if given.gap != Gap::Space || given.case == Case::Lower || surname.case != Case::Title {
                continue;
            }
            let (word, name) = (text.word(surname), text.word(given));
            let stem = without_possessive(name);
            let conceals = matches!(stem, "Mou" | "Moumou" | "MouMou" | "XX" | "XXX" | "Xx");
            if conceals && self.mandarin.is_surname(word) {
                let span = surname.span.cover(given.span);
                let span = crate::text::Span::new(span.start(), span.end() - (name.len() - stem.len()));
                hits.push(Hit::new(self.rule, span).with_value("surname", word));
            }
        }
    }
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
