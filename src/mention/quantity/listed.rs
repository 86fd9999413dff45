//! Numbers whose unit stands elsewhere or counts only here: 分别高0.7、1.4个百分点, 辖6镇3乡.

use super::range::scale_power;
use super::{Draft, Form, unit_at};
use crate::lexicon::cues::quantities;
use crate::lexicon::numeral::{self, Numeral};
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::{At, last_bytes};

/// Numbers of the longest list that is looked through for its unit.
const LIST: usize = 12;
/// Bytes before a number in which 分别 stands.
const NEAR: usize = 60;
/// Signs between the numbers of a list.
const SIGNS: [char; 5] = ['、', '和', '与', '及', ','];

/// A number that shares the unit and the scale of the last in its list. Percentage points are shared by themselves, other
/// units where 分别 announces a list.
#[inline(never)]
pub(super) fn listed<'a>(place: At<'a>, first: Numeral<'a>) -> Option<Draft<'a>> {
    let rest = place.rest();
    let mut at = first.len;
    if !first.scale.is_empty() || first.more {
        return None;
    }
    for _ in 0..LIST {
        at += rest[at..].len() - rest[at..].trim_start_matches(' ').len();
        at += rest[at..].chars().next().filter(|c| SIGNS.contains(c))?.len_utf8();
        let next = numeral::arabic(&rest[at..])?;
        at += next.len;
        let Some((unit, _)) = unit_at(&rest[at..]) else { continue };
        let announced = last_bytes(place.before(), NEAR).has("分别");
        return (announced || unit.kind == Kind::Points).then(|| Draft {
            place,
            start: place.start,
            end: place.start + first.len,
            values: vec![first.value.shifted(scale_power(next.scale)).to_f64() * unit.factor],
            form: Form::Plain,
            numeral: Numeral { scale: next.scale, ..first },
            unit: &unit.unit,
            kind: unit.kind,
        });
    }
    None
}

/// A count of the divisions that a place is said to have; 3区 elsewhere is a name.
pub(super) fn division<'a>(place: At<'a>, first: Numeral<'a>) -> Option<Draft<'a>> {
    let rest = place.rest();
    let unit = quantities().division.prefix(&rest[first.len..]).filter(|_| first.scale.is_empty() && !first.more)?;
    let before = place.near().trim_end_matches(['、', ' ', '和', '及', ',']);
    // 2区、8县: the county's unit is counted anywhere.
    let last =
        quantities().division.suffix(before).map_or(before.strip_suffix('县'), |word| before.strip_suffix(word));
    let goes_on = last.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()));
    let told = goes_on || quantities().division_lead.suffix(before).is_some();
    told.then(|| Draft {
        place,
        start: place.start,
        end: place.start + first.len + unit.len(),
        values: vec![first.value.to_f64()],
        form: Form::Plain,
        numeral: first,
        unit,
        kind: Kind::Count,
    })
}

#[cfg(test)]
mod tests {
    use crate::mention::quantity::{arabic, read};

    #[test]
    fn a_number_of_a_list_has_the_unit_of_the_last() {
        for (text, at, expected) in [
            ("分别高0.7、1.4个百分点，", "0", Some(("0.7", 0.7, "个百分点"))),
            ("分别回落2.16和1.66个百分点，", "2", Some(("2.16", 2.16, "个百分点"))),
            ("分别完成12.5、3.6亿元，", "1", Some(("12.5", 1.25e9, "元"))),
            ("查阅3、5家企业的账目，", "3", None),
        ] {
            assert_eq!(read(arabic, text, at), expected, "{text}");
        }
    }

    #[test]
    fn divisions_are_counted_where_a_place_has_them() {
        for (text, at, expected) in [
            ("现辖6镇3乡，", "6", Some(("6镇", 6.0, "镇"))),
            ("现辖6镇3乡，", "3", Some(("3乡", 3.0, "乡"))),
            ("全市辖2区、8县，", "2", Some(("2区", 2.0, "区"))),
            ("园区B3区厂房，", "3", None),
        ] {
            assert_eq!(read(arabic, text, at), expected, "{text}");
        }
    }
}
