//! Who of those named in running text speaks: right behind the name (陆明远指出), behind where and to whom (陆明远在会上对记者说),
//! further on in what is told of the bearer (。他强调), or under the name as a label (陆明远：).

use super::name::name_at;
use super::{People, Speaker};
use crate::lexicon::search::Search;
use crate::lexicon::speaker_cues::speakers as cues;
use crate::report::PersonRole;
use crate::span::Span;
use crate::structure::block::BlockKind;

/// People of a document whose names are looked for again, and characters of a paragraph in which they are.
const NAMED: usize = 40;
const SAID: usize = 4_000;
/// Characters between a name and its verb of speech.
const NEAR: usize = 30;
/// Places of one name in a paragraph that are looked at.
const PLACES: usize = 8;

fn clause(tail: &str) -> &str {
    let near = tail.char_indices().nth(NEAR).map_or(tail, |(end, _)| &tail[..end]);
    near.split(['，', '。', '；', ',', '：', ':', '“', '"']).next().unwrap_or_default()
}

/// True where the words behind a name tell that its bearer spoke: who chairs a meeting or attends it need not,
/// 出席会议并讲话 does.
pub(super) fn says(tail: &str, speaking: bool) -> bool {
    let own = tail.split(['，', '。', '；', ','].as_slice()).next().unwrap_or_default();
    let reports = || own.starts_with("代表") && own.has("报告") && !own.has("报告会");
    speaking && cues().chairs.prefix(tail).is_none() || cues().says_too.within(own) || told(tail) || reports()
}

/// 在致词中表示, 今天在会上透露, 对记者说: the verb of speech ends what says where, when and to whom. Who hears does not speak.
fn told(tail: &str) -> bool {
    let clause = clause(tail);
    if cues().led.prefix(clause).is_none() || clause.has("听") {
        return false;
    }
    let ends = cues().told.suffix(clause).is_some();
    // 在致词中代表县委表示热烈祝贺
    let within = || {
        ["时", "中", "上"].iter().any(|word| {
            clause.starts_with('在')
                && clause.match_indices(word).any(|(at, _)| {
                    let rest = &clause[at + word.len()..];
                    cues().told.prefix(rest).is_some() || rest.starts_with("代表") && cues().told.within(rest)
                })
        })
    };
    ends || within()
}

/// 在接受本报记者专访时: what the bearer of the name is asked.
pub(super) fn is_asked(tail: &str) -> bool {
    let clause = clause(tail);
    let asked = clause.place_of("接受").filter(|at| clause[..*at].chars().count() <= 4);
    asked.is_some_and(|at| clause[at..].has("采访") || clause[at..].has("专访") || clause[at..].has("访谈"))
        || clause.starts_with("接受")
}

/// Whether the sentences behind a name go on with what its bearer says, and nobody else is named before that.
fn goes_on(tail: &str, others: &[String]) -> bool {
    let near = tail.char_indices().nth(NEAR * 5).map_or(tail, |(end, _)| &tail[..end]);
    let Some(at) = near.match_indices(['，', '。', ',']).find_map(|(at, sign)| {
        let behind = &near[at + sign.len()..];
        let said = cues().goes_on.prefix(behind)?;
        // 要求 of the same sentence; in the next one he is called 他.
        let whole = near[..at + sign.len()].has("。");
        (!whole || said.starts_with(['他', '她'])).then_some(at)
    }) else {
        return false;
    };
    let between = &near[..at];
    // 县长周清主持会议，会议强调 has another subject.
    let other = others.iter().any(|name| between.contains(name.as_str())) || cues().office.within(between);
    !other && between.matches('。').count() <= 1
}

