//! A page saved by a browser with its pictures (`.mht`), or a letter (`.eml`): of its parts the first page is read, else the
//! first that is text.

use super::encoding;
use super::{Document, page as read_page};
use crate::error::Kind;
use crate::lexicon::pages::pages;
use crate::report::Format;

/// Parts within parts that are followed.
const DEPTH: usize = 16;
/// Pages of a letter that are looked at, where the first has no words.
const PAGES: usize = 20;

/// What a letter says; none when no part is a page or text.
pub(super) fn page(bytes: &[u8]) -> Option<Result<Document, Kind>> {
    let mut pages = Vec::new();
    find(bytes, "text/html", DEPTH, &mut pages);
    if pages.is_empty() {
        let mut texts = Vec::new();
        find(bytes, "text/plain", DEPTH, &mut texts);
        return Some(titled(bytes, read(texts.first()?, false)));
    }
    let mut pages = pages.iter().map(|part| read(part, true));
    let first = pages.next()?;
    // A page of frames has its words in another: the longest, not the one that leads through them.
    let document = match first {
        Ok(document) if document.text.trim().is_empty() => {
            Ok(pages.flatten().max_by_key(|page| page.text.len()).unwrap_or(document))
        }
        first => first,
    };
    Some(titled(bytes, document))
}

/// The words of a part.
fn read(part: &Part<'_>, is_page: bool) -> Result<Document, Kind> {
    let content = match part.transfer.as_str() {
        "quoted-printable" => quoted_printable(part.content),
        "base64" => base64(part.content),
        _ => part.content.to_vec(),
    };
    // The letter's word counts where the page itself has none.
    let said = encoding::named(part.charset.as_bytes());
    let decoded = match said.filter(|_| std::str::from_utf8(&content).is_err()) {
        Some(said) => encoding::decode_as(&content, said).or_else(|_| encoding::decode(&content)),
        None => encoding::decode(&content),
    };
    decoded.map(|decoded| if is_page { read_page(decoded) } else { decoded.document(Format::Text) })
}

/// The document with the title of its letter.
fn titled(bytes: &[u8], document: Result<Document, Kind>) -> Result<Document, Kind> {
    let mut document = document?;
    // What is sent to somebody has its title in the head; a page saved as a letter has its own.
    let head = split_head(bytes).map(|(head, _)| head).unwrap_or_default();
    if let Some(subject) = field(&head, "to").and(field(&head, "subject")).map(|words| subject(&words))
        && !subject.is_empty()
        && !document.text.starts_with("# ")
        && !document.text.lines().take(3).any(|line| line.trim() == subject)
    {
        document.text.insert_str(0, &format!("# {subject}\n"));
    }
    Ok(document)
}

/// The words of a subject: =?GB2312?B?yKvP2A==?= spells them out; 回复： and Fwd: say nothing of them.
fn subject(words: &str) -> String {
    let mut told = String::new();
    let mut rest = words;
    while let Some((before, coded)) = rest.split_once("=?") {
        let Some((word, behind)) = encoded(coded) else {
            told.push_str(before);
            told.push_str("=?");
            rest = coded;
            continue;
        };
        // Blanks between two such words are none of the subject's.
        told.push_str(if before.trim().is_empty() { "" } else { before });
        told.push_str(&word);
        rest = behind;
    }
    told.push_str(rest);
    let mut told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(rest) = pages().without_answer(&told) {
        told = rest.trim_start().to_owned();
    }
    told
}

/// `GB2312?B?yKvP2A==?=…`: the word, and what stands behind it.
fn encoded(text: &str) -> Option<(String, &str)> {
    let (charset, rest) = text.split_once('?')?;
    let (way, rest) = rest.split_once('?')?;
    let (word, behind) = rest.split_once("?=")?;
    let bytes = match way {
        "B" | "b" => base64(word.as_bytes()),
        "Q" | "q" => quoted_printable(word.replace('_', " ").as_bytes()),
        _ => return None,
    };
    let encoding = encoding::named(charset.as_bytes())?;
    Some((encoding.decode_without_bom_handling(&bytes).0.into_owned(), behind))
}

struct Part<'a> {
    transfer: String,
    charset: String,
    content: &'a [u8],
}

/// The parts of a kind, in order.
fn find<'a>(bytes: &'a [u8], wanted: &str, depth: usize, found: &mut Vec<Part<'a>>) {
    let Some((head, content)) = split_head(bytes) else { return };
    let Some(kind) = field(&head, "content-type") else { return };
    let parameter = |key: &str| {
        let at = kind.to_ascii_lowercase().find(key)? + key.len();
        let value = kind[at..].trim_start_matches(['=', '"', ' ']);
        Some(value.split(['"', ';', ' ']).next().unwrap_or_default().to_owned())
    };
    if kind.to_ascii_lowercase().starts_with("multipart/") {
        let (Some(boundary), Some(next)) = (parameter("boundary").filter(|b| !b.is_empty()), depth.checked_sub(1))
        else {
            return;
        };
        for piece in pieces(content, format!("--{boundary}").as_bytes()) {
            find(piece, wanted, next, found);
        }
    } else if found.len() < PAGES && kind.to_ascii_lowercase().starts_with(wanted) {
        found.push(Part {
            transfer: field(&head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase(),
            charset: parameter("charset").unwrap_or_default(),
            content,
        });
    }
}

