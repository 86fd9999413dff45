//! 该产业园占地520亩: a label that points back is told with the name it points at.

use super::Figure;
use super::memory::Memory;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;

/// Characters of the shortest name that is pointed back at.
const NAME: usize = 4;

/// Gives labels of a sentence that point back the last project that a sentence of the paragraph named.
pub(super) fn resolve(memory: &mut Memory, figures: &mut [Figure]) {
    for figure in figures {
        let text = &mut figure.label.text;
        if let Some(short) = without_members(text).filter(|_| projects().count_unit.contains(figure.unit)) {
            *text = short;
        }
        if let Some(word) = timeline().pointing.prefix(text).filter(|word| word.starts_with('该')) {
            let class = word.trim_start_matches('该');
            let name = memory.named.as_deref().filter(|name| is_of(name, class));
            if let Some(name) = name {
                *text = format!("{name}{}", text[word.len()..].trim_start_matches('的'));
            }
        } else if let Some(name) = sized(text) {
            memory.named = Some(name.to_owned());
        }
    }
}

/// 新建第二中学、裕禾小学等学校 → 新建学校: what was counted, without those that stand for all.
fn without_members(label: &str) -> Option<String> {
    let (list, noun) = label.split_once('等').filter(|(list, _)| list.has("、"))?;
    let plain = (2..=10).contains(&noun.chars().count()) && !noun.contains(['、', '，', '的', '和']);
    plain.then(|| format!("{}{noun}", labels().deed.prefix(list).unwrap_or_default()))
}

/// The project whose money or size a label tells: 智能家居产业园总投资.
fn sized(label: &str) -> Option<&str> {
    let word = labels().money.suffix(label).or_else(|| labels().size.suffix(label))?;
    let name = &label[..label.len() - word.len()];
    (name.chars().count() >= NAME && projects().head.suffix(name).is_some()).then_some(name)
}

/// True where a name is of the kind that is pointed at: 该桥, of a 大桥; 该项目, of any.
fn is_of(name: &str, class: &str) -> bool {
    matches!(class, "项目" | "工程") || name.ends_with(class) || name.chars().next_back() == class.chars().next_back()
}
