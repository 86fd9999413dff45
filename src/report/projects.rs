//! Named projects with their investment, size and stage.
//!
//! A clause gives its projects as a list of names, each with what is said before it (总投资22亿元的) and all with what is
//! said of them together (竣工投产). A total over projects has no name and is none.

use std::collections::HashMap;

use super::clause::{Clause, Place, clauses};
use super::project_name::{self as name, Name};
use super::{Edge, Figure, Interval, Project, Role, Stage, stage};
use crate::clean::Clean;
use crate::figure::Figure as Linked;
use crate::mention::{Date, Mentions};
use crate::report::Measure;
use crate::span::Span;
use crate::structure::{Block, BlockKind, Mode, Structure, sentence};

/// Verbs before a list of names.
const VERBS: &[&str] = &[
    "加快推进",
    "全力推进",
    "扎实推进",
    "统筹推进",
    "持续推进",
    "深入推进",
    "稳步推进",
    "积极推进",
    "大力推进",
    "强力推进",
    "全面推进",
    "有序推进",
    "重点推进",
    "协同推进",
    "推进",
    "推动",
    "抓好",
    "抓紧",
    "加快实施",
    "加快建设",
    "加快",
    "启动建设",
    "启动实施",
    "启动",
    "实施",
    "开工建设",
    "新开工",
    "开工",
    "新建成",
    "建成投用",
    "建成",
    "新建",
    "改建",
    "续建",
    "建设",
    "谋划实施",
    "谋划建设",
    "谋划推进",
    "谋划",
    "确保",
    "力争",
    "争取",
    "引进建设",
    "成功引进",
    "引进",
    "促成",
    "签约落地",
    "成功签约",
    "签约",
    "做好",
    "完成",
    "支持",
    "规划建设",
    "重点抓好",
    "全力抓好",
    "继续",
    "积极",
    "全面",
    "以及",
    "其中",
    "同时",
    "开展",
    "要",
    "促进",
    "着力",
    "大力",
    "全力",
    "科学",
    "配合",
    "提升",
    "深化",
    "开发",
    "扩建",
    "新增",
    "布局",
    "统筹",
    "扎实",
    "用好",
    "做强",
    "打造",
    "完善",
    "优化",
    "办好",
    "建好",
    "迁建",
    "改造提升",
    "改造",
    "高标准",
    "高质量",
    "高水平",
    "高起点",
    "持续",
    "深入",
    "稳步",
    "有序",
    "强力",
    "合力",
    "共建",
    "并",
    "确保了",
    "围绕",
    "聚焦",
    "重点",
    "加紧",
    "加大",
];

/// Words of size before a name.
const SIZES: &[&str] = &[
    "总投资",
    "投资",
    "占地",
    "年产",
    "年处理",
    "装机",
    "全长",
    "总长",
    "建筑面积",
    "总建筑面积",
    "库容",
    "日处理",
    "规划面积",
    "总装机",
];

/// Units of a count of things, which are no size of a project.
const COUNTS: &[&str] = &["个", "项", "家", "条", "座", "户", "人", "名", "次", "%", "个百分点", "年", "天", "期"];

struct Scene<'a> {
    clean: &'a Clean,
    structure: &'a Structure,
    block: &'a Block,
    clauses: Vec<Clause>,
    dates: &'a [Date],
    /// Figures of the sentence: where the quantity stands, and the figure's index.
    figures: &'a [(Place, usize)],
    linked: &'a [Linked],
    outward: &'a [Figure],
    today: Option<String>,
}

/// The names of one clause and what is said of them together.
struct Group {
    names: Vec<(Place, Place)>,
    verbs: String,
    behind: Place,
}

pub(super) fn projects(
    edge: &Edge<'_>,
    clean: &Clean,
    structure: &Structure,
    mentions: &Mentions,
    linked: &[Linked],
    figures: &[Figure],
) -> Vec<Project> {
    let mut places: Vec<(Place, usize)> =
        linked.iter().enumerate().map(|(i, f)| (mentions.quantities[f.quantity].span, i)).collect();
    places.sort_unstable();
    let mut found: Vec<Project> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for block in structure.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        if block.span.of(&clean.text).starts_with("<!--") {
            continue;
        }
        for sentence in sentence::sentences(&clean.text, block.span) {
            let dates = super::timeline::range(&mentions.dates, sentence, |d| d.span.start);
            let own = super::timeline::range(&places, sentence, |(span, _)| span.start);
            let scene = Scene {
                clean,
                structure,
                block,
                clauses: clauses(&clean.text, sentence),
                dates: &mentions.dates[dates],
                figures: &places[own],
                linked,
                outward: figures,
                today: structure.date.map(|day| day.to_string()),
            };
            for project in scene.read(edge) {
                let key = essence(&project.name);
                if let Some(&at) = known.get(&key) {
                    merge(&mut found[at], project);
                } else {
                    known.insert(key, found.len());
                    found.push(Project { id: format!("p{}", found.len() + 1), ..project });
                }
            }
        }
    }
    found
}

