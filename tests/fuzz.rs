//! 3,000 damaged files of fixed seeds, each analysed: none stops the program, none takes more memory than its size
//! allows or more time than a small file may.
//!
//! Bytes are flipped, files cut and spliced, parts of packed files damaged within the package; bombs are built by hand.
//! Longer runs are for `tests/fuzz/` (cargo-fuzz, nightly).

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use jiandu::read::{Archive, Pages};
use jiandu::{Options, analyze};
use miniz_oxide::deflate::compress_to_vec;
use peak_alloc::PeakAlloc;

#[global_allocator]
static PEAK: PeakAlloc = PeakAlloc;

const FILES: u64 = 3_000;
/// What a file under 1 MB may take, and how many times as long as a plain text of a fifth of that on a busy machine.
const TIME: Duration = Duration::from_secs(2);
const TIMES: u32 = 40;

/// xorshift64*: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }
}

fn originals() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/files");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    let mut files: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    let packed: Vec<(&str, &[u8])> = files.iter().take(4).map(|file| ("报告.txt", file.as_slice())).collect();
    let archive = zip(&packed);
    files.push(archive);
    files
}

/// A ZIP file of these files.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let packed = compress_to_vec(content, 6);
        let at = out.len() as u32;
        let mut fields = Vec::new();
        fields.extend(20_u16.to_le_bytes());
        fields.extend(0x0800_u16.to_le_bytes());
        fields.extend(8_u16.to_le_bytes());
        fields.extend([0; 4]);
        fields.extend(0_u32.to_le_bytes());
        fields.extend((packed.len() as u32).to_le_bytes());
        fields.extend((content.len() as u32).to_le_bytes());
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let at = out.len() as u32;
    let (count, len) = (entries.len() as u16, directory.len() as u32);
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(len.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn word_file(document: &[u8]) -> Vec<u8> {
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document)])
}

/// The text of the document's part, to be damaged inside its package.
fn document_part() -> Vec<u8> {
    let paragraph = "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>全县产值463.3亿元，增长7.9%。</w:t></w:r></w:p>";
    let cell =
        "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>12.5</w:t></w:r></w:p></w:tc>";
    format!("<?xml version=\"1.0\"?><w:document><w:body>{paragraph}<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>{paragraph}</w:body></w:document>").into_bytes()
}

fn damage(random: &mut Random, originals: &[Vec<u8>]) -> Vec<u8> {
    let mut file = originals[random.next(originals.len())].clone();
    match random.next(5) {
        0 => (0..=random.next(40)).for_each(|_| {
            let at = random.next(file.len());
            file[at] ^= 1 << random.next(8);
        }),
        1 => file.truncate(random.next(file.len())),
        2 => {
            let other = &originals[random.next(originals.len())];
            let (from, at) = (random.next(other.len()), random.next(file.len()));
            let len = random.next(other.len() - from);
            file.splice(at..at, other[from..from + len].iter().copied());
        }
        3 => {
            let at = random.next(file.len());
            let byte = random.next(256) as u8;
            let len = random.next(400).min(file.len() - at);
            file[at..at + len].fill(byte);
        }
        _ => {
            let mut part = document_part();
            for _ in 0..=random.next(12) {
                let at = random.next(part.len());
                part[at] = b"<>/&;\"= w\xe5\x00"[random.next(11)];
            }
            file = word_file(&part);
        }
    }
    file
}

/// Reads or analyses a file; what comes out is a report or an error, and memory stays within its measure.
fn survive(file: &[u8], whole: bool, seed: u64) {
    PEAK.reset_peak_usage();
    let before = PEAK.current_usage();
    let options = Options { name: Some("损坏".to_owned()), ..Options::default() };
    if let Ok(Some(archive)) = Archive::open(file, "损坏.zip") {
        archive.take(50).for_each(drop);
    }
    if whole {
        drop(analyze(file, &options));
    } else {
        drop(jiandu::read::read(file.into(), &options));
    }
    let used = PEAK.peak_usage().saturating_sub(before);
    assert!(used < 20 * file.len() + (150 << 20), "seed {seed}: {used} bytes for a file of {}", file.len());
}

