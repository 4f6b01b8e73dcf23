//! Packs and a selection → a `Linter`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;

use super::{LinkError, Linter, Selection};
use crate::builtin;
use crate::check::lexicon::{Builder, Cue, Lexicon};
use crate::check::{self, CheckError, Compiled, HOUSE, Params, Patterns, RuleRef, Shared};
use crate::document::Document;
use crate::rule::{self, Pack, PackError, Rule};
use crate::text::FileError;

/// Placeholders that every message may use.
const COMMON: [&str; 2] = ["match", "fix"];
/// The table of cue sets of a pack.
const CUES: &str = "cues.tsv";

/// The packs of these names or folders, with all that they include, each once and before its users.
pub fn load(names: &[String]) -> Result<Vec<Pack>, PackError> {
    let mut packs = Vec::new();
    for name in names {
        load_into(Path::new(name), &mut packs)?;
    }
    Ok(packs)
}

/// Loads a pack: a folder, or a built-in one. What a folder includes is looked for beside it first.
fn load_into(path: &Path, packs: &mut Vec<Pack>) -> Result<(), PackError> {
    // A folder of articles may well be called `en`: the built-in pack of that name comes first.
    let name = path.to_string_lossy();
    let own = !builtin::names().any(|builtin| builtin == name) && path.is_dir();
    let pack = if own { rule::from_directory(path)? } else { builtin::pack(&name)? };
    if packs.iter().any(|known| known.name == pack.name) {
        return Ok(());
    }
    for included in pack.includes.clone() {
        let beside = path.with_file_name(&included);
        load_into(if own && beside.is_dir() { &beside } else { Path::new(&included) }, packs)?;
    }
    packs.push(pack);
    Ok(())
}

impl Linter {
    /// Links the selected rules of the packs to their checks.
    pub fn new(packs: Vec<Pack>, selection: &Selection) -> Result<Self, LinkError> {
        unique(&packs)?;
        selection.check(&packs)?;
        let target = packs.iter().rev().map(|pack| pack.target.clone()).find(|target| !target.is_empty());
        let source = packs.iter().rev().map(|pack| pack.source.clone()).find(|source| !source.is_empty());
        let mut linked = Self {
            rules: Vec::new(),
            severities: Vec::new(),
            comparing: Vec::new(),
            unselected: Vec::new(),
            ignored: Vec::new(),
            lexicon: Lexicon::default(),
            patterns: Patterns::default(),
            checks: Vec::new(),
            comparisons: Vec::new(),
            lexis: None,
            language: String::new(),
            dated: is_dated(&packs),
            day: None,
            today: None,
            target: target.unwrap_or_default(),
            source: source.unwrap_or_default(),
            warm: AtomicBool::new(false),
        };
        let (mut lexicon, mut patterns) = (Builder::new(builtin::tables()), Vec::new());
        linked.language = language(&packs, &linked.target);
        lexicon.language(&linked.language);
        for mut pack in packs {
            let rules = std::mem::take(&mut pack.rules);
            let (cues, shared, none) = (cue_sets(&pack), Shared::default(), toml::Table::new());
            let Pack { glossaries, bodies, tables, binaries, programs, .. } = &pack;
            let common =
                Params { values: &none, glossaries, bodies, tables, binaries, programs, cues: &cues, shared: &shared };
            linked.lexis = common.lexis().ok().or(linked.lexis);
            lexicon.validate(!pack.embedded);
            lexicon.expect(glossaries.values().flat_map(|glossary| &glossary.terms));
            for mut rule in rules {
                if !selection.admits(&rule) {
                    let idle = if selection.wants(&rule) { &mut linked.ignored } else { &mut linked.unselected };
                    idle.push(rule);
                    continue;
                }
                let severity = selection.severity(&rule);
                rule.severity = severity.unwrap_or(rule.severity);
                let number = RuleRef(u32::try_from(linked.rules.len()).unwrap_or(u32::MAX));
                let compiled = compile(common, &rule, number, &mut lexicon)?;
                linked.comparing.push(matches!(compiled, Compiled::Comparison(_)));
                match compiled {
                    Compiled::Entries => {}
                    Compiled::Check(check) => linked.checks.push(check),
                    Compiled::Comparison(check) => linked.comparisons.push(check),
                    Compiled::Pattern(pattern) => patterns.push(*pattern),
                }
                linked.rules.push(Arc::new(rule));
                linked.severities.push(severity);
            }
        }
        (linked.lexicon, linked.patterns) = rayon::join(|| lexicon.finish(), || Patterns::new(patterns));
        Ok(linked)
    }

    /// The same linter, for which glossary entries must hold on this day where a document has no
    /// dateline. Without it, entries hold always there.
    #[must_use]
    pub fn today(mut self, day: Date) -> Self {
        self.today = Some(day);
        self
    }

