//! Achieved or aimed at, and how firmly: from the part of the report, the tense, and the words that firm or soften.

use super::indicator::Side;
use super::measure::Linking;
use super::scene::{Memory, Scene};
use crate::lexicon::segment::Tag;
use crate::report::{Commitment, Status};
use crate::structure::Mode;

pub(super) struct Found {
    pub(super) status: Status,
    pub(super) commitment: Option<Commitment>,
    pub(super) modality: Option<&'static str>,
    pub(super) confidence: f64,
}

const FIRM: [&str; 9] = ["确保", "必须", "务必", "不低于", "不少于", "约束性", "坚决", "保证", "必保"];
const AIM: [&str; 12] = ["力争", "争取", "努力", "计划", "瞄准", "拟", "争创", "奋力", "冲刺", "向", "规划", "谋划"];
const FUTURE: [&str; 16] = [
    "将",
    "目标",
    "力争",
    "确保",
    "争取",
    "计划",
    "到20",
    "年底前",
    "要",
    "拟",
    "下一步",
    "今后",
    "未来",
    "瞄准",
    "预期",
    "必须",
];
const ESTIMATE: [&str; 3] = ["预计", "预计可", "有望"];

/// Words that look like modality and are part of another word.
fn at_word(text: &str, at: usize, word: &str) -> bool {
    let (head, tail) = (&text[..at], &text[at + word.len()..]);
    match word {
        "计划" => {
            !tail.starts_with(['，', '”', '。', '"', '、', '的', '》', '’'])
                && !head.ends_with(['年', '动', '展', '翼', '度', '英', '才', '项', '升', '”', '"', '程', '育', '划'])
                && !tail.starts_with("单列")
        }
        "规划" | "谋划" => tail.starts_with("建设") || tail.starts_with("实施"),
        "向" => false,
        "努力" => !tail.starts_with(['，', '。', '下']) && !head.ends_with(['共', '同', '的']),
        "拟" => !head.ends_with(['模', '虚', '草']),
        // 将北部浅山划入市区: before a noun 将 is 把, before a verb the future.
        "将" => {
            let next: String = tail.chars().take(6).collect();
            let first = crate::lexicon::segment::segment(&next).first().map(|t| t.tag);
            !tail.starts_with(['军', '士', '领'])
                && !head.ends_with(['主', '名', '即'])
                && matches!(
                    first,
                    Some(
                        Tag::Verb
                            | Tag::VerbalNoun
                            | Tag::Adverb
                            | Tag::Preposition
                            | Tag::Time
                            | Tag::Adjective
                            | Tag::Numeral
                            | Tag::Punctuation
                    )
                )
        }
        "要" => {
            !head.ends_with(['主', '重', '需', '只', '首', '提', '纪', '必', '不', '概'])
                && !tail.starts_with(['素', '求', '点', '件', '闻', '道', '塞'])
        }
        "必须" | "坚决" => !tail.starts_with('，'),
        _ => true,
    }
}

