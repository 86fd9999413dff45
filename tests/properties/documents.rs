//! The same holds of whole documents: our own, and the real ones where they are at hand.

use std::fs;
use std::path::{Path, PathBuf};

use jiandu::{Options, analyze};

use crate::digits::accounted_for;
use crate::soundness::sound;

fn documents(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt" || extension == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

/// Faults of the documents in a folder, with the file's name.
fn faults(folder: &Path) -> (usize, Vec<String>) {
    let files = documents(folder);
    let faults = files
        .iter()
        .filter_map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
            let bytes = fs::read(path).expect("the file was listed");
            let fault = match analyze(bytes.as_slice(), &Options { name: name.clone(), ..Options::default() }) {
                Err(error) => error.to_string(),
                Ok(report) => {
                    let text = report.document.text.clone();
                    match sound(&text, &report).and_then(|()| accounted_for(&report)) {
                        Ok(()) => return None,
                        Err(fault) => fault,
                    }
                }
            };
            Some(format!("{}: {fault}", name.unwrap_or_default()))
        })
        .collect();
    (files.len(), faults)
}

#[test]
fn reports_on_our_own_documents_are_sound() {
    let (count, faults) = faults(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents"));
    assert!(count >= 4, "only {count} documents of our own");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn reports_on_real_documents_are_sound() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let mut all = Vec::new();
    for folder in ["documents", "corpus/reports"] {
        let (count, faults) = faults(&shared.join(folder));
        if count == 0 {
            eprintln!("no real documents in {}: this part is left out", shared.join(folder).display());
        }
        all.extend(faults);
    }
    assert!(all.is_empty(), "{} documents:\n{}", all.len(), all.join("\n"));
}
