//! Any bytes as a ZIP file: each entry unpacked within the limits or named in an error.
#![no_main]

use jiandu::read::Archive;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(Some(archive)) = Archive::open(bytes, "年报.zip") {
        for entry in archive.flatten() {
            assert!(entry.bytes.len() <= 64 << 20);
        }
    }
});
