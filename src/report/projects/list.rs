//! The names of a clause: a list with what stands before each member.

use super::Group;
use super::brand;
use super::name::{self, Name};
use crate::lexicon::numeral::is_count;
use crate::lexicon::project_cues::projects;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::report::clause::Place;
use crate::report::scene::{DEED, NAME, Scene};
use crate::report::{Measure, Role};
use crate::span::Span;

impl Scene<'_, '_> {
    /// The names of a clause.
    pub(in crate::report) fn group(&self, at: usize) -> Option<&Group> {
        self.names.get(at)?.get_or_init(|| self.read_group(at)).as_ref()
    }

    fn read_group(&self, at: usize) -> Option<Group> {
        let cues = projects();
        // Most clauses hold no word that a project is called by.
        let clause = self.clauses.get(at)?;
        let listed = self.text(clause.span).has("、");
        let clause = Some(clause).filter(|clause| clause.cues & NAME != 0 || listed && clause.cues & DEED != 0)?.span;
        let text = self.text(clause);
        // 建设内容包括门诊楼、住院楼: parts of one.
        if cues.described.prefix(text).is_some() {
            return None;
        }
        let (own, start) = self.leading(clause, text);
        let verbs = self.heading_verbs(at) + &own;
        let rest = &text[start..];
        let offset = clause.start + start;
        // 甲、乙等14个重点项目竣工投产; 签约甲、乙、丙3个项目
        if let Some(listed) = self
            .listed(rest, offset, &verbs)
            .or_else(|| self.numbered(rest, offset))
            .or_else(|| self.fated(rest, offset))
        {
            let (names, behind) = listed;
            // 县里集中签约甲、乙2个项目: who does it stands before the verb.
            let lead = names.first().map_or("", |(_, name)| self.of(offset, name.start));
            let verbs = verbs + lead;
            return Some(Group { names, verbs, behind: Span::new(behind, clause.end), shares: None, whole: None });
        }
        // 甲、乙集团分别投资12亿元、8亿元建设云岭产业园、岚江物流园
        if let Some((shares, names)) = self.apart(rest, offset) {
            return Some(Group {
                names,
                verbs,
                behind: Span::new(clause.end, clause.end),
                shares: Some(shares),
                whole: None,
            });
        }
        let mut names = Vec::new();
        let mut behind = clause.end;
        let mut items = items(rest).into_iter().peekable();
        while let Some(item) = items.next() {
            let whole = item.start..item.end;
            let last = items.peek().is_none();
            let place = Span::new(offset + whole.start, offset + whole.end);
            match self.name(place) {
                Some(name) => {
                    behind = name.end;
                    names.push((place, name));
                    // 岚水大桥（总投资6亿元）、环城南路（全长12公里）
                    let rest = self.of(name.end, place.end);
                    if !(rest.is_empty() || rest.starts_with(['（', '(']) && rest.ends_with(['）', ')'])) {
                        break;
                    }
                }
                None if last && names.is_empty() => return None,
                // 新建县三中、清溪小学、白石敬老所: what it is called is not known, but the others are.
                None if last && names.len() > 1 && !verbs.is_empty() && whole.len() <= 36 => {}
                None => {
                    names.clear();
                }
            }
        }
        // 省发改委批复岚江大桥建设项目: what was done with it stands before it.
        let lead = names.first().map_or("", |(_, name)| self.of(offset, name.start));
        let verbs = if cues.proposed.within(lead) || cues.signed.within(lead) { verbs + lead } else { verbs };
        let words = self.of(behind, clause.end);
        let next = self.clauses.get(at + 1).map_or("", |c| self.text(c.span));
        let told =
            !words.trim().is_empty() || cues.size.prefix(next).is_some() || cues.size_next.prefix(next).is_some();
        let told = told || names.len() == 1 && self.introduces(at, Span::new(behind, clause.end));
        let several = names.len() > 1;
        // 推进岚水大桥、云岭水库、灌区续建工程: most are things by name.
        let most =
            several && names.iter().filter(|(_, name)| name::is_proper(self.text(*name))).count() * 2 >= names.len();
        names.retain(|(item, name)| {
            let label = self.text(*name);
            let sized = self.is_sized(*item, *name);
            // A项目、B项目分别投资12亿元和6亿元
            if several && words.has("分别") && label.chars().count() >= 4 {
                return true;
            }
            // 与恒泰公司签订电子铜箔项目协议: what one firm signs for is one thing.
            let agreed = label.ends_with("项目")
                && label.chars().count() >= 6
                && cues.signed.within(&verbs)
                && self.of(clause.start, name.start).has("与");
            let called = ["项目", "工程"].iter().any(|end| label.ends_with(end)) && label.chars().count() >= 6;
            let known = most && called && !verbs.is_empty() && !brand::is_common(label);
            agreed
                || known
                || (sized || told || !verbs.is_empty() && label.chars().count() >= 4)
                    && (sized && label.chars().count() >= 4 || name::is_proper(label))
        });
        (!names.is_empty()).then(|| Group {
            names,
            verbs,
            behind: Span::new(behind, clause.end),
            shares: None,
            whole: None,
        })
    }

