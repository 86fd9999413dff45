//! Numbers that set a class apart rather than measuring something: 亿元以上项目80个.

use super::indicator::{Label, clip, deed, label_text, make, phrase};
use super::memory::Memory;
use super::scene::{Place, Scene};
use super::{Figure, predicate, subject};
use crate::lexicon::figure_cues::labels;
use crate::lexicon::list_cues::lists;
use crate::lexicon::numeral::is_count;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Token, segment};
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};
use crate::report::{Bound, Measure, Status};
use crate::span::Span;

impl Scene<'_> {
    pub(super) fn threshold_at(&self, i: usize) -> bool {
        let quantity = &self.quantities[i];
        let clause = self.clause(quantity.span.start);
        let end =
            self.quantities[i + 1..].iter().map(|q| q.outer_start).find(|s| *s < clause.end).unwrap_or(clause.end);
        self.threshold(i, self.text(quantity.outer_end.min(end), end), clause)
    }

    pub(super) fn threshold(&self, i: usize, right: &str, clause: Place) -> bool {
        // 50亿元、100亿元以上重大项目: the lower class of a list
        let lower = |next: &Quantity| {
            let end = self.quantities.get(i + 2).map_or(clause.end, |q| q.outer_start.min(clause.end));
            let quantity = &self.quantities[i];
            quantity.unit == next.unit
                && quantity.unit.ends_with('元')
                && (quantity.bound == Bound::Exact || quantity.form == next.form)
                && self.sets_apart(i + 1, self.text(next.outer_end.min(end), end), clause)
        };
        let listed = right.trim() == "、" && self.quantities.get(i + 1).is_some_and(lower);
        listed || self.sets_apart(i, right, clause) || self.last_age(i, clause).is_some_and(|last| last > i)
    }

    /// 0—17岁、18—59岁、60岁及以上人口: the last age of a list that sets people apart.
    fn last_age(&self, i: usize, clause: Place) -> Option<usize> {
        let mut last = i;
        while self.quantities[last].kind == Kind::Age {
            let next = self.quantities.get(last + 1).filter(|q| q.span.start < clause.end);
            let Some(next) = next else { break };
            let between = self.text(self.quantities[last].outer_end, next.outer_start);
            if next.kind != Kind::Age || !matches!(between.trim(), "、" | "和" | "及") {
                break;
            }
            last += 1;
        }
        let end = self.quantities.get(last + 1).map_or(clause.end, |q| q.outer_start.min(clause.end));
        let quantity = self.quantities.get(last).filter(|q| q.kind == Kind::Age)?;
        self.sets_apart(last, self.text(quantity.outer_end.min(end), end), clause).then_some(last)
    }

    #[inline(never)]
    fn sets_apart(&self, i: usize, right: &str, clause: Place) -> bool {
        let quantity = &self.quantities[i];
        // 工业总产值（2000万元以上）65亿元: of those so large
        let before = self.said_before(quantity.outer_start);
        let behind = self.text(quantity.outer_end, self.sentence.end);
        let sum = quantity.kind == Kind::Money && quantity.bound == Bound::AtLeast;
        let bracketed = before.ends_with(['（', '(']) && behind.starts_with(['）', ')']);
        if sum && bracketed && quantity.outer_end > quantity.span.end {
            return true;
        }
        // 50户企业产值超亿元: what sets those counted apart, behind them
        let counted = i.checked_sub(1).map(|before| &self.quantities[before]).filter(|before| {
            before.kind == Kind::Count && before.span.start >= clause.start && quantity.kind == Kind::Money
        });
        let passed = quantity.bound == Bound::AtLeast && quantity.outer_start < quantity.span.start;
        if let Some(before) = counted.filter(|_| passed)
            && let between = self.text(before.outer_end, quantity.outer_start)
            && let Some(word) = labels().attribute.suffix(between)
            && sets_of(&between[..between.len() - word.len()])
        {
            return true;
        }
        if quantity.form == Form::Threshold
            && (right.starts_with("台阶")
                || right.starts_with("大关")
                // 汽车产业实现万亿级以上规模
                || right.trim_end_matches(['。', '，', '、', '；']) == "规模"
                || right.trim_end_matches(['。', '，', '、']).is_empty())
        {
            return false;
        }
        let money = quantity.unit.ends_with('元') || matches!(quantity.kind, Kind::Age | Kind::Voltage | Kind::Power);
        let counted = self.quantities[i + 1..].iter().take_while(|q| q.span.start < clause.end).next().is_some();
        // 首次超千万元并进入全市30强: what goes on with a verb names no class.
        let goes_on = labels().goes_on.prefix(right).is_some();
        let class = !goes_on
            && right.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && !right.starts_with(['的', '和', '及', '与', '用', '支', '以', '为', '是', '，']);
        // 100个过亿元的龙头企业, 30个投资过亿元的项目: the count may stand before it.
        let named = i.checked_sub(1).map(|before| &self.quantities[before]).is_some_and(|before| {
            let between = self.text(before.outer_end, quantity.outer_start).trim_end_matches(['上', '超', '过']);
            before.kind == Kind::Count
                && before.span.start >= clause.start
                && (between.is_empty() || labels().attribute.suffix(between).is_some_and(|word| word == between))
        });
        let of_class = right
            .strip_prefix('的')
            .is_some_and(|noun| (counted || named) && is_threshold(quantity, noun) && noun.chars().count() <= 14);
        // 培植一批销售收入上亿元的骨干企业
        let before = self.text(clause.start, quantity.outer_start).trim_end_matches(['上', '超', '过']);
        let several = || {
            labels().attribute.suffix(before).is_some() && (lists().several.within(before) || one_of(before).is_some())
        };
        let of_several = right.strip_prefix('的').is_some_and(|noun| is_threshold(quantity, noun) && several());
        let of_class = of_class || of_several;
        let class = class || of_class;
        // 3岁以下婴幼儿: of ages those below set apart too.
        let by_words = (quantity.bound == Bound::AtLeast
            || quantity.bound == Bound::AtMost && quantity.kind == Kind::Age)
            && (quantity.outer_end > quantity.span.end
                || quantity.bound_word == "超"
                || matches!(quantity.bound_word, "超过" | "过")
                || quantity.form == Form::Threshold);
        // 10亿元项目80个
        let bare = money
            && counted
            && quantity.bound == Bound::Exact
            && labels().bare_class.prefix(right).is_some()
            && self.quantities.get(i + 1).is_some_and(|q| right.chars().count() <= 8 && !q.unit.ends_with('元'));
        // 引进100亿元项目5个、50亿元11个: the classes of a list, one below the other.
        let next_class = money
            && right.is_empty()
            && self
                .quantities
                .get(i + 1)
                .is_some_and(|q| q.outer_start == quantity.outer_end && q.kind == Kind::Count && q.unit != "次")
            && i.checked_sub(2).is_some_and(|above| {
                let class = &self.quantities[above];
                class.span.start >= clause.start && class.unit == quantity.unit
            })
            && self.text(self.quantities[i - 1].outer_end, quantity.outer_start) == "、";
        // 35至64岁妇女免费筛查
        let aged = quantity.kind == Kind::Age && quantity.form == Form::Range && class;
        // 完成集雨面积30平方公里以下河道整治
        let sized = matches!(quantity.kind, Kind::Area | Kind::Mass | Kind::Volume | Kind::Length)
            && quantity.outer_end > quantity.span.end
            && labels().sized_class.prefix(right).is_some();
        // 新造200吨以上钢质渔船12艘, 30户以上自然村通硬化路项目12个: of things counted behind it
        let next = self.quantities.get(i + 1).filter(|q| q.span.start < clause.end);
        let counts = |q: &Quantity| q.kind == Kind::Count && q.form == Form::Plain && q.unit != "次";
        let kept = matches!(quantity.kind, Kind::Area | Kind::Mass | Kind::Volume | Kind::Length)
            || quantity.kind == Kind::Count && matches!(quantity.unit, "户" | "人" | "张");
        let sized = sized
            || kept
                && class
                && quantity.outer_end > quantity.span.end
                && quantity.bound == Bound::AtLeast
                && right.chars().count() <= 14
                && !right.contains(['、', '，', '和', '及'])
                && next.is_some_and(counts);
        // 实施60万千瓦以上光伏项目: so much of it, where nothing else is counted.
        let money = money && (quantity.kind != Kind::Power || counted || named);
        let some = money && of_several && quantity.bound == Bound::AtLeast;
        some || bare || next_class || aged || sized || (money && by_words && class && (of_class || is_threshold(quantity, right)))
            // 其中10亿元以上2个
            || money && by_words && counted && right.is_empty() && self.quantities.get(i + 1).is_some_and(|q| q.outer_start == quantity.outer_end && !q.unit.ends_with('元'))
            || quantity.form == Form::Threshold && class && !right.starts_with("台阶") && !right.starts_with("大关")
            || quantity.form == Form::Top && class && counted
    }

    /// A threshold: its own figure, and part of the words of the count behind it.
    #[inline(never)]
    pub(super) fn rule(&self, i: usize, clause: Place, right: &str) -> Figure {
        let quantity = &self.quantities[i];
        // 百亿级、千亿级产业集群: the noun stands behind the last.
        let behind = |next: &Quantity| right.trim() == "、" && next.form == quantity.form;
        let last = self.last_age(i, clause).filter(|last| *last > i);
        let last = last.or_else(|| self.quantities.get(i + 1).is_some_and(behind).then_some(i + 1));
        let right = last.map_or(right, |last| self.text(self.quantities[last].outer_end, clause.end));
        let start = self.quantities[..i]
            .iter()
            .rev()
            .find(|q| q.span.start >= clause.start)
            .map_or(clause.start, |q| q.outer_end);
        let label = label(self, quantity, self.text(start, quantity.outer_start), right);
        let mut figure = self.blank(i, label);
        figure.status = Status::Rule;
        if quantity.form == Form::Top {
            figure.measure = Measure::Rank;
        }
        let subject = subject::of(self, &mut Memory::default(), quantity.span.start, clause, false);
        figure.subject = subject.0;
        figure.subject_code = subject.1;
        figure.confidence = 0.7;
        figure
    }
}

