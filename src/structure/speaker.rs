//! Who speaks, and who wrote: a byline (——访高邮市委书记 张利), a post with a name before a verb of speech, (记者 陈学桦).

use super::block::{Block, BlockKind};
use crate::clean::Clean;
use crate::report::PersonRole;
use crate::span::{self, Span};

/// A person with a role in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Name.
    pub name: String,
    /// Post, with its place.
    pub post: Option<String>,
    /// Speaks or wrote.
    pub role: PersonRole,
    /// True where a byline says that the person was interviewed.
    pub interviewed: bool,
    /// Where the name stands.
    pub spans: Vec<Span<span::Clean>>,
}

const POSTS: [&str; 30] = [
    "人民政府市长",
    "人民政府县长",
    "人民政府区长",
    "人民政府省长",
    "人民政府州长",
    "政府主席",
    "人民政府主席",
    "代市长",
    "代县长",
    "代区长",
    "代省长",
    "代总理",
    "代州长",
    "代主席",
    "书记",
    "市长",
    "县长",
    "区长",
    "省长",
    "州长",
    "主席",
    "总理",
    "主任",
    "局长",
    "镇长",
    "盟长",
    "旗长",
    "董事长",
    "厅长",
    "常委",
];
const SPEECH: [&str; 22] = [
    "说",
    "表示",
    "指出",
    "强调",
    "主持",
    "接受",
    "介绍",
    "安排",
    "要求",
    "作报告",
    "讲话",
    "告诉",
    "出席",
    "谈",
    "在会上",
    "坦言",
    "认为",
    "代表",
    "作了",
    "部署",
    "带队",
    "一行",
];
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳汲松井段富巫焦巴弓牧车侯全班仰秋仲宫宁仇栾刘景詹龙叶幸司黎白蒲索籍赖卓屠蒙池乔阴党翟谭贡劳姬申扶堵冉宰雍桑桂牛寿通边扈燕冀浦尚农温庄晏柴瞿阎充慕连习容向古易慎戈廖庾终步都耿满弘匡国文寇广阙东殴沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关相查后荆红游权盖益桓公闫肖覃苟兰岳佟逯仝谌揭矫门车旦洛扎格桑才次";

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn surname(c: char) -> bool {
    SURNAMES.contains(c)
}

/// A name at the start of the text, with what may follow it.
fn name_at(text: &str) -> Option<(String, usize)> {
    // Whatever space the page puts between post and name: no-break, en, ideographic.
    let gap = text.len() - text.trim_start().len();
    let rest = &text[gap..];
    if let Some(found) = transcribed(rest) {
        return Some((found.clone(), gap + found.len()));
    }
    let first = rest.chars().next().filter(|c| surname(*c))?;
    let ends = |tail: &str| {
        tail.is_empty() || tail.starts_with(|c: char| !is_han(c)) || SPEECH.iter().any(|w| tail.starts_with(w))
    };
    // Three characters before two: 赵红兵 before 赵红. A name may be spread out: 林 武.
    let mut spread = String::from(first);
    let mut candidates = Vec::new();
    for (at, c) in rest.char_indices().skip(1) {
        if c.is_whitespace() && spread.chars().count() == 1 {
            continue;
        }
        if !is_han(c) && c != '·' || spread.chars().count() == 4 {
            break;
        }
        spread.push(c);
        candidates.push((spread.clone(), gap + at + c.len_utf8()));
    }
    let good = |want: usize| candidates.iter().find(|(name, end)| name.chars().count() == want && ends(&text[*end..]));
    good(3).or_else(|| good(2)).or_else(|| good(4).filter(|(_, end)| text[*end..].trim().is_empty())).cloned()
}

/// A name of several parts at the start of the text: 艾山江·买买提.
fn transcribed(text: &str) -> Option<String> {
    let len: usize = text.chars().take_while(|c| is_han(*c) || matches!(c, '·' | '•')).map(char::len_utf8).sum();
    let (name, tail) = text.split_at(len);
    let parts: Vec<&str> = name.split(['·', '•']).collect();
    let whole = parts.len() > 1 && parts.iter().all(|part| (1..=6).contains(&part.chars().count()));
    (whole && !tail.trim_start().starts_with(is_han)).then(|| name.to_owned())
}