    /// The verbs and the date that a clause begins with.
    #[inline(never)]
    pub(super) fn leading(&self, clause: Place, text: &str) -> (String, usize) {
        let cues = projects();
        let mut start = numbering(text);
        let mut verbs = String::new();
        loop {
            // “十四五”末: the sign before the plan's number goes with the date.
            let quoted = if text[start..].starts_with('“') { '“'.len_utf8() } else { 0 };
            let begins = [clause.start + start, clause.start + start + quoted];
            if let Some(date) = self.dates.iter().find(|d| begins.contains(&d.span.start)) {
                start = date.span.end.min(clause.end) - clause.start;
                continue;
            }
            let rest = &text[start..];
            let signs = rest.len() - rest.trim_start_matches([' ', '、', '*', '了', '—', '-']).len();
            if signs > 0 {
                start += signs;
                continue;
            }
            let verb =
                [&cues.push, &cues.verb].into_iter().filter_map(|list| list.prefix(rest)).max_by_key(|verb| verb.len());
            match verb {
                // 建设路, 开工率
                Some(verb) if rest.len() > verb.len() && cues.verb_not_before.prefix(&rest[verb.len()..]).is_none() => {
                    verbs.push_str(verb);
                    start += verb.len();
                }
                _ => return (verbs, start),
            }
        }
    }

    /// An item without the words of size before the name.
    pub(super) fn stripped(&self, item: Place) -> Place {
        let cues = projects();
        let mut start = item.start;
        let words = self.text(item);
        let leads = words.without_start("计划");
        let sized = cues.size.prefix(leads).is_some();
        if sized && let Some((span, _)) = self.figures.iter().find(|(span, _)| item.covers(*span)) {
            start = span.end;
            while let Some(word) = cues.size_behind.prefix(self.of(start, item.end)) {
                start += word.len();
            }
            // 投资3.6亿元建设岚水第二水厂
            start += cues.size_verb.prefix(self.of(start, item.end)).map_or(0, str::len);
        }
        // 宏达铝业投资15亿元建设铝材加工项目
        if let Some((span, f)) = self.figures.iter().find(|(span, _)| start <= span.start && span.end < item.end) {
            let behind = self.of(span.end, item.end);
            let verb = cues.size_verb.prefix(behind).filter(|verb| behind[verb.len()..].chars().nth(3).is_some());
            if span.start > start && self.figure(*f).linked.unit == "元" && verb.is_some() {
                start = span.end + verb.map_or(0, str::len);
            }
        }
        // 煤层气重点推进岚江区块开发: the name begins behind the verb.
        let rest = self.of(start, item.end);
        if let Some((at, verb)) =
            cues.push_within.rfind_end(rest).filter(|(at, verb)| rest[at + verb.len()..].chars().nth(3).is_some())
        {
            start += at + verb.len();
        }
        // 云岭县开工建设鸿远新材料项目: who does it stands before the verb.
        let rest = self.of(start, item.end);
        if regions().may_begin(rest)
            && let Some(place) = regions().find_all(rest).first().filter(|hit| hit.start == 0)
            && let Some(verb) = cues.verb.prefix(&rest[place.end..]).filter(|verb| verb.chars().count() >= 4)
            && rest[place.end + verb.len()..].chars().nth(3).is_some()
        {
            start += place.end + verb.len();
        }
        // 由鸿远电缆建设的新能源线束产业园: what it is called stands behind 的.
        let rest = self.of(start, item.end);
        if let Some(at) = rest.last_place_of("的").filter(|at| rest[*at..].chars().count() > 4)
            && cues.own_de.suffix(&rest[..at + '的'.len_utf8()]).is_none()
        {
            start += at + '的'.len_utf8();
        }
        let rest = self.of(start, item.end);
        // 引进了鸿远制药
        start += rest.len() - rest.trim_start_matches(['—', '-', '*', ' ', '了']).len();
        Span::new(start, item.end)
    }

