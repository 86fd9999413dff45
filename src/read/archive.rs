//! The files of a ZIP archive: each a document of its own, with its path as name; archives within it are opened once.

use std::sync::Arc;

use super::zip::{Zip, is_zip};
use crate::error::{Error, Kind};
use crate::limits;

/// One file of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Path in the archive: `2023/报告.docx`, `县区.zip/报告.docx` for one in an archive within it.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Walks the files of an archive.
///
/// ```
/// # let bytes: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
/// if let Some(archive) = jiandu::read::Archive::open(bytes, "年报.zip")? {
///     for entry in archive {
///         match entry {
///             Ok(entry) => println!("{} {}", entry.path, entry.bytes.len()),
///             Err(error) => println!("{error}"),
///         }
///     }
/// }
/// # Ok::<(), jiandu::Error>(())
/// ```
#[derive(Debug)]
pub struct Archive {
    /// Its name, which errors tell before that of a file in it.
    name: String,
    levels: Vec<Level>,
    /// Bytes that may still be unpacked.
    left: usize,
}

#[derive(Debug)]
struct Level {
    zip: Zip<Arc<[u8]>>,
    /// Path before the names: `县区.zip/`.
    prefix: String,
    next: usize,
}

impl Archive {
    /// Opens an archive of files; none for what is no ZIP file or is one document (a `.docx` is a ZIP file too).
    ///
    /// # Errors
    /// When the archive is damaged or has too many entries.
    pub fn open(bytes: &[u8], name: &str) -> Result<Option<Archive>, Error> {
        if !is_zip(bytes) {
            return Ok(None);
        }
        let zip = Zip::open(Arc::from(bytes)).map_err(|kind| Error::new(kind, name))?;
        if is_document(&zip) {
            return Ok(None);
        }
        let levels = vec![Level { zip, prefix: String::new(), next: 0 }];
        Ok(Some(Archive { name: name.to_owned(), levels, left: limits::ZIP_BYTES }))
    }
}

/// True for a package of one document: Word, Excel, `OpenDocument`.
pub(super) fn is_document<T: AsRef<[u8]>>(zip: &Zip<T>) -> bool {
    ["[Content_Types].xml", "mimetype", "OFD.xml", "word/document.xml"].iter().any(|path| zip.find(path).is_some())
}

impl Iterator for Archive {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let depth = self.levels.len();
            let level = self.levels.last_mut()?;
            let Some(item) = level.zip.items.get(level.next).cloned() else {
                self.levels.pop();
                continue;
            };
            level.next += 1;
            if is_litter(&item.path) {
                continue;
            }
            let path = format!("{}{}", level.prefix, item.path);
            let bytes = match level.zip.unpack(&item, self.left.min(limits::FILE_BYTES + 1)) {
                Ok(bytes) => bytes,
                Err(kind) => {
                    let before = if self.name.is_empty() { "" } else { "/" };
                    return Some(Err(Error::new(kind, &format!("{}{before}{path}", self.name))));
                }
            };
            self.left -= bytes.len();
            if is_zip(&bytes)
                && let Ok(zip) = Zip::open(Arc::from(bytes.as_slice()))
                && !is_document(&zip)
            {
                if depth > 1 {
                    let before = if self.name.is_empty() { "" } else { "/" };
                    return Some(Err(Error::new(Kind::Nested, &format!("{}{before}{path}", self.name))));
                }
                self.levels.push(Level { zip, prefix: format!("{path}/"), next: 0 });
                continue;
            }
            return Some(Ok(Entry { path, bytes }));
        }
    }
}

