//! Ranks: 第1位, 前30强, 首位.

use super::{Draft, Form, Quantity};
use crate::lexicon::cues::quantities;
use crate::lexicon::numeral;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::At;
use crate::report::Bound;

#[inline(never)]
fn rank(place: At<'_>, len: usize, value: f64, unit: &'static str) -> Quantity {
    Draft::simple(place, (place.start, place.start + len), value, Form::Rank, unit, Kind::Rank).finish()
}

/// True when the clause before, in its last fourteen characters, holds one of the verbs of ranking.
fn ranked(before: &str, verbs: &[char], ends: &[char]) -> bool {
    before.chars().rev().take(14).take_while(|c| !ends.contains(c)).any(|c| verbs.contains(&c))
}

/// True behind a rank of the same list: 位居全国百强县投资潜力第3、绿色发展[第5].
fn listed(before: &str) -> bool {
    let clause = before.rfind(['，', '。', '；', ',', '\n']).map_or(before, |at| &before[at..]);
    let Some((head, _)) = clause.rsplit_once('、') else { return false };
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".has_char(c);
    let ranked = head.trim_end_matches(['位', '名']);
    let bare = ranked.trim_end_matches(number);
    bare.len() < ranked.len() && bare.ends_with('第') && clause.contains(['居', '列', '排', '位'])
}

/// 第1位, 第3名; 全省第2: `tail` begins behind 第.
pub(super) fn ordinal(place: At<'_>, tail: &str) -> Option<Quantity> {
    let before = place.before();
    let n = numeral::numeral(tail)?;
    let (after, len, value) = (&tail[n.len..], '第'.len_utf8() + n.len, n.value.to_f64());
    // 放在第一位 says how much it matters.
    if before.ends_with("放在") || before.ends_with("摆在") || before.ends_with("作为") {
        return None;
    }
    // 第五、六批试点: no ranks
    let batch = after.strip_prefix('、').and_then(|next| numeral::numeral(next).map(|n| &next[n.len..]));
    if batch.is_some_and(|next| next.starts_with(['批', '届', '次', '期', '轮', '季', '章', '条'])) {
        return None;
    }
    let unit = ["位", "名", "家"].into_iter().find(|unit| after.starts_with(unit));
    if let Some(unit) = unit.filter(|_| !after.starts_with("位置")) {
        return Some(rank(place, len + unit.len(), value, unit));
    }
    let ends = after.is_empty()
        || after.starts_with(['，', '。', '、', '；', ',', ';', '）', ')', '的', '和', '”', '\n', '大', '！']);
    let clause_end = ['，', '。', '；', ','];
    let told = (ranked(before, &['居', '列', '排', '位'], &clause_end) || listed(before))
        && !ranked(before, &['届'], &clause_end);
    // 由全省第6跃升至第3
    let moved = quantities().moved_to.prefix(after).is_some() && quantities().rank.suffix(before).is_some()
        || quantities().moved_to.suffix(before).is_some() && ends;
    (ends && !after.starts_with("大道") && (told || quantities().rank.suffix(before).is_some()) || moved)
        .then(|| rank(place, len, value, ""))
}

/// 前30强, 跻身前十: `tail` begins behind 前.
pub(super) fn top(place: At<'_>, tail: &str) -> Option<Quantity> {
    let n = numeral::numeral(tail)?;
    let (after, len) = (&tail[n.len..], '前'.len_utf8() + n.len);
    let quantity = |len: usize, unit| {
        Draft::simple(place, (place.start, place.start + len), n.value.to_f64(), Form::Top, unit, Kind::Rank).finish()
    };
    let ends = after.is_empty() || after.starts_with(['，', '。', '、', '；', ',', ')', '）', '行', '！', '!', '\n']);
    if ends
        && quantities().top.suffix(place.before()).is_some()
        && tail.starts_with(['三', '五', '十', '二', '四', '六', '八'])
    {
        return Some(Quantity { bound: Bound::AtMost, ..quantity(len, "") });
    }
    let unit = ["强", "名", "位"].into_iter().find(|unit| after.starts_with(unit))?;
    Some(quantity(len + unit.len(), unit))
}

/// 居首位, 居十五个城市之首: `tail` begins behind 首.
pub(super) fn first(place: At<'_>, tail: &str) -> Option<Quantity> {
    let ends = tail.is_empty() || tail.starts_with(['，', '。', '、', '；', ',', '）', ')', '\n']);
    let len = match () {
        () if tail.starts_with('位') => "首位".len(),
        () if ends && place.before().ends_with('之') => "首".len(),
        () => return None,
    };
    let verbs = ['居', '列', '排'];
    ranked(place.before(), &verbs, &['，', '。', '、', ',', '；']).then(|| rank(place, len, 1.0, "位"))
}

#[cfg(test)]
mod tests {
    use crate::mention::quantity::{read, words};

    #[test]
    fn ranks_are_read() {
        for (text, at, expected) in [
            ("居全省第1位。", "第", ("第1位", 1.0, "位")),
            ("总量由全省第6跃升至第3。", "第6", ("第6", 6.0, "")),
            ("总量由全省第6跃升至第3。", "第3", ("第3", 3.0, "")),
            ("总量列全市第二，", "第", ("第二", 2.0, "")),
            ("进入全国前30强", "前", ("前30强", 30.0, "强")),
            ("总量跻身前十，", "前", ("前十", 10.0, "")),
            ("位居全省同类县投资活力第4、工业百强第7，", "第7", ("第7", 7.0, "")),
            ("总量首次冲进全省前十！", "前", ("前十", 10.0, "")),
            ("增速居全市首位", "首", ("首位", 1.0, "位")),
            ("增速居十五个城市之首。", "首", ("首", 1.0, "位")),
        ] {
            assert_eq!(read(words, text, at), Some(expected), "{text}");
        }
        for (text, at) in [
            ("摆在第一位", "第"),
            ("首位产业", "首"),
            ("万恶之首，", "首"),
            ("全国第五、六批试点", "第"),
            ("居首席", "首"),
            ("第三，推进", "第"),
        ] {
            assert_eq!(read(words, text, at), None, "{text}");
        }
    }
}
