//! One document of ours in every format and encoding: each gives the figures and dates of `report.md`.
//!
//! `make.mjs` beside this file writes the others from it. The PDF is read by JavaScript: tests/js/formats.test.mjs.

use std::fs;
use std::path::{Path, PathBuf};

use jiandu::report::{Format, Report};
use jiandu::{Options, analyze};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

fn report(path: &Path) -> Report {
    let options = Options { name: path.file_name().map(|n| n.to_string_lossy().into_owned()), ..Options::default() };
    analyze(fs::read(path).unwrap().as_slice(), &options).unwrap()
}

/// What every format must agree on.
fn said(report: &Report) -> Vec<String> {
    let figures = report.figures.iter().map(|f| {
        let period = f.period.as_ref().map(|p| (p.start.clone(), p.end.clone()));
        format!("{} {:?} {} {:?} {:?} {:?} {:?}", f.indicator, f.value, f.unit, f.measure, f.status, period, f.subject)
    });
    let dates = report.dates.iter().map(|d| format!("{:?} {:?} {:?}", d.date, d.grain, d.role));
    let document = &report.document;
    let head = format!("{:?} {:?} {:?} {:?}", document.title, document.kind, document.date, document.region);
    std::iter::once(head).chain(figures).chain(dates).collect()
}

/// Every quote stands in the text where its span says.
fn assert_spans(report: &Report) {
    let units: Vec<u16> = report.document.text.encode_utf16().collect();
    let quotes =
        report.figures.iter().map(|f| (f.span, &f.quote)).chain(report.dates.iter().map(|d| (d.span, &d.quote)));
    for (span, quote) in quotes {
        let words = String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
        assert_eq!(&words, quote, "{}", report.document.name);
    }
}

#[test]
fn every_format_gives_the_same_figures_and_dates() {
    let wanted = said(&report(&folder().join("report.md")));
    assert!(wanted.len() > 55, "{} items", wanted.len());
    let mut seen = Vec::new();
    for file in fs::read_dir(folder().join("files")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|end| end == "pdf") {
            continue;
        }
        let report = report(&path);
        let name = report.document.name.clone();
        assert_spans(&report);
        let got = said(&report);
        let differing: Vec<_> = wanted.iter().zip(&got).filter(|(a, b)| a != b).collect();
        assert!(
            differing.is_empty() && wanted.len() == got.len(),
            "{name}: {} of {}: {differing:#?}",
            got.len(),
            wanted.len()
        );
        seen.push((name, report.document.format, report.document.encoding));
    }
    seen.sort_by(|a, b| a.0.cmp(&b.0));
    let seen: Vec<_> =
        seen.iter().map(|(name, format, encoding)| (name.as_str(), *format, encoding.as_deref())).collect();
    assert_eq!(
        seen,
        [
            ("big5.txt", Format::Markdown, Some("big5")),
            ("gb18030.txt", Format::Markdown, Some("gb18030")),
            ("page.mht", Format::Html, Some("gb18030")),
            ("page_gb2312.html", Format::Html, Some("gb18030")),
            ("page_utf8.html", Format::Html, Some("utf-8")),
            ("report.doc", Format::Doc, None),
            ("report.docx", Format::Docx, None),
            ("report.rtf", Format::Doc, None),
            ("report.wps", Format::Doc, None),
            ("report_gbk.rtf", Format::Doc, None),
            ("utf16be.txt", Format::Markdown, Some("utf-16be")),
            ("utf16be_bom.txt", Format::Markdown, Some("utf-16be")),
            ("utf16le.txt", Format::Markdown, Some("utf-16le")),
            ("utf16le_bom.txt", Format::Markdown, Some("utf-16le")),
            ("utf8_bom.txt", Format::Markdown, Some("utf-8")),
        ]
    );
}

/// A table as a PDF reader or a word processor leaves it in a text: blanks between the columns, a page break within.
#[test]
fn a_table_set_in_columns_gives_the_figures_of_one_with_borders() {
    let bordered = "\
云岭县2023年国民经济和社会发展统计公报

云岭县统计局
2024年3月20日

一、综合
初步核算，全年地区生产总值463.3亿元，增长7.9%。

表1：2023年主要工业产品产量及其增长速度
|产品名称|单位|产量|比上年增长（%）|
|水泥|万吨|136.3|-8.8|
|其中：特种水泥|万吨|16.5|2.1|
|发电量|亿千瓦时|61.8|4.0|
|茶 油|万吨|3.5|—|

表2：2021—2023年云岭河水质
|年份|优良水质比例（%）|较差水质比例（%）|
|2021年|92.9|7.1|
|2022年|100.0|0.0|
|2023年|100.0|0.0|

二、农业
全年粮食产量36.0万吨，增长1.2%。
";
    let columns = bordered
        .lines()
        .map(|line| match line.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
            Some(row) => format!("  {} ", row.replace('|', " ")),
            None => line.to_owned(),
        })
        .map(|line| line.replace("水质比例", "水质 比例").replace("发电量", "— 3 —\n发电量"))
        .collect::<Vec<_>>()
        .join("\n");
    assert!(!columns.contains('|'));
    let options = Options { name: Some("公报.txt".to_owned()), ..Options::default() };
    let (wanted, got) = (analyze(bordered, &options).unwrap(), analyze(columns.as_str(), &options).unwrap());
    assert_spans(&got);
    assert_eq!(said(&got), said(&wanted));
    assert!(got.figures.len() >= 4 + 3 * 2 + 1 + 3 * 2, "{} figures", got.figures.len());
}

/// Lists that number themselves, and a tracked change, which is accepted.
#[test]
fn numbers_of_lists_are_written_out_and_what_was_deleted_is_gone() {
    for name in ["numbered.docx", "numbered.doc", "numbered.rtf"] {
        let text = report(&folder().join(name)).document.text;
        let wanted = "一、综合\n（1）全县产值463.3亿元，增长7.9%。\n（2）财政收入21.6亿元。\n二、农业\n（1）粮食总产量18.6万吨。\n";
        assert_eq!(text, wanted, "{name}");
    }
}

/// What stands in a box, in an endnote, and across the end of a paragraph that was deleted.
#[test]
fn boxes_and_endnotes_are_read_and_a_deleted_end_joins() {
    for (name, sign) in [("boxed.docx", ["[尾注2]", "[尾注2] "]), ("boxed.doc", ["", ""])] {
        let text = report(&folder().join(name)).document.text;
        let [here, there] = sign;
        let wanted =
            format!("全县产值463.3亿元。\n森林覆盖率61.2%。\n财政收入21.6亿元。{here}\n{there}不含飞地产值1.5亿元。\n");
        assert_eq!(text.trim_end(), wanted.trim_end(), "{name}");
    }
}
