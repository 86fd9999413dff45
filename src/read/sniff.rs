//! Tells files apart by their content.

/// Signatures of the files that people drop by mistake, with their name in the message.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG", "图片 PNG"),
    (b"\xff\xd8\xff", "图片 JPEG"),
    (b"GIF8", "图片 GIF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "压缩包或 Office 文件 ZIP/DOCX/XLSX"),
    (b"\xd0\xcf\x11\xe0", "Word 97–2003 或 WPS 文件"),
    (b"{\\rtf", "RTF"),
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
    let named = name
        .rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"));
    named
        || text.lines().take(200).any(|line| {
            line.starts_with("# ")
                || line.starts_with("## ")
                || line.starts_with("| ")
                || line.starts_with("**")
                || line.starts_with("![")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_content() {
        assert_eq!(binary(b"%PDF-1.7"), Some("PDF"));
        assert_eq!(binary("全县".as_bytes()), None);
        assert!(markdown("a.MD", "x") && markdown("", "x\n## 一、综合") && !markdown("a.txt", "一、综合"));
    }
}
