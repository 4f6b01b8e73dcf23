//! `Included`: a text that the program includes, or one of its own.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that the program includes, which takes no memory to hold, or one of its own.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Included(Cow<'static, str>);

impl Included {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Included {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Included {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Included {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<String> for Included {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl From<&str> for Included {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl PartialEq<str> for Included {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Included {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Included {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

impl fmt::Display for Included {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), formatter)
    }
}

impl Serialize for Included {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// From what lasts as long as the program, so that it need not be copied.
impl<'de: 'static> Deserialize<'de> for Included {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Visitor)
    }
}

struct Visitor;

impl<'de: 'static> de::Visitor<'de> for Visitor {
    type Value = Included;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Included, E> {
        Ok(Included(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Included, E> {
        Ok(Included::from(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_includes_is_not_copied() {
        let bytes = postcard::to_stdvec(&Included::from("trade union".to_owned())).unwrap().leak();
        let text: Included = postcard::from_bytes(bytes).unwrap();
        assert!(matches!(text, Included(Cow::Borrowed("trade union"))));
        assert_eq!(text, Included::from("trade union"));
    }
}
