//! What a document declares as its encoding.

use memchr::memmem::find;

/// How far into a file its declaration may reach.
const REACH: usize = 256;

/// The encoding that the XML declaration at the start of a file names, whatever the file is really in.
#[must_use]
pub fn encoding(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = bytes.get(..bytes.len().min(REACH)).filter(|head| head.starts_with(b"<?xml"))?;
    let declaration = head.get(..find(head, b"?>")?)?;
    let after = declaration.get(find(declaration, b"encoding")? + "encoding".len()..)?;
    let text = std::str::from_utf8(after).ok()?.trim_start().strip_prefix('=')?.trim_start();
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = text.get(1..)?.split(quote).next()?;
    Some(value.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::encoding;

    #[test]
    fn declarations_are_found() {
        for (text, expected) in [
            ("<?xml version=\"1.0\" encoding=\"GBK\"?><a/>", Some("GBK")),
            ("\u{FEFF}<?xml version='1.0' encoding = 'utf-8' standalone='yes'?>", Some("utf-8")),
            ("<?xml version='1.0'?><a encoding='x'/>", None),
            ("<a/>", None),
        ] {
            assert_eq!(encoding(text.as_bytes()).as_deref(), expected, "{text}");
        }
    }
}
