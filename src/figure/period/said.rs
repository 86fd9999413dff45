//! The date that frames a quantity in its sentence.

use super::is_years;
use super::whole_year;
use crate::figure::indicator::Side;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::time_words::describes;
use crate::lexicon::units::Kind;
use crate::mention::date::{Edge, Part, Year};
use crate::mention::{Date, first_chars, last_bytes};
use crate::report::{Grain, Role};

/// Dates before a quantity among which the one that frames it is looked for.
const DATES: usize = 24;
/// Characters behind a date that tell what it is.
const NEAR: usize = 300;

/// Words of the present that end a time before them.
const NOW: [&str; 5] = ["，现在", "，如今", "，而今", "，目前", "，当前"];

/// The date that frames a quantity: the nearest before it in the sentence that is no comparison and no old level.
#[inline(never)]
pub(super) fn said<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a Date> {
    let start = side.quantity.span.start;
    let upto = scene.dates.partition_point(|d| d.span.end <= start);
    scene.dates[..upto].iter().rev().take(DATES).find(|d| {
        let before = scene.said_before(d.span.start);
        // What a date is told of stands near it; a whole long line read for each of its numbers would cost their square.
        let after = first_chars(scene.text(d.span.end, start), NEAR);
        let compared = before.trim_end_matches(['“', '"']).ends_with(['比', '较', '与', '同'])
            || before.ends_with("相比于")
            || after.has("的基础上")
            || after.trim_start().starts_with("基础上")
            || after.starts_with("相比")
            || after.starts_with("同期相比");
        let near = d.span.start - last_bytes(before, NEAR).len();
        // 按2005年可比价格计算，……; （扣除2022年专项支出外）
        // 扣除2018年基数较大因素影响
        let without = measures().without.suffix(before).is_some();
        let priced =
            without || measures().price.prefix(after).is_some() || scene.bracketed(near, d, d.span.end + after.len());
        // 提前完成“十四五”目标，粮食产量10万吨: the aim's years are not the number's.
        let aim = ["目标", "任务", "规划", "计划", "预算"]
            .iter()
            .any(|word| after.trim_start_matches(['”', '"']).starts_with(word));
        let reached =
            ["完成", "实现", "达到", "占"].iter().any(|word| before.trim_end_matches(['“', '"']).ends_with(word));
        // 根据批准的2007年国民经济和社会发展计划报告，……: the name of a paper
        let paper = measures().paper.prefix(after).is_some()
            && ["报告", "计划", "规划", "草案", "决议"].iter().any(|word| first_chars(after, 26).has(word));
        let compared = compared || aim && reached || paper;
        let old =
            before.trim_end_matches(['“', '"']).ends_with(['由', '从']) && !matches!(d.expression.edge, Edge::Since);
        // 10月27日，记者从前三季度经济运行发布会上获悉: the day of the telling is not what is told of.
        let heard = measures().telling.within(after);
        let (old, telling) = (old && !heard, heard && d.grain == Grain::Day);
        let bare = before.trim_end_matches(['“', '"', ' ']);
        let compared =
            compared || (bare.ends_with(['是', '为']) || bare.ends_with("相当于")) && times(scene, side, d.span.end);
        // 总量相当于九五时期的两倍、十五时期的总和；收入增长11%: what is held against, and how
        let held = || {
            let from = last_bytes(before, NEAR)
                .last_place_of("相当于")
                .map(|at| before.len() - last_bytes(before, NEAR).len() + at);
            from.is_some_and(|from| !before[from..].contains(['，', '；']))
        };
        let compared = compared || after.trim_start_matches(['”', '"', '时', '期']).starts_with('的') && held();
        // 上年结转收入12亿元 is an item of this year's budget.
        let name = d.role == Role::Name || after.starts_with('结') && measures().carried_over.prefix(after).is_some();
        let prior = matches!(d.expression.year, Year::Prior(_))
            && (compared || after.starts_with("同期") || before.ends_with(['为', '是']) || before.ends_with("相当于"));
        let undated = d.interval.is_none() && !matches!(d.expression.part, Part::Years(_))
            || matches!(d.expression.part, Part::Recurring(_));
        let duration = matches!(d.expression.part, Part::Undated(_) | Part::Years(_))
            && d.role != Role::Deadline
            && d.interval.is_none();
        // 2006年以来最高增速, 达到近五年最高水平: measured by those years, not told of them.
        let many = d.expression.edge == Edge::Since || d.grain == Grain::Years;
        let record = many && measures().record.prefix(after.trim_start_matches(['以', '来', '的'])).is_some();
        // 项目6月底前投产，新增产值12亿元: the day of another deed; 9月1日迎来首批学生；新建幼儿园12所
        let parted = d.grain == Grain::Day && d.role != Role::Period && after.has("；");
        let elsewhere = d.role == Role::Deadline
            && d.span.end <= side.clause.start
            && whole_year(d).is_some_and(|interval| !is_years(&interval));
        // 报送“十四五”期间重大项目326个；137个项目完成投资206亿元: the years are in the name of what was sent in.
        let inside = after.has("；") && matches!(d.expression.part, Part::Plan(_)) && in_object(scene, d);
        let elsewhere = elsewhere || parted || inside;
        // 更新1975年以前建设的危旧房，创建精品街道100条: which ones are meant, and behind that the year is over
        let meant = d.span.end <= side.clause.start && describes(after);
        // 2018年全县只有3家，现在有42家
        let meant = meant || NOW.iter().any(|now| after.has(now));
        !(compared || priced || old || telling || name || prior || undated || duration || record || elsewhere || meant)
    })
}

/// True for a date behind the verb of its clause.
fn in_object(scene: &Scene<'_>, date: &Date) -> bool {
    let from = scene.clause(date.span.start).start;
    let head = scene.text(from, date.span.start).trim_end_matches(['“', '"']);
    segment(head).last().is_some_and(|word| matches!(word.tag, Tag::Verb | Tag::VerbalNoun))
}

/// 是“九五”的两倍: the time that a multiple is of.
fn times(scene: &Scene<'_>, side: &Side<'_>, end: usize) -> bool {
    let from = scene.quantities.partition_point(|q| q.span.start < end);
    let next = scene.quantities.get(from).filter(|_| from <= side.index);
    next.is_some_and(|q| q.kind == Kind::Multiple && scene.text(end, q.span.start).chars().nth(5).is_none())
}
