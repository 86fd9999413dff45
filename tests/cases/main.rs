//! The tables of `tests/cases`: what each recogniser must read, row by row.
//!
//! A table is a list of sentences of our own with the reading that a careful person gives them. Every test runs
//! its whole table and then names the rows that were read differently, so one run shows the state of a recogniser.

mod collections;
mod dates;
mod figures;
mod label;
mod numbers;
mod others;
mod projects;
mod quantities;
mod setting;
mod slogans;
mod table;
mod timeline;
mod value;
