//! Named projects with their investment, size and stage.

use super::{Edge, Figure, Project, Stage};
use crate::clean::Clean;
use crate::figure::Figure as Linked;
use crate::structure::Structure;

/// Words of a stage, the later one first where both stand.
const STAGES: [(&str, Stage); 22] = [
    ("投产", Stage::Operating),
    ("投用", Stage::Operating),
    ("投入使用", Stage::Operating),
    ("运营", Stage::Operating),
    ("通车", Stage::Operating),
    ("竣工", Stage::Finished),
    ("建成", Stage::Finished),
    ("完工", Stage::Finished),
    ("交付", Stage::Finished),
    ("封顶", Stage::Building),
    ("在建", Stage::Building),
    ("推进", Stage::Building),
    ("实施", Stage::Building),
    ("建设", Stage::Building),
    ("开工", Stage::Started),
    ("动工", Stage::Started),
    ("签约", Stage::Signed),
    ("引进", Stage::Signed),
    ("落地", Stage::Signed),
    ("谋划", Stage::Proposed),
    ("拟建", Stage::Proposed),
    ("规划", Stage::Proposed),
];

const MONEY: [&str; 5] = ["总投资额", "总投资", "完成投资", "投资额", "投资"];
/// What a single project is called; a label without one of these, or with a count, is a total.
const HEADS: [&str; 22] = [
    "项目",
    "工程",
    "产业园",
    "中心",
    "基地",
    "大桥",
    "公路",
    "高速",
    "铁路",
    "机场",
    "港",
    "水库",
    "医院",
    "学校",
    "园区",
    "生产线",
    "电站",
    "场",
    "厂",
    "水系",
    "新址",
    "线",
];

pub(super) fn projects(
    edge: &Edge<'_>,
    clean: &Clean,
    structure: &Structure,
    linked: &[Linked],
    figures: &[Figure],
) -> Vec<Project> {
    let mut found: Vec<Project> = Vec::new();
    for (i, (link, figure)) in linked.iter().zip(figures).enumerate() {
        let Some(name) = MONEY.iter().find_map(|m| figure.indicator.strip_suffix(m)).filter(|n| n.chars().count() >= 4)
        else {
            continue;
        };
        if figure.unit != "元" && !figure.unit.ends_with('元') || !HEADS.iter().any(|h| name.ends_with(h)) {
            continue;
        }
        // 城市提质项目40个: many projects, a total.
        let counted = linked.get(i + 1).is_some_and(|next| {
            next.context == link.context && figures[i + 1].indicator.ends_with(name) && figures[i + 1].unit != "元"
        });
        if counted || name.starts_with("项目") || ["重大项目", "重点项目", "产业项目", "基础设施项目"].contains(&name)
        {
            continue;
        }
        let sentence = link.context.of(&clean.text);
        let near = clause_with(sentence, name);
        let stage = STAGES.iter().find(|(w, _)| near.contains(w)).map_or(Stage::Unknown, |(_, s)| *s);
        if let Some(known) = found.iter_mut().find(|p| p.name == name) {
            known.figures.push(figure.id.clone());
            continue;
        }
        let _ = structure;
        found.push(Project {
            id: format!("p{}", found.len() + 1),
            name: name.to_owned(),
            span: link.label.spans.last().map_or(figure.span, |s| edge.span(*s)),
            subject: figure.subject.clone(),
            stage,
            figures: vec![figure.id.clone()],
            date: figure.period.clone(),
        });
    }
    found
}

fn clause_with<'a>(sentence: &'a str, name: &str) -> &'a str {
    sentence.split(['，', '；', '。']).find(|c| c.contains(name)).unwrap_or(sentence)
}
