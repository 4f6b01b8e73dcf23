//! The parameters of a rule in stored packs: as JSON, for a table does not tell a reader of its own what comes next.

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

/// Writes parameters.
pub(super) fn serialize<S: Serializer>(params: &toml::Table, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&serde_json::to_string(params).map_err(S::Error::custom)?)
}

/// Reads parameters.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<toml::Table, D::Error> {
    serde_json::from_str(<&str>::deserialize(from)?).map_err(D::Error::custom)
}