#[test]
fn damaged_files_are_survived() {
    let originals = originals();
    analyze("1家", &Options::default()).unwrap();
    let plain = (0..4_000).map(|n| format!("第{n}村粮食产量{n}吨，增长7.9%。\n")).collect::<Vec<_>>().concat();
    let took = |work: &dyn Fn()| {
        let began = Instant::now();
        work();
        began.elapsed()
    };
    let limit = TIME.max(took(&|| drop(analyze(plain.as_str(), &Options::default()))) * TIMES);
    for seed in 1..=FILES {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let file = damage(&mut random, &originals);
        let once = || took(&|| survive(&file, true, seed));
        // What is late because the machine did something else is not late twice more.
        let time = once();
        let late = time > limit && once() > limit && once() > limit;
        assert!(!late, "seed {seed}: {time:?} for a file of {} bytes", file.len());
    }
}

/// The error a file ends with, or what its reading has to say.
fn code(file: &[u8]) -> String {
    survive(file, false, 0);
    match jiandu::read::read(file.into(), &Options::default()) {
        Ok(document) => document.diagnostics.iter().map(|d| d.code.as_str()).collect::<Vec<_>>().join(" "),
        Err(error) => error.code().to_owned(),
    }
}

#[test]
fn bombs_are_defused() {
    let deep = [b"<w:document>".to_vec(), b"<w:p>".repeat(100_000)].concat();
    assert_eq!(code(&word_file(&deep)), "limit");
    assert_eq!(code(&word_file(b"<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:t>&b;</w:t>")), "damaged");
    let blank =
        [b"<w:document><w:p><w:r><w:t>".to_vec(), b" ".repeat(30 << 20), b"</w:t></w:r></w:p></w:document>".to_vec()]
            .concat();
    assert_eq!(code(&word_file(&blank)), "limit", "thirty million spaces in thirty kilobytes");
    let phrase = "全县经济平稳增长".repeat(11);
    let long: String = (0..20_000)
        .flat_map(|n: i32| {
            ["<w:p><w:r><w:t>".to_owned(), n.to_string(), phrase.clone(), "</w:t></w:r></w:p>".to_owned()]
        })
        .collect();
    let long = word_file(format!("<w:document>{long}</w:document>").as_bytes());
    assert_eq!(code(&long), "text_cut");
    let zeros = vec![0_u8; 60 << 20];
    let bomb = zip(&[("甲.txt", &zeros), ("乙.txt", "全县增长7%。".as_bytes())]);
    let found: Vec<Result<usize, String>> = Archive::open(&bomb, "弹.zip")
        .unwrap()
        .unwrap()
        .map(|entry| entry.map(|e| e.bytes.len()).map_err(|e| e.code().to_owned()))
        .collect();
    assert_eq!(found, [Err("limit".to_owned()), Ok(17)], "a bomb within does not keep the others out");
    assert_eq!(code(["<html>", &"<div>".repeat(150_000)].concat().as_bytes()), "empty");
    assert_eq!(code(["<html><table>", &"<tr><td>1<td>2".repeat(60_000)].concat().as_bytes()), "table_cut");
}

