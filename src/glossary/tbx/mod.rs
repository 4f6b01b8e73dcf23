//! `tbx`, `tbx-dct`, `tbx-v2`: `TermBase` eXchange, ISO 30042, with the data categories of TBX-Basic.
//!
//! One reader reads all of it: version 3 (`<tbx>`, `conceptEntry`, `langSec`, `termSec`) in the styles DCA
//! (the category is an attribute) and DCT (the category is an element), and version 2 (`<martif>`,
//! `termEntry`, `langSet`, `tig` or `ntig`). Each of the three is written by its own format.
//!
//! What a glossary has no place for is passed over: contexts, references, transactions, customers,
//! pictures, grammar. An entry never is: one that cannot be a term is a fault.

mod category;
mod concept;
mod languages;
mod read;
mod write;

use super::{Entries, Faults, Format, Glossary, Languages, Losses};
use crate::xml::root;

/// Version 3 in the style DCA.
pub(super) static TBX: Tbx = Tbx { style: Style::Dca };
/// Version 3 in the style DCT.
pub(super) static TBX_DCT: Tbx = Tbx { style: Style::Dct };
/// Version 2.
pub(super) static TBX_V2: Tbx = Tbx { style: Style::V2 };

/// See [`TBX`].
#[derive(Debug)]
pub(super) struct Tbx {
    style: Style,
}

/// How data categories and levels are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Dca,
    Dct,
    V2,
}

impl Style {
    /// The style of a text that is TBX.
    fn of(text: &str) -> Option<Self> {
        let root = root(text)?;
        match root.local() {
            "martif" => Some(Self::V2),
            "tbx" if root.attribute("style").as_deref() == Some("dct") => Some(Self::Dct),
            "tbx" => Some(Self::Dca),
            _ => None,
        }
    }
}

impl Format for Tbx {
    fn name(&self) -> &'static str {
        match self.style {
            Style::Dca => "tbx",
            Style::Dct => "tbx-dct",
            Style::V2 => "tbx-v2",
        }
    }

    fn summary(&self) -> &'static str {
        match self.style {
            Style::Dca => "TBX 3 (ISO 30042:2019), style DCA, dialect TBX-Basic",
            Style::Dct => "TBX 3 (ISO 30042:2019), style DCT, dialect TBX-Basic",
            Style::V2 => "TBX 2 (ISO 30042:2008, MARTIF), TBX-Basic",
        }
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["tbx", "xml"]
    }

    fn recognises(&self, text: &str) -> bool {
        Style::of(text) == Some(self.style)
    }

    fn read(&self, text: &str, faults: &mut Faults<'_>) -> Entries {
        self.read_for(text, &Languages::default(), faults)
    }

    fn read_for(&self, text: &str, wanted: &Languages, faults: &mut Faults<'_>) -> Entries {
        let body = read::read(text, faults);
        let languages = languages::choose(wanted, &body.language, &body.tags);
        for tag in languages::others(&languages, &body.tags) {
            faults.pass_over(format!("the terms in `{tag}`"));
        }
        concept::entries(body, &languages, faults)
    }

    fn write(&self, glossary: &Glossary, losses: &mut Losses) -> String {
        write::write(self.style, glossary, losses)
    }
}