/// What systems leave in archives unseen.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("__MACOSX/") || name.starts_with(['.', '~']) || matches!(name, "Thumbs.db" | "desktop.ini" | "")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ZIP file of these entries, as they are.
    fn stored<T: AsRef<[u8]>>(entries: &[(T, &[u8])]) -> Vec<u8> {
        checked(entries, |_| 0)
    }

    fn checked<T: AsRef<[u8]>>(entries: &[(T, &[u8])], checksum: fn(&[u8]) -> u32) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in entries {
            let name = name.as_ref();
            let at = (out.len() as u32).to_le_bytes();
            let mut fields = vec![20, 0, 0, 8, 0, 0, 0, 0, 0, 0];
            fields.extend(checksum(content).to_le_bytes());
            fields.extend((content.len() as u32).to_le_bytes());
            fields.extend((content.len() as u32).to_le_bytes());
            fields.extend((name.len() as u32).to_le_bytes());
            out.extend([b"PK\x03\x04", fields.as_slice(), name, content].concat());
            directory.extend([b"PK\x01\x02\x14\0", fields.as_slice(), &[0; 10], &at, name].concat());
        }
        let (count, from) = ((entries.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes());
        let len = (directory.len() as u32).to_le_bytes();
        [out, directory, [b"PK\x05\x06\0\0\0\0", &count[..], &count, &len, &from, &[0, 0]].concat()].concat()
    }

    #[test]
    fn names_are_read_in_the_encoding_of_their_system() {
        let paths = |zip: &[u8]| -> Vec<String> {
            Archive::open(zip, "").unwrap().unwrap().map(|entry| entry.unwrap().path).collect()
        };
        for (encoding, name) in [
            (encoding_rs::UTF_8, "年报/云岭县2023年公报.txt"),
            (encoding_rs::GB18030, "年报/云岭县2023年公报.txt"),
            (encoding_rs::GB18030, "說明.txt"),
            (encoding_rs::BIG5, "年報/縣政府工作報告.txt"),
        ] {
            assert_eq!(paths(&stored(&[(encoding.encode(name).0, b"1")])), [name]);
        }
    }

    #[test]
    fn what_may_still_be_unpacked_shrinks_by_what_came_out() {
        let zip = stored(&[("甲.txt", b"123456"), ("乙.txt", b"123456"), ("丙.txt", b"1234")]);
        let mut archive = Archive::open(&zip, "").unwrap().unwrap();
        assert_eq!(archive.left, limits::ZIP_BYTES);
        archive.left = 10;
        let found: Vec<Result<usize, String>> =
            archive.map(|entry| entry.map(|e| e.bytes.len()).map_err(|e| e.code().to_owned())).collect();
        assert_eq!(found, [Ok(6), Err("limit".to_owned()), Ok(4)]);
    }

    #[test]
    fn an_archive_that_lies_too_deep_is_said_to() {
        let deepest = stored(&[("甲.txt", b"12.5".as_slice())]);
        let inner = stored(&[("深.zip", deepest.as_slice()), ("乙.txt", b"36.2")]);
        let zip = stored(&[("内.zip", inner.as_slice())]);
        let told: Vec<String> = Archive::open(&zip, "年报.zip")
            .unwrap()
            .unwrap()
            .map(|entry| entry.map_or_else(|error| error.to_string(), |entry| entry.path))
            .collect();
        assert!(told[0].starts_with("年报.zip/内.zip/深.zip：压缩包只拆两层"), "{told:?}");
        assert_eq!(told[1..], ["内.zip/乙.txt"]);
    }

    #[test]
    fn a_file_that_is_not_what_was_packed_is_named_with_its_archive() {
        let inner = checked(&[("甲.txt", b"12.5")], rawzip::crc32);
        let entries = [("丙.txt", b"36.2".as_slice()), ("内.zip", &inner), ("乙.txt", b"7.1")];
        let mut zip = checked(&entries, rawzip::crc32);
        let told = |zip: &[u8]| -> Vec<String> {
            let archive = Archive::open(zip, "年报.zip").unwrap().unwrap();
            archive.map(|entry| entry.map_or_else(|error| error.to_string(), |entry| entry.path)).collect()
        };
        assert_eq!(told(&zip), ["丙.txt", "内.zip/甲.txt", "乙.txt"]);
        // A digit of the first file is another.
        let at = zip.windows(4).position(|bytes| bytes == b"36.2").unwrap();
        zip[at] = b'8';
        assert!(told(&zip)[0].starts_with("年报.zip/丙.txt：ZIP 文件损坏"));
        assert_eq!(told(&zip)[1..], ["内.zip/甲.txt", "乙.txt"]);
    }
}
