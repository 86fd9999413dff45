//! Lists whose last words say that the members are projects: 甲、乙等14个重点项目竣工投产, 签约甲、乙、丙3个项目.

use super::list::items;
use super::{brand, name};
use crate::lexicon::numeral;
use crate::lexicon::project_cues::projects;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::report::clause::Place;
use crate::report::scene::Scene;
use crate::span::Span;

/// A member of a list, and the name in it.
pub(super) type Member = (Place, Place);

/// Characters of the longest head that is often a class: 交通枢纽, 产业园区; 智慧物流港 is one thing.
const GREAT: usize = 4;

/// What the words around a list say of its members.
struct Listed {
    /// They are projects, whatever they are called.
    counted: bool,
    /// So are those that have a name: 园区先后引进甲、乙.
    led: bool,
    /// 等工程, 等系列项目: often policies.
    policy: bool,
    /// Nothing between 等 and 项目 says what they are of: 等一批重大项目, and not 等水环境治理项目.
    plain: bool,
    /// No member is a route, whose head may be left out in those before it.
    whole: bool,
    /// More than half of the members are things by name.
    named: bool,
}

impl Listed {
    /// True of a name that such a list gives; `most` where most of its members are named.
    fn takes(&self, name: &str, most: bool) -> bool {
        let (count, one) = (name.chars().count(), is_one(name));
        let short = (2..4).contains(&count) && self.plain && self.whole && most && one && !is_region(name);
        // 引进恒泰时代、高端装备等项目: a class among names
        let called = name::has_head(name) || self.counted && self.plain && projects().more_head.suffix(name).is_some();
        let known = one || called || self.counted && (self.named || !brand::is_common(name));
        let told = known || most && self.plain && !brand::is_common(name);
        ((4..=26).contains(&count) || short)
            && told
            && !name::is_class(name)
            && (!name.has("的") || projects().own_de.within(name))
            && !name.contains(['，', '|', '+', ')', '《'])
            && !name.ends_with(['侧', '边', '类'])
            && (!self.policy || name::has_head(name) || brand::is_placed(name))
            && (self.counted || self.led && one || brand::is_firm(name) || !name::opens_with_verb(name))
    }
}

/// True of words that name one thing, be they everyday words.
pub(super) fn is_one(name: &str) -> bool {
    name::is_proper(name) || brand::is_firm(name) || brand::is_placed(name)
}

/// True of the name of a place and nothing more: 青沅、云岭等抽水蓄能项目.
fn is_region(name: &str) -> bool {
    regions().find_all(name).iter().any(|hit| hit.end - hit.start == name.len())
}

/// True of words that say how many or how large the projects are, and not what: 一批重大, 12个重点.
fn is_plain(words: &str) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        let word = projects().plain_of.prefix(rest).map(str::len);
        let Some(len) = word.into_iter().chain(numeral::numeral(rest).map(|number| number.len)).max() else {
            return false;
        };
        rest = &rest[len..];
    }
    true
}

/// The end of a count of things whose names stand before 等: 等[学校12所], 等[12所学校].
fn so_many(words: &str) -> Option<usize> {
    let noun = |rest: &str| projects().so_many.prefix(rest).map(str::len);
    let count = |rest: &str| {
        let number = numeral::numeral(rest)?.len;
        rest[number..].strip_prefix(['所', '座', '个', '处', '家']).map(|behind| rest.len() - behind.len())
    };
    let first = noun(words);
    let counted = count(&words[first.unwrap_or(0)..])? + first.unwrap_or(0);
    if first.is_some() { Some(counted) } else { noun(&words[counted..]).map(|len| counted + len) }
}

impl Scene<'_, '_> {
    /// Items before 等…项目, and where the words about them begin.
    #[inline(never)]
    pub(super) fn listed(&self, rest: &str, offset: usize, verbs: &str) -> Option<(Vec<Member>, usize)> {
        let cues = projects();
        let etc = rest.place_of("等").filter(|at| !rest[..*at].ends_with(['中', '高', '平', '初']))?;
        let after = &rest[etc + '等'.len_utf8()..];
        let near = after.char_indices().nth(14).map_or(after, |(at, _)| &after[..at]);
        let named = ["项目", "工程"].iter().filter_map(|word| near.place_of(word).map(|at| at + word.len())).min();
        let many = if named.is_none() { so_many(near).filter(|_| verbs.has("建")) } else { None };
        let head = named.or(many)?;
        if near[..head].contains(['，', '、', '的']) || !rest[..etc].has("、") {
            return None;
        }
        // A count behind 等, a verb of settling or 引进 and 签约 before the list say that the members are projects,
        // whatever they are called: 引进恒泰时代、云岭精密、华岭燃气等项目.
        let fate = after[head..].char_indices().nth(8).map_or(&after[head..], |(at, _)| &after[head..head + at]);
        // 园区先后引进鸿远电缆、华岭燃气等项目: who does it stands before the verb.
        let led = rest[..etc].place_of("、").is_some_and(|at| cues.signed.within(&rest[..at]));
        let counted = cues.settling.within(fate)
            || cues.signed.within(verbs)
            || near[..head].has("个")
            || after.chars().skip(2).take(4).any(|c| c.is_ascii_digit());
        let all = items(&rest[..etc]);
        let places = all.iter().map(|item| Span::new(offset + item.start, offset + item.end));
        let members: Vec<Member> = places.map(|place| (place, self.stripped(place))).collect();
        // Most of them are things by name: then so are those whose words alone do not tell.
        let known = members.iter().filter(|(_, name)| is_one(self.text(*name))).count();
        let most = known * 2 >= members.len();
        let of = Listed {
            counted,
            led,
            policy: near.starts_with("工程") || near.starts_with("系列") || many.is_some(),
            plain: many.is_none() && is_plain(&near[..head - "项目".len()]),
            // 丹水、云岭、岚云高速公路等项目: the head is said once.
            whole: !rest[..etc].split('、').any(|item| projects().route.suffix(item).is_some()),
            named: known * 2 > members.len(),
        };
        let mut kept = members;
        kept.retain(|(_, name)| of.takes(self.text(*name), most));
        let proper = kept.iter().filter(|(_, name)| is_one(self.text(*name)));
        // 龙泉河治理、城市防洪等项目: one of two, and a class.
        let sole = |name: &str| brand::is_firm(name) || brand::is_placed(name) || name::has_head(name);
        let enough = kept.len() > 1 || all.len() == 2 && kept.iter().all(|(_, name)| sole(self.text(*name)));
        let proper = proper.count();
        // 华能热电联产、恒达光伏二期、智慧物流园等20个重大项目: so many are single things, if one of them is.
        let sound = proper * 2 >= kept.len() || counted && of.plain && known * 3 >= all.len();
        (enough && proper > 0 && sound).then(|| (kept, offset + etc + '等'.len_utf8() + head))
    }

