//! `Money`: the currency of an amount.

/// A family of currencies that a text may leave it at: all dollars are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// 元, yuan, renminbi.
    Yuan,
    /// Dollars of any country.
    Dollar,
    /// Euros.
    Euro,
    /// Yen.
    Yen,
    /// Pounds sterling.
    Pound,
    /// Won.
    Won,
    /// Roubles.
    Ruble,
    /// Rupees of any country.
    Rupee,
}

use Money::{Dollar, Euro, Pound, Ruble, Rupee, Won, Yen, Yuan};

/// Chinese names of currencies.
const CHINESE: [(&str, Money); 19] = [
    ("人民币", Yuan),
    ("元", Yuan),
    ("美元", Dollar),
    ("美金", Dollar),
    ("港元", Dollar),
    ("港币", Dollar),
    ("澳元", Dollar),
    ("加元", Dollar),
    ("新元", Dollar),
    ("新台币", Dollar),
    ("欧元", Euro),
    ("日元", Yen),
    ("日圆", Yen),
    ("英镑", Pound),
    ("韩元", Won),
    ("韩圆", Won),
    ("卢布", Ruble),
    ("卢比", Rupee),
    ("美分", Dollar),
];

/// The currency at the start of a Chinese text.
pub(super) fn chinese(text: &str) -> Option<Money> {
    CHINESE.iter().find(|(name, _)| text.starts_with(name)).map(|(_, money)| *money)
}

/// The currency that an English word in lower case names.
pub(super) fn english(word: &str) -> Option<Money> {
    Some(match word {
        "yuan" | "rmb" | "renminbi" | "cny" => Yuan,
        "dollar" | "dollars" | "usd" | "hkd" | "aud" | "cad" => Dollar,
        "euro" | "euros" | "eur" => Euro,
        "yen" | "jpy" => Yen,
        "pounds" | "gbp" => Pound,
        "won" | "krw" => Won,
        "rubles" | "roubles" | "ruble" | "rouble" => Ruble,
        "rupees" | "rupee" => Rupee,
        _ => return None,
    })
}

/// The currency that a sign stands for; ¥ is used for two of them.
pub(super) fn sign(sign: char) -> Option<Money> {
    match sign {
        '$' => Some(Dollar),
        '€' => Some(Euro),
        '£' => Some(Pound),
        '₩' => Some(Won),
        '₹' => Some(Rupee),
        _ => None,
    }
}
