//! Tests of the Chinese parser.
