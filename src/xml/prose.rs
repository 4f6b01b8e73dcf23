//! `Prose`: the text of an element, without the line breaks and indents of the file.

/// Text that is put together from pieces.
#[derive(Debug, Default)]
pub struct Prose {
    text: String,
}

impl Prose {
    /// Adds text as it stands in the file: white space in it is a single space.
    pub fn text(&mut self, text: &str) {
        let mut words = text.split(|c: char| c.is_ascii_whitespace());
        self.text.extend(words.next());
        for word in words {
            if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    /// Adds a character that was written as a reference, and so is meant as it is.
    pub fn character(&mut self, character: char) {
        self.text.push(character);
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> String {
        let trimmed = self.text.trim();
        if trimmed.len() == self.text.len() { self.text } else { trimmed.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::Prose;

    #[test]
    fn indents_are_no_text_and_references_are() {
        let mut prose = Prose::default();
        prose.text("\n  a\n\t b ");
        prose.character('\n');
        prose.text("c  d\n");
        assert_eq!(prose.finish(), "a b \nc d");
    }
}
