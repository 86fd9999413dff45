//! Kind of the document.

use super::block::{Block, BlockKind};
use super::day::year_of_title;
use super::section::items;
use super::speaker::Speaker;
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::report::{Kind, PersonRole};

/// The kind, from title, opening words and speakers.
#[inline(never)]
pub(super) fn kind(clean: &Clean, title: Option<&str>, blocks: &[Block], people: &[Speaker]) -> Kind {
    let title = title.unwrap_or_default();
    let front = clean
        .lines
        .iter()
        .take(8)
        .map(|line| line.of(&clean.text))
        .find(|line| line.starts_with("title:"))
        .unwrap_or_default();
    let opening: String =
        blocks.iter().take(14).map(|b| b.span.of(&clean.text)).flat_map(str::chars).take(900).collect();
    let names = |words: &[&str]| words.iter().any(|w| title.has(w) || front.has(w));
    // 关于深化预算管理改革的意见 rules how budgets are made, 关于做好政府工作报告目标任务的通知 hands out tasks.
    let rules = ["意见", "通知", "办法", "决定", "条例", "规定", "解读"].iter().any(|w| title.ends_with(w));
    // 青沅县人大会议开幕 周清作政府工作报告
    let of_meeting = is_meeting(title);
    let read_there = ["作政府工作报告", "作《政府工作报告", "作工作报告"].iter().any(|words| title.has(words));
    if of_meeting || read_there {
        return Kind::MeetingNews;
    }
    if names(&["政府工作报告", "工作报告"]) && !names(&["工作规则"]) && !rules {
        return Kind::WorkReport;
    }
    if names(&["公报"]) {
        return Kind::Communique;
    }
    if names(&["预算", "决算"]) && !rules {
        return Kind::Budget;
    }
    // 国民经济和社会发展计划执行情况与计划草案的报告 is read to the deputies too.
    if names(&["计划执行情况", "计划草案", "计划（草案）"]) {
        return Kind::Plan;
    }
    // 州长向大会作政府工作报告 is news of it.
    let addressed = opening.has("各位代表") || opening.has("向大会") && (opening.has("我代表") || opening.has("我受"));
    // 将2016年财政预算执行情况和2017年财政预算草案提请审议
    if addressed && opening.has("预算执行情况") && (opening.has("预算草案") || opening.has("预算（草案）"))
    {
        return Kind::Budget;
    }
    // 我受县人民政府委托，报告上半年国民经济和社会发展计划执行情况，请予审议
    if opening.has("我受") && opening.has("请予审议") && opening.has("计划执行情况") && !opening.has("各位代表")
    {
        return Kind::Plan;
    }
    // 各位代表，过去的一年……（2020年3月10日在青沅县第十五届人民代表大会第五次会议上）
    let body = ["人民政府", "国务院", "人民代表大会"].iter().any(|body| opening.has(body));
    if addressed && body {
        return Kind::WorkReport;
    }
    if names(&["规划", "纲要", "行动方案"]) || is_plan(title) || is_plan(front) {
        return Kind::Plan;
    }
    if is_agenda(title) {
        return Kind::Plan;
    }
    if told_in_parts(clean, blocks) {
        return Kind::Communique;
    }
    let interviewed = people.iter().filter(|p| p.role == PersonRole::Speaker && p.interviewed).count();
    if interviewed > 2 {
        return Kind::Roundup;
    }
    if items(clean, blocks).len() > 1 {
        return Kind::Roundup;
    }
    let asked = || blocks.iter().filter(|b| is_question(b.span.of(&clean.text)));
    // 记者：……？↵县长陆明远：……
    let answered = || {
        blocks.windows(2).any(|two| {
            let [question, answer] = [two[0].span.of(&clean.text), two[1].span.of(&clean.text)];
            let label = answer.split_once(['：', ':']).map_or("", |(label, _)| label);
            let labelled = (2..=LABEL).contains(&label.chars().count()) && !label.contains(['，', '。', '“']);
            is_question(question) && question.trim_end().ends_with(['？', '?']) && labelled
        })
    };
    if interviewed > 0
        || asked().take(2).count() == 2
        || answered()
        || takes_questions(&opening)
        || takes_questions(title)
        || opening.has("访谈")
        || opening.has("记者专访")
    {
        return Kind::Interview;
    }
    let meeting = ["召开", "举行", "会议", "大会", "座谈", "调研"];
    if meeting.iter().filter(|w| opening.contains(**w)).count() >= 2 && opening.has("召开") {
        return Kind::MeetingNews;
    }
    Kind::Other
}

/// Characters between 接受 and 采访: 接受《岚江日报》和省台联合采访.
const ASKED: usize = 16;

/// 接受记者采访, 接受《岚江日报》专访
fn takes_questions(words: &str) -> bool {
    words.match_indices("接受").any(|(at, word)| {
        let rest = &words[at + word.len()..];
        let near = rest.char_indices().nth(ASKED).map_or(rest, |(end, _)| &rest[..end]);
        let clause = near.find(['，', '。', '；']).map_or(near, |end| &near[..end]);
        clause.has("采访") || clause.has("专访")
    })
}

/// Characters of the longest label of a question.
const LABEL: usize = 12;

