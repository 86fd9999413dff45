//! Title and publication line of a page, which stand above its article or in its head.

use super::article::Article;
use super::tag::Tag;
use super::tree::Tree;
use crate::lexicon::pages::{Role, pages};

/// Characters of the longest title and of the longest publication line.
const TITLE: usize = 80;
const LINE: usize = 160;

/// What stands above the article.
#[derive(Debug, Default)]
pub(super) struct Above {
    pub(super) title: Option<String>,
    pub(super) publication: Option<String>,
    /// Lines right above the article of a page whose own title is that of its site.
    pub(super) lines: Vec<String>,
    /// The paragraph of the article that says the title again: it is the title, and not written twice.
    pub(super) repeated: Option<usize>,
}

/// Finds title and publication line; neither is given where the article itself begins with it as a heading. A paragraph
/// that says it again, with more words before it (2023年云岭县政府工作报告), is the title.
pub(super) fn find(tree: &Tree, article: &Article) -> Above {
    let body = tree.text_of(article.root);
    let opening: String = tight(&body).chars().take(400).collect();
    let above = lines_above(tree, article.root);
    let publication = above
        .iter()
        .rev()
        .find(|line| !line.linked && line.words.chars().count() <= LINE && is_publication(&line.words))
        .or_else(|| above.iter().rev().take(NEAR).find(|line| is_day(&line.words)))
        .map(|line| line.words.clone())
        .or_else(|| from_head(tree, &opening));
    let title = title(tree, &above);
    let of_site = title.as_ref().is_some_and(|title| {
        pages().is_site(title) && !above.iter().any(|line| (line.heading || line.titled) && line.words == *title)
    });
    let lines = if of_site { near(&above, publication.as_deref()) } else { Vec::new() };
    // The name of a site alone is no title: the article may begin with its own.
    let lines = if of_site && lines.is_empty() { title.iter().cloned().collect() } else { lines };
    let mut above = Above { title: title.filter(|_| !of_site), publication, repeated: None, lines };
    if let Some(title) = above.title.take() {
        match title_within(tree, article.root, &tight(&title)) {
            // The article has its own heading.
            Some(at) if matches!(tree.nodes[at].tag, Tag::Heading(_)) => {}
            Some(at) => (above.title, above.repeated) = (Some(tree.text_of(at)), Some(at)),
            None => above.title = Some(title),
        }
    }
    above
}

/// Characters of the longest name of who publishes.
const WHO: usize = 16;
/// Lines above the article among which those of its head are looked for.
const NEAR: usize = 4;

/// The last lines above the article that are neither links nor sentences, the title first.
fn near(above: &[Line], publication: Option<&str>) -> Vec<String> {
    let head = |line: &&Line| {
        !line.linked && line.words.chars().count() <= TITLE && !line.words.contains(['。', '|', '｜', '>'])
    };
    let mut lines: Vec<String> =
        above.iter().rev().take(NEAR).take_while(head).map(|line| line.words.clone()).collect();
    lines.reverse();
    lines.retain(|line| Some(line.as_str()) != publication);
    // Buttons and dates are no title.
    if lines.first().is_some_and(|first| tight(first).chars().count() >= BUTTON) { lines } else { Vec::new() }
}

/// Characters of the shortest title, longer than a button's words.
const BUTTON: usize = 8;

/// Characters of the article within which its own title stands.
const OPENING: usize = 200;
/// Characters by which it is longer than the one above.
const MORE: usize = 20;

/// The line of the article's opening that is the title, or a longer one that ends with it.
fn title_within(tree: &Tree, root: usize, title: &str) -> Option<usize> {
    let mut seen = 0;
    for at in root..tree.nodes[root].end as usize {
        let tag = tree.nodes[at].tag;
        seen += if tag == Tag::Text { tree.words(at).chars().count() } else { 0 };
        if seen > OPENING + title.chars().count() {
            break;
        }
        if matches!(tag, Tag::Heading(_) | Tag::Paragraph) {
            let words = tight(&tree.text_of(at));
            let more = words.strip_suffix(title).map(|more| more.chars().count());
            if more.is_some_and(|more| more <= MORE) && !words.contains(['，', '。']) {
                return Some(at);
            }
        }
    }
    None
}

struct Line {
    words: String,
    heading: bool,
    titled: bool,
    /// Most of it is links.
    linked: bool,
}

