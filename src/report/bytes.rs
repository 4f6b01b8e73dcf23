//! JSON to memory. The serializer writes marks and names one by one, many of them a single byte, for
//! which the general way of writing is long.

use std::io::{self, Write};

use serde::Serialize;

/// Bytes to which more are appended.
struct Bytes<'b>(&'b mut Vec<u8>);

/// Appends a value as JSON.
pub(super) fn append(bytes: &mut Vec<u8>, value: &impl Serialize) -> io::Result<()> {
    Ok(serde_json::to_writer(Bytes(bytes), value)?)
}

impl Write for Bytes<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [byte] => self.0.push(*byte),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
