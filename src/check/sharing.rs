//! Whether threads share the work on a document.

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

/// Who does the parts of some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// The threads that have nothing else to do.
    Threads,
    /// One thread, one part after the other: to hand them out costs more than a short one takes.
    Alone,
}

impl Sharing {
    /// Two parts.
    pub fn both<A: Send, B: Send>(self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        match self {
            Self::Threads => rayon::join(one, other),
            Self::Alone => (one(), other()),
        }
    }

    /// So many parts, by their numbers; the results are in their order.
    pub fn each<T: Send>(self, count: usize, part: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
        match self {
            Self::Threads => (0..count).into_par_iter().with_max_len(1).map(part).collect(),
            Self::Alone => (0..count).map(part).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sharing::{Alone, Threads};

    #[test]
    fn the_results_are_the_same_whoever_does_the_work() {
        assert_eq!([Threads, Alone].map(|sharing| sharing.both(|| 1, || 2)), [(1, 2); 2]);
        assert_eq!(Threads.each(100, |number| number * 2), Alone.each(100, |number| number * 2));
    }
}
