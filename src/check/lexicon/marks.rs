//! `Marks`: a quick way to tell that a number is none of many.

/// Bits by which numbers are known, hardly any other of which has its bit.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<u64>);

/// How many bits there are for a number.
const BITS: usize = 16;

impl Marks {
    /// Room for so many numbers.
    pub(super) fn with_capacity(count: usize) -> Self {
        Self(vec![0; (count * BITS / 64).next_power_of_two()])
    }

    /// Marks a number.
    pub(super) fn add(&mut self, number: u64) {
        let (place, bit) = self.place(number);
        if let Some(marks) = self.0.get_mut(place) {
            *marks |= bit;
        }
    }

    /// Whether a number may be one of those that are marked.
    #[inline]
    pub(super) fn admit(&self, number: u64) -> bool {
        let (place, bit) = self.place(number);
        self.0.get(place).is_some_and(|marks| marks & bit != 0)
    }

    /// Where the bit of a number stands: its lowest bits tell.
    #[inline]
    fn place(&self, number: u64) -> (usize, u64) {
        let place = usize::try_from(number / 64).unwrap_or_default() & self.0.len().wrapping_sub(1);
        (place, 1 << (number % 64))
    }
}

impl FromIterator<u64> for Marks {
    fn from_iter<I: IntoIterator<Item = u64>>(numbers: I) -> Self {
        let numbers: Vec<u64> = numbers.into_iter().collect();
        let mut marks = Self::with_capacity(numbers.len());
        for number in numbers {
            marks.add(number);
        }
        marks
    }
}
