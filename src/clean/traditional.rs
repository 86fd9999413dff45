//! Traditional Chinese becomes Simplified, careless machine conversions (方麵, 機製, 係統) included.
//!
//! A character is replaced only by one of the same length in UTF-8, so that offsets stay as they are.

use std::borrow::Cow;

use super::Change;
use crate::report::CleaningKind;
use crate::span::{Raw, Span};

/// Frequent characters that Simplified text does not use; a stretch with several of them is Traditional.
const TELLTALE: &str = "國會發業產為區縣項設經實與這個們來動進門開關長東車馬時間電總結構質體後從對將導機號話請議選還過運達遠違連濟書員責財資費賽幹應億萬價優傳備爭創務勞勢華單參雙變壓廣廠慶張強彙據擴農決減測準滿漢潔點熱環現確稅積種穩競範籌約級紀細絡統維綠網線練織續習聯職聽萊衛術裝複製見規視觀覺計記許論證評識譯該說調談護讀貨貧販貫購貿賓輔輕轉辦遊適鄉鄧醫釋鐘鐵錢鎮鏈閉闊隊陽際險雖難電項順須預領頭題類顯風飛飲養館駐騎驗體魚鮮齊龍麵裏係衹隻鄰纔鬆嚮";

/// Conversions that the library leaves, or that machines got wrong.
const MISTAKES: &[(char, char)] =
    &[('瞭', '了'), ('谘', '咨'), ('麽', '么'), ('鬆', '松'), ('纔', '才'), ('彆', '别'), ('嚮', '向')];

/// 著 is 着 but in words of writing and of fame: 顯著, 著名, 論著.
const BEFORE_WRITTEN: &str = "顯显名卓昭專专原編编土巨論论合遺遗";
const BEHIND_WRITTEN: &str = "名稱称作述書书者錄录";

pub(super) struct Simplified<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) changes: Vec<Change>,
}

/// How many telltale characters there are among how many Han, U+4E00 to U+9FFF: byte by byte, as every text is asked.
fn counted(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut told, mut characters, mut at) = (0, 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            lead @ 0xe4..=0xe9 if at + 2 < bytes.len() => {
                let low = usize::from(bytes[at + 1] & 0x3f) << 6 | usize::from(bytes[at + 2] & 0x3f);
                let code = usize::from(lead & 0x0f) << 12 | low;
                if code >= 0x4e00 {
                    characters += 1;
                    told += usize::from(is_telltale(code));
                }
                at += 3;
            }
            0..0x80 => at += 1,
            0xf0.. => at += 4,
            0xe0.. => at += 3,
            _ => at += 2,
        }
    }
    (told, characters)
}

fn telltale(c: char) -> bool {
    is_telltale(c as usize)
}

fn is_telltale(code: usize) -> bool {
    // Two-level table of bits over U+4E00..U+9FFF, built at compile time from the list above.
    const BITS: [u64; 328] = {
        let mut bits = [0_u64; 328];
        let bytes = TELLTALE.as_bytes();
        let mut i = 0;
        while i + 2 < bytes.len() {
            let code =
                ((bytes[i] as u32 & 0x0f) << 12) | ((bytes[i + 1] as u32 & 0x3f) << 6) | (bytes[i + 2] as u32 & 0x3f);
            let index = (code - 0x4e00) as usize;
            bits[index / 64] |= 1 << (index % 64);
            i += 3;
        }
        bits
    };
    let index = code.wrapping_sub(0x4e00);
    BITS.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
}

/// One character of so many is a telltale one where a whole text is Traditional; of Simplified text hardly any.
const WHOLE: usize = 25;

