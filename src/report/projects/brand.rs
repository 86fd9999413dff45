//! Names made of everyday words: a firm's before its trade (远大食品), a road's or a river's (望湖路隧道). No word list tells
//! them from classes; what stands before the trade, or before the road, does.

use crate::lexicon::project_cues::projects;
use crate::lexicon::segment::{Tag, segment};

/// Characters of a firm's name before its trade.
const BRAND: [usize; 2] = [2, 3];
/// Characters within which the name of a road ends.
const GROUND: usize = 5;

/// True of a name that begins as firms' do: 远大食品, and not 绿色食品.
pub(super) fn is_firm(name: &str) -> bool {
    BRAND.into_iter().any(|count| {
        let Some((at, _)) = name.char_indices().nth(count) else { return false };
        let (head, rest) = name.split_at(at);
        projects().trade.prefix(rest).is_some()
            && head.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && !is_common(head)
            && !ends_within_word(name, at)
    })
}

/// True of a name that begins with a road's or a river's: 望湖路隧道, and not 道路隧道.
pub(super) fn is_placed(name: &str) -> bool {
    let cues = projects();
    name.char_indices().enumerate().take(GROUND).skip(1).any(|(_, (at, c))| {
        let end = at + c.len_utf8();
        cues.ground.prefix_at(c, &name[at..]).is_some()
            && cues.no_ground.all(name).all(|(from, word)| !(from < end && at < from + word.len()))
            && !is_common(&name[..at])
            && (name[end..].is_empty() || cues.ground_next.prefix(&name[end..]).is_some())
    })
}

/// True of words that a class begins with: 绿色, 新能源.
pub(super) fn is_common(words: &str) -> bool {
    let cues = projects();
    cues.plain_lead.prefix(words).is_some()
        || [&cues.push, &cues.verb].into_iter().any(|list| list.prefix(words).is_some())
}

/// True where a word of the list goes on over the place: 电力|电子.
fn ends_within_word(name: &str, at: usize) -> bool {
    segment(name).iter().any(|word| {
        word.start < at && at < word.end()
            || word.end() == at && word.start == 0 && matches!(word.tag, Tag::Verb | Tag::VerbalNoun)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_a_trade_is_a_firm_s_name_or_a_class() {
        for name in ["远大食品", "宏远电子", "青泉新材料", "天禾冷链物流"] {
            assert!(is_firm(name), "{name}");
        }
        for name in ["绿色食品", "智能装备", "精密铸造", "新型材料", "农产品冷链", "发展电子商务"]
        {
            assert!(!is_firm(name), "{name}");
        }
    }

    #[test]
    fn roads_and_rivers_are_told_from_their_classes() {
        for name in ["望湖路隧道", "东坪街改造", "龙泉河治理", "清溪路"] {
            assert!(is_placed(name), "{name}");
        }
        for name in ["农村公路", "城市道路改造", "中小河流治理", "步行街改造", "断头路打通"] {
            assert!(!is_placed(name), "{name}");
        }
    }
}
