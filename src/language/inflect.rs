//! Inflected forms of English words: what a written form becomes by regular suffixes, and the
//! irregular forms that news English uses.

/// Words that do not inflect: they are matched as they stand.
const FUNCTION_WORDS: [&str; 44] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as", "and", "or", "but", "nor", "not",
    "no", "so", "than", "that", "this", "these", "those", "its", "their", "his", "her", "our", "your", "my", "we", "they",
    "he", "she", "it", "into", "under", "over", "upon", "between", "through", "more",
];

/// Irregular forms: base, then the others.
const IRREGULAR: [&[&str]; 76] = [
    &["be", "is", "are", "was", "were", "been", "being"], &["have", "has", "had"], &["do", "does", "did", "done"],
    &["go", "goes", "went", "gone"], &["man", "men"], &["woman", "women"], &["person", "people", "persons"],
    &["child", "children"], &["make", "made"], &["take", "took", "taken"], &["build", "built"], &["hold", "held"],
    &["give", "gave", "given"], &["get", "got", "gotten"], &["see", "saw", "seen"], &["say", "said"], &["run", "ran"],
    &["lead", "led"], &["keep", "kept"], &["write", "wrote", "written"], &["speak", "spoke", "spoken"],
    &["win", "won"], &["fight", "fought"], &["sing", "sang", "sung"], &["draw", "drew", "drawn"],
    &["catch", "caught"], &["teach", "taught"], &["bring", "brought"], &["break", "broke", "broken"],
    &["tell", "told"], &["meet", "met"], &["feel", "felt"], &["foot", "feet"], &["tooth", "teeth"],
    &["wife", "wives"], &["life", "lives"], &["leaf", "leaves"], &["crisis", "crises"], &["begin", "began", "begun"],
    &["become", "became"], &["come", "came"], &["drive", "drove", "driven"], &["rise", "rose", "risen"],
    &["fall", "fell", "fallen"], &["grow", "grew", "grown"], &["know", "knew", "known"], &["send", "sent"],
    &["spend", "spent"], &["lose", "lost"], &["leave", "left"], &["stand", "stood"], &["understand", "understood"],
    &["think", "thought"], &["seek", "sought"], &["uphold", "upheld"], &["withstand", "withstood"],
    &["buy", "bought"], &["sell", "sold"], &["pay", "paid"], &["mean", "meant"], &["lay", "laid"], &["lie", "lay", "lain"],
    &["sit", "sat"], &["show", "showed", "shown"], &["choose", "chose", "chosen"], &["wear", "wore", "worn"],
    &["eat", "ate", "eaten"], &["find", "found"], &["bear", "bore", "borne"], &["forge", "forged"], &["bind", "bound"],
    &["strike", "struck", "stricken"], &["swing", "swung"], &["shoot", "shot"], &["analysis", "analyses"],
    &["criterion", "criteria"],
];

/// Whether the word is a function word, which has no inflected forms here.
#[must_use]
pub fn is_function_word(lower: &str) -> bool {
    FUNCTION_WORDS.contains(&lower)
}

/// The written form in lower case, and the forms it has with regular suffixes, with `'s`, and
/// irregularly. Some are no words (`informationed`); they match nothing and so do no harm.
#[must_use]
pub fn forms(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let mut forms = vec![word.clone()];
    if is_function_word(&word) || !word.ends_with(|c: char| c.is_alphabetic()) {
        return forms;
    }
    forms.push(format!("{word}'s"));
    if let Some(irregular) = IRREGULAR.iter().find(|line| line.first() == Some(&word.as_str())) {
        forms.extend(irregular.iter().skip(1).map(|form| (*form).to_owned()));
        forms.push(gerund(&word));
        forms.push(format!("{word}s"));
        return forms;
    }
    if let Some(stem) = word.strip_suffix("man").filter(|stem| stem.len() > 2 && !matches!(*stem, "hu" | "ger" | "ro")) {
        forms.push(format!("{stem}men"));
    }
    forms.extend(suffixed(&word));
    forms
}

fn suffixed(word: &str) -> Vec<String> {
    let with = |suffix: &str| format!("{word}{suffix}");
    let stem = |cut: usize| word.get(..word.len() - cut).unwrap_or_default();
    let mut forms = vec![gerund(word)];
    if word.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|ending| word.ends_with(ending)) {
        forms.extend([format!("{}ies", stem(1)), format!("{}ied", stem(1))]);
    } else if word.ends_with('e') {
        forms.extend([with("s"), with("d")]);
    } else {
        forms.extend([with("s"), with("ed")]);
    }
    if word.ends_with(['s', 'x', 'z', 'o']) || word.ends_with("ch") || word.ends_with("sh") {
        forms.push(with("es"));
    }
    if doubles(word) {
        let last = word.get(word.len() - 1..).unwrap_or_default();
        forms.push(format!("{word}{last}ed"));
    }
    forms
}

fn gerund(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) && stem.len() > 1 => format!("{stem}ing"),
        _ if doubles(word) => format!("{word}{}ing", word.get(word.len() - 1..).unwrap_or_default()),
        _ => format!("{word}ing"),
    }
}

/// Whether the last consonant doubles before a suffix: consonant, vowel, consonant at the end.
fn doubles(word: &str) -> bool {
    let vowel = |c: char| "aeiou".contains(c);
    let mut back = word.chars().rev();
    let (Some(last), Some(middle), Some(first)) = (back.next(), back.next(), back.next()) else { return false };
    "bdgmnprt".contains(last) && vowel(middle) && !vowel(first) && word.len() <= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms() {
        let has = |word: &str, expected: &[&str]| {
            let forms = forms(word);
            for form in expected {
                assert!(forms.iter().any(|f| f == form), "{word} → {form}: {forms:?}");
            }
        };
        has("craftsman", &["craftsman", "craftsmen", "craftsman's"]);
        has("study", &["studies", "studied", "studying"]);
        has("plan", &["plans", "planned", "planning"]);
        has("make", &["makes", "made", "making"]);
        has("deploy", &["deploys", "deployed", "deploying"]);
        has("implement", &["implements", "implemented", "implementing"]);
        assert_eq!(forms("of"), ["of"]);
    }
}
