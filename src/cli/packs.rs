//! Arguments on packs and configuration that several subcommands have.

use std::env;
use std::path::PathBuf;

use super::failure::Failure;
use super::glossary::load;
use crate::config::Config;
use crate::engine;
use crate::glossary::Languages;
use crate::rule::{Pack, Rule};

/// The pack that is used when none is named.
const DEFAULT: &str = "zh-en";

/// Which packs, and which configuration.
#[derive(Debug, clap::Args)]
pub(super) struct PackArgs {
    /// A built-in rule pack or a folder with one; may be repeated [default: zh-en]
    #[arg(long = "pack", value_name = "PACK")]
    packs: Vec<String>,
    /// A glossary of the house, whose terms every document must obey; may be repeated
    #[arg(long = "glossary", value_name = "FILE")]
    glossaries: Vec<String>,
    /// The configuration file [default: the nearest mtlint.toml upwards]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl PackArgs {
    /// The configuration, and the packs that it or the arguments name; the names in it are checked.
    pub(super) fn load(&self) -> Result<(Config, Vec<Pack>), Failure> {
        let config = match &self.config {
            Some(path) => Config::load(path)?,
            None => Config::discover(&env::current_dir()?)?,
        };
        let packs = engine::load(&self.names(&config))?;
        let target = packs.iter().rev().map(|pack| pack.target.as_str()).find(|target| !target.is_empty());
        let wanted = Languages { target: target.unwrap_or_default().to_owned(), ..Languages::default() };
        let glossaries =
            self.glossaries(&config).iter().map(|path| load(path, None, &wanted)).collect::<Result<_, _>>();
        let packs = engine::with_glossaries(packs, glossaries.map_err(Failure::Glossary)?)?;
        config.check_names(&packs)?;
        Ok((config, packs))
    }

    /// The files of the house's glossaries.
    pub(super) fn glossaries<'a>(&'a self, config: &'a Config) -> &'a [String] {
        if self.glossaries.is_empty() { &config.glossaries } else { &self.glossaries }
    }

    fn names(&self, config: &Config) -> Vec<String> {
        match (self.packs.is_empty(), config.packs.is_empty()) {
            (false, _) => self.packs.clone(),
            (true, false) => config.packs.clone(),
            (true, true) => vec![DEFAULT.to_owned()],
        }
    }
}

/// All rules of the packs.
pub(super) fn rules(packs: &[Pack]) -> impl Iterator<Item = &Rule> + Clone {
    packs.iter().flat_map(|pack| &pack.rules)
}