/// A name without what is said of every project.
fn essence(name: &str) -> String {
    let mut text = name;
    for tail in ["建设项目", "项目", "工程"] {
        text = text.strip_suffix(tail).filter(|rest| rest.chars().count() >= 4).unwrap_or(text);
    }
    text.to_owned()
}

fn merge(known: &mut Project, again: Project) {
    for id in again.figures {
        if !known.figures.contains(&id) {
            known.figures.push(id);
        }
    }
    if known.stage == Stage::Unknown {
        known.stage = again.stage;
    }
    if known.date.is_none() {
        known.date = again.date;
    }
}

impl Scene<'_> {
    fn of(&self, start: usize, end: usize) -> &str {
        self.clean.text.get(start..end.max(start)).unwrap_or_default()
    }

    fn read(&self, edge: &Edge<'_>) -> Vec<Project> {
        let groups: Vec<(usize, Group)> =
            (0..self.clauses.len()).filter_map(|at| self.group(at).map(|group| (at, group))).collect();
        let mut found = Vec::new();
        for (n, (at, group)) in groups.iter().enumerate() {
            // What follows belongs to the names until the next ones, or a semicolon.
            let upto = groups.get(n + 1).map_or(self.clauses.len(), |(next, _)| *next);
            let mut last = *at;
            while group.names.len() == 1
                && last + 1 < upto
                && last - at < 4
                && !matches!(self.clauses[last].stop, '；' | '。' | ';')
            {
                last += 1;
            }
            let more = if last > *at { self.of(group.behind.end, self.clauses[last].span.end) } else { "" };
            let tail = Span::new(group.behind.start, self.clauses[last].span.end);
            let words = format!("{} {} {more}", group.verbs, group.behind.of(&self.clean.text));
            let date = self.date(*at, tail);
            let later = date.is_some_and(|d| self.is_ahead(d));
            let ahead = self.block.frame.mode == Mode::Plan && !Self::settled(&words) || later;
            let stage = stage::stage(&words, ahead);
            for (i, (item, name)) in group.names.iter().enumerate() {
                // Nothing is said of it but its name.
                if stage == Stage::Unknown
                    && group.names.len() == 1
                    && !self.is_sized(*item, Span::new(item.start, tail.end))
                {
                    continue;
                }
                let own_end = group.names.get(i + 1).map_or(tail.end, |(next, _)| next.start);
                let figures: Vec<&(Place, usize)> = self
                    .figures
                    .iter()
                    .filter(|(span, f)| {
                        item.start <= span.start
                            && span.end <= own_end
                            && self.linked[*f].measure == Measure::Level
                            && !COUNTS.contains(&self.outward[*f].unit.as_str())
                    })
                    .collect();
                let interval = date
                    .and_then(|d| d.interval.clone())
                    .or_else(|| figures.iter().find_map(|(_, f)| self.outward[*f].period.clone()));
                found.push(Project {
                    id: String::new(),
                    name: self.tidy(*name),
                    span: edge.span(*name),
                    subject: self.subject(),
                    stage,
                    figures: figures.iter().map(|(_, f)| self.outward[*f].id.clone()).collect(),
                    date: interval.or_else(|| self.framed(stage)),
                });
            }
        }
        found
    }

    fn tidy(&self, name: Place) -> String {
        name.of(&self.clean.text).chars().filter(|c| !c.is_whitespace() && !"*#".contains(*c)).collect()
    }

    fn subject(&self) -> Option<String> {
        let section = self.structure.sections.get(self.block.section);
        section.and_then(|s| s.region.last()).or(self.structure.region.last()).cloned()
    }

    /// 已完成: so even where the report looks ahead.
    fn settled(words: &str) -> bool {
        ["已建成", "已开工", "已完成", "已投产", "已签约"].iter().any(|word| words.contains(word))
    }

    fn is_ahead(&self, date: &Date) -> bool {
        let start = date.interval.as_ref().and_then(|i| i.start.as_deref());
        date.role == Role::Deadline
            || matches!((start, self.today.as_deref()), (Some(start), Some(today)) if start > today)
    }

    /// The date said with the projects: in their clauses, or alone in the clause before.
    fn date(&self, at: usize, tail: Place) -> Option<&Date> {
        let from = match at.checked_sub(1).map(|before| self.clauses[before].span) {
            Some(before) if before.len() <= 36 => before.start,
            _ => self.clauses[at].span.start,
        };
        let mut inside =
            self.dates.iter().filter(|d| from <= d.span.start && d.span.end <= tail.end && d.interval.is_some());
        inside.clone().find(|d| matches!(d.role, Role::Event | Role::Deadline)).or_else(|| inside.next())
    }

    /// In a review of one year, that year.
    fn framed(&self, stage: Stage) -> Option<Interval> {
        let (from, to) = self.block.frame.years.filter(|_| self.block.frame.mode == Mode::Review)?;
        (stage != Stage::Unknown)
            .then(|| Interval { start: Some(format!("{from:04}-01-01")), end: Some(format!("{to:04}-12-31")) })
    }

    /// The names of a clause.
    fn group(&self, at: usize) -> Option<Group> {
        let clause = self.clauses[at].span;
        let text = clause.of(&self.clean.text);
        let (verbs, start) = self.leading(clause, text);
        let rest = &text[start..];
        let offset = clause.start + start;
        // 甲、乙等14个重点项目竣工投产
        if let Some(listed) = self.listed(rest, offset) {
            let (names, behind) = listed;
            return Some(Group { names, verbs, behind: Span::new(behind, clause.end) });
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
                    if name.end < place.end {
                        break;
                    }
                }
                None if last && names.is_empty() => return None,
                None => {
                    names.clear();
                }
            }
        }
        let words = self.of(behind, clause.end);
        let next = self.clauses.get(at + 1).map_or("", |c| c.span.of(&self.clean.text));
        let sized = |item: Place, name: Place| self.is_sized(item, name);
        let told = !words.trim().is_empty()
            || SIZES.iter().any(|word| next.starts_with(word))
            || next.starts_with("计划投资")
            || next.starts_with("计划总投资");
        names.retain(|(item, name)| {
            let label = name.of(&self.clean.text);
            let sized = sized(*item, *name);
            let known = name::is_proper(label) || sized && label.chars().count() >= 4;
            known && (sized || told || !verbs.is_empty() && label.chars().count() >= 6)
        });
        (!names.is_empty()).then(|| Group { names, verbs, behind: Span::new(behind, clause.end) })
    }

    /// The verbs and the date that a clause begins with.
    fn leading(&self, clause: Place, text: &str) -> (String, usize) {
        let mut start = 0;
        let mut verbs = String::new();
        loop {
            if let Some(date) = self.dates.iter().find(|d| d.span.start == clause.start + start) {
                start = date.span.end.min(clause.end) - clause.start;
                continue;
            }
            let rest = &text[start..];
            let signs = rest.len() - rest.trim_start_matches([' ', '、', '*', '了', '—', '-']).len();
            if signs > 0 {
                start += signs;
                continue;
            }
            match VERBS.iter().find(|verb| rest.starts_with(**verb)) {
                // 建设路, 开工率
                Some(verb)
                    if rest.len() > verb.len() && !rest[verb.len()..].starts_with(['率', '路', '兵', '区', '银']) =>
                {
                    verbs.push_str(verb);
                    start += verb.len();
                }
                _ => return (verbs, start),
            }
        }
    }

    /// Items before 等…项目, and where the words about them begin.
    fn listed(&self, rest: &str, offset: usize) -> Option<(Vec<(Place, Place)>, usize)> {
        let etc = rest.find('等').filter(|at| !rest[..*at].ends_with(['中', '高', '平']))?;
        let after = &rest[etc + '等'.len_utf8()..];
        let near: String = after.chars().take(14).collect();
        let head = ["项目", "工程"].iter().filter_map(|word| near.find(word).map(|at| at + word.len())).min()?;
        if near[..head].contains(['，', '、', '的']) || !rest[..etc].contains('、') {
            return None;
        }
        // A count behind 等 or a verb of settling says that the members are projects, whatever they are called.
        let fate: String = after[head..].chars().take(8).collect();
        let built = ["竣工", "投用", "投产", "开工", "建成", "通车", "签约", "前期", "投入"]
            .iter()
            .any(|word| fate.contains(word));
        let counted =
            built || near[..head].contains("个") || after[..].chars().skip(2).take(4).any(|c| c.is_ascii_digit());
        let policy = near.starts_with("工程") || near.starts_with("系列");
        let mut names = Vec::new();
        for item in items(&rest[..etc]) {
            let place = Span::new(offset + item.start, offset + item.end);
            let name = self.stripped(place);
            let words = name.of(&self.clean.text);
            let count = words.chars().count();
            let plain = !counted && !name::has_head(words) && !name::is_proper(words);
            if (4..=26).contains(&count)
                && !name::is_class(words)
                && !words.contains(['的', '，'])
                && !plain
                && !(policy && !name::has_head(words))
                && (counted || !name::opens_with_verb(words))
            {
                names.push((place, name));
            }
        }
        let proper = names.iter().filter(|(_, name)| {
            let words = name.of(&self.clean.text);
            name::is_proper(words) && words.chars().count() >= 4
        });
        (names.len() > 1 && proper.count() * 2 >= names.len()).then(|| (names, offset + etc + '等'.len_utf8() + head))
    }

    /// An item without the words of size before the name.
    fn stripped(&self, item: Place) -> Place {
        let mut start = item.start;
        let words = item.of(&self.clean.text);
        let leads = words.trim_start_matches("计划");
        let sized = SIZES.iter().any(|size| leads.starts_with(size));
        if sized && let Some((span, _)) = self.figures.iter().find(|(span, _)| item.covers(*span)) {
            start = span.end;
            for word in ["以上", "左右", "的"] {
                start += if self.of(start, item.end).starts_with(word) { word.len() } else { 0 };
            }
        }
        // 由鸿远电缆建设的新能源线束产业园: what it is called stands behind 的.
        let rest = self.of(start, item.end);
        if let Some(at) = rest.rfind('的').filter(|at| rest[*at..].chars().count() > 4) {
            start += at + '的'.len_utf8();
        }
        let rest = self.of(start, item.end);
        start += rest.len() - rest.trim_start_matches(['—', '-', '*', ' ']).len();
        Span::new(start, item.end)
    }

    /// The name in an item, without what stands before and behind it.
    fn name(&self, item: Place) -> Option<Place> {
        let dated = |at: usize| self.dates.iter().any(|d| d.span.start == at);
        let whole = item.of(&self.clean.text);
        let end = item.start + name::end(whole, |at| dated(item.start + at))?;
        let name = self.stripped(Span::new(item.start, end));
        let words = name.of(&self.clean.text);
        let count = words.chars().count();
        let many = self.figures.iter().any(|(span, f)| {
            item.start <= span.start && span.end <= end && COUNTS.contains(&self.outward[*f].unit.as_str())
        });
        let good = (4..=26).contains(&count)
            && !many
            && !name::is_class(words)
            && !words.contains(['，', '：', '等', '（', '《'])
            && !words.starts_with(|c: char| c.is_ascii_digit())
            && (name.start > item.start || !name::opens_with_verb(words))
            && !["以", "为", "对", "把", "将", "在", "从", "向", "由", "让", "与"].iter().any(|w| words.starts_with(w));
        good.then_some(name)
    }

    /// True when the item tells the size of what it names.
    fn is_sized(&self, item: Place, name: Place) -> bool {
        self.figures.iter().any(|(span, f)| {
            item.start <= span.start
                && span.end <= name.end.max(item.end)
                && self.linked[*f].measure == Measure::Level
                && !COUNTS.contains(&self.outward[*f].unit.as_str())
        })
    }
}

/// The members of a list: apart by 、, 和, 及.
fn items(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        depth += i32::from(matches!(c, '“' | '（' | '《')) - i32::from(matches!(c, '”' | '）' | '》'));
        let head = &text[start..at];
        let named = name::has_head(head) || ["园", "厂", "站", "路", "线", "桥"].iter().any(|w| head.ends_with(w));
        let apart = c == '、' || matches!(c, '和' | '及' | '与') && named;
        if depth <= 0 && apart {
            found.push(Name { start, end: at });
            start = at + c.len_utf8();
        }
    }
    found.push(Name { start, end: text.len() });
    found.retain(|item| item.start < item.end);
    found
}