/// The end of the post and the name behind it, in a line that holds nothing else.
fn signature(line: &str) -> Option<(usize, String, usize)> {
    let post = POSTS.iter().filter_map(|p| line.rfind(p).map(|at| at + p.len())).max()?;
    let (name, len) = name_at(&line[post..]).filter(|(_, len)| line[post + len..].trim().is_empty())?;
    Some((post, name, len))
}

/// True of a line that only says who speaks: 青沅县人民政府县长 陆明远.
pub(super) fn is_byline(line: &str) -> bool {
    let line = line.trim_matches(['*', '#', ' ', '—', '-']);
    line.chars().count() <= 40 && signature(line).is_some()
}

/// A line that is a name and nothing else.
fn lone_name(line: &str) -> Option<String> {
    let (name, len) = name_at(line)?;
    (line[len..].trim().is_empty() && name.chars().count() >= 2).then_some(name)
}

/// The name that a page puts beside the day in its title: 青沅县政府工作报告（2025年1月14日 陆明远）.
fn titled(clean: &Clean) -> Option<(String, Span<span::Clean>)> {
    let line = clean.lines.iter().take(8).find(|line| line.of(&clean.text).starts_with("title:"))?;
    let text = line.of(&clean.text);
    let open = text.rfind(['（', '('])?;
    let day = open + text[open..].find('日')? + '日'.len_utf8();
    let name = lone_name(text[day..].trim_end().trim_end_matches(['）', ')']))?;
    let at = day + text[day..].find(name.chars().next()?)?;
    let len = text[at..].trim_end().trim_end_matches(['）', ')']).len();
    Some((name, Span::new(line.start + at, line.start + at + len)))
}

/// The post that ends at a byte, with the place before it.
fn post_before(text: &str, end: usize) -> String {
    let head = &text[..end];
    let start =
        head.char_indices().rev().take(28).take_while(|(_, c)| is_han(*c) || *c == '、').last().map_or(end, |(i, _)| i);
    let post = &head[start..];
    let cut = ["记者采访", "日前", "近日", "现在", "当天", "会上", "访", "会前", "随后", "由"]
        .iter()
        .filter_map(|w| post.rfind(w).map(|at| at + w.len()))
        .max()
        .unwrap_or(0);
    post[cut..].trim_start_matches('、').to_owned()
}

/// Adds a person, or what is new of one already known.
fn add(
    people: &mut Vec<Speaker>,
    name: String,
    post: Option<String>,
    role: PersonRole,
    interviewed: bool,
    span: Span<span::Clean>,
) {
    match people.iter_mut().find(|p| p.name == name) {
        Some(known) => {
            known.spans.push(span);
            known.interviewed |= interviewed;
            if post.as_ref().map_or(0, String::len) > known.post.as_ref().map_or(0, String::len) {
                known.post = post;
            }
        }
        None => people.push(Speaker { name, post, role, interviewed, spans: vec![span] }),
    }
}