    /// 签约恒泰动力电池、云岭轨道、白石乳业3个项目: as many members as the number behind them says.
    pub(super) fn numbered(&self, rest: &str, offset: usize) -> Option<(Vec<Member>, usize)> {
        if !rest.has("、") {
            return None;
        }
        let signs = |c: char| c.is_ascii_digit() || "两二三四五六七八九十".has_char(c);
        let mut from = 0;
        while let Some(at) = rest[from..].find(signs).map(|at| from + at) {
            let number = numeral::numeral(&rest[at..]);
            from = at + number.as_ref().map_or(rest[at..].chars().next().map_or(1, char::len_utf8), |n| n.len);
            let Some(count) = number.and_then(|number| number.value.to_i32()) else { continue };
            // 甲、乙、丙三大项目; 三大工程 are often policies.
            let counts = |rest: &'_ str| {
                rest.strip_prefix('个')
                    .map(str::len)
                    .or_else(|| rest.starts_with("大项目").then(|| rest.len() - '大'.len_utf8()))
            };
            let Some(tail) = counts(&rest[from..]).map(|len| &rest[rest.len() - len..]) else { continue };
            let near = tail.char_indices().nth(8).map_or(tail, |(at, _)| &tail[..at]);
            let Some(head) =
                ["项目", "工程"].iter().filter_map(|word| near.place_of(word).map(|at| at + word.len())).min()
            else {
                continue;
            };
            let list = &rest[..at];
            if near[..head].contains(['，', '、', '的']) || list.ends_with('等') {
                continue;
            }
            let places: Vec<Place> =
                items(list).into_iter().map(|item| Span::new(offset + item.start, offset + item.end)).collect();
            let names: Vec<Member> = places.into_iter().map(|place| (place, self.stripped(place))).collect();
            let sound = names.iter().all(|(_, name)| {
                let words = self.text(*name);
                (4..=26).contains(&words.chars().count())
                    && !name::is_class(words)
                    && !words.contains(['，', '|', '+', ')', '《'])
                    && !words.ends_with("类")
            });
            // 城建、交通、水利3个工程 are classes; of projects most are proper names. And what is great is often no single
            // thing: 推进交通枢纽、产业园区、城市功能三大项目.
            let great = rest[from..].starts_with('大');
            let single = |name: &str| is_one(name) || (!great || name.chars().count() > GREAT) && name::has_head(name);
            let proper = names.iter().filter(|(_, name)| single(self.text(*name)));
            let all = names.len() > 1 && i32::try_from(names.len()) == Ok(count);
            if all && sound && proper.count() * 2 >= names.len() {
                return Some((names, offset + rest.len() - tail.len() + head));
            }
        }
        None
    }

    /// Where the shares of several firms stand, and what each of them builds: 甲、乙集团分别[投资12亿元、8亿元]建设云岭产业园、
    /// 岚江物流园.
    pub(super) fn apart(&self, rest: &str, offset: usize) -> Option<(Place, Vec<Member>)> {
        let from = rest.place_of("分别")? + "分别".len();
        if from == "分别".len() {
            return None;
        }
        let sums = self.figures.iter().filter(|(span, _)| offset + from <= span.start);
        let mut end = from;
        for (span, _) in sums {
            let gap = self.of(offset + end, span.start);
            let led = end == from && projects().size.contains(gap) || gap.is_empty();
            if !(led || end > from && matches!(gap, "、" | "和" | "与" | "及")) {
                break;
            }
            end = span.end - offset;
        }
        let begin = end + projects().size_verb.prefix(rest.get(end..)?)?.len();
        let built = items(&rest[begin..]);
        let sound = |name: &str| (4..=26).contains(&name.chars().count()) && (is_one(name) || name::has_head(name));
        let all = built.len() > 1 && built.iter().all(|item| sound(&rest[begin + item.start..begin + item.end]));
        let place = |item: &name::Name| Span::new(offset + begin + item.start, offset + begin + item.end);
        let names = built.iter().map(|item| (place(item), place(item))).collect();
        all.then(|| (Span::new(offset + from, offset + end), names))
    }
}
