//! Ordinals and numbers in digits and words.

const UNITS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TENS: [(&str, u32); 8] = [
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
];
const NUMBER_WORDS: [&str; 32] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
];

/// The last letters of ordinals.
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// The value of an ordinal in one word: `18th`, `Eighteenth`. Most words do not end as one.
#[must_use]
pub fn ordinal_word(word: &str) -> Option<u32> {
    let end = word.get(word.len().checked_sub(2)?..)?;
    ENDINGS.iter().any(|ending| end.eq_ignore_ascii_case(ending)).then_some(())?;
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.find(|c: char| !c.is_ascii_digit())?;
        let (number, suffix) = word.split_at_checked(digits)?;
        return ordinal_suffix(suffix).then(|| number.parse().ok()).flatten();
    }
    if word.len() < 5 || word.len() > 11 {
        return None;
    }
    let is = |known: &str| known.eq_ignore_ascii_case(word);
    let unit = UNITS.iter().skip(1).position(|unit| is(unit)).and_then(|at| u32::try_from(at + 1).ok());
    unit.or_else(|| TENS.iter().find(|(ten, _)| is(ten)).map(|(_, value)| *value))
}

/// Whether the letters behind digits make them an ordinal.
fn ordinal_suffix(suffix: &str) -> bool {
    matches!(suffix, "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH")
}

/// Whether the word is a cardinal number in digits or letters.
#[must_use]
pub fn is_number_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || (word.len() <= 9 && NUMBER_WORDS.iter().any(|number| word.eq_ignore_ascii_case(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_in_digits_and_words() {
        assert_eq!(ordinal_word("18th"), Some(18));
        assert_eq!(ordinal_word("Twentieth"), Some(20));
        assert_eq!(ordinal_word("eighteenth"), Some(18));
        assert_eq!((ordinal_word("18"), ordinal_word("10km"), ordinal_word("north")), (None, None, None));
    }
}
