//! Which columns of a table, or keys of an object, are the source and the target by their names.

use super::Options;

/// Names that go together, those first that say most.
const PAIRS: [(&str, &str); 14] = [
    ("source", "target"),
    ("src", "tgt"),
    ("src", "trg"),
    ("source", "mt"),
    ("src", "mt"),
    ("source", "translation"),
    ("src", "translation"),
    ("source_text", "target_text"),
    ("source text", "target text"),
    ("zh", "en"),
    ("chinese", "english"),
    ("中文", "英文"),
    ("原文", "译文"),
    ("原文", "譯文"),
];

/// The numbers of source and target among the names, if two of them go together.
pub(super) fn pick(names: &[impl AsRef<str>], options: &Options) -> Option<(usize, usize)> {
    let find = |wanted: &str| names.iter().position(|name| is(name.as_ref(), wanted));
    let language = |tag: &str| names.iter().position(|name| !tag.is_empty() && same(name.as_ref().trim(), tag));
    let by_language = || language(&options.source).zip(language(&options.target));
    let pair = PAIRS.iter().find_map(|(source, target)| find(source).zip(find(target)));
    pair.or_else(by_language).or_else(|| language_of("zh", names).zip(language_of("en", names)))
}

/// Whether a name is one that a column of source or target has.
pub(super) fn is_known(name: &str, options: &Options) -> bool {
    let known = PAIRS.iter().any(|(source, target)| is(name, source) || is(name, target));
    known || [&options.source, &options.target].into_iter().any(|tag| !tag.is_empty() && same(name.trim(), tag))
}

/// Whether two tags are of one language: `zh`, `zh-CN`, `ZH_Hans`.
pub(super) fn same(one: &str, other: &str) -> bool {
    primary(one).eq_ignore_ascii_case(primary(other))
}

fn language_of(tag: &str, names: &[impl AsRef<str>]) -> Option<usize> {
    names.iter().position(|name| same(name.as_ref().trim(), tag))
}

fn is(name: &str, wanted: &str) -> bool {
    name.trim().eq_ignore_ascii_case(wanted)
}

/// The language of a tag, without script and region.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_in_pairs() {
        let german = Options { source: "de".into(), target: "fr".into(), ..Options::default() };
        for (names, options, expected) in [
            (["id", "source", "target"], Options::default(), Some((1, 2))),
            (["Source", "zh-CN", "en_US"], Options::default(), Some((1, 2))),
            (["English", "Chinese", "x"], Options::default(), Some((1, 0))),
            (["fr-FR", "de", "x"], german, Some((1, 0))),
            (["fr-FR", "de", "x"], Options::default(), None),
            (["source", "b", "c"], Options::default(), None),
        ] {
            assert_eq!(pick(&names, &options), expected, "{names:?}");
        }
    }
}
