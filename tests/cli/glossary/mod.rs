//! `mtlint glossary`.

mod check;
mod convert;
mod diff;
mod schema;

use super::{Desk, run};

/// A sample glossary that uses every field.
const HOUSE: &str = include_str!("../../glossaries/house.toml");

/// A glossary without problems.
const GOOD: &str = "source\ttarget\n工会\ttrade union\n集体合同\tcollective agreement\n";

impl Desk {
    /// `mtlint glossary`: exit code, standard output, standard error.
    fn glossary(&self, args: &[&str]) -> (i32, String, String) {
        run(self.command(&["glossary"]).args(args))
    }
}

/// Files that are no glossary, with what is said about them.
const UNREADABLE: [(&str, &[u8], &str); 8] = [
    ("missing.toml", b"", "error: missing.toml: cannot read: No such file or directory"),
    ("folder.toml/x", b"x", "error: folder.toml: a folder; name the glossary files in it"),
    ("empty.tsv", b" \n\n", "error: empty.tsv: the file is empty; a glossary has at least one entry"),
    (
        "sheet.csv",
        b"PK\x03\x04\0\0",
        "error: sheet.csv: a binary file (byte 2 is a control character); save the table as CSV or TSV",
    ),
    ("terms.docx", b"a\tb\n", "error: terms.docx: its name tells no glossary format (known: .toml"),
    ("terms", b"a\tb\n", "name the format with --from"),
    (
        "bad.toml",
        b"[[term]]\nsource = 'a'\ntarget = 'b'\nstatus = 'c'\n",
        "error: bad.toml:4:1: unknown key `status`; known: id, source",
    ),
    (
        "cut.tsv",
        b"source\ttarget\n\xE5\xB7\xA5\xE4\xBC\x9A\xE5\xB7\xA5\xE4\xBC\x9A\xE5\xB7\xA5\xFF\tb\n",
        "error: cut.tsv:2: byte 29 is not valid UTF-8",
    ),
];

/// Runs `command FILE …` on each such file: the exit code is 3, and the message as expected.
fn refuses(command: &str, more: &[&str]) {
    for (name, bytes, message) in UNREADABLE {
        let desk = Desk::new(&[("good.tsv", GOOD)]);
        if name != "missing.toml" {
            desk.write(name, bytes);
        }
        let (code, out, error) = desk.glossary(&[&[command, name.trim_end_matches("/x")], more].concat());
        assert!(code == 3 && error.contains(message), "{name}: {code} {out} {error}");
    }
}
