//! Writing a file that a command makes: as a whole or not at all, and over another one on demand only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use crate::cli::failure::Failure;

/// The file to write, behind links; it is not there, or may be overwritten.
pub(super) fn target(output: &str, force: bool) -> Result<PathBuf, Failure> {
    let path = Path::new(output);
    let Ok(there) = fs::metadata(path) else { return Ok(path.to_owned()) };
    let unwritable = |error| Failure::Unwritable { path: output.to_owned(), error };
    if !there.is_file() {
        return Err(unwritable(io::Error::other("not a file")));
    }
    if !force {
        return Err(Failure::Overwrites(output.to_owned()));
    }
    fs::canonicalize(path).map_err(unwritable)
}

/// Writes a file as a whole or not at all: a new file beside it takes its place.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let done = fill(&mut file, path, text).and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // What matters is why it could not be written.
        let _ = fs::remove_file(&beside);
    }
    done
}

fn fill(file: &mut File, path: &Path, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    if let Ok(there) = fs::metadata(path) {
        file.set_permissions(there.permissions())?;
    }
    file.sync_all()
}