    /// The same linter, for which glossary entries must hold on this day, whatever the document says.
    #[must_use]
    pub fn on(mut self, day: Date) -> Self {
        self.day = Some(day);
        self
    }

    /// The rules that run.
    #[must_use]
    pub fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }

    /// The rules that can find something: those that need a source only where there was one.
    pub fn ran(&self, compared: bool) -> impl Iterator<Item = &Arc<Rule>> {
        let ran = move |(rule, comparing): (_, &bool)| (compared || !comparing).then_some(rule);
        self.rules.iter().zip(&self.comparing).filter_map(ran)
    }

    /// The rules that cannot find anything in a document because they need its source.
    pub fn idle(&self, document: &Document) -> impl Iterator<Item = &Arc<Rule>> {
        let compared = document.bitext.is_some();
        let idle = move |(rule, comparing): (_, &bool)| (*comparing && !compared).then_some(rule);
        self.rules.iter().zip(&self.comparing).filter_map(idle)
    }

    /// Whether the rule of that number has what it needs in a document.
    pub(super) fn can_run(&self, number: usize, document: &Document) -> bool {
        document.bitext.is_some() || !self.comparing.get(number).copied().unwrap_or_default()
    }

    /// Which of the rules that run here another selection admits, in the order of [`Self::rules`].
    #[must_use]
    pub fn admitted(&self, selection: &Selection) -> Vec<bool> {
        self.rules.iter().map(|rule| selection.admits(rule)).collect()
    }

    /// The language whose inflections are undone, as a BCP 47 tag; empty for English.
    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// The language the documents should be translated from, as an ISO 639-1 code; empty for any.
    #[must_use]
    pub fn source_language(&self) -> &str {
        &self.source
    }

    /// The language the documents should be in, as an ISO 639-1 code; empty for any.
    #[must_use]
    pub fn target_language(&self) -> &str {
        &self.target
    }
}

/// The language whose inflections are undone: the one that house glossaries name, else that of the packs.
fn language(packs: &[Pack], target: &str) -> String {
    let glossaries = packs.iter().flat_map(|pack| &pack.glossaries).filter(|(path, _)| path.starts_with(HOUSE));
    let named = glossaries.map(|(_, glossary)| glossary.languages.target.as_str()).find(|tag| !tag.is_empty());
    named.unwrap_or(target).to_owned()
}

/// Whether entries of house glossaries hold from or until a day.
fn is_dated(packs: &[Pack]) -> bool {
    let terms = packs.iter().flat_map(|pack| pack.glossaries.values()).flat_map(|glossary| &glossary.terms);
    terms.into_iter().any(|term| term.valid_from.is_some() || term.valid_until.is_some())
}

fn unique(packs: &[Pack]) -> Result<(), LinkError> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for rule in packs.iter().flat_map(|pack| &pack.rules) {
        if let Some(first) = seen.insert(&rule.id, &rule.pack) {
            return Err(LinkError::Twice { id: rule.id.clone(), first: first.to_owned(), second: rule.pack.clone() });
        }
    }
    Ok(())
}

fn cue_sets(pack: &Pack) -> BTreeMap<String, Cue> {
    let table = pack.tables.get(CUES).map_or("", Cow::as_ref);
    let set = |line: &str| {
        let (name, words) = line.split_once('\t')?;
        let words = words.split(" ; ").map(|word| word.trim().to_owned()).collect::<Vec<_>>();
        Some((name.to_owned(), Cue { name: format!("@{name}").into(), words: words.into() }))
    };
    table.lines().skip(1).filter_map(set).collect()
}

/// Compiles a rule, or says where its file is wrong.
fn compile(common: Params<'_>, rule: &Rule, number: RuleRef, lexicon: &mut Builder) -> Result<Compiled, FileError> {
    let error = |span, what: String| FileError::at(&rule.path, &rule.text, span, what);
    let kind = check::by_name(&rule.check).ok_or_else(|| {
        let known = check::KINDS.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
        error(rule.check_span, format!("unknown check `{}`; known: {known}", rule.check))
    })?;
    let known = |name: &&str| COMMON.contains(name) || kind.placeholders().contains(name);
    if let Some(unknown) = rule.message.placeholders().find(|name| !known(name)) {
        let known = COMMON.iter().chain(kind.placeholders()).map(|name| format!("{{{name}}}")).collect::<Vec<_>>();
        let what = format!("unknown placeholder `{{{unknown}}}`; `{}` has {}", kind.name(), known.join(", "));
        return Err(error(rule.message_span, what));
    }
    let params = Params { values: &rule.params, ..common };
    let place =
        |_: &CheckError| rule.text.find("[params]").map_or(rule.check_span, |at| crate::text::Span::new(at, at + 8));
    kind.compile(number, &params, lexicon).map_err(|fault| error(place(&fault), fault.to_string()))
}