/// The header lines with what they are continued by, and what follows the empty line.
fn split_head(bytes: &[u8]) -> Option<(String, &[u8])> {
    let at = |sign: &[u8]| bytes.windows(sign.len()).position(|w| w == sign).map(|at| (at, at + sign.len()));
    let (end, start) = match (at(b"\r\n\r\n"), at(b"\n\n")) {
        (Some(a), Some(b)) => a.min(b),
        (a, b) => a.or(b)?,
    };
    let head = String::from_utf8_lossy(&bytes[..end]).replace("\r\n", "\n");
    Some((head.replace("\n\t", " ").replace("\n ", " "), &bytes[start..]))
}

fn field(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// What stands between the lines of the boundary.
fn pieces<'a>(content: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut found = Vec::new();
    let (mut at, mut from) = (0, None);
    for line in content.split_inclusive(|b| *b == b'\n') {
        if line.starts_with(boundary) {
            if let Some(from) = from {
                found.push(&content[from..at]);
            }
            from = Some(at + line.len());
        }
        at += line.len();
    }
    // A letter cut off has no last boundary.
    found.extend(from.filter(|from| *from < content.len()).map(|from| &content[from..]));
    found
}

fn quoted_printable(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let hex = |b: u8| char::from(b).to_digit(16);
    let mut at = 0;
    while at < content.len() {
        match &content[at..] {
            [b'=', b'\r', b'\n', ..] => at += 3,
            [b'=', b'\n', ..] => at += 2,
            [b'=', a, b, ..] if hex(*a).is_some() && hex(*b).is_some() => {
                out.push((hex(*a).unwrap_or(0) * 16 + hex(*b).unwrap_or(0)) as u8);
                at += 3;
            }
            rest => {
                out.push(rest[0]);
                at += 1;
            }
        }
    }
    out
}

pub(super) fn base64(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in content {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xff) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_letter_is_read() {
        for (transfer, body) in [
            ("quoted-printable", "<html><body><p>=C8=AB=CF=D8=D4=F6=\r\n=B3=A47%=A1=A3</p></body></html>"),
            ("base64", "PGh0bWw+PGJvZHk+PHA+yKvP2NT2\r\ns6Q3JaGjPC9wPjwvYm9keT48L2h0bWw+"),
        ] {
            let letter = format!(
                "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b\"\r\n\r\n\r\n------b\r\nContent-Type: image/png\r\n\r\nx\r\n------b\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n------b--\r\n"
            );
            let document = page(letter.as_bytes()).unwrap().unwrap();
            assert_eq!((document.text.as_str(), document.format), ("全县增长7%。\n", Format::Html), "{transfer}");
            assert_eq!(document.encoding.as_deref(), Some("gb18030"));
        }
        let letter = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n5YWo5Y6/5aKe6ZW/NyXjgIIK\n--b--\n";
        let document = page(letter.as_bytes()).unwrap().unwrap();
        assert_eq!((document.text.as_str(), document.format), ("全县增长7%。\n", Format::Text));
        let frames = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html><frameset><frame src=a></frameset></html>\n--b\nContent-Type: text/html\n\n<p>首页</p>\n--b\nContent-Type: text/html\n\n<p>全县增长7%。</p>\n--b--\n";
        assert_eq!(page(frames.as_bytes()).unwrap().unwrap().text, "全县增长7%。\n");
        assert!(page(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n").is_none());
    }

    #[test]
    fn the_subject_of_a_letter_is_its_title() {
        let read = |subject: &str, to: &str| {
            let letter = format!(
                "{to}MIME-Version: 1.0\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n5YWo5Y6/5aKe6ZW/NyXjgIIK"
            );
            page(letter.as_bytes()).unwrap().unwrap().text
        };
        let to = "To: a@example.cn\n";
        assert_eq!(
            read("=?GB2312?B?yKvP2A==?=\n =?utf-8?Q?=E6=8A=A5=E5=91=8A?= 2023", to),
            "# 全县报告 2023\n全县增长7%。\n"
        );
        assert_eq!(read("Re: 回复：云岭县公报", to), "# 云岭县公报\n全县增长7%。\n");
        assert_eq!(read("云岭县公报", ""), "全县增长7%。\n");
        assert_eq!(read("=?x?B?1?= =?", to), "# =?x?B?1?= =?\n全县增长7%。\n");
    }
}
