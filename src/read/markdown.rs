//! Markdown (`CommonMark` with tables and front matter): code is left out, links keep their text.

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use super::{Options, Parts, ReadError, Reader};
use crate::document::{Comment, Role, TextBuilder};
use crate::text::{Source, Span};

/// Markdown.
pub(super) static MARKDOWN: Markdown = Markdown;

/// See [`MARKDOWN`].
#[derive(Debug)]
pub(super) struct Markdown;

/// Stands for inline code, images and other objects, so that the sentence around them stays whole.
const OBJECT: &str = "\u{FFFC}";

impl Reader for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn read(&self, source: &Source, _: &Options) -> Result<Parts, ReadError> {
        let options = Extensions::ENABLE_TABLES
            | Extensions::ENABLE_STRIKETHROUGH
            | Extensions::ENABLE_FOOTNOTES
            | Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let mut walk = Walk { text: source.text(), ..Walk::default() };
        for (event, range) in Parser::new_ext(source.text(), options).into_offset_iter() {
            walk.event(&event, range.into());
        }
        walk.side.end_passage(Role::Paragraph, source.text().len());
        Ok(Parts { target: walk.side.finish(), comments: walk.comments, ..Parts::default() })
    }
}

#[derive(Default)]
struct Walk<'a> {
    text: &'a str,
    side: TextBuilder,
    comments: Vec<Comment>,
    /// Depth inside blocks whose text is not prose.
    hidden: usize,
    /// Roles of the open blocks that have one.
    roles: Vec<Role>,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag, span),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, span),
            _ if self.hidden > 0 => {}
            Event::Text(text) => self.push(text, span),
            Event::SoftBreak | Event::HardBreak => self.side.push_decoded(span, " "),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {
                self.side.push_decoded(span, OBJECT);
            }
            Event::Rule | Event::TaskListMarker(_) => self.close(span.end()),
        }
    }

    fn push(&mut self, text: &str, span: Span) {
        if span.of(self.text) == text {
            self.side.push_verbatim(span.start(), text);
        } else {
            self.side.push_decoded(span, text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.hidden += 1,
            Tag::Image { .. } => {
                self.side.push_decoded(Span::new(span.start(), span.start()), OBJECT);
                self.hidden += 1;
            }
            _ => {}
        }
        if let Some(role) = role(tag.to_end()) {
            self.close(span.start());
            self.roles.push(role);
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        if matches!(tag, TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Image) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        if role(tag).is_some() {
            self.close(span.end());
            self.roles.pop();
        }
    }

    /// Ends the passage with the role of the innermost block that says more than "paragraph".
    fn close(&mut self, outer: usize) {
        let role = self.roles.iter().rev().find(|role| **role != Role::Paragraph);
        self.side.end_passage(role.copied().unwrap_or(Role::Paragraph), outer);
    }

    fn html(&mut self, html: &str, span: Span) {
        let trimmed = html.trim();
        let Some(text) = trimmed.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) else {
            return;
        };
        let (text, position) = (text.trim().to_owned(), self.side.position());
        self.comments.push(Comment { span: Span::new(span.start(), span.start() + trimmed.len()), text, position });
    }
}

/// The role of a block that makes a passage of its own.
fn role(tag: TagEnd) -> Option<Role> {
    match tag {
        TagEnd::Heading(_) => Some(Role::Heading),
        TagEnd::Item => Some(Role::ListItem),
        TagEnd::TableCell => Some(Role::Cell),
        TagEnd::Paragraph
        | TagEnd::BlockQuote(_)
        | TagEnd::HtmlBlock
        | TagEnd::CodeBlock
        | TagEnd::FootnoteDefinition
        | TagEnd::Table
        | TagEnd::List(_) => Some(Role::Paragraph),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn passages_map_back_through_markup_and_entities() {
        let text = "# The *18th* congress\n\nHe said &amp; left\\*. See [the site](http://x.y) and `code`.\n\n- one\n- two\n\n```\nskip\n```\n<!-- mtlint: allow x because -->\n\nEnd.\n";
        let document = read("a.md", text.into()).unwrap();
        let passages = document.target.passages().iter().map(|p| (p.span.of(document.target.text()), p.role));
        assert_eq!(
            passages.collect::<Vec<_>>(),
            [
                ("The 18th congress", Role::Heading),
                ("He said & left*. See the site and \u{FFFC}.", Role::Paragraph),
                ("one", Role::ListItem),
                ("two", Role::ListItem),
                ("End.", Role::Paragraph),
            ]
        );
        let ampersand = document.target.text().find('&').unwrap();
        assert_eq!(document.in_file(Span::new(ampersand, ampersand + 1)).of(text), "&amp;");
        let site = document.target.text().find("site").unwrap();
        assert_eq!(document.in_file(Span::new(site, site + 4)).of(text), "site");
        assert_eq!(document.comments.first().map(|c| c.text.as_str()), Some("mtlint: allow x because"));
    }
}
