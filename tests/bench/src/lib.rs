//! Bare jieba, what jiandu is measured against: the same crate and version, nothing around it.

use jieba_rs::Jieba;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// jieba with one dictionary.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Bare(Jieba);

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Bare {
    /// `Jieba::new()`, with jieba's default dictionary; none where it was not compiled in.
    #[must_use]
    pub fn with_default() -> Option<Bare> {
        #[cfg(feature = "default-dict")]
        return Some(Bare(Jieba::new()));
        #[cfg(not(feature = "default-dict"))]
        None
    }

    /// jieba with jiandu's word list, the bytes of words.tsv.
    #[must_use]
    pub fn with_words(table: &[u8]) -> Option<Bare> {
        let heading = table.iter().position(|&byte| byte == b'\n')?;
        Jieba::with_dict(&mut &table[heading + 1..]).ok().map(Bare)
    }

    /// Number of words of a text; the words themselves stay here.
    #[must_use]
    pub fn cut(&self, text: &[u8], hmm: bool) -> usize {
        std::str::from_utf8(text).map_or(0, |text| self.0.cut(text, hmm).len())
    }
}
