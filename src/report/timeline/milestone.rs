//! Figures as entries: what was reached, and what is promised by a count.

use super::entry::Told;
use super::{Draft, title};
use crate::lexicon::numeral;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, Token, segment};
use crate::lexicon::timeline_cues::timeline;
use crate::report::clause::Place;
use crate::report::figure::Finding;
use crate::report::scene::Scene;
use crate::report::{Bound, EntryKind, Measure, State, Status};

/// True of words that say how much and not of what: 为463亿元, 年均增长11%, 一千二百亿元.
pub(super) fn leans(title: &str) -> bool {
    let cues = timeline();
    // 增加卫生人员6万人 says what is added, 增加6万人 does not.
    let counted = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千两了到至约近超".has_char(c))
    };
    let mut words = title;
    while let Some(word) = cues.averaged.prefix(words) {
        words = &words[word.len()..];
    }
    // 达到省级标准 says what, 达到3亿吨 only how much.
    let result = cues.leans_result.prefix(words).is_some_and(|word| counted(&words[word.len()..]));
    ranks_nobody(title)
        || cues.leans.prefix(words).is_some()
        || result
        || cues.leans_counted.prefix(words).is_some_and(|word| counted(&words[word.len()..]))
        || numeral::numeral(words).is_some_and(|n| {
            let rest = &words[n.len..];
            !rest.starts_with('期') && rest.chars().nth(4).is_none()
        })
}

