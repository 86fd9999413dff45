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
    let gap = text.len() - text.trim_start_matches([' ', '\u{3000}']).len();
    let rest = &text[gap..];
    let first = rest.chars().next().filter(|c| surname(*c))?;
    let ends = |tail: &str| {
        tail.is_empty() || tail.starts_with(|c: char| !is_han(c)) || SPEECH.iter().any(|w| tail.starts_with(w))
    };
    // Three characters before two: 赵红兵 before 赵红. A name may be spread out: 林 武.
    let mut spread = String::from(first);
    let mut candidates = Vec::new();
    for (at, c) in rest.char_indices().skip(1) {
        if matches!(c, ' ' | '\u{3000}') && spread.chars().count() == 1 {
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
        let short = text.chars().count() <= 50;
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
                let post = POSTS.iter().filter_map(|p| body.rfind(p).map(|at| at + p.len())).max();
                if let Some(end) = post
                    && let Some((name, len)) =
                        name_at(&body[end..]).filter(|(_, len)| body[end + len..].trim().is_empty())
                {
                    let mut words = body[..end].trim_start_matches('访').replace([' ', '\u{3000}'], "");
                    if let Some(cut) = words.rfind("会议上") {
                        words.drain(..cut + "会议上".len());
                    }
                    let start = end + len - body[end..end + len].trim_start().len();
                    add(&mut people, name, Some(words), PersonRole::Speaker, visit, at(start, end + len));
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
                let span = Span::new(block.span.start + found + 6, block.span.start + found + 6 + len);
                add(&mut people, name, None, PersonRole::Author, false, span);
            }
        }
    }
    people
}

/// Puts the document's place before a post that names none: 区长 → 红旗区区长, 区委书记 → 红旗区委书记.
pub(super) fn complete(people: &mut [Speaker], path: &[String]) {
    let Some(place) = path.last() else { return };
    let Some(level) = place.chars().next_back() else { return };
    let stem = &place[..place.len() - level.len_utf8()];
    for person in people.iter_mut().filter(|p| p.role == PersonRole::Speaker) {
        let Some(post) = &mut person.post else { continue };
        if post.starts_with(level) && post.chars().count() > 2 && post.starts_with(&format!("{level}委")) {
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
    fn a_post_keeps_its_place() {
        assert_eq!(post_before("日前，武川县委书记", "日前，武川县委书记".len()), "武川县委书记");
    }
}