    /// The name in an item, without what stands before and behind it.
    pub(super) fn name(&self, item: Place) -> Option<Place> {
        if !self.holds(item, NAME) {
            return None;
        }
        let dated = |at: usize| self.dates.iter().any(|d| d.span.start == at);
        let whole = self.text(item);
        let end = item.start + name::end(whole, |at| dated(item.start + at))?;
        let name = self.without_size(self.stripped(Span::new(item.start, end)));
        let words = self.text(name);
        // 公司早先建成投运一期, 继公司一期工程: a clause about a firm
        let firm = ["公司", "该公司", "企业", "继"].iter().any(|word| words.starts_with(word));
        let good = !firm && (4..=26).contains(&words.chars().count())
            && !words.contains(['，', '：', '等', '（', '《', '(', ')', '|', '+'])
            && !words.ends_with(['侧', '边'])
            && !words.starts_with(|c: char| c.is_ascii_digit())
            && projects().preposition.prefix(words).is_none()
            && !name::is_class(words)
            && !self.is_many(item.start, end)
            // 拟于9月底前完成主体工程 tells what is done by when.
            && !self.dates.iter().any(|d| d.role == Role::Deadline && name.start < d.span.start && d.span.end <= name.end)
            && (name.start > item.start || !name::opens_with_verb(words));
        good.then_some(name)
    }

    /// A name without the size before it: [200兆瓦]岚水光伏电站; 200兆瓦光伏电站 names nothing.
    fn without_size(&self, name: Place) -> Place {
        let size = self.figures.iter().find(|(span, _)| span.start == name.start && span.end < name.end);
        let rest = size.map(|(span, f)| (Span::new(span.end, name.end), self.figure(*f).linked.unit));
        let other = |rest: Place| self.figures.iter().any(|(span, _)| rest.covers(*span));
        let sized = rest.filter(|(rest, unit)| {
            !other(*rest) && projects().size_unit.contains(unit) && name::is_proper(self.text(*rest))
        });
        sized.map_or(name, |(rest, _)| rest)
    }

    /// True where a count of things stands in a name: 岚水镇36个项目.
    pub(super) fn is_many(&self, start: usize, end: usize) -> bool {
        self.figures.iter().any(|(span, f)| {
            start <= span.start && span.end <= end && projects().count_unit.contains(self.figure(*f).linked.unit)
        })
    }

    /// True when the item tells the size of what it names.
    pub(super) fn is_sized(&self, item: Place, name: Place) -> bool {
        self.figures.iter().any(|(span, f)| {
            item.start <= span.start
                && span.end <= name.end.max(item.end)
                && self.figure(*f).linked.measure == Measure::Level
                && !projects().count_unit.contains(self.figure(*f).linked.unit)
        })
    }
}

/// The length of the number in a list that a clause begins with: 九是, （三）, 2.
fn numbering(text: &str) -> usize {
    let number = |c: char| c.is_ascii_digit() || is_count(c);
    let framed = text.strip_prefix(['（', '(']).map(|rest| (rest.trim_start_matches(number), rest));
    if let Some((rest, whole)) = framed
        && rest.len() < whole.len()
        && let Some(rest) = rest.strip_prefix(['）', ')'])
    {
        return text.len() - rest.len();
    }
    // ①岚水大桥; 二、续建项目
    if let Some(circled) = text.chars().next().filter(|c| ('\u{2460}'..='\u{2473}').contains(c)) {
        return circled.len_utf8();
    }
    let spelled = text.trim_start_matches(is_count);
    if (1..=9).contains(&(text.len() - spelled.len()))
        && let Some(rest) = spelled.strip_prefix('、').filter(|rest| !rest.starts_with(number))
    {
        return text.len() - rest.len();
    }
    let counted = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if (1..=2).contains(&(text.len() - counted.len()))
        && let Some(rest) =
            counted.strip_prefix(['.', '．', '、']).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        return text.len() - rest.len();
    }
    let digits = text.trim_start_matches(|c: char| is_count(c));
    match digits.strip_prefix('是') {
        Some(rest) if digits.len() < text.len() => text.len() - rest.len(),
        _ => 0,
    }
}

/// The members of a list: apart by 、, 和, 及.
pub(super) fn items(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        depth += i32::from(matches!(c, '“' | '（' | '《')) - i32::from(matches!(c, '”' | '）' | '》'));
        // Asked only at a conjunction: the head of the item before it.
        let named = |head: &str| name::has_head(head) || projects().more_head.suffix(head).is_some();
        // 科技生产线及冷链平台建设项目: one project's name
        let joint = || {
            let (head, behind) = (&text[start..at], &text[at + c.len_utf8()..]);
            let near = behind.find(['、', '和', '及', '等']).map_or(behind, |end| &behind[..end]);
            c == '及' && !head.ends_with("项目") && !head.ends_with("工程") && near.has("建设项目")
        };
        let apart = c == '、' || matches!(c, '和' | '及' | '与') && named(&text[start..at]) && !joint();
        if depth <= 0 && apart {
            found.push(Name { start, end: at });
            start = at + c.len_utf8();
        }
    }
    found.push(Name { start, end: text.len() });
    found.retain(|item| item.start < item.end);
    found
}
