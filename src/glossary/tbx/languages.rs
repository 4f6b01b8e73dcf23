//! Which of the languages of a TBX file is the source and which the target.

use crate::glossary::Languages;

/// What stands for a source language that is not known.
pub(super) const NO_SOURCE: &str = "und-x-source";
/// What stands for a target language that is not known.
pub(super) const NO_TARGET: &str = "und-x-target";

/// The side of a term that a language is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// Chooses the languages. What is wanted is taken; else
///
/// 1. of more than two languages, Chinese is the source and English the target, if both are there;
/// 2. the language of the document (`xml:lang` of the root) is the source, if entries have terms in it;
/// 3. Chinese, or the first language, is the source;
/// 4. the first other language is the target. A file in one language has targets only.
///
/// Regional and script variants (`zh-CN`, `zh-Hant`) are one language, unless there is no other.
pub(super) fn choose(wanted: &Languages, document: &str, tags: &[String]) -> Languages {
    let there = distinct(tags);
    if let ([only], true) = (there.as_slice(), *wanted == Languages::default()) {
        return single(document, only, tags);
    }
    let find = |language: &str| there.iter().find(|tag| same(tag, language)).cloned();
    let to_english = wanted.target.is_empty() || same(&wanted.target, "en");
    let chinese = find("zh").filter(|_| to_english && find("en").is_some());
    let (usual, second) = if there.len() > 2 { (chinese, None) } else { (None, chinese) };
    let sources = [usual.clone(), find(document), second].into_iter().flatten().chain(there.iter().cloned());
    let source = given(&wanted.source).or_else(|| sources.into_iter().find(|tag| !same(tag, &wanted.target)));
    let source = source.unwrap_or_default();
    let english = usual.filter(|usual| *usual == source).and_then(|_| find("en"));
    let other = || there.iter().find(|tag| !same(tag, &source)).cloned();
    let target = given(&wanted.target).or(english).or_else(other).unwrap_or_default();
    Languages { source, target }
}

/// The languages of a file in one language: its variants, or that of the document and that of the terms.
fn single(document: &str, only: &str, tags: &[String]) -> Languages {
    if let [first, _, ..] = tags {
        let source = tags.iter().find(|tag| tag.eq_ignore_ascii_case(document)).unwrap_or(first);
        let target = tags.iter().find(|tag| *tag != source);
        return Languages { source: source.clone(), target: target.cloned().unwrap_or_default() };
    }
    let source = if same(document, only) { "" } else { document };
    Languages { source: source.to_owned(), target: only.to_owned() }
}

/// The tag, where there is one.
fn given(tag: &str) -> Option<String> {
    Some(tag.to_owned()).filter(|tag| !tag.is_empty())
}

/// The languages of the tags: as the tag where they have one, else as its language without region.
fn distinct(tags: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in tags {
        match found.iter_mut().find(|other| same(other, tag)) {
            Some(other) if other == tag => {}
            Some(other) => *other = primary(other).to_owned(),
            None => found.push(tag.clone()),
        }
    }
    found
}

/// The side of a tag.
pub(super) fn side(languages: &Languages, tag: &str) -> Option<Side> {
    let sides = [(Side::Source, &languages.source), (Side::Target, &languages.target)];
    let exact = sides.iter().find(|(_, own)| own.eq_ignore_ascii_case(tag));
    exact.or_else(|| sides.iter().find(|(_, own)| same(own, tag))).map(|(side, _)| *side)
}

/// The languages as a glossary has them, where an unknown one is empty.
pub(super) fn known(languages: &Languages) -> Languages {
    let known = |tag: &String| if same(tag, "und") { String::new() } else { tag.clone() };
    Languages { source: known(&languages.source), target: known(&languages.target) }
}

/// Whether two tags are of one language.
fn same(one: &str, other: &str) -> bool {
    !one.is_empty() && primary(one).eq_ignore_ascii_case(primary(other))
}

/// The tags whose terms are in neither language.
pub(super) fn others<'t>(languages: &'t Languages, tags: &'t [String]) -> impl Iterator<Item = &'t String> {
    let Languages { source, target } = languages;
    let is_chosen = move |tag: &String| same(tag, source) || same(tag, target) || tag == source || tag == target;
    tags.iter().filter(move |tag| !is_chosen(tag))
}

/// The language of a tag, without script and region.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_are_those_that_a_reader_expects() {
        for (wanted, document, tags, expected) in [
            (["", ""], "zh", "zh en", ["zh", "en"]),
            (["", ""], "en", "zh en", ["en", "zh"]),
            (["", ""], "", "en zh", ["zh", "en"]),
            (["", ""], "de", "fr nl", ["fr", "nl"]),
            (["", ""], "de", "fr en-GB de zh-CN es", ["zh-CN", "en-GB"]),
            (["", ""], "de", "fr en de", ["de", "fr"]),
            (["", ""], "zh", "zh-CN zh-TW en-US", ["zh", "en-US"]),
            (["", ""], "zh-CN", "zh-TW zh-CN", ["zh-CN", "zh-TW"]),
            (["", ""], "en", "en", ["", "en"]),
            (["", ""], "zh", "en", ["zh", "en"]),
            (["", ""], "zh", "", ["", ""]),
            (["fr", "de"], "en", "fr en de zh", ["fr", "de"]),
            (["", "de"], "en", "fr en de zh", ["en", "de"]),
            (["", "en"], "en", "en zh", ["zh", "en"]),
            (["fr", ""], "en", "en fr", ["fr", "en"]),
        ] {
            let [source, target] = wanted.map(str::to_owned);
            let tags: Vec<String> = tags.split_whitespace().map(str::to_owned).collect();
            let chosen = choose(&Languages { source, target }, document, &tags);
            assert_eq!([chosen.source.as_str(), &chosen.target], expected, "{document} {tags:?}");
        }
    }

    #[test]
    fn variants_are_on_the_side_of_their_language() {
        let languages = Languages { source: "zh-CN".to_owned(), target: "zh-TW".to_owned() };
        let sides = ["zh-tw", "zh-CN", "zh-HK", "en"].map(|tag| side(&languages, tag));
        assert_eq!(sides, [Some(Side::Target), Some(Side::Source), Some(Side::Source), None]);
    }
}
