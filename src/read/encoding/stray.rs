//! GB18030 with a byte too many: the pairs behind it are read across their middles until the next letter or digit.

/// Bytes of the longest stretch that is looked at, and stretches of a text.
const LONGEST: usize = 300;
const MOST: usize = 200;
/// U+FFFD in GB18030.
const LOST: [u8; 4] = [0x84, 0x31, 0xa4, 0x37];

/// The bytes with U+FFFD in place of each that stands alone; none where there is none.
pub(super) fn mended(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut copied, mut at, mut found) = (0, 0, 0);
    while at < bytes.len() && found < MOST {
        if bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        let len = bytes[at..].iter().take_while(|byte| **byte >= 0x80).count();
        let run = &bytes[at..at + len];
        if len % 2 == 1
            && (2..LONGEST).contains(&len)
            && let Some(stray) =
                (0..len).step_by(2).find(|stray| is_common(&run[..*stray]) && is_common(&run[stray + 1..]))
        {
            out.extend_from_slice(&bytes[copied..at + stray]);
            out.extend(LOST);
            copied = at + stray + 1;
            found += 1;
        }
        at += len;
    }
    (found > 0).then(|| {
        out.extend_from_slice(&bytes[copied..]);
        out
    })
}

/// Pairs that are signs or characters in common use: the rows of GB 2312 up to its first level.
fn is_common(run: &[u8]) -> bool {
    let (pairs, rest) = run.as_chunks::<2>();
    rest.is_empty() && pairs.iter().all(|pair| matches!(pair, [0xa1..=0xa3 | 0xb0..=0xd7, 0xa1..=0xfe]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    #[test]
    fn a_byte_too_many_costs_one_character() {
        let gb = |text: &str| GB18030.encode(text).0.into_owned();
        let bytes = [gb("全县货物进出口"), vec![0x81], gb("总额6.4亿美元，"), vec![0xff], gb("下降。")].concat();
        let text = GB18030.decode_without_bom_handling(&mended(&bytes).unwrap()).0.into_owned();
        assert_eq!(text, "全县货物进出口\u{fffd}总额6.4亿美元，\u{fffd}下降。");
        assert_eq!(mended(&gb("全县6.4亿美元，喆㙍下降。")), None);
    }
}
