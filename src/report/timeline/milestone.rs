//! Figures as entries: what was reached, and what is promised by a count.

use super::{Draft, Place, Scene, Told};
use crate::report::{Bound, Edge, EntryKind, Figure, Measure, State, Status, Value, title};

/// What a figure's predicate begins with when its subject stands elsewhere.
const LEANS: &[&str] = &[
    "为",
    "比",
    "达到",
    "达",
    "增长",
    "下降",
    "增加",
    "提高",
    "降到",
    "降至",
    "由",
    "从",
    "约",
    "超过",
    "突破",
    "上升",
    "减少",
    "是",
    "实际执行",
    "较",
    "占",
    "增至",
    "升至",
];

/// True of words that say how much and not of what.
pub(super) fn leans(title: &str) -> bool {
    // 增加卫生人员6万人 says what is added, 增加6万人 does not.
    let counted = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千两了到至约近超".contains(c))
    };
    LEANS.iter().any(|word| {
        title.strip_prefix(word).is_some_and(|rest| {
            counted(rest) || !["增长", "下降", "增加", "提高", "上升", "减少", "突破", "超过"].contains(word)
        })
    })
}

impl Scene<'_> {
    /// 增长5%, 达到3亿吨: the words lean on what came before, and the figure knows what grew.
    pub(super) fn counted(&self, told: &Told) -> Option<String> {
        let (_, i) = self.figures.iter().find(|(span, _)| told.place.covers(*span))?;
        let figure = &self.outward[*i];
        let label = title::trim(&figure.indicator);
        let named = label.chars().count() >= 2 && !leans(label) && self.linked[*i].confidence >= 0.5;
        named.then(|| title::title(&figure_title(figure, false))).flatten()
    }

    /// Figures that are news in themselves: a round number passed, a first place, a target for the year.
    pub(super) fn reached(&self, edge: &Edge<'_>, drafts: &mut Vec<Draft>, from: usize) {
        for (span, i) in self.figures {
            let (f, figure) = (&self.linked[*i], &self.outward[*i]);
            let Some(interval) = f.period.clone().filter(|p| p.end.is_some()) else { continue };
            if figure.indicator_id.is_none() || drafts[from..].iter().any(|d| d.entry.figures.contains(&figure.id)) {
                continue;
            }
            let before = self.of(self.clauses.first().map_or(span.start, |c| c.span.start), span.start);
            let passed = ["突破", "跨越", "跨上", "迈上", "迈入", "超过", "站上"].iter().any(|w| before.ends_with(w))
                && matches!(f.measure, Measure::Level);
            let first = f.measure == Measure::Rank && f.values.first().is_some_and(|v| (*v - 1.0).abs() < f64::EPSILON);
            let reached = f.status == Status::Actual && f.confidence >= 0.6 && (passed || first);
            let promised = f.status == Status::Target
                && f.confidence >= 0.7
                && !matches!((&interval.end, &self.today), (Some(end), Some(today)) if end <= today);
            if !(reached || promised) {
                continue;
            }
            let (kind, state) =
                if promised { (EntryKind::Deadline, State::Planned) } else { (EntryKind::Milestone, State::Done) };
            let own = promised.then(|| self.promise(*span)).flatten();
            let Some(title) = own.or_else(|| title::title(&figure_title(figure, passed))) else { continue };
            let mut draft = self.draft(edge, *span, interval, kind, state, title);
            draft.entry.subject.clone_from(&figure.subject);
            draft.entry.figures = vec![figure.id.clone()];
            drafts.push(draft);
        }
    }

    /// The words of a promised count, where they begin with what is done: 新建城市道路75条.
    fn promise(&self, quantity: Place) -> Option<String> {
        let clause = self.clauses.iter().find(|clause| clause.span.covers(quantity))?.span;
        let head = self.of(clause.start, quantity.start);
        let start = head.rfind('、').map_or(clause.start, |at| clause.start + at + '、'.len_utf8());
        let behind = self.of(quantity.end, clause.end);
        let bound =
            ["以上", "以内", "左右"].iter().find(|word| behind.starts_with(**word)).map_or(0, |word| word.len());
        let words = title::trim(self.of(start, quantity.end + bound)).to_owned();
        let named = words.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() >= 6;
        let leaning = leans(&words) || words.starts_with("投资") || words.starts_with("总投资");
        let alone =
            self.figures.iter().filter(|(span, _)| span.start >= start && span.end <= quantity.end).count() == 1;
        let short = words.chars().count() <= 24 && !words.contains(['%', '％', '点']);
        (alone && short && named && !leaning && title::opens_with_verb(&words)).then(|| title::title(&words)).flatten()
    }
}

/// 地区生产总值增长7%以上
fn figure_title(figure: &Figure, passed: bool) -> String {
    let falls = matches!(&figure.value, Value::One(v) if *v < 0.0);
    let verb = match figure.measure {
        Measure::ChangeRate | Measure::ChangeAmount if falls => "下降",
        Measure::ChangeRate | Measure::ChangeAmount => "增长",
        Measure::Rank => "居",
        Measure::Gap => "高于",
        _ if passed => "突破",
        _ => "",
    };
    let bound = match figure.bound {
        _ if passed || figure.quote.ends_with(['余', '多', '上', '内', '右']) => "",
        Bound::AtLeast if figure.quote.contains(['余', '多']) => "",
        Bound::AtLeast => "以上",
        Bound::AtMost => "以内",
        Bound::About => "左右",
        Bound::Exact => "",
    };
    let scope = match figure.measure {
        Measure::Rank | Measure::Gap => figure.scope.clone().unwrap_or_default(),
        _ => String::new(),
    };
    let indicator = match figure.measure {
        Measure::ChangeRate => figure.indicator.strip_suffix("增速").unwrap_or(&figure.indicator),
        _ => &figure.indicator,
    };
    format!("{indicator}{verb}{scope}{}{bound}", figure.quote.replace(' ', ""))
}