fn last_of(text: &str, words: &[&'static str]) -> Option<(usize, &'static str)> {
    words
        .iter()
        .filter_map(|w| text.match_indices(w).filter(|(at, _)| at_word(text, *at, w)).last().map(|(at, _)| (at, *w)))
        .max_by_key(|(at, w)| (*at, w.len()))
}

pub(super) fn of(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>, linked: &Linking) -> Found {
    let before = scene.text(scene.sentence.start, side.quantity.span.start);
    let tail = scene.text(side.quantity.outer_end, side.clause.end);
    // The nearest word rules: 力争…，确保…
    let firm = last_of(before, &FIRM);
    let aim = last_of(before, &AIM);
    let own = FIRM.iter().find(|w| side.quantity.bound_word == **w).copied();
    let nearest = [firm.map(|f| (f, Commitment::Firm)), aim.map(|a| (a, Commitment::Aim))]
        .into_iter()
        .flatten()
        .max_by_key(|((at, _), _)| *at);
    let mode = scene.block.frame.mode;
    let estimate = last_of(before, &ESTIMATE).is_some();
    let finished = done(scene, side, before, tail);
    let target_words = tail.contains("的目标") || tail.contains("目标") && tail.chars().count() < 14;
    let mut confidence = 1.0;
    let sentence = scene.text(scene.sentence.start, scene.sentence.end);
    let once = ["建成后", "投产后", "达产后", "完工后", "建成投产后", "投用后", "建成投用后"]
        .iter()
        .filter_map(|w| sentence.find(w))
        .min();
    let brings = once.is_some_and(|at| {
        mode == Mode::None && sentence.contains("项目") || scene.sentence.start + at < side.quantity.span.start
    });
    let status = if linked.scheme || brings {
        Status::Plan
    } else if mode == Mode::Plan {
        if finished && !before.contains("目标") { Status::Actual } else { Status::Target }
    } else if mode == Mode::Review {
        if estimate {
            Status::Estimate
        } else if hopes(before, tail) {
            Status::Target
        } else {
            Status::Actual
        }
    } else {
        let future = target_words
            || last_of(before, &FUTURE).is_some()
            || hopes(before, tail)
            || deadline(scene, side)
            || paragraph_ahead(scene);
        confidence = 0.92;
        if estimate {
            Status::Estimate
        } else if future && !finished {
            Status::Target
        } else {
            Status::Actual
        }
    };
    let (mut commitment, mut modality) = (None, None);
    if status == Status::Target {
        commitment = Some(match (own, nearest) {
            (Some(word), _) => {
                modality = Some(word);
                Commitment::Firm
            }
            (None, Some(((_, word), kind))) => {
                modality = Some(word);
                kind
            }
            (None, None) => Commitment::Plain,
        });
    }
    memory.modality = nearest.map(|((at, word), _)| (word, at));
    Found { status, commitment, modality, confidence }
}

/// 已, 了, a year that is past: what is told as done even in a plan.
fn done(scene: &Scene<'_>, side: &Side<'_>, before: &str, tail: &str) -> bool {
    let clause = scene.text(side.clause.start, side.quantity.span.start);
    let done = clause.contains("已经")
        || clause.contains("已") && !clause.contains("业已形成")
        || clause.contains("截至")
        || tail.starts_with('了')
        || clause.ends_with('了')
        || before.contains("去年") && !clause.contains("比去年") && !before.contains("力争");
    let year = scene.structure.base_year;
    let past = scene.dates.iter().any(|d| {
        d.span.start >= side.clause.start
            && d.span.end <= side.quantity.span.start
            && d.interval
                .as_ref()
                .and_then(|i| i.end.as_deref())
                .and_then(|e| e.get(..4)?.parse::<i32>().ok())
                .is_some_and(|y| year.is_some_and(|b| y < b))
            && !scene.text(side.clause.start, d.span.start).ends_with(['比', '较', '在', '与'])
    });
    done || past
}

/// 力争, 确保 with an aim still open, even in a review.
fn hopes(before: &str, tail: &str) -> bool {
    ["力争到", "力争年", "力争今年", "争取到", "确保到", "力争"].iter().any(|w| before.contains(w))
        && !before.contains("完成")
        || tail.contains("的奋斗目标")
}

/// A deadline that lies ahead: 到2025年.
fn deadline(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    scene.dates.iter().any(|d| {
        d.span.start >= scene.sentence.start
            && d.span.end <= side.quantity.span.start
            && d.role == crate::report::Role::Deadline
    })
}

/// A paragraph of an interview that tells what will be done: 邗江将……
fn paragraph_ahead(scene: &Scene<'_>) -> bool {
    let before = scene.text(scene.block.span.start, scene.sentence.start);
    let sentence = scene.text(scene.sentence.start, scene.sentence.end);
    let told = ["去年", "今年以来", "一年来", "已", "目前", "了", "数量居", "总数", "据统计", "2022年", "2021年"];
    if told.iter().any(|w| sentence.contains(w)) {
        return false;
    }
    last_of(before, &["将", "力争", "确保", "下一步", "每年", "要"]).is_some() && !before.contains("已有")
}
