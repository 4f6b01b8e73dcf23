//! The command from outside: every option, every exit code, every bad input.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod bad_inputs;
mod bilingual;
mod catalogue;
mod configuration;
mod glossary;
mod house;
mod options;
mod outputs;
mod source;
mod suppression;

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The small pack that the tests use.
const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/demo");

/// A text with a critical, a major and a minor finding.
const BAD: &str = "In the afternoon many big country craftsmen met the national labour federation and the people of \
    the town to carry out the development of the region.\n";
/// A text without findings.
const GOOD: &str =
    "The delegates met in the afternoon, and in the evening they went home by train to their families.\n";

/// A folder of its own with some files, in which the command runs.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            desk.write(path, text.as_bytes());
        }
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mtlint"));
        command.current_dir(self.path()).args(args);
        command
    }

    /// `mtlint check` with the small pack: exit code, standard output, standard error.
    fn check(&self, args: &[&str]) -> (i32, String, String) {
        let mut command = self.command(&["check", "--pack", PACK]);
        run(command.args(args))
    }

    /// The JSON output of a check.
    fn json(&self, args: &[&str]) -> serde_json::Value {
        let (_, out, _) = self.check(&[args, &["--format", "json"]].concat());
        serde_json::from_str(&out).unwrap()
    }

    /// The rules of all findings of a check, by document.
    fn rules(&self, args: &[&str]) -> Vec<String> {
        let report = self.json(args);
        let documents = report["documents"].as_array().unwrap().iter();
        let findings = documents.flat_map(|document| document["findings"].as_array().unwrap());
        findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    }
}

fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}
