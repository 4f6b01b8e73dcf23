//! Figures as English writes them.

/// The digits of a whole number with a comma between groups of three.
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_are_of_three() {
        assert_eq!(["", "7", "123", "1234", "1234567"].map(grouped), ["", "7", "123", "1,234", "1,234,567"]);
    }
}
