//! Days in arguments, and the day of the run.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day that an argument names.
pub(super) fn parse(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write the day as 2024-01-31".to_owned())
}

/// The day of the run, in UTC.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