/// Who is named with a post speaks where the name alone stands before a word of speech: 陆明远指出; where it labels what is
/// said: 陆明远：; and where a title says so: 陆明远谈新起点.
pub(super) fn speaks_again(text: &str, kind: BlockKind, people: &mut People) {
    let text = text.char_indices().nth(SAID).map_or(text, |(end, _)| &text[..end]);
    let all: Vec<String> = people.0.iter().take(NAMED).map(|person| person.name.clone()).collect();
    for (at, person) in people.0.iter_mut().take(NAMED).enumerate() {
        let named = person.role == PersonRole::Mentioned;
        if !named && person.role != PersonRole::Speaker {
            continue;
        }
        if kind == BlockKind::Title {
            let titled = text.match_indices(person.name.as_str()).any(|(found, name)| {
                let tail = &text[found + name.len()..];
                cues().titled.prefix(tail).is_some() || tail.starts_with(['：', ':']) && found == 0
            });
            if titled {
                (person.role, person.interviewed) = (PersonRole::Speaker, true);
            }
            continue;
        }
        // 陆明远： under a question, 陆明远（以下简称“陆”）：
        let label = text.trim_start_matches(['[', '【', ' ']).strip_prefix(person.name.as_str()).map(|tail| {
            let bracket = tail.strip_prefix(['（', '(']).and_then(|inner| inner.split_once(['）', ')']));
            bracket.map_or(tail, |(_, rest)| rest)
        });
        if label.is_some_and(|tail| tail.trim_start_matches([']', '】']).starts_with(['：', ':'])) {
            (person.role, person.interviewed) = (PersonRole::Speaker, true);
            continue;
        }
        if !named {
            continue;
        }
        let others: Vec<String> =
            all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, name)| name.clone()).collect();
        let found = text.match_indices(person.name.as_str()).take(PLACES).any(|(found, name)| {
            let tail = &text[found + name.len()..];
            let spoken = cues().speaks.prefix(tail).is_some();
            says(tail, spoken) && (spoken || told(tail)) || goes_on(tail, &others)
        });
        if found {
            person.role = PersonRole::Speaker;
        }
    }
}

/// Who reads the report, named without a post: 陆明远向大会作《政府工作报告》.
pub(super) fn reads(text: &str, offset: usize) -> Option<Speaker> {
    let starts = text.match_indices(['，', '。', ',', ' ', '\u{3000}']).map(|(at, sign)| at + sign.len());
    std::iter::once(0).chain(starts).take(PLACES * 2).find_map(|at| {
        let (found, verb) = cues().reads.find(clause(&text[at..]))?;
        let (name, len) = name_at(&text[at..at + found])?;
        let whole = len == found && (2..=3).contains(&name.chars().count()) && !verb.is_empty();
        whole.then(|| Speaker {
            name,
            post: None,
            role: PersonRole::Speaker,
            interviewed: false,
            spans: vec![Span::new(offset + at, offset + at + len)],
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::report::{Kind, PersonRole};
    use crate::{Options, analyze};

    fn speakers(text: &str) -> Vec<String> {
        let report = analyze(text, &Options::default()).unwrap();
        report
            .people
            .into_iter()
            .filter(|person| person.role == PersonRole::Speaker)
            .map(|person| person.name)
            .collect()
    }

    #[test]
    fn who_speaks_behind_where_when_and_to_whom() {
        for (text, wanted) in [
            ("青沅县委书记陆明远在接受本报记者专访时表示，青沅将抢抓机遇。", Some("陆明远")),
            ("青沅县县长周清今天在此间透露，青沅去年增长8%。", Some("周清")),
            ("青沅县发展和改革局局长武文清对某报记者说，试点进展顺利。", Some("武文清")),
            ("3月5日，县委书记陆明远到云岭镇调研项目建设。他强调，要抓早抓实。", Some("陆明远")),
            ("县委书记陆明远深入岚水园区调研，要求各部门加强服务。", Some("陆明远")),
            ("县委书记陆明远宣布开工，县长周清致词，项目共有12个。", Some("周清")),
            ("省统计局总经济师、新闻发言人苏岚介绍，全省经济平稳。", Some("苏岚")),
            ("县委书记陆明远在现场听取了进展情况介绍。", None),
            ("县长周清主持会议，会议强调，要抓早抓实。", None),
        ] {
            assert_eq!(speakers(text), Vec::from_iter(wanted.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn a_name_labels_what_is_said_and_a_title_names_who_does() {
        let text = "本刊记者走访了青沅县县长陆明远。\n记者：今年有哪些打算？\n陆明远：今年新建学校3所。\n";
        assert_eq!(speakers(text), ["陆明远"]);
        let text = "陆明远谈青沅发展的新起点\n\n3月5日，县委书记陆明远到云岭镇检查春耕。全县播种3万亩。\n";
        let report = analyze(text, &Options::default()).unwrap();
        assert_eq!((report.document.kind, report.people[0].role), (Kind::Interview, PersonRole::Speaker));
        let text =
            "青沅县人大会议开幕 周清作政府工作报告\n\n3月5日上午，周清向大会作《政府工作报告》。去年，全县增长6%。\n";
        let report = analyze(text, &Options::default()).unwrap();
        assert_eq!((report.document.kind, report.people[0].name.as_str()), (Kind::MeetingNews, "周清"));
    }
}
