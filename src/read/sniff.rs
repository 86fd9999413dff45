//! Tells files apart by their content.

use super::zip::Zip;

/// Signatures of the files that people drop by mistake, with their name in the message.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG", "图片 PNG"),
    (b"\xff\xd8\xff", "图片 JPEG"),
    (b"GIF8", "图片 GIF"),
    (b"\x1f\x8b", "压缩包 GZIP"),
    (b"Rar!", "压缩包 RAR"),
    (b"7z\xbc\xaf", "压缩包 7Z"),
    (b"\0asm", "WebAssembly"),
];

/// What the bytes are when their signature says that they are no text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, what)| *what)
}

/// Markdown by name or by its marks: a heading, a table row, bold or an image at the start of a line.
pub(super) fn markdown(name: &str, text: &str) -> bool {
    named_markdown(name)
        || text.lines().take(200).any(|line| {
            line.starts_with("# ")
                || line.starts_with("## ")
                || line.starts_with("| ")
                || line.starts_with("**")
                || line.starts_with("![")
        })
}

/// A PDF, which may begin with bytes of a mail or a web server.
pub(super) fn pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1_024)].windows(5).any(|w| w == b"%PDF-")
}

/// What a package of one document is that is no Word file.
pub(super) fn package<T: AsRef<[u8]>>(zip: &Zip<T>) -> Option<&'static str> {
    let has = |start: &str| zip.items.iter().any(|item| item.path.starts_with(start));
    if has("xl/") {
        Some("电子表格 XLSX")
    } else if has("ppt/") {
        Some("演示文稿 PPTX")
    } else if has("mimetype") {
        Some("OpenDocument 文件 ODF")
    } else if has("OFD.xml") {
        Some("版式文件 OFD")
    } else {
        has("[Content_Types].xml").then_some("Office 文件")
    }
}

/// What a document of XML is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Xml {
    /// All parts of a Word file in one, or a document of Word 2003.
    Word,
    /// A sheet of Excel 2003.
    Sheet,
}

/// Tells what office wrote a document of XML, by its first element.
pub(super) fn xml(text: &str) -> Option<Xml> {
    let mut head = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !head.starts_with("<?xml") {
        return None;
    }
    while head.starts_with("<?") || head.starts_with("<!--") {
        head = head.split_once('>')?.1.trim_start();
    }
    let name = head.strip_prefix('<')?.split(|c: char| c.is_whitespace() || c == '>').next()?;
    match name.rsplit_once(':').map_or(name, |(_, name)| name) {
        "wordDocument" => Some(Xml::Word),
        "package" if head.get(..head.len().min(4_000)).is_none_or(|start| start.contains("/word/")) => Some(Xml::Word),
        "Workbook" => Some(Xml::Sheet),
        _ => None,
    }
}

/// A page saved by a browser with its pictures, as a letter of many parts; a letter.
pub(super) fn mht(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(4_096)].to_ascii_lowercase();
    let has = |word: &[u8]| head.windows(word.len()).any(|w| w == word);
    !head.trim_ascii_start().starts_with(b"<")
        && (has(b"mime-version:") || head.starts_with(b"from:") || head.starts_with(b"received:") || has(b"\nsubject:"))
        && has(b"content-type:")
        && (has(b"multipart/") || has(b"text/html") || has(b"content-transfer-encoding:") && has(b"text/plain"))
}

/// A page by its first tags. Pages without a head begin with any tag and are full of them; Markdown with tables of HTML
/// in it begins with words.
#[inline(never)]
pub(super) fn html(name: &str, text: &str) -> bool {
    let mut head = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    while let Some(inner) = head.strip_prefix("<!--").or_else(|| head.strip_prefix("<?")) {
        let Some(end) = inner.find('>') else { return false };
        head = inner[end + 1..].trim_start();
    }
    let end = head.char_indices().take_while(|(at, _)| *at < 4_096).last().map_or(0, |(at, c)| at + c.len_utf8());
    let head = head[..end].to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"].iter().any(|tag| head.starts_with(tag)) {
        return true;
    }
    let blocks =
        ["<div", "<p", "<table", "<center", "<span", "<font", "<h1", "<h2", "<script", "<style", "<link", "<ul"];
    let page = blocks
        .iter()
        .any(|tag| head.strip_prefix(tag).is_some_and(|rest| rest.starts_with([' ', '>', '\n', '\r', '\t'])));
    let tags: usize =
        ["</p>", "</div>", "</td>", "</li>", "</table>", "<br"].iter().map(|t| head.matches(t).count()).sum();
    page && tags >= 2 && tags * 400 >= head.len() && !markdown_lines(name, &head)
}

/// A heading or row of Markdown among the tags.
fn markdown_lines(name: &str, text: &str) -> bool {
    named_markdown(name)
        && text.lines().any(|line| line.starts_with("# ") || line.starts_with("## ") || line.starts_with("| "))
}

fn named_markdown(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_content() {
        assert_eq!(binary(b"\x1f\x8b\x08"), Some("压缩包 GZIP"));
        assert_eq!(binary("全县".as_bytes()), None);
        assert!(html("", "<p class=a>全县</p>\n<p>增长7%</p>") && html("", "\u{feff}<!-- a --><html>"));
        assert!(
            !html("", "<script>alert(1)</script>县<script></script>")
                && !html("a.md", "<table><tr><td>1</td></tr></table>\n## 二")
        );
        assert!(mht(b"From: a@b.cn\nSubject: x\nContent-Type: text/html\n\n<p>"));
        assert!(!mht("在 Content-Type: text/html 一行".as_bytes()));
        let office = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>\n";
        assert_eq!(xml(&format!("{office}<w:wordDocument xmlns:w=\"a\">")), Some(Xml::Word));
        assert_eq!(xml(&format!("{office}<pkg:package><pkg:part pkg:name=\"/word/document.xml\">")), Some(Xml::Word));
        assert_eq!(xml("<?xml version=\"1.0\"?><Workbook>"), Some(Xml::Sheet));
        assert_eq!(xml("<?xml version=\"1.0\"?><html>"), None);
        assert!(markdown("a.MD", "x") && markdown("", "x\n## 一、综合") && !markdown("a.txt", "一、综合"));
    }
}
