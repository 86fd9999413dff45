//! When two labels name the same thing: the same text, one inside the other, or enough shared pairs of characters,
//! after filler words are taken away. Kept as lenient as a reader who compares two hand-written tables.

/// Words that say nothing about what is measured.
const FILLER: [&str; 15] = [
    "全县", "全市", "全区", "全省", "我县", "我市", "我区", "全年", "今年", "累计", "新增", "实现", "完成", "达到",
    "的",
];

fn plain(label: &str) -> String {
    label
        .chars()
        .filter(|c| !c.is_whitespace() && !"“”\"'‘’「」『』《》〈〉()（）、,，。.·・-—–_/%％".contains(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

fn without_filler(label: &str) -> String {
    let mut rest = label.to_owned();
    for word in FILLER {
        rest = rest.replace(word, "");
    }
    if rest.is_empty() { label.to_owned() } else { rest }
}

fn pairs(label: &str) -> Vec<(char, char)> {
    let chars: Vec<char> = label.chars().collect();
    chars.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Dice coefficient over pairs of neighbouring characters, counted with repetition.
fn likeness(a: &str, b: &str) -> f64 {
    let (a, mut b) = (pairs(a), pairs(b));
    let total = a.len() + b.len();
    if total == 0 {
        return 0.0;
    }
    let mut shared = 0;
    for pair in a {
        if let Some(at) = b.iter().position(|other| *other == pair) {
            b.swap_remove(at);
            shared += 1;
        }
    }
    f64::from(2 * shared) / total as f64
}

/// Whether `found` names what `wanted` names.
pub fn same(found: &str, wanted: &str) -> bool {
    let (found, wanted) = (plain(found), plain(wanted));
    if found.is_empty() || wanted.is_empty() {
        return false;
    }
    let (a, b) = (without_filler(&found), without_filler(&wanted));
    if found == wanted || a == b {
        return true;
    }
    let (short, long) = if a.chars().count() <= b.chars().count() { (&a, &b) } else { (&b, &a) };
    let (few, many) = (short.chars().count(), long.chars().count());
    (few >= 3 && long.contains(short.as_str()) && few * 2 >= many) || likeness(&a, &b) >= 0.6
}

#[test]
fn labels_that_a_reader_takes_for_the_same() {
    assert!(same("全县地区生产总值", "地区生产总值"));
    assert!(same("新认定高新技术企业", "认定的高新技术企业"));
    assert!(same("“三大改造”项目投资", "三大改造项目投资"));
    assert!(!same("工业投资", "固定资产投资"));
    assert!(!same("", "税收"));
}
