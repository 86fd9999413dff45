//! Several places told of as one: 豫鲁两省, 六县（市）.

use crate::lexicon::figure_cues::subjects;

/// So many places at once: 六县（市）生产总值1200亿元.
pub(super) fn so_many(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(['两', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    let level = subjects().levels.prefix(rest).filter(|_| rest.len() < text.len())?;
    Some(&text[..text.len() - rest.len() + level.len()])
}

/// Several places by their names of one character: 豫鲁两省, 京津冀, 郑、汴、洛三市.
pub(super) fn several(text: &str) -> Option<&str> {
    const NUMBERS: [char; 9] = ['两', '三', '四', '五', '六', '七', '八', '九', '十'];
    let (mut count, mut end) = (0_usize, 0);
    let mut rest = text;
    while let Some(name) = subjects().place_sign.prefix(rest).filter(|_| count < NUMBERS.len()) {
        count += 1;
        rest = &rest[name.len()..];
        end = text.len() - rest.len();
        // 粤港澳, 郑、汴
        rest = rest.strip_prefix('、').unwrap_or(rest);
    }
    if count < 2 {
        return None;
    }
    let tail = &text[end..];
    let counted = tail.chars().next().is_some_and(|c| NUMBERS[count - 2] == c);
    let level = ["省市", "省区", "省", "市", "区", "地"]
        .into_iter()
        .find(|level| tail.strip_prefix(NUMBERS).is_some_and(|tail| tail.starts_with(level)));
    match level.filter(|_| counted) {
        Some(level) => Some(&text[..end + '两'.len_utf8() + level.len()]),
        None => Some(&text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_places_are_one_subject_by_their_short_names() {
        for (clause, name) in [
            ("豫鲁两省生产总值15万亿元", Some("豫鲁两省")),
            ("京津冀生产总值10.4万亿元", Some("京津冀")),
            ("郑、汴、洛三市生产总值2万亿元", Some("郑、汴、洛三市")),
            ("苏浙沪三省市外贸进出口", Some("苏浙沪三省市")),
            ("豫生产总值6万亿元", None),
            ("粮、棉、油产量", None),
        ] {
            assert_eq!(several(clause), name, "{clause}");
        }
    }
}
