//! Surnames, and whether a few characters can be a person's name (`data/surnames.tsv`).

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::rows;

static TABLE: &str = include_str!("data/surnames.tsv");

/// Surname to whether it is a common word too (和, 应, 全), so that more is needed to read a name.
fn surnames() -> &'static HashMap<&'static str, bool> {
    static SURNAMES: OnceLock<HashMap<&'static str, bool>> = OnceLock::new();
    SURNAMES.get_or_init(|| rows("surnames.tsv", TABLE).map(|row| (row.cell(0), row.cell(1) == "common")).collect())
}

/// The surname that `text` begins with: 欧阳 before 欧.
///
/// ```
/// use jiandu::lexicon::surnames::surname;
/// assert_eq!(surname("欧阳明"), Some("欧阳"));
/// assert_eq!(surname("们"), None);
/// ```
#[must_use]
pub fn surname(text: &str) -> Option<&str> {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let (one, two) = (ends.next()?, ends.next());
    two.into_iter().chain([one]).map(|end| &text[..end]).find(|name| surnames().contains_key(name))
}

/// Whether `name` as a whole can be a Chinese person's name: a surname and one or two more characters, no word sign.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let han = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let given = surname(name).map(|surname| name[surname.len()..].chars().count());
    han && matches!(given, Some(1 | 2)) && !name.ends_with(['的', '了', '和', '在', '们', '等', '是', '为'])
}

/// Whether the surname is a common word too, so that a post or a sign beside the name is needed.
#[must_use]
pub fn is_common_word(surname: &str) -> bool {
    surnames().get(surname).copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_surname_and_nothing_but_common_beside_it() {
        let mut seen = std::collections::HashSet::new();
        for row in rows("surnames.tsv", TABLE) {
            assert!(seen.insert(row.cell(0)), "{}", row.message("stands twice"));
            assert!(matches!(row.cell(1), "" | "common"), "{}", row.message("neither empty nor common"));
            assert!(matches!(row.cell(0).chars().count(), 1 | 2), "{}", row.message("neither one nor two characters"));
        }
        assert!(seen.len() > 400);
    }

    #[test]
    fn names_of_people_begin_with_a_surname() {
        for name in ["周明", "李卫东", "欧阳明", "诸葛长青", "曲艺华"] {
            assert!(is_name(name), "{name}");
        }
        for word in ["们好", "王", "经济发展", "张家的", "Wang", "李A"] {
            assert!(!is_name(word), "{word}");
        }
        assert!(is_common_word("和"));
        assert!(!is_common_word("赵"));
    }
}
