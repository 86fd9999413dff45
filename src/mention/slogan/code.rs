//! Codes without quotation marks: 2主2新4特, 3+5产业体系, 1+N.

use super::Slogan;
use super::head::head;
use crate::mention::At;

/// Units and measure words: behind one digit they make a quantity, not the next word of a code.
const UNITS: &str = "个家户人名元年月日亩吨公万亿倍件条所座台套项次级号天米千平处位只头辆金银铜届岁度市区县镇乡村省";

/// A code without quotation marks: 2主2新4特, 3+5产业体系, 1+N.
#[inline(never)]
pub(in crate::mention) fn code(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    let (mut groups, mut len, mut pluses) = (0, 0, 0);
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !c.is_ascii_digit() {
            break;
        }
        let Some(&(next_at, next)) = chars.peek() else { break };
        if next == '+' || next == '＋' {
            pluses += 1;
            chars.next();
            groups += 1;
            len = next_at + next.len_utf8();
            if chars.peek().is_some_and(|(_, c)| matches!(c, 'N' | 'X' | 'n')) {
                len += 1;
                groups += 1;
                break;
            }
        } else if super::is_han(next) && !UNITS.contains(next) {
            groups += 1;
            chars.next();
            len = next_at + next.len_utf8();
        } else {
            if pluses > 0 {
                groups += 1;
                len = at + 1;
            }
            break;
        }
    }
    if groups < 2 {
        return None;
    }
    let before = place.before();
    let back = before.chars().next_back().filter(|c| matches!(c, '“' | '"' | '‘')).map_or(0, char::len_utf8);
    let start = (place.start - back).max(place.free);
    Some(Slogan::new(start, place.start + len + head(&rest[len..])))
}