/// 在168个城市中居第4位: who does, the words before say.
fn ranks_nobody(title: &str) -> bool {
    title.find(['居', '列']).or_else(|| title.place_of("排名")).is_some_and(|at| {
        let head = title[..at].trim_end_matches(['位', '排', '稳']);
        head.ends_with('中') && (head.starts_with('在') || head.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// True of words that tell a yearly average.
pub(super) fn tells_average(words: &str) -> bool {
    timeline().yearly.within(words)
}

/// True of a label that says of what a figure is.
fn is_telling(label: &str) -> bool {
    let name =
        label.trim_start_matches(|c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十百千万亿年".has_char(c));
    name.chars().nth(1).is_some()
        && !label.ends_with('的')
        && !leans(label)
        && !timeline().bare_indicator.contains(label)
}

/// True of an amount in a unit that its indicator is never told in: 工农业总产值百分之四, 农业总产值三亿吨 are of something else.
pub(super) fn is_odd(figure: Finding<'_>) -> bool {
    let unit = figure.linked.unit;
    let indicator = figure.known;
    figure.linked.measure == Measure::Level
        && indicator.is_some_and(|known| match known.unit {
            "元" => !unit.ends_with('元'),
            "人" => unit == "个" && !figure.indicator().has("岗位") || unit == "%",
            _ => false,
        })
}

/// Members of a list behind its first that are looked back over.
const LISTED: usize = 6;

impl<'a> Scene<'a, '_> {
    /// 增长5%, 达到3亿吨: the words lean on what came before, and the figure knows what grew.
    pub(super) fn counted(&self, told: &Told) -> Option<String> {
        let ranked = ranks_nobody(title::trim(&told.words));
        let fits = |i: usize| !ranked || self.figure(i).linked.measure == Measure::Rank;
        let (_, i) = self.figures.iter().find(|(span, i)| told.place.covers(*span) && fits(*i))?;
        let figure = self.figure(*i);
        // 其中增长较快的年均增长5%: of what, the words before say.
        let named = is_telling(title::trim(figure.indicator()))
            && !figure.indicator().trim_end_matches(['“', '"']).ends_with('的')
            && figure.confidence() >= 0.5
            && !is_odd(figure);
        named.then(|| title::title(&figure_title(figure, self.quote(figure), "", tells_average(&told.words)))).flatten()
    }

    /// 总产值、财政收入分别达到500亿元、25亿元: an entry for each, where one title would be cut within the list.
    pub(super) fn each_figure(&self, draft: &Draft<'a>) -> Vec<Draft<'a>> {
        let none = Vec::new;
        let words = self.text(draft.place);
        let Some(apart) = words.place_of("分别").map(|at| draft.place.start + at) else { return none() };
        let Some(clause) =
            self.clauses.iter().map(|clause| clause.span).find(|span| span.start <= apart && apart < span.end)
        else {
            return none();
        };
        let own: Vec<(Place, usize)> = self
            .figures
            .iter()
            .filter(|(span, _)| clause.covers(*span) && draft.place.covers(*span))
            .copied()
            .collect();
        // Words left out in its midst count too.
        let cut = !words.replace(' ', "").has(&draft.title)
            || own.last().is_some_and(|(span, _)| !draft.title.has(&self.text(*span).replace(' ', "")));
        if own.len() < 2 || !cut || self.clauses.iter().filter(|clause| draft.place.covers(clause.span)).count() > 2 {
            return none();
        }
        let mut each: Vec<Draft<'a>> = Vec::new();
        for (span, i) in own {
            let figure = self.figure(i);
            let telling = is_telling(title::trim(figure.indicator())) && figure.confidence() >= 0.5 && !is_odd(figure);
            let words = figure_title(figure, self.quote(figure), "", self.averages(span));
            let Some(title) = title::title(&words).filter(|_| telling) else { return none() };
            if each.iter().any(|other| other.title == title) {
                return none();
            }
            let mut next = self.draft(span, draft.date.clone(), draft.kind, draft.state, title);
            (next.grain, next.figures, next.dates) = (draft.grain, vec![i], draft.dates.clone());
            each.push(next);
        }
        each
    }

    /// Figures that are news in themselves: a round number passed, a first place, a target for the year.
    #[inline(never)]
    pub(super) fn reached(&self, drafts: &mut Vec<Draft<'a>>, from: usize) {
        for (span, i) in self.figures {
            let figure = self.figure(*i);
            let Some(interval) = figure.linked.period.as_ref().filter(|p| p.end.is_some()) else { continue };
            let reported = figure.linked.status == Status::Actual && figure.confidence() >= 0.6;
            let promised = figure.linked.status == Status::Target
                && figure.confidence() >= 0.7
                && !matches!((interval.end.as_deref(), self.today()), (Some(end), Some(today)) if end <= today);
            // What is promised is told whatever it is called; what was reached, where its indicator is known.
            let known = figure.known.is_some();
            if !(reported && known || promised && (known || self.stands_alone(*span, figure))) {
                continue;
            }
            let before = self.of(self.clauses.first().map_or(span.start, |c| c.span.start), span.start);
            let passed = figure.linked.measure == Measure::Level && timeline().passed.suffix(before).is_some();
            let first = figure.linked.measure == Measure::Rank
                && figure.value().is_some_and(|value| (value - 1.0).abs() < f64::EPSILON);
            if !(promised || passed || first) || drafts[from..].iter().any(|draft| draft.figures.contains(i)) {
                continue;
            }
            let (kind, state) =
                if promised { (EntryKind::Deadline, State::Planned) } else { (EntryKind::Milestone, State::Done) };
            let own = promised.then(|| self.promise(*span)).flatten();
            let told = || {
                let verb = if passed { "突破" } else { "" };
                let own = figure_title(figure, self.quote(figure), verb, self.averages(*span));
                let shared = if promised { self.shared_deed(*span, figure) } else { "" };
                title::title(&format!("{shared}{own}"))
            };
            let Some(title) =
                own.or_else(|| (!is_odd(figure) && is_telling(title::trim(figure.indicator()))).then(told).flatten())
            else {
                continue;
            };
            let mut draft = self.draft(*span, interval.clone(), kind, state, title);
            draft.subject = figure.linked.subject.as_deref();
            draft.figures = vec![*i];
            drafts.push(draft);
        }
    }

    /// True of a promise whose label says what will be done or reached, be it no indicator that statistics know.
    fn stands_alone(&self, quantity: Place, figure: Finding<'_>) -> bool {
        let label = title::trim(figure.indicator());
        let counted = self.of(quantity.start, quantity.end).starts_with(|c: char| c.is_ascii_digit());
        let noun = |word: &Token<'_>| !matches!(word.tag, Tag::Verb | Tag::Adverb | Tag::Preposition | Tag::Place);
        counted
            && figure.confidence() >= 0.75
            && label.chars().nth(3).is_some()
            && !label.contains(['的', '，', '、'])
            && timeline().no_promise.prefix(label).is_none()
            && segment(label).last().is_some_and(noun)
    }

    /// 净增经营主体3万户、规上企业46家: the verb that the members of a list share with its first.
    fn shared_deed(&self, quantity: Place, figure: Finding<'_>) -> &'static str {
        let unit = figure.linked.unit;
        let own = timeline().counted_deed.prefix(figure.indicator()).is_some();
        if own || figure.linked.measure != Measure::Level || unit.ends_with('元') || matches!(unit, "%" | "") {
            return "";
        }
        let Some(at) = self.figures.iter().position(|(span, _)| *span == quantity) else { return "" };
        let mut next = quantity;
        for (span, i) in self.figures[..at].iter().rev().take(LISTED) {
            let gap = self.of(span.end, next.start);
            let last = self.figure(*i);
            // What has a verb of its own shares none: 、新建医院2家; 、续建项目9个.
            let own = title::trim(gap);
            let named = gap.chars().count() <= 16 && !title::opens_with_verb(own) && !own.has("建");
            if !gap.starts_with('、') || !named || last.linked.measure != Measure::Level {
                return "";
            }
            if let Some(verb) = timeline().counted_deed.prefix(last.indicator()) {
                return verb;
            }
            next = *span;
        }
        ""
    }

    /// The length of what is counted, where it stands behind the count: 建设3座[污水处理厂].
    fn counted_thing(&self, from: usize, upto: usize) -> usize {
        let next = self.figures.iter().find(|(span, _)| (from..upto).contains(&span.start)).map(|(span, _)| span.start);
        let words = self.of(from, next.unwrap_or(upto));
        // What the next figure counts begins behind a comma of the list.
        let words = match (next, words.find(['、', '和'])) {
            (Some(_), Some(at)) => &words[..at],
            (Some(_), None) => "",
            (None, _) => words,
        };
        if words.chars().nth(14).is_some() || words.contains(['、', '（', '(']) { 0 } else { words.len() }
    }

    /// True where a growth is said of each year: 年均增长.
    fn averages(&self, quantity: Place) -> bool {
        let Some(clause) = self.clauses.iter().find(|clause| clause.span.covers(quantity)) else { return false };
        tells_average(self.of(clause.span.start, quantity.start))
    }

    /// The words of a promised count, where they begin with what is done: 新建城市道路75条.
    fn promise(&self, quantity: Place) -> Option<String> {
        let clause = self.clauses.iter().find(|clause| clause.span.covers(quantity))?.span;
        let head = self.of(clause.start, quantity.start);
        // 续建西溪水厂、东溪水厂二期等3个项目: the names share the verb that the list begins with.
        let listed = head.ends_with('等');
        let start =
            head.last_place_of("、").filter(|_| !listed).map_or(clause.start, |at| clause.start + at + '、'.len_utf8());
        let behind = self.of(quantity.end, clause.end);
        let cues = timeline();
        let bound = cues.bound_behind.prefix(behind).map_or(0, str::len);
        let words =
            title::trim(self.of(start, quantity.end + bound + self.counted_thing(quantity.end + bound, clause.end)));
        let words = words.to_owned();
        // 轻工、运输和邮电等方面的四十项成果: the cut goes through the words before what is counted.
        if start > clause.start && words.has("等") {
            return None;
        }
        let named = words.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() >= 6;
        let leaning = leans(&words) || cues.promise_leans.prefix(&words).is_some();
        let alone =
            self.figures.iter().filter(|(span, _)| span.start >= start && span.end <= quantity.end).count() == 1;
        let short = words.chars().count() <= 24 && !words.contains(['%', '％', '点']);
        (alone && short && named && !leaning && title::opens_with_verb(&words)).then(|| title::title(&words)).flatten()
    }
}

/// 地区生产总值增长7%以上; `verb` stands before an amount.
pub(super) fn figure_title(figure: Finding<'_>, quote: &str, verb: &str, averages: bool) -> String {
    let falls = figure.value().is_some_and(|value| value < 0.0);
    let passed = !verb.is_empty();
    let Finding { linked, .. } = figure;
    let verb = match linked.measure {
        // A share goes up by points, an amount becomes more or less.
        Measure::ChangeAmount if linked.unit != "个百分点" => {
            if falls {
                "减少"
            } else {
                "增加"
            }
        }
        Measure::ChangeAmount if !falls => "提高",
        Measure::ChangeRate | Measure::ChangeAmount if falls => "下降",
        Measure::ChangeRate if averages => "年均增长",
        Measure::ChangeRate | Measure::ChangeAmount => "增长",
        Measure::Rank => "居",
        Measure::Gap if falls => "低于",
        Measure::Gap => "高于",
        _ => verb,
    };
    let bound = match linked.bound {
        _ if passed || quote.ends_with(['余', '多', '上', '内', '右']) => "",
        Bound::AtLeast if quote.contains(['余', '多']) => "",
        Bound::AtLeast => "以上",
        Bound::AtMost => "以内",
        Bound::About => "左右",
        Bound::Exact => "",
    };
    let scope = match linked.measure {
        Measure::Rank | Measure::Gap => linked.scope.as_deref().unwrap_or_default(),
        _ => "",
    };
    let indicator = match linked.measure {
        Measure::ChangeRate => {
            let name = figure.indicator();
            ["增速", "增长速度", "增长率", "上涨幅度", "涨幅", "增幅"]
                .iter()
                .find_map(|end| name.strip_suffix(end))
                .unwrap_or(name)
        }
        _ => figure.indicator(),
    };
    format!("{indicator}{verb}{scope}{}{bound}", quote.replace(' ', ""))
}
