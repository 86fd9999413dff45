//! The entries of a ZIP file, unpacked one at a time and never beyond the limits, whatever the file says of itself.

use encoding_rs::Encoding;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::encoding;
use crate::error::Kind;
use crate::limits;

/// One file in a ZIP file.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) path: String,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
}

/// A ZIP file whose directory has been read.
#[derive(Debug)]
pub(super) struct Zip<T: AsRef<[u8]>> {
    archive: ZipSliceArchive<T>,
    pub(super) items: Vec<Item>,
}

/// True for what begins as a ZIP file does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<T: AsRef<[u8]>> Zip<T> {
    pub(super) fn open(bytes: T) -> Result<Self, Kind> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Kind::Damaged("ZIP"))?;
        let (mut items, mut names) = (Vec::new(), Vec::new());
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| Kind::Damaged("ZIP"))? {
            if items.len() == limits::ZIP_ENTRIES {
                return Err(Kind::Limit { what: "ZIP 条目 entries", limit: limits::ZIP_ENTRIES });
            }
            if !entry.is_dir() {
                names.push(entry.file_path().as_bytes().to_vec());
                let encrypted = entry.flags().is_encrypted();
                items.push(Item {
                    path: String::new(),
                    place: entry.wayfinder(),
                    method: entry.compression_method(),
                    encrypted,
                });
            }
        }
        // One system packed all of them.
        let foreign: Vec<u8> =
            names.iter().filter(|name| std::str::from_utf8(name).is_err()).flatten().copied().collect();
        let encoding = encoding::of_names(&foreign);
        for (item, bytes) in items.iter_mut().zip(names) {
            item.path = name(bytes, encoding);
        }
        Ok(Zip { archive, items })
    }

    pub(super) fn find(&self, path: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.path == path)
    }

    /// The bytes of a file, at most `most` of them, and no more than its packed size allows.
    pub(super) fn unpack(&self, item: &Item, most: usize) -> Result<Vec<u8>, Kind> {
        if item.encrypted {
            return Err(Kind::Protected);
        }
        let entry = self.archive.get_entry(item.place).map_err(|_| Kind::Damaged("ZIP"))?;
        let packed = entry.data();
        let ratio = packed.len().saturating_mul(limits::ZIP_RATIO);
        let over = |limit: usize| {
            if limit < most {
                Kind::Limit { what: "ZIP 压缩比 ratio", limit: limits::ZIP_RATIO }
            } else {
                Kind::Limit { what: "ZIP 解压后字节 unpacked bytes", limit: most }
            }
        };
        let limit = ratio.min(most);
        let bytes = match item.method {
            CompressionMethod::STORE if packed.len() <= most => packed.to_vec(),
            CompressionMethod::STORE => return Err(over(most)),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(packed, limit).map_err(|error| match error.status {
                    TINFLStatus::HasMoreOutput => over(limit),
                    _ => Kind::Damaged("ZIP"),
                })?
            }
            _ => return Err(Kind::Binary("以少见方法压缩的 ZIP 条目")),
        };
        // Some packers leave the checksum out, as zero. A wrong one: a digit may be another.
        let said = entry.claim_verifier().crc;
        if said != 0 && said != rawzip::crc32(&bytes) { Err(Kind::Damaged("ZIP")) } else { Ok(bytes) }
    }
}

/// Names are UTF-8, or what the packer's system used.
fn name(bytes: Vec<u8>, encoding: &'static Encoding) -> String {
    let name = String::from_utf8(bytes)
        .unwrap_or_else(|error| encoding.decode_without_bom_handling(error.as_bytes()).0.into_owned());
    name.replace('\\', "/").trim_start_matches('/').to_owned()
}
