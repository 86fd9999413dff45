//! The names of a clause: a list with what stands before each member.

use std::sync::LazyLock;

use super::{COUNTS, Group, Place, Scene};
use crate::lexicon::words::Words;
use crate::report::Measure;
use crate::report::project_name::{self as name, Name};
use crate::span::Span;

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

static VERB: LazyLock<Words> = LazyLock::new(|| Words::new(&[VERBS]));

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

impl Scene<'_> {
    /// The names of a clause.
    pub(super) fn group(&self, at: usize) -> Option<Group> {
        let clause = self.clauses[at].span;
        let text = clause.of(&self.clean.text);
        if !name::may_hold(text) {
            return None;
        }
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
            match VERB.prefix(rest) {
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
    pub(super) fn is_sized(&self, item: Place, name: Place) -> bool {
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
        // Asked only at a conjunction: the head of the item before it.
        let named =
            |head: &str| name::has_head(head) || ["园", "厂", "站", "路", "线", "桥"].iter().any(|w| head.ends_with(w));
        let apart = c == '、' || matches!(c, '和' | '及' | '与') && named(&text[start..at]);
        if depth <= 0 && apart {
            found.push(Name { start, end: at });
            start = at + c.len_utf8();
        }
    }
    found.push(Name { start, end: text.len() });
    found.retain(|item| item.start < item.end);
    found
}
