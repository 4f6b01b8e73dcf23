//! HTML: the text of the article, without scripts, styles, code and navigation.
//!
//! It works on the token stream (WHATWG tokenization, html5gum) with counters instead of a tree,
//! so that depth costs nothing.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::{Options, Parts, ReadError, Reader};
use crate::document::{Comment, Role, TextBuilder};
use crate::text::{Source, Span};

/// HTML.
pub(super) static HTML: Html = Html;

/// See [`HTML`].
#[derive(Debug)]
pub(super) struct Html;

const OBJECT: &str = "\u{FFFC}";
/// Elements whose text is no prose of the article.
const HIDDEN: [&[u8]; 16] = [
    b"script",
    b"style",
    b"head",
    b"template",
    b"noscript",
    b"svg",
    b"math",
    b"nav",
    b"form",
    b"button",
    b"select",
    b"textarea",
    b"pre",
    b"iframe",
    b"object",
    b"title",
];
/// Elements that stand in a sentence but hold no prose.
const OBJECTS: [&[u8]; 5] = [b"code", b"kbd", b"samp", b"var", b"img"];
/// Elements that do not end a passage.
const INLINE: [&[u8]; 26] = [
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"data", b"del", b"dfn", b"em", b"font", b"i", b"ins", b"mark", b"q",
    b"rp", b"rt", b"ruby", b"s", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u",
];

impl Reader for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn read(&self, source: &Source, _: &Options) -> Result<Parts, ReadError> {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut walk = Walk { text: source.text(), ..Walk::default() };
        for token in Tokenizer::new_with_emitter(source.text(), emitter).flatten() {
            walk.token(&token);
        }
        walk.side.end_passage(walk.role(), source.text().len());
        Ok(Parts { target: walk.side.finish(), comments: walk.comments, ..Parts::default() })
    }
}

#[derive(Default)]
struct Walk<'a> {
    text: &'a str,
    side: TextBuilder,
    comments: Vec<Comment>,
    /// The open element that hides text, and how often it is open.
    hidden: Option<(Vec<u8>, usize)>,
    /// The last element that gives a passage its role.
    role: Option<Role>,
}

impl Walk<'_> {
    fn token(&mut self, token: &Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(&tag.name, tag.self_closing, Span::new(tag.span.start, tag.span.end)),
            Token::EndTag(tag) => self.end(&tag.name, tag.span.start),
            Token::String(text) if self.hidden.is_none() => self.push(Span::new(text.span.start, text.span.end)),
            Token::Comment(comment) => self.comment(&comment.value, Span::new(comment.span.start, comment.span.end)),
            _ => {}
        }
    }

    fn role(&self) -> Role {
        self.role.unwrap_or(Role::Paragraph)
    }

    fn start(&mut self, name: &[u8], closed: bool, span: Span) {
        if let Some((element, depth)) = &mut self.hidden {
            *depth += usize::from(element == name && !closed);
            return;
        }
        if OBJECTS.contains(&name) {
            self.side.push_decoded(span, OBJECT);
        }
        let hides = HIDDEN.contains(&name) || (OBJECTS.contains(&name) && name != b"img");
        if !INLINE.contains(&name) && !OBJECTS.contains(&name) {
            self.side.end_passage(self.role(), span.start());
            self.role = role(name);
        }
        if hides && !closed {
            self.hidden = Some((name.to_vec(), 1));
        }
    }

    fn end(&mut self, name: &[u8], outer: usize) {
        if let Some((element, depth)) = &mut self.hidden {
            *depth -= usize::from(element == name);
            if *depth == 0 {
                self.hidden = None;
            }
            return;
        }
        if !INLINE.contains(&name) && !OBJECTS.contains(&name) {
            self.side.end_passage(self.role(), outer);
            self.role = None;
        }
    }

    /// Appends a stretch of raw text: white space collapses, character references are decoded.
    fn push(&mut self, span: Span) {
        let raw = span.of(self.text);
        let mut at = 0;
        while at < raw.len() {
            let rest = raw.get(at..).unwrap_or_default();
            let taken = self.push_some(span.start() + at, rest);
            at += taken.max(1);
        }
    }

    /// Appends the next stretch of one kind; returns its raw length.
    fn push_some(&mut self, outer: usize, rest: &str) -> usize {
        let space = rest.len() - rest.trim_start_matches([' ', '\n', '\t', '\r', '\u{C}']).len();
        if space > 0 {
            if !self.side.at_space() {
                self.side.push_decoded(Span::new(outer, outer + space), " ");
            }
            return space;
        }
        if rest.starts_with('&') {
            let length = reference(rest);
            let raw = rest.get(..length).unwrap_or("&");
            let decoded = htmlize::unescape(raw).replace('\u{A0}', " ");
            self.side.push_decoded(Span::new(outer, outer + raw.len()), &decoded);
            return raw.len();
        }
        let plain = rest.find(['&', ' ', '\n', '\t', '\r', '\u{C}']).unwrap_or(rest.len());
        self.side.push_verbatim(outer, rest.get(..plain).unwrap_or_default());
        plain
    }

    fn comment(&mut self, value: &[u8], span: Span) {
        let text = String::from_utf8_lossy(value).trim().to_owned();
        self.comments.push(Comment { span, text, position: self.side.position() });
    }
}

/// The raw length of the character reference at the start of `rest`, or 1 for a lone ampersand.
fn reference(rest: &str) -> usize {
    let name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let body = rest.get(1..).unwrap_or_default();
    let length = body.find(|c| !name(c)).unwrap_or(body.len()).min(32);
    let closed = body.get(length..).is_some_and(|after| after.starts_with(';'));
    if length == 0 { 1 } else { 1 + length + usize::from(closed) }
}

fn role(name: &[u8]) -> Option<Role> {
    match name {
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Some(Role::Heading),
        b"li" | b"dd" | b"dt" => Some(Role::ListItem),
        b"td" | b"th" => Some(Role::Cell),
        b"figcaption" | b"caption" => Some(Role::Caption),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn text_maps_back_through_tags_and_references() {
        let html = "<html><head><title>x</title><script>if (a<b) {}</script></head><body><nav>Home</nav><h1>The 18th&nbsp;congress</h1>\n<p>Rights &amp; <b>duties</b> of\n   workers&#8217; unions<!-- mtlint: allow y --> &notanentity <code>f()</code>.</p></body>";
        let document = read("a.html", html.into()).unwrap();
        let text = document.target.text();
        let passages: Vec<_> = document.target.passages().iter().map(|p| (p.span.of(text), p.role)).collect();
        assert_eq!(
            passages,
            [
                ("The 18th congress", Role::Heading),
                ("Rights & duties of workers’ unions ¬anentity \u{FFFC}.", Role::Paragraph),
            ]
        );
        let at = |needle: &str| text.find(needle).map(|at| Span::new(at, at + needle.len())).unwrap();
        assert_eq!(document.in_file(at("’")).of(html), "&#8217;");
        assert_eq!(document.in_file(at("duties")).of(html), "duties");
        assert_eq!(document.in_file(at("of workers")).of(html), "of\n   workers");
        assert_eq!(document.comments.len(), 1);
    }

    #[test]
    fn depth_and_open_tags_are_harmless() {
        let html = format!("{}text{}", "<div>".repeat(100_000), "</b>".repeat(1000));
        assert_eq!(read("a.html", html.into()).unwrap().target.passages().len(), 1);
    }
}
