//! Which columns of a table hold source and target.

use crate::read::names::{is_known, pick};
use crate::read::options::Column;
use crate::read::{Options, options};

/// The columns that are read, by their numbers from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) source: usize,
    pub(super) target: usize,
    /// Whether the first row names the columns.
    pub(super) named: bool,
}

/// Chooses the columns by the cells of the first row.
pub(super) fn choose(names: &[String], options: &Options) -> Result<Chosen, String> {
    let Some(columns) = &options.columns else {
        let (source, target) = pick(names, options).ok_or(
            "the first row does not name the columns of source and target (`source`, `target`; `zh`, `en`; …); \
             say which they are with --columns SOURCE,TARGET",
        )?;
        return Ok(Chosen { source, target, named: true });
    };
    let options::Columns { source, target } = columns;
    let find = |column: &Column| column.find(names).ok_or_else(|| missing(column, names));
    let (at, to) = (find(source)?, find(target)?);
    let by_name = [source, target].into_iter().any(|column| matches!(column, Column::Name(_)));
    let is_name = |at: usize| names.get(at).is_some_and(|name| is_known(name, options));
    Ok(Chosen { source: at, target: to, named: by_name || (is_name(at) && is_name(to)) })
}

fn missing(column: &Column, names: &[String]) -> String {
    match column {
        Column::Number(number) => format!("--columns: there is no column {number}; the first row has {}", names.len()),
        Column::Name(name) => format!("--columns: the first row names no column `{name}`"),
    }
}
