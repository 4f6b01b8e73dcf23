//! The closed sets of English number words.

/// The value of a cardinal below a hundred in one word.
pub(super) fn small(word: &str) -> Option<f64> {
    Some(match word {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// The value of a word that multiplies what stands before it.
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mln" | "mn" => 1e6,
        "billion" | "bln" | "bn" | "bcm" => 1e9,
        "trillion" | "trn" | "trln" | "tn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// The value of a letter or two glued to digits: 3.5m may be metres as well.
pub(super) fn glued(word: &str) -> Option<f64> {
    Some(match word {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" => 1e6,
        "b" | "bn" | "B" | "bln" => 1e9,
        "t" | "tn" | "T" | "trn" => 1e12,
        _ => return None,
    })
}

/// The value of an ordinal in one word, or of a plural that ends like one.
pub(super) fn ordinal(word: &str) -> Option<f64> {
    Some(match word {
        "first" => 1.0,
        "second" => 2.0,
        "third" => 3.0,
        "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "eleventh" => 11.0,
        "twelfth" => 12.0,
        "thirteenth" => 13.0,
        "fourteenth" => 14.0,
        "fifteenth" => 15.0,
        "sixteenth" => 16.0,
        "seventeenth" => 17.0,
        "eighteenth" => 18.0,
        "nineteenth" => 19.0,
        "twentieth" => 20.0,
        "thirtieth" => 30.0,
        "fortieth" => 40.0,
        "fiftieth" => 50.0,
        "sixtieth" => 60.0,
        "seventieth" => 70.0,
        "eightieth" => 80.0,
        "ninetieth" => 90.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ => return None,
    })
}

/// What a plural of a scale stands for, with a word before it that multiplies it.
pub(super) fn plural(word: &str) -> Option<f64> {
    Some(match word {
        "tens" => 10.0,
        "dozens" | "scores" => 20.0,
        "hundreds" => 1e2,
        "thousands" => 1e3,
        "millions" => 1e6,
        "billions" => 1e9,
        "trillions" => 1e12,
        _ => return None,
    })
}

/// The tens that a plural names: thirties, nineties.
pub(super) fn tens(word: &str) -> Option<f64> {
    let stem = word.strip_suffix("ies")?;
    small(&format!("{stem}y")).filter(|value| *value >= 20.0)
}

/// What small words may render; they are never reported themselves.
pub(super) fn soft(word: &str) -> &'static [f64] {
    match word {
        "both" | "pair" | "couple" | "twin" | "either" | "two-way" | "bilateral" | "twins" | "couples" | "pairs" => {
            &[2.0]
        }
        "trio" => &[3.0],
        "half" | "midway" => &[0.5, 2.0, 50.0],
        "quarter" | "quarters" => &[0.25, 4.0, 3.0, 15.0],
        "decade" | "decades" => &[10.0],
        "century" | "centuries" | "centenary" | "centennial" | "centenarian" => &[100.0],
        "full" | "fully" | "entire" | "entirely" | "completely" | "all" => &[1.0, 100.0],
        "fortnight" => &[14.0, 15.0, 0.5],
        "week" | "weekly" => &[7.0],
        "daily" | "clock" => &[24.0],
        "hourly" => &[60.0],
        "noon" | "midday" | "midnight" => &[12.0, 0.0, 24.0],
        "teens" | "teenage" => &[13.0],
        "octogenarian" => &[80.0],
        "nonagenarian" => &[90.0],
        "septuagenarian" => &[70.0],
        _ => &[],
    }
}

/// The number of a month, by its name or abbreviation in lower case.
pub(super) fn month(word: &str) -> Option<f64> {
    Some(match word {
        "january" | "jan" => 1.0,
        "february" | "feb" => 2.0,
        "march" | "mar" => 3.0,
        "april" | "apr" => 4.0,
        "may" => 5.0,
        "june" | "jun" => 6.0,
        "july" | "jul" => 7.0,
        "august" | "aug" => 8.0,
        "september" | "sept" | "sep" => 9.0,
        "october" | "oct" => 10.0,
        "november" | "nov" => 11.0,
        "december" | "dec" => 12.0,
        _ => return None,
    })
}