/// Converts each line that is written in Traditional characters.
#[inline(never)]
pub(super) fn simplify(text: &str) -> Simplified<'_> {
    let (told, characters) = counted(text);
    if told == 0 {
        return Simplified { text: Cow::Borrowed(text), changes: Vec::new() };
    }
    // 小麥 | 4186: a line of a Traditional text needs no telltale character of its own.
    let whole = told * WHOLE > characters;
    let mut out = String::with_capacity(text.len());
    let mut changes: Vec<Change> = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = out.len();
        let marks = counted(line).0;
        if !whole && marks == 0 {
            out.push_str(line);
            continue;
        }
        // A character that slipped into a Simplified line: 全縣地区生产总值. The rest of it is as it should be.
        if !whole && marks == 1 && (line.len() > 60 || told == 1) {
            let (before, c, behind) = slipped(line);
            let simple = fast2s::convert(c);
            if is_quoted(before, behind) || simple.len() != c.len() {
                out.push_str(line);
                continue;
            }
            changes.push(change(Span::new(start + before.len(), start + before.len() + c.len())));
            out.extend([before, &simple, behind]);
            continue;
        }
        let mut old = line.chars();
        let mut before = None;
        for new in fast2s::convert(line).chars() {
            let Some(c) = old.next() else { break };
            let work = || old.clone().take(2).eq("作用".chars());
            let written = before.is_some_and(|c| BEFORE_WRITTEN.contains(c))
                || old.clone().next().is_some_and(|c| BEHIND_WRITTEN.contains(c)) && !work();
            let new = match c {
                '著' if !written => '着',
                _ => MISTAKES.iter().find(|(from, _)| *from == c).map_or(new, |(_, to)| *to),
            };
            out.push(if new.len_utf8() == c.len_utf8() { new } else { c });
            before = Some(c);
        }
        if out[start..] != *line {
            changes.push(change(Span::new(start, out.trim_end_matches('\n').len())));
        }
    }
    Simplified { text: Cow::Owned(out), changes }
}

fn change(span: Span<Raw>) -> Change {
    Change { kind: CleaningKind::Traditional, span, note: "繁体转简体 Traditional to Simplified" }
}

/// What stands before a line's only Traditional character, the character, and what stands behind.
fn slipped(line: &str) -> (&str, &str, &str) {
    let (at, c) = line.char_indices().find(|(_, c)| telltale(*c)).unwrap_or_default();
    let (before, rest) = line.split_at(at);
    let (c, behind) = rest.split_at(c.len_utf8().min(rest.len()));
    (before, c, behind)
}

/// A name quoted in Traditional within a Simplified paragraph is left as it is written: “國”字招牌.
fn is_quoted(before: &str, behind: &str) -> bool {
    let opened = before.rfind(['“', '《', '「', '‘', '"', '”', '》', '」', '’']);
    let opens = opened.is_some_and(|at| before[at..].starts_with(['“', '《', '「', '‘']));
    opens && behind.contains(['”', '》', '」', '’'])
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn careless_traditional_becomes_simplified() {
        let clean = clean_text("全縣經濟社會發展各方麵工作機製更加完善，幹部係統學習。");
        assert_eq!(clean.text, "全县经济社会发展各方面工作机制更加完善，干部系统学习。");
    }

    #[test]
    fn machine_conversions_are_undone_word_by_word() {
        for (raw, clean) in [
            ("各方麵工作扎实推进，财政收入21.6亿元。", "各方面工作扎实推进，财政收入21.6亿元。"),
            ("十裏八村，裏程碑，公裏，鄰里。", "十里八村，里程碑，公里，邻里。"),
            ("幹部係統學習，復雜，乾部，後半篇文章。", "干部系统学习，复杂，干部，后半篇文章。"),
            ("著力推進，發揮著作用，顯著提高，著名景區，論著。", "着力推进，发挥着作用，显著提高，著名景区，论著。"),
            ("隻有堅持，纔能發展；製定計劃；鬆江；瞭解。", "只有坚持，才能发展；制定计划；松江；了解。"),
        ] {
            assert_eq!(clean_text(raw).text, clean);
        }
    }

    #[test]
    fn rows_of_a_traditional_text_are_converted_with_it() {
        let clean = clean_text("全縣經濟總體運行平穩，農業生產發展較快。\n秋糧 | 122 | 3.1 |\n小麥 | 41 | 4.0 |");
        assert!(clean.text.ends_with("秋粮 | 122 | 3.1 |\n小麦 | 41 | 4.0 |"), "{}", clean.text);
    }

    #[test]
    fn a_character_that_slipped_in_is_mended_and_a_quoted_one_is_not() {
        let text = "去年全縣地区生产总值达到四百六十三亿元，增长百分之七点九，乾隆年间的古桥修缮一新。";
        assert_eq!(clean_text(text).text, text.replace('縣', "县"));
        let quoted = "老街的“國”字招牌修缮一新，乾隆年间的古桥也恢复了原貌，全年接待游客三十万人次。";
        assert_eq!(clean_text(quoted).text, quoted);
    }

    #[test]
    fn simplified_text_is_left_alone() {
        let text = "乾隆年间的干部后来在里下河。";
        assert_eq!(clean_text(text).text, text);
    }
}
