//! `Writer`: XML with an element a line.

/// A document as it is written.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    open: Vec<String>,
    dropped: bool,
}

impl Writer {
    /// A document that has its declaration.
    #[must_use]
    pub fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), ..Self::default() }
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('\n');
        self.open.push(name.to_owned());
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        let name = self.open.pop().unwrap_or_default();
        self.indent();
        self.end(&name);
    }

    /// Writes an element of text.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], content: &str) {
        self.tag(name, attributes);
        self.escape(content);
        self.end(name);
    }

    /// Whether characters were left out since the last time this was asked: XML has no control characters.
    pub fn has_dropped(&mut self) -> bool {
        std::mem::take(&mut self.dropped)
    }

    /// The document.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.extend([" ", name, "=\""]);
            self.escape(value);
            self.text.push('"');
        }
        self.text.push('>');
    }

    fn end(&mut self, name: &str) {
        self.text.extend(["</", name, ">\n"]);
    }

    fn indent(&mut self) {
        self.text.extend(self.open.iter().map(|_| "  "));
    }

    /// Writes text such that white space that means something survives new indents.
    fn escape(&mut self, text: &str) {
        let mut before = 'x';
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\n' => self.text.push_str("&#10;"),
                '\r' => self.text.push_str("&#13;"),
                '\t' => self.text.push_str("&#9;"),
                ' ' if before.is_ascii_whitespace() => self.text.push_str("&#32;"),
                '\0'..='\x1f' | '\u{FFFE}' | '\u{FFFF}' => self.dropped = true,
                c => self.text.push(c),
            }
            before = c;
        }
    }
}

/// Whether a text is an id as XML wants it: a name without a colon.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let more = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && text.chars().all(more)
}