/// 经济总量 of 成为全国第11个经济总量超过万亿元的城市: what sets apart those of whom it is one.
fn one_of(before: &str) -> Option<&str> {
    let first = ["首个", "首座", "首家"].iter().find_map(|word| before.split_once(word));
    if let Some((_, rest)) = first {
        return Some(rest);
    }
    let rest = before.rsplit_once('第')?.1;
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit() || is_count(c));
    if tail.len() < rest.len() { tail.strip_prefix(['个', '座', '家']) } else { None }
}

/// 50户[企业]产值超亿元, 5个总投资超10亿元: what those are that are counted.
fn sets_of(body: &str) -> bool {
    body.is_empty() || body == "项目" || body.chars().count() <= 8 && labels().body.suffix(body).is_some()
}

/// A number that sets a class apart rather than measuring something: 亿元以上项目, 超5亿元项目.
fn is_threshold(quantity: &Quantity, after: &str) -> bool {
    if matches!(quantity.form, Form::Threshold) {
        return !after.is_empty();
    }
    // The noun of the class stands within a few characters: 特大产业项目, 重点工业企业.
    let stop = after
        .char_indices()
        .enumerate()
        .find(|(n, (_, c))| *n == 12 || matches!(c, '，' | '。' | '、' | '；' | ',' | '：'))
        .map_or(after.len(), |(_, (at, _))| at);
    let near = &after[..stop];
    matches!(quantity.bound, Bound::AtLeast | Bound::AtMost)
        && labels().class.within(near)
        && !near.starts_with(['，', '、', '和'])
}

