//! The one error type: what went wrong, in which file, at which stage, and what to do about it.

use std::fmt;

use crate::Stage;

/// Why a document could not be analysed.
///
/// The kinds are private so that they can grow; programs look at [`Error::code`], people read the message.
///
/// ```
/// let error = jiandu::analyze("", &jiandu::Options::default()).unwrap_err();
/// assert_eq!(error.code(), "empty");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    kind: Kind,
    file: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    Empty,
    Binary(&'static str),
    Encoding { offset: usize },
    TooLarge { bytes: usize, limit: usize },
    Limit { what: &'static str, limit: usize },
    Damaged(&'static str),
    Protected,
    Archive,
    Nested,
    Pdf,
    Scanned,
    Option { name: &'static str, value: String },
    Leeway { value: f64 },
}

impl Error {
    pub(crate) fn new(kind: Kind, file: &str) -> Self {
        Error { kind, file: file.to_owned() }
    }

    /// Stable word for programs: `empty`, `binary`, `encoding`, `too_large`, `limit`, `damaged`, `protected`,
    /// `archive`, `pdf`, `scanned` or `option`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::Empty => "empty",
            Kind::Binary(_) => "binary",
            Kind::Encoding { .. } => "encoding",
            Kind::TooLarge { .. } => "too_large",
            Kind::Limit { .. } => "limit",
            Kind::Damaged(_) => "damaged",
            Kind::Protected => "protected",
            Kind::Archive | Kind::Nested => "archive",
            Kind::Pdf => "pdf",
            Kind::Scanned => "scanned",
            Kind::Option { .. } | Kind::Leeway { .. } => "option",
        }
    }

    /// Stage that could not go on.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self.kind {
            Kind::Option { .. } => Stage::Structure,
            Kind::Leeway { .. } => Stage::Report,
            _ => Stage::Read,
        }
    }

    /// Name of the file, as the caller gave it.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = if self.file.is_empty() { "（未命名 unnamed）" } else { &self.file };
        match &self.kind {
            Kind::Empty => {
                write!(f, "{file}：文件是空的，请换一份有文字的文件。The file is empty: choose one with text.")
            }
            Kind::Binary(what) => write!(
                f,
                "{file}：这是{what}，不是文本；请另存为文本、网页、CSV、Word 或 PDF。This is no document: save it as text, web page, CSV, Word or PDF."
            ),
            Kind::Encoding { offset } => write!(
                f,
                "{file}：从第 {offset} 字节起认不出文字编码；请另存为 UTF-8。Encoding not recognised from byte {offset} on: save the file as UTF-8."
            ),
            Kind::TooLarge { bytes, limit } => write!(
                f,
                "{file}：{bytes} 字节，超过上限 {limit}；请拆成几份。{bytes} bytes, over the limit of {limit}: split the file."
            ),
            Kind::Limit { what, limit } => write!(
                f,
                "{file}：{what} 超过上限 {limit}；请拆成几份。Over the limit of {limit} {what}: split the file."
            ),
            Kind::Damaged(what) => write!(
                f,
                "{file}：{what} 文件损坏，读不出来；请重新下载或另存一份。The {what} file is damaged: download or save it again."
            ),
            Kind::Protected => {
                write!(f, "{file}：文件有密码；请去掉密码后再读。The file has a password: remove it first.")
            }
            Kind::Nested => write!(
                f,
                "{file}：压缩包只拆两层，这是更里面的一层；请先把它单独解压。Archives are opened two deep, and this one lies deeper: unpack it first."
            ),
            Kind::Archive => write!(
                f,
                "{file}：这是压缩包；请解压，或用命令行、网页直接读入。This is an archive: unpack it, or give it to the page or the command line."
            ),
            Kind::Pdf => write!(
                f,
                "{file}：PDF 要先取出各页文字；请用命令行、网页或 analyze()。The words of a PDF must be found first: use the page, the command line or analyze()."
            ),
            Kind::Scanned => write!(
                f,
                "{file}：PDF 里只有图片，没有文字（扫描件）；请先用文字识别（OCR）软件转成文字。The PDF holds pictures without text (a scan): recognise its text first (OCR)."
            ),
            Kind::Option { name: "kind", value } => write!(
                f,
                "{file}：选项 kind 的值“{value}”无效；可用 work_report、communique、plan、interview、roundup、meeting_news、budget、other。Option kind cannot be “{value}”: it is one of those."
            ),
            Kind::Option { name, value } => write!(
                f,
                "{file}：选项 {name} 的值“{value}”无效；日期写作 2020-04-29。Option {name} cannot be “{value}”: write a day as 2020-04-29."
            ),
            Kind::Leeway { value } => write!(
                f,
                "选项 leeway 的值“{value}”无效；应是 0 或正数。Option leeway cannot be “{value}”: give 0 or more."
            ),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_file_place_and_remedy() {
        let error = Error::new(Kind::Encoding { offset: 17 }, "报告.txt");
        assert_eq!(
            error.to_string(),
            "报告.txt：从第 17 字节起认不出文字编码；请另存为 UTF-8。Encoding not recognised from byte 17 on: save the file as UTF-8."
        );
        assert_eq!((error.code(), error.stage(), error.file()), ("encoding", Stage::Read, "报告.txt"));
        assert!(Error::new(Kind::Empty, "").to_string().starts_with("（未命名 unnamed）：文件是空的"));
    }
}
