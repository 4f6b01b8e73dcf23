//! `Kept`: what is found about a document once and kept for all who ask.

use std::borrow::{Borrow, Cow};
use std::sync::OnceLock;

/// A value, with the key of what it was made by, which tells it from others: an address, a hash of tables.
#[derive(Debug)]
pub(super) struct Kept<K, T: ToOwned + ?Sized>(OnceLock<(K, T::Owned)>);

impl<K, T: ToOwned + ?Sized> Default for Kept<K, T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<K: Copy + PartialEq, T: ToOwned + ?Sized> Kept<K, T> {
    /// The value under this key: the first that is made is kept, those under other keys are made anew.
    pub(super) fn get(&self, key: K, make: impl Fn() -> T::Owned) -> Cow<'_, T> {
        let (first, kept) = self.0.get_or_init(|| (key, make()));
        if *first == key { Cow::Borrowed(kept.borrow()) } else { Cow::Owned(make()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn the_first_value_is_kept_for_its_key() {
        let kept: Kept<u8, str> = Kept::default();
        let get = |key, made: &str| kept.get(key, || made.to_owned()).into_owned();
        assert_eq!([get(1, "one"), get(1, "again"), get(2, "two"), get(1, "again")], ["one", "one", "two", "one"]);
    }
}
