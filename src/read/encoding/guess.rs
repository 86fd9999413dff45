//! GB18030 or Big5: which of the two reads like Chinese.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030};
use rustc_hash::FxHashSet;

/// Bytes from which an encoding that is declared nowhere is guessed, and those that are looked at where these leave a doubt.
pub(super) const GUESSED_FROM: usize = 1 << 10;
pub(super) const DOUBTED_FROM: usize = 128 << 10;
/// Characters outside ASCII below which no guess is sure.
pub(super) const FEW: usize = 24;
/// The characters that Chinese prose uses most, in both scripts: a wrong decoding hardly meets them.
const FREQUENT: &str = "的一是在不了有和人中大为上个国年到说们要以时地会出也可对成产业经发展建设工作全县市区政府省民生新加增长实现推进年来項縣區發產業經設實現進為對會國億萬与及等亿万元月日第，。、；：“”（）";

/// The bytes that show what a file is: from its first Chinese character on, the start of a large file says it as well as the
/// whole, unless there is hardly a Chinese character in it.
pub(super) fn telling(bytes: &[u8], most: usize) -> &[u8] {
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let head = &bytes[from..bytes.len().min(from + most)];
    if head.iter().filter(|byte| !byte.is_ascii()).count() < FEW * 2 { bytes } else { head }
}

/// GB18030 or Big5, and whether that is sure.
pub(super) fn guess(bytes: &[u8]) -> (&'static Encoding, bool) {
    let first = guess_from(bytes, GUESSED_FROM);
    if first.1 || bytes.len() <= GUESSED_FROM { first } else { guess_from(bytes, DOUBTED_FROM) }
}

fn guess_from(bytes: &[u8], most: usize) -> (&'static Encoding, bool) {
    let told = telling(bytes, most);
    let likely = Likely::of(told);
    if likely.plainly() {
        return (likely.encoding, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // Half a character where the sample was cut is no fault of the file.
    detector.feed(told, told.as_ptr_range().end == bytes.as_ptr_range().end);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let Likely { encoding, best, other, high } = likely;
    let agreed = guess == encoding || guess == encoding_rs::GBK && encoding == GB18030;
    (encoding, agreed && high >= FEW * 2 && best.frequent.abs_diff(other.frequent) * 20 > high / 2)
}

/// The one of the two that reads more like Chinese.
pub(super) struct Likely {
    pub(super) encoding: &'static Encoding,
    best: Fit,
    other: Fit,
    /// Bytes outside ASCII.
    high: usize,
}

impl Likely {
    pub(super) fn of(told: &[u8]) -> Likely {
        let (gb, big5) = (Fit::of(told, GB18030), Fit::of(told, BIG5));
        let high = told.iter().filter(|b| !b.is_ascii()).count();
        if gb.frequent >= big5.frequent {
            Likely { encoding: GB18030, best: gb, other: big5, high }
        } else {
            Likely { encoding: BIG5, best: big5, other: gb, high }
        }
    }

    /// Where one makes several of these characters and the other hardly any: all that a few words can tell.
    pub(super) fn clearly(&self) -> bool {
        self.best.frequent > self.other.frequent * 3 + 1
    }

    /// Where every fourth character is one of those that Chinese uses most, no other encoding was meant: the detector, which
    /// tries two dozen, would take longer than all the rest of the reading.
    pub(super) fn plainly(&self) -> bool {
        self.best.frequent * 4 > self.best.told && self.other.frequent * 4 < self.best.frequent && self.high >= FEW * 2
    }
}

/// How Chinese a decoding reads.
#[derive(Clone, Copy)]
struct Fit {
    /// Characters that Chinese prose uses most, less what the decoding breaks.
    frequent: usize,
    /// Characters outside ASCII.
    told: usize,
}

impl Fit {
    fn of(bytes: &[u8], encoding: &'static Encoding) -> Fit {
        static MOST_USED: LazyLock<FxHashSet<char>> = LazyLock::new(|| FREQUENT.chars().collect());
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let (mut frequent, mut told, mut lost) = (0_usize, 0, 0);
        for c in text.chars().filter(|c| !c.is_ascii()) {
            told += 1;
            frequent += usize::from(MOST_USED.contains(&c));
            lost += usize::from(c == '\u{fffd}');
        }
        Fit { frequent: frequent.saturating_sub(lost), told }
    }
}
