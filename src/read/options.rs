//! `Options`: what a reader is told beside the bytes of the file.

use std::str::FromStr;

/// What a reader is told beside the bytes of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The columns (or keys) of source and target, where their names do not tell.
    pub columns: Option<Columns>,
    /// The language that is translated from; empty where that is not known.
    pub source: String,
    /// The language that is translated into; empty where that is not known.
    pub target: String,
}

/// The columns of source and target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// That of the source.
    pub source: Column,
    /// That of the target.
    pub target: Column,
}

/// A column of a table, or a key of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// By its number, from 1.
    Number(usize),
    /// By its name.
    Name(String),
}

impl FromStr for Columns {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const USAGE: &str = "two columns, that of the source and that of the target, such as `2,3` or `zh,en`";
        let (source, target) = text.split_once(',').ok_or(USAGE)?;
        let column = |text: &str| match (text.trim(), text.trim().parse()) {
            ("", _) | (_, Ok(0)) => Err(USAGE),
            (_, Ok(number)) => Ok(Column::Number(number)),
            (name, Err(_)) => Ok(Column::Name(name.to_owned())),
        };
        let (source, target) = (column(source)?, column(target)?);
        if source == target || text.matches(',').count() > 1 { Err(USAGE) } else { Ok(Self { source, target }) }
    }
}

impl Column {
    /// Which of these names is that of the column.
    pub(super) fn find(&self, names: &[impl AsRef<str>]) -> Option<usize> {
        match self {
            Self::Number(number) => number.checked_sub(1).filter(|index| *index < names.len()),
            Self::Name(own) => names.iter().position(|name| name.as_ref().trim().eq_ignore_ascii_case(own)),
        }
    }

    /// As it was written.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_numbers_or_names() {
        let columns: Columns = "2, en".parse().unwrap();
        assert_eq!(columns, Columns { source: Column::Number(2), target: Column::Name("en".into()) });
        assert_eq!(columns.target.find(&["id", "zh", " EN"]), Some(2));
        for wrong in ["", "2", "0,1", "zh,", "1,2,3", "zh,zh"] {
            assert!(wrong.parse::<Columns>().is_err(), "{wrong}");
        }
    }
}