/// The words of a threshold: 纳税超千万元企业 → 企业纳税; 千万元以上项目 → 项目投资额.
#[inline(never)]
fn label<'a>(scene: &Scene<'a>, quantity: &Quantity, left: &'a str, right: &'a str) -> Label {
    let (len, _) = phrase(clip(right));
    let noun = right[..len].trim_start_matches('级').trim_start_matches('的');
    // 超亿元项目和工业投资分别增长7%
    let noun = noun.split_once(['和', '与', '及']).map_or(noun, |(first, _)| first);
    let noun = noun.strip_suffix("数量").unwrap_or(noun);
    let offset = scene.offset(right);
    // 税收过10亿企业
    let left = left.trim_end_matches(['过', '超']);
    let stripped = predicate::strip(left, &|_| None);
    let start = scene.offset(left);
    let (attribute, at) = label_text(scene, start, &left[..stripped.rest]);
    // 培植一批销售收入上亿元的企业
    let (attribute, at) = match lists().several.rfind_end(attribute) {
        Some((from, word)) => (&attribute[from + word.len()..], at + from + word.len()),
        None => (attribute, at),
    };
    // 青沅县开工投资亿元以上项目45个: neither whose they are nor what is done
    let bare = subject::behind_place(attribute).unwrap_or(attribute);
    let bare = &bare[deed(bare).len()..];
    let (attribute, at) =
        if labels().attribute.contains(bare) { (bare, at + attribute.len() - bare.len()) } else { (attribute, at) };
    if let Some(own) =
        one_of(attribute).filter(|own| own.chars().count() >= 2 && noun.ends_with(['市', '县', '区', '省', '州']))
    {
        return make(own, at + attribute.len() - own.len(), 0.7);
    }
    let money = quantity.unit.ends_with('元');
    let attribute_like = labels().attribute_end.suffix(attribute).is_some();
    let mut label = make(&right[..len], offset, 0.7);
    label.text = if attribute_like && !attribute.is_empty() {
        label.spans.push(Span::new(at, at + attribute.len()));
        let tail: Vec<Token<'_>> = segment(attribute);
        let short = tail.last().map_or(attribute, |t| if attribute.chars().count() > 8 { t.text } else { attribute });
        // 家庭经营收入5万元以上的农户
        if attribute.starts_with(noun) { attribute.to_owned() } else { format!("{noun}{short}") }
    } else if noun.is_empty() {
        // 其中10亿元以上2个: of what was spoken of.
        "项目投资额".to_owned()
    } else if noun.ends_with("投资") {
        noun.to_owned()
    } else if noun.has("项目") && money {
        format!("{noun}投资额")
    } else if money && !noun.ends_with("规模") {
        format!("{noun}规模")
    } else {
        noun.to_owned()
    };
    label
}