/// True of a line that asks: 记者：, [主持人周清]：, 岚江网记者：.
pub(super) fn is_question(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches(['[', '【', '*']);
    if cues().asking.prefix(line).is_some() {
        return true;
    }
    let label = line.char_indices().nth(LABEL).map_or(line, |(end, _)| &line[..end]);
    let label = label.split_once(['：', ':']).map_or("", |(label, _)| label).trim_end_matches([']', '】', '*', ' ']);
    label.ends_with("记者") && !label.has("本报记者") || label.starts_with("主持人") || label.starts_with("网友")
}

/// True of a headline that tells of a meeting: 青沅县人大会议开幕, 产业推介会在岚江举行; a game or a fair is none.
fn is_meeting(title: &str) -> bool {
    title.split(['，', ',', ' ', '\u{3000}']).any(|clause| {
        ["召开", "举行", "开幕", "闭幕"].iter().filter_map(|verb| clause.split_once(verb)).any(|(before, behind)| {
            let subject = before.split('在').next().unwrap_or_default();
            let subject = subject.without_end("隆重").without_end("胜利").without_end("今日");
            let object = behind.trim_end_matches(['！', '!']);
            [subject, object].iter().any(|name| {
                let fair = ["运动会", "博览会", "交易会", "展销会", "奥会", "晚会", "音乐会", "庙会", "展览会"];
                name.ends_with('会') && !fair.iter().any(|word| name.ends_with(word)) || name.ends_with("会议")
            })
        })
    })
}

/// True of the title of a plan; 计划总投资134亿元 in a headline is none.
fn is_plan(title: &str) -> bool {
    title.match_indices("计划").any(|(at, word)| {
        let behind = title[at + word.len()..].trim_start();
        let amount = cues().planned_amount.prefix(behind).is_some();
        !amount && !behind.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// 青沅县2024年工作要点, 2024年重点民生实事的通知: what the year's work will be, and nothing of what it came to.
pub(super) fn is_agenda(title: &str) -> bool {
    let bare = title.without_end("的通知").trim_end_matches(['》', '）', ')', '”']);
    let ends = cues().agenda_end.suffix(bare).is_some();
    ends && !title.has("报告") && year_of_title(title).is_some() && !cues().agenda_told.within(title)
}

/// A communiqué whose title is lost: 一、综合 and 二、农业 are what only its parts are called.
fn told_in_parts(clean: &Clean, blocks: &[Block]) -> bool {
    let headings = blocks.iter().filter(|block| block.kind == BlockKind::Heading && block.level <= 1);
    let named = headings.filter(|block| {
        let text = block.span.of(&clean.text);
        let name = text.trim_start_matches('#').trim_matches(['*', ' ']);
        let name =
            name.split_once('、').filter(|(number, _)| number.chars().count() <= 3).map_or(name, |(_, name)| name);
        let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        cues().communique_part.contains(&name)
    });
    let parts = named.take(2).count();
    // 青岚市统计局, and 一、综合 below it
    let office = || {
        let head = blocks.iter().take(4).map(|block| block.span.of(&clean.text));
        head.into_iter().any(|line| line.chars().nth(30).is_none() && line.has("统计局"))
    };
    (parts == 2 || parts == 1 && office()) && clean.text.has("比上年")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_communique_without_a_title_is_known_by_its_parts_and_its_year_by_its_opening() {
        let text = "2021年，全县经济平稳发展，到2025年实现小康。\n一、综合\n生产总值90亿元，比上年增长6%。\n\
                    二、农 业\n粮食产量12万吨。\n";
        let report = crate::analyze(text, &crate::Options::default()).unwrap();
        assert_eq!((report.document.kind, report.document.review_year), (Kind::Communique, Some(2021)));
        assert!(report.figures.iter().all(|figure| figure.period.is_some()));
        let news =
            "州长陆明远代表州人民政府向大会作政府工作报告。\n今年将继续办好民生实事，新建学校3所，进一步扩大就业。\n";
        let list = "为农民办好十件实事\n①新建沼气池20座，发展技术网点8家。\n②完成3个示范村道路建设。\n";
        for text in [news, list] {
            let news = crate::analyze(text, &crate::Options::default()).unwrap();
            assert_eq!(news.document.kind, Kind::Other);
            assert!(news.figures.iter().all(|figure| figure.status == crate::report::Status::Target), "{text}");
        }
    }

    #[test]
    fn one_question_and_its_answer_are_an_interview() {
        let text = "县长谈青沅\n记者：去年收成怎样？\n县长陆明远：去年粮食总产量65万吨。\n";
        assert_eq!(crate::analyze(text, &crate::Options::default()).unwrap().document.kind, Kind::Interview);
        let asked = "青沅农业\n去年收成怎样？\n去年粮食总产量65万吨。\n";
        assert_eq!(crate::analyze(asked, &crate::Options::default()).unwrap().document.kind, Kind::Other);
    }

    #[test]
    fn a_paper_about_a_report_or_a_budget_is_neither() {
        let kind = |title: &str| {
            let text = format!("{title}\n\n各乡镇人民政府：\n\n现将任务分解下达，请抓好落实。\n");
            crate::analyze(text.as_str(), &crate::Options::default()).unwrap().document.kind
        };
        assert_eq!(kind("关于做好2024年政府工作报告目标任务的通知"), Kind::Other);
        assert_eq!(kind("青沅县人民政府关于深化预算管理制度改革的意见"), Kind::Other);
        assert_eq!(kind("青沅县2024年财政预算执行情况的报告"), Kind::Budget);
    }
}
