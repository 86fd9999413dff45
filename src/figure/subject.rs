//! Whose figure it is: a place or body named at the head of the clause, the section's place, or the document's.

use super::scene::{Memory, Place, Scene};
use crate::lexicon::regions::regions;

/// Bodies and places without a code that can be a subject.
const BODIES: [&str; 22] = [
    "药业",
    "纸业",
    "股份",
    "人民医院",
    "中医院",
    "大学",
    "学院",
    "科技公司",
    "银行",
    "水泥厂",
    "产业集聚区",
    "经济开发区",
    "高新区",
    "高新技术产业开发区",
    "开发区",
    "自贸区",
    "新区",
    "示范区",
    "保税区",
    "集团",
    "公司",
    "产业园",
];

/// The narrowest subject: its name and code.
pub(super) fn of(scene: &Scene<'_>, memory: &mut Memory, at: usize, clause: Place) -> (Option<String>, Option<u32>) {
    let before = scene.text(clause.start, at);
    if let Some(found) = named(scene, before) {
        if let (Some(name), code) = &found {
            memory.subject = Some((name.clone(), *code));
        }
        return found;
    }
    if let Some((name, code)) = &memory.subject {
        return (Some(name.clone()), *code);
    }
    own(scene)
}

fn own(scene: &Scene<'_>) -> (Option<String>, Option<u32>) {
    let section = scene.structure.sections.get(scene.block.section);
    if let Some(name) = section.and_then(|s| s.region.last()) {
        return (Some(name.clone()), section.and_then(|s| s.code));
    }
    (scene.structure.region.last().cloned(), scene.structure.region_code)
}

/// A place or body that the clause begins with.
fn named(scene: &Scene<'_>, before: &str) -> Option<(Option<String>, Option<u32>)> {
    let text = before.trim_start_matches([' ', '“', '—', '-', '、', '和']);
    let document = scene.structure.region_code;
    if text.starts_with("全国")
        && document != Some(0)
        && !text.starts_with("全国首")
        && !text.starts_with("全国文明")
        && !text.starts_with("全国重点")
    {
        return None;
    }
    let opening = text.char_indices().nth(12).map_or(text, |(at, _)| &text[..at]);
    if opening.len() < 6 {
        return None;
    }
    if let Some(hit) = regions().find_all(opening).first().filter(|hit| hit.start == 0) {
        let name = &opening[..hit.end];
        let code = regions().resolve(name, document)?;
        let tail = &text[hit.end..];
        let inner = document.is_some_and(|d| within(code, d)) && Some(code) != document;
        if inner && !tail.starts_with(['至', '—', '-', '、', '、']) && !BODIES.iter().any(|b| tail.starts_with(b))
        {
            return Some((regions().path(code).last().cloned(), Some(code)));
        }
    }
    if !opening.contains(['区', '司', '业', '院', '行', '团', '园', '厂', '学', '份']) {
        return None;
    }
    for body in BODIES {
        if let Some(at) = opening.find(body).filter(|at| *at <= 12) {
            let name = &opening[..at + body.len()];
            let clean = !name.contains(['的', '，', '在', '为', '和', '、', '建', '成', '个'])
                && text[name.len()..].starts_with(|c: char| !matches!(c, '的' | '建' | '、' | '和' | '被'));
            let firm = !name.contains(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
                && name.chars().count() >= 4
                && !name.starts_with([
                    '全', '支', '推', '引', '新', '建', '实', '加', '完', '在', '对', '与', '向', '为', '以',
                ]);
            if clean && (at == 0 || firm) {
                return Some((Some(name.to_owned()), None));
            }
        }
    }
    None
}

/// True where the place lies inside the other.
fn within(inner: u32, outer: u32) -> bool {
    match outer {
        0 => true,
        o if o % 10_000 == 0 => inner / 10_000 == o / 10_000,
        o if o % 100 == 0 => inner / 100 == o / 100,
        o => inner == o,
    }
}
