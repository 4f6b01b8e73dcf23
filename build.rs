//! Reads the built-in packs in `rules/` with the code that reads those of a house, and stores them as the
//! program wants them: a rule or term that is not valid does not build, and a start takes nothing apart.

// The modules are those of the library, of which this needs a part.
#![allow(dead_code, unused_imports, unreachable_pub, missing_docs)]

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

#[path = "src/body/mod.rs"]
mod body;
#[path = "src/expression/mod.rs"]
mod expression;
#[path = "src/filing/mod.rs"]
mod filing;
#[path = "src/glossary/mod.rs"]
mod glossary;
#[path = "src/mqm/mod.rs"]
mod mqm;
#[path = "src/rule/mod.rs"]
mod rule;
#[path = "src/text/mod.rs"]
mod text;
#[path = "src/xml/mod.rs"]
mod xml;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=rules");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let (mut packs, mut records) = (String::from("&["), filing::Records::default());
    for folder in folders()? {
        let pack = rule::from_directory(&folder)?;
        packs += &store(&pack, &folder, out)?;
        pack.glossaries.values().for_each(|glossary| records.glossary(glossary));
        pack.slot_patterns().for_each(|pattern| records.pattern(pattern));
    }
    let (keys, spellings) = records.into_bytes();
    fs::write(out.join("packs.keys"), keys)?;
    fs::write(out.join("packs.spellings"), spellings)?;
    fs::write(out.join("packs.rs"), packs + "]")?;
    Ok(())
}

/// The folders of the packs, in order.
fn folders() -> io::Result<Vec<PathBuf>> {
    let mut folders = fs::read_dir("rules")?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    Ok(folders)
}

/// Stores a pack: the entry of the program's list of packs.
fn store(pack: &rule::Pack, folder: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    let name = &pack.name;
    let mut glossaries = String::new();
    for (number, (path, glossary)) in pack.glossaries.iter().enumerate() {
        let file = format!("{name}.{number}.glossary");
        fs::write(out.join(&file), postcard::to_stdvec::<glossary::Glossary>(glossary)?)?;
        write!(glossaries, "({path:?}, {}), ", included("bytes", "OUT_DIR", &file))?;
    }
    let own = |what: &str, path: &String| {
        let file = included(what, "CARGO_MANIFEST_DIR", &folder.join(path).to_string_lossy());
        format!("({path:?}, {file}), ")
    };
    let tables: String = pack.tables.keys().map(|path| own("str", path)).collect();
    let binaries: String = pack.binaries.keys().map(|path| own("bytes", path)).collect();
    let file = format!("{name}.programs");
    fs::write(out.join(&file), programs(pack)?)?;
    let programs = included("bytes", "OUT_DIR", &file);
    let file = format!("{name}.pack");
    fs::write(out.join(&file), postcard::to_stdvec(pack)?)?;
    let rest = included("bytes", "OUT_DIR", &file);
    let files =
        format!("glossaries: &[{glossaries}], tables: &[{tables}], binaries: &[{binaries}], programs: {programs}");
    Ok(format!("Stored {{ name: {name:?}, rest: {rest}, {files} }},\n"))
}

/// The expressions of a pack, compiled.
fn programs(pack: &rule::Pack) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut programs = Vec::new();
    for (source, case_sensitive) in pack.expressions() {
        let parsed = expression::parse(&source).map_err(|error| format!("{}: `{source}`: {error}", pack.name))?;
        let program = expression::Program::new(&parsed, !case_sensitive);
        let program = program.ok_or_else(|| format!("{}: `{source}` is too large", pack.name))?;
        let required = expression::literals(&parsed);
        programs.push((source, case_sensitive, required, postcard::to_stdvec(&program)?));
    }
    Ok(postcard::to_stdvec(&programs)?)
}

/// The expression for what a file holds, as `bytes` or a `str`, in the folder that a variable of the build
/// names: the project may have been moved since.
fn included(what: &str, folder: &str, file: &str) -> String {
    format!("include_{what}!(concat!(env!({folder:?}), {:?}))", format!("/{file}"))
}
