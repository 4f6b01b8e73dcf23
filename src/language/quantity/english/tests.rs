//! Tests of the English parser.
