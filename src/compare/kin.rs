//! Labels that name one thing otherwise: 建设农村文化礼堂 and 建成农村“文化礼堂” are kin, 新增市级孵化器 and 新增省级孵化器 are not.

use rustc_hash::FxHashMap as HashMap;
use std::borrow::Cow;
use std::collections::hash_map::Entry;

use super::names::Name;
use super::observation::Observation;
use super::panel::{Row, told};
use crate::lexicon::label_kin::{Deeds, Part, label_kin};

/// Characters that what is left of a label needs to be kin to another.
const LEAST: usize = 2;

/// The series of a collection by subject and by what their labels share. Few have kin: a list is made where a second comes.
#[derive(Debug, Default)]
pub(super) struct Kin<'a> {
    series: HashMap<(Name, u64), Alike<'a>>,
}

/// Series that share it: the first and the others.
type Alike<'a> = (&'a [Row], Vec<&'a [Row]>);

impl<'a> Kin<'a> {
    /// Files the series that have results, each the rows of one indicator of one place.
    pub(super) fn new(observations: &[Observation], series: impl Iterator<Item = &'a [Row]>) -> Self {
        let mut kin = Kin::default();
        kin.series.reserve(observations.len() / 2);
        for rows in series {
            let mut all = rows.iter().filter_map(|row| observations.get(row.lead()));
            let Some(o) = all.find(|o| told(o.status)) else { continue };
            match kin.series.entry((o.subject.key, o.indicator.kin)) {
                Entry::Vacant(place) => {
                    place.insert((rows, Vec::new()));
                }
                Entry::Occupied(mut first) => first.get_mut().1.push(rows),
            }
        }
        kin
    }

    /// The series with results of the target's subject that are kin to its own, which may be among them.
    pub(super) fn of<'b>(&'b self, target: &'b Observation) -> impl Iterator<Item = &'a [Row]> + use<'a, 'b> {
        let all = self.series.get(&(target.subject.key, target.indicator.kin));
        all.into_iter().flat_map(|(first, others)| std::iter::once(*first).chain(others.iter().copied()))
    }
}

/// What labels of one thing share, as one number: the kinds of their deeds, and what is left without them. None where too
/// little is.
pub(super) fn kin(label: &str) -> Option<u64> {
    let (deeds, thing) = parts(label)?;
    // In whatever order: 淘汰企业落后产能 and 淘汰落后产能企业.
    let sum = thing.chars().fold(0_u64, |sum, c| sum.wrapping_add(spread(u64::from(c))));
    Some(spread(sum) ^ u64::from(deeds))
}

/// Spreads a few bits over all of a number.
fn spread(number: u64) -> u64 {
    let spread = (number ^ 0x2545_f491_4f6c_dd1d).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (spread ^ spread >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// Its deeds, and what is left of the label.
fn parts(label: &str) -> Option<(Deeds, String)> {
    let table = label_kin();
    let spelled = spelled(label);
    let mut deeds = 0;
    let mut thing = String::with_capacity(spelled.len());
    let mut rest = &*spelled;
    while let Some(c) = rest.chars().next() {
        let part = if table.may_be_part(c) { table.part(c, rest) } else { None };
        if let Some((_, Part::Deed(kind))) = part {
            deeds |= kind;
        }
        if part.is_none() {
            thing.push(c);
        }
        rest = &rest[part.map_or(c.len_utf8(), |(word, _)| word.len())..];
    }
    let long = |thing: &str| thing.chars().nth(LEAST - 1).is_some();
    while let Some(tail) = table.tail(&thing).filter(|tail| long(&thing[..thing.len() - tail.len()])) {
        thing.truncate(thing.len() - tail.len());
    }
    long(&thing).then_some((deeds, thing))
}

/// With one word for what goes by several.
fn spelled(label: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut written = 0;
    for (at, one, other) in label_kin().same(label) {
        if at < written {
            continue;
        }
        out.push_str(&label[written..at]);
        out.push_str(other);
        written = at + one.len();
    }
    if written == 0 {
        return Cow::Borrowed(label);
    }
    out.push_str(&label[written..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_one_thing_are_kin_and_others_are_not() {
        for (one, other) in [
            ("建设农村文化礼堂", "建成农村“文化礼堂”"),
            ("完成农村住房改造", "农村住房改造"),
            ("新建停车泊位", "新增停车泊位"),
            ("电梯安装监管装置", "电梯监管装置安装"),
            ("工业用地出让", "出让工业用地"),
            ("接收高校应届毕业生", "接受高校毕业生"),
            ("新增上市公司", "新增境内外上市企业"),
            ("研发支出与地区生产总值之比", "研发经费投入强度"),
            ("危房治理", "完成危房治理项目"),
            ("治理城镇危旧房", "完成城镇危旧房治理改造"),
            ("淘汰企业落后产能", "淘汰落后产能企业"),
            ("升级完善微型消防站", "完成微型消防站升级完善"),
            ("全社会研发支出与地区生产总值之比", "全社会研发经费支出与地区生产总值之比"),
            ("市区PM2.5平均浓度", "PM2.5平均浓度"),
            ("实际利用外资", "利用外资"),
        ] {
            assert_eq!(kin(one), kin(other), "{one}, {other}");
        }
        for (one, other) in [
            ("新增市级孵化器", "新增省级孵化器"),
            ("新增高新技术企业", "新增国家高新技术企业"),
            ("新建幼儿园", "改造幼儿园"),
            ("新增专精特新企业", "净增专精特新企业"),
            ("新建高标准农田", "高标准农田"),
        ] {
            assert_ne!(kin(one), kin(other), "{one}, {other}");
        }
        assert_eq!(parts("建设项目"), Some((1, "项目".to_owned())));
        assert_eq!(parts("新增"), None);
    }
}