pub(super) fn speakers(clean: &Clean, blocks: &[Block]) -> Vec<Speaker> {
    let mut people: Vec<Speaker> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let text = block.span.of(&clean.text);
        let line = text.trim_start_matches(['—', '-', '*', '#', '（', '(', ' ']);
        let offset = block.span.start + (text.len() - line.len());
        let at = |start: usize, end: usize| Span::new(offset + start, offset + end);
        if text.starts_with("<!--") {
            continue;
        }
        let short = text.chars().count() <= 50;
        // 政府工作报告（2025年1月14日在青沅县…会议上 县长陆明远）
        if block.kind == BlockKind::Title
            && let Some(open) = text.find(['（', '('])
            && let Some(close) = text.rfind(['）', ')']).filter(|close| *close > open)
            && let Some((end, name, len)) = signature(&text[open..close])
        {
            let bracket = &text[open..close];
            let from = bracket[..end]
                .rfind(['上', ' ', '\u{3000}', '（'])
                .map_or(0, |at| at + bracket[at..].chars().next().map_or(1, char::len_utf8));
            let start = block.span.start + open + end + len - bracket[end..end + len].trim_start().len();
            let span = Span::new(start, block.span.start + open + end + len);
            add(&mut people, name, Some(bracket[from..end].to_owned()), PersonRole::Speaker, false, span);
            continue;
        }
        if short {
            if let Some(byline) = line.strip_prefix("记者").filter(|l| l.starts_with([' ', '\u{3000}', '：', ':'])) {
                for name in byline.trim_matches([' ', '：', ':', ')', '）', '\u{3000}']).split_whitespace() {
                    if (2..=4).contains(&name.chars().count()) && name.chars().all(is_han) {
                        let start = line.find(name).unwrap_or(0);
                        add(
                            &mut people,
                            name.to_owned(),
                            None,
                            PersonRole::Author,
                            false,
                            at(start, start + name.len()),
                        );
                    }
                }
                continue;
            }
            let visit = line.starts_with('访') && text.starts_with(['—', '-']);
            if visit || i < 14 && block.kind != BlockKind::Title && !text.contains(['，', '。', ',']) {
                let body = line.trim_end_matches(['*', '）', ')', ' ']);
                if let Some((end, name, len)) = signature(body) {
                    let words = post_of(&body[..end]);
                    let start = end + len - body[end..end + len].trim_start().len();
                    add(&mut people, name, Some(words), PersonRole::Speaker, visit, at(start, end + len));
                    continue;
                }
                // The post on one line, the name on the next; or a name alone above the address.
                let above = i.checked_sub(1).map(|j| blocks[j].span.of(&clean.text).trim_matches(['*', ' ']));
                let post =
                    above.filter(|above| above.chars().count() <= 24 && POSTS.iter().any(|post| above.ends_with(post)));
                let addressed = blocks
                    .get(i + 1)
                    .is_some_and(|next| next.span.of(&clean.text).trim_start_matches('*').starts_with("各位代表"));
                if !visit
                    && (post.is_some() || addressed)
                    && let Some(name) = lone_name(body)
                {
                    let start = body.len() - body.trim_start().len();
                    let span = at(start, body.len());
                    add(&mut people, name, post.map(post_of), PersonRole::Speaker, false, span);
                    continue;
                }
            }
        }
        // A report has one speaker, named above it; news name theirs in every part.
        let report = people.iter().any(|p| p.role == PersonRole::Speaker && !p.interviewed)
            && i > 14
            && blocks.len() > 30
            && !people.iter().any(|p| p.interviewed);
        if block.kind != BlockKind::Paragraph || i > 400 || report {
            continue;
        }
        // 区委书记刘宏锋强调
        for post in ["书记", "市长", "县长", "区长", "省长", "州长", "主席", "总理", "局长", "主任"]
        {
            for (found, _) in text.match_indices(post).take(12) {
                let end = found + post.len();
                if text[end..].starts_with(['、', '的', '和', '，']) || text[..found].ends_with("总") {
                    continue;
                }
                let Some((name, len)) = name_at(&text[end..]) else { continue };
                let tail = &text[end + len..];
                let speaks =
                    ["说", "表示", "指出", "强调", "主持", "接受", "介绍", "安排部署", "安排", "讲话", "谈", "坦言"]
                        .iter()
                        .any(|w| tail.starts_with(w));
                let general = post == "书记" && text[..found].ends_with("总");
                if speaks && !general {
                    let words = post_before(text, end);
                    let span = Span::new(block.span.start + end, block.span.start + end + len);
                    add(
                        &mut people,
                        name,
                        Some(words),
                        PersonRole::Speaker,
                        tail.starts_with("在接受") || tail.starts_with("接受"),
                        span,
                    );
                }
            }
        }
        for (found, _) in text.match_indices("记者").take(4) {
            if let Some((name, len)) =
                name_at(&text[found + 6..]).filter(|_| text[found + 6..].starts_with([' ', '\u{3000}']))
            {
                // 记者 某某 摄: took the picture.
                if text[found + 6 + len..].trim_start().starts_with('摄') {
                    continue;
                }
                let span = Span::new(block.span.start + found + 6, block.span.start + found + 6 + len);
                add(&mut people, name, None, PersonRole::Author, false, span);
            }
        }
    }
    if !people.iter().any(|p| p.role == PersonRole::Speaker)
        && let Some((name, span)) = titled(clean)
    {
        add(&mut people, name, None, PersonRole::Speaker, false, span);
    }
    people
}