/// The lines of the page before the article.
fn lines_above(tree: &Tree, root: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut linked, mut all) = (0, 0);
    let mut holder = usize::MAX;
    for at in 0..root.max(1) {
        let node = &tree.nodes[at];
        if node.tag != Tag::Text || tree.words(at).trim().is_empty() {
            continue;
        }
        // The block it stands in, and whether a link lies between.
        let (mut up, mut link) = (node.parent as usize, false);
        while tree.nodes[up].tag == Tag::Link {
            link = true;
            up = tree.nodes[up].parent as usize;
        }
        let holds_article = up <= root && root < tree.nodes[up].end as usize;
        if up != holder || holds_article && lines.last().is_some_and(|l| l.words.len() > 200) {
            (linked, all) = (0, 0);
            holder = up;
            let roles =
                std::iter::successors(Some(up), |at| (*at > 0).then(|| tree.nodes[*at].parent as usize)).take(2);
            let titled = roles.into_iter().any(|at| tree.nodes[at].role == Role::Title);
            let heading = matches!(tree.nodes[up].tag, Tag::Heading(_));
            lines.push(Line { words: String::new(), heading, titled, linked: false });
        }
        if let Some(line) = lines.last_mut() {
            let words = tree.words(at).split_whitespace().collect::<Vec<_>>().join(" ");
            let count = words.chars().count();
            all += count;
            linked += if link { count } else { 0 };
            line.linked = linked * 2 > all;
            if !line.words.is_empty() {
                line.words.push(' ');
            }
            line.words.push_str(&words);
        }
    }
    // 发布日期：, 2016-11-22 and 来源：… often stand in blocks of their own.
    let mut joined: Vec<Line> = Vec::new();
    for line in lines {
        match joined.last_mut() {
            Some(last)
                if !line.heading
                    && !line.linked
                    && !last.linked
                    && !last.heading
                    && !last.titled
                    && !line.titled
                    && (pages().is_publication(&last.words)
                        && (!is_told(&last.words) || pages().is_publication(&line.words))
                        || pages().is_publication(&line.words) && has_day(&last.words))
                    && last.words.chars().count() + line.words.chars().count() < LINE =>
            {
                last.words.push(' ');
                last.words.push_str(&line.words);
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn is_publication(words: &str) -> bool {
    pages().is_publication(words) && (has_day(words) || words.contains("来源"))
}

/// 发布日期：2016-11-22, but not 发布日期： or 2016-11-22 来源：, whose words stand in the next block.
fn is_told(words: &str) -> bool {
    is_publication(words) && !words.trim_end().ends_with(['：', ':'])
}

/// True of a day, and the time of the day, that stand alone or behind who says it: 云岭发布 2024-03-22 18:30. The clock of a
/// page says 今天 or 星期.
fn is_day(words: &str) -> bool {
    let sign =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '/' | '.' | ':' | '年' | '月' | '日');
    let who = words.trim_end_matches(sign);
    has_day(&words[who.len()..])
        && who.chars().count() <= WHO
        && !who.contains(['，', '。'])
        && !pages().is_clock(words)
}

/// 2016-11-22, 2021/6/9, 2021年6月9日
fn has_day(words: &str) -> bool {
    words.char_indices().any(|(at, c)| {
        let tail = &words[at..];
        let year = tail.bytes().take_while(u8::is_ascii_digit).count();
        c.is_ascii_digit()
            && year == 4
            && ["-", "/", ".", "年"].iter().any(|sign| {
                tail[4..].strip_prefix(sign).is_some_and(|month| month.starts_with(|c: char| c.is_ascii_digit()))
            })
    })
}

fn from_head(tree: &Tree, opening: &str) -> Option<String> {
    let head = &tree.head;
    let day = head.day.split_whitespace().next().filter(|day| has_day(day) && !opening.contains(*day))?;
    let source = Some(head.source.as_str()).filter(|s| !s.is_empty()).map(|s| format!(" 来源：{s}"));
    Some(format!("发布日期：{day}{}", source.unwrap_or_default()))
}

fn title(tree: &Tree, above: &[Line]) -> Option<String> {
    let fits = |words: &str| (4..=TITLE).contains(&words.chars().count());
    let head = &tree.head;
    let article_title = head.article_title.split_whitespace().collect::<Vec<_>>().join(" ");
    let page_title = head.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = |words: &str| !page_title.is_empty() && tight(&page_title).contains(&tight(words));
    let headings = || above.iter().rev().filter(|line| line.heading && !line.linked && fits(&line.words));
    let publication = above.iter().rposition(|line| is_publication(&line.words));
    let over =
        publication.and_then(|at| above[..at].iter().rev().take(2).find(|line| !line.linked && fits(&line.words)));
    Some(article_title)
        .filter(|words| fits(words))
        .or_else(|| headings().find(|line| known(&line.words)).map(|line| line.words.clone()))
        .or_else(|| headings().next().map(|line| line.words.clone()))
        .or_else(|| {
            above
                .iter()
                .rev()
                .find(|line| line.titled && !line.linked && fits(&line.words))
                .map(|line| line.words.clone())
        })
        .or_else(|| over.map(|line| line.words.clone()))
        .or_else(|| Some(without_site(&page_title)).filter(|words| fits(words)))
}

/// The title of a page before the name of its site: `公报_云岭县人民政府`.
fn without_site(title: &str) -> String {
    let parts = title.split(['_', '|', '-', '—', '–']).map(str::trim);
    let first = parts.into_iter().find(|part| part.chars().count() >= 4);
    first.unwrap_or(title).to_owned()
}

/// Without white space, to compare what pages set differently.
fn tight(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}
