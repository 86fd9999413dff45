//! What holds of every text, not only of the ones we thought of.
//!
//! Generated texts mix what government documents are made of with what breaks offsets: full-width digits, characters
//! beyond the basic plane, odd line ends, brackets that never close.

mod digits;
mod documents;
mod exactness;
mod soundness;
mod texts;