/// The post in the words before a name, without the meeting it spoke at and without spaces.
fn post_of(words: &str) -> String {
    let mut words: String = words.trim_start_matches('访').chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(cut) = words.rfind("会议上") {
        words.drain(..cut + "会议上".len());
    }
    words
}

/// Puts the document's place before a post that names none: 区长 → 红旗区区长, 区委书记 → 红旗区委书记.
pub(super) fn complete(people: &mut [Speaker], path: &[String]) {
    let Some(place) = path.last() else { return };
    let Some(level) = place.chars().next_back() else { return };
    let stem = &place[..place.len() - level.len_utf8()];
    for person in people.iter_mut().filter(|p| p.role == PersonRole::Speaker) {
        let Some(post) = &mut person.post else { continue };
        if *post == format!("代{level}长") || *post == format!("{level}长候选人") {
            post.insert_str(0, place);
        } else if place.ends_with("自治区") && (post.starts_with("自治区主席") || post.starts_with("自治区代主席"))
        {
            post.replace_range(.."自治区".len(), place);
        } else if place.ends_with("自治区") && post.starts_with("自治区人民政府") {
            post.replace_range(.."自治区".len(), place);
        } else if post.starts_with(level) && post.chars().count() > 2 && post.starts_with(&format!("{level}委")) {
            post.insert_str(0, stem);
        } else if *post == format!("{level}长") || post.starts_with(&format!("{level}人民政府")) {
            post.insert_str(0, if post.ends_with('长') && post.chars().count() == 2 { place } else { stem });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_before_a_verb_of_speech() {
        assert_eq!(name_at("刘宏锋主持会议").map(|n| n.0).as_deref(), Some("刘宏锋"));
        assert_eq!(name_at(" 张利").map(|n| n.0).as_deref(), Some("张利"));
        assert_eq!(name_at("　林 武").map(|n| n.0).as_deref(), Some("林武"));
        assert_eq!(name_at("的讲话"), None);
    }

    #[test]
    fn names_stand_behind_any_space_and_may_have_parts() {
        assert_eq!(name_at("\u{a0}陆明远").map(|n| n.0).as_deref(), Some("陆明远"));
        assert_eq!(name_at("\u{2002}陆明远").map(|n| n.0).as_deref(), Some("陆明远"));
        assert_eq!(name_at(" 艾山江·买买提").map(|n| n.0).as_deref(), Some("艾山江·买买提"));
        assert!(is_byline("**青沅县人民政府县长 陆明远**") && !is_byline("青沅县政府工作报告"));
        assert_eq!(lone_name("陆明远").as_deref(), Some("陆明远"));
    }

    #[test]
    fn an_acting_head_gets_the_place_too() {
        let person = |post: &str| Speaker {
            name: "陆明远".to_owned(),
            post: Some(post.to_owned()),
            role: PersonRole::Speaker,
            interviewed: false,
            spans: Vec::new(),
        };
        for (post, place, wanted) in [
            ("代县长", "青沅县", "青沅县代县长"),
            ("县长", "青沅县", "青沅县县长"),
            ("自治区主席", "岚北自治区", "岚北自治区主席"),
        ] {
            let mut people = vec![person(post)];
            complete(&mut people, &[place.to_owned()]);
            assert_eq!(people[0].post.as_deref(), Some(wanted));
        }
    }

    #[test]
    fn a_post_keeps_its_place() {
        assert_eq!(post_before("日前，武川县委书记", "日前，武川县委书记".len()), "武川县委书记");
    }
}