#[test]
fn what_a_limit_leaves_out_is_said() {
    let said = |text: &str, code: &str| {
        let report = analyze(text, &Options::default()).unwrap();
        let found = report.diagnostics.iter().find(|d| d.code == code).map(|d| (d.message.clone(), d.span));
        (found, report)
    };
    let clause = "各村粮食产量4.5吨，";
    let sentence = format!("青沅县概况\n{}全县产值463.3亿元。\n全县财政收入21.6亿元。", clause.repeat(2_500));
    let (found, report) = said(&sentence, "sentence_cut");
    assert!(found.unwrap().0.starts_with("第 2 行有超过 10000 字"));
    assert_eq!(report.figures.len(), 2_502, "no number is lost at a cut");
    assert_eq!(said(&format!("{}。", clause.repeat(500)), "sentence_cut").0, None);
    let row = "| 甲 | 乙 | 丙 | 丁 |\n";
    let table = format!("全县产值463.3亿元。\n\n{}\n全县财政收入21.6亿元。", row.repeat(25_001));
    let (found, report) = said(&table, "table_cut");
    let (message, span) = found.unwrap();
    assert!(message.contains("第 25003 行起未读"), "{message}");
    assert_eq!((report.figures.len(), span.unwrap().end as usize), (1, table.encode_utf16().count()));
}

#[test]
fn archives_are_opened_once_within_another() {
    let inner = zip(&[("丙.txt", "全县增长7%。".as_bytes())]);
    let middle = zip(&[("乙.zip", &inner), ("丁.txt", b"1")]);
    let outer = zip(&[("年报/甲.zip", &middle), ("__MACOSX/._x", b"1")]);
    let archive = Archive::open(&outer, "").unwrap().unwrap();
    let told: Vec<String> = archive.map(|entry| entry.map_or_else(|error| error.to_string(), |e| e.path)).collect();
    assert!(told[0].starts_with("年报/甲.zip/乙.zip：压缩包只拆两层"), "{told:?}");
    assert_eq!(told[1..], ["年报/甲.zip/丁.txt"]);
    assert_eq!(analyze(inner.as_slice(), &Options::default()).unwrap_err().code(), "archive");
    let many: Vec<(String, &[u8])> = (0..10_001).map(|n| (format!("{n}.txt"), b"1".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(Archive::open(&zip(&many), "").unwrap_err().code(), "limit");
}

#[test]
fn words_of_a_pdf_may_stand_anywhere() {
    let mut random = Random(7);
    for seed in 0..200 {
        let count = random.next(300);
        let mut number = |scale: usize| match random.next(20) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => -1e300,
            _ => random.next(scale) as f64,
        };
        let runs: Vec<f64> = (0..count)
            .flat_map(|_| [number(3), number(600), number(800), number(300), number(20), number(6)])
            .collect();
        // Lines that meet at places of a grid, and some anywhere.
        let rules: Vec<f64> = (0..count)
            .flat_map(|n| {
                let (x, y) = ((number(6) * 90.0, number(6) * 100.0), (number(6) * 90.0, number(6) * 100.0));
                [number(3), x.0, y.0, if n % 2 == 0 { x.0 } else { y.1 }, if n % 2 == 0 { x.1 } else { y.0 }]
            })
            .collect();
        let pages =
            Pages::unpack(&runs, &"全县产值463.3亿元，增长7.9%。".repeat(40), &[600.0, 800.0, 600.0, 800.0], &rules);
        assert!(
            analyze(&pages, &Options::default())
                .map_or_else(|e| e.code() == "scanned" || e.code() == "empty", |_| true),
            "{seed}"
        );
    }
}

/// Texts of one thing said again and again. Nothing is timed: a stage whose cost grew with the square of a run would
/// take minutes here instead of a second.
#[test]
fn long_runs_are_read_to_their_end() {
    for unit in [
        " ",
        "\n",
        " \n",
        "\r\n",
        "\u{3000}\n",
        "\t",
        "1 2 ",
        "1亿 ",
        "0 ",
        "1 . ",
        "“",
        "（",
        "3家、",
        "2020年",
        "| 1 | 2 |\n",
    ] {
        let text = format!("全县产值1亿元。{}全县财政收入2亿元。", unit.repeat(40_000 / unit.len()));
        let report = jiandu::analyze(text.as_str(), &jiandu::Options::default());
        assert!(report.is_ok_and(|report| report.document.text.len() >= 40_000), "{unit:?}");
    }
}
