//! PDF: the words of its pages with their places → lines, columns, paragraphs and tables.
//!
//! A PDF says where words stand, not what belongs together. pdf.js finds the words (www/pdf); here they become text.

mod aligned;
mod aside;
mod blanks;
mod columns;
mod furniture;
mod garbled;
mod grid;
mod head;
mod lines;
mod paragraphs;
mod rules;
mod strip;
mod tables;

use super::flow::Flow;
use super::{Document, warning};
use crate::error::Kind;
use crate::report::Format;

/// Words that stand together on a page, in points from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Where they begin.
    pub x: f64,
    /// Their baseline.
    pub y: f64,
    /// How long they are.
    pub width: f64,
    /// Size of their font.
    pub size: f64,
}

/// A line drawn across or down, in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// One end.
    pub x1: f64,
    /// Its height.
    pub y1: f64,
    /// The other end.
    pub x2: f64,
    /// Its height.
    pub y2: f64,
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// Its words, in the order of the file.
    pub runs: Vec<Run>,
    /// Lines drawn on it, as tables have.
    pub rules: Vec<Rule>,
}

/// The words of a PDF, page by page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pages {
    /// The pages in order.
    pub pages: Vec<Page>,
}

/// Numbers of one run: page, left, baseline, width, size, length of its text in UTF-16 code units.
const NUMBERS: usize = 6;

impl Pages {
    /// Pages as JavaScript packs them: numbers of all runs, their words in one text, width and height of each page.
    /// Lines are five numbers each: page, left, top, right, bottom. What does not fit together is left out.
    #[must_use]
    pub fn unpack(runs: &[f64], text: &str, sizes: &[f64], rules: &[f64]) -> Pages {
        let page = |size: &[f64]| Page { width: size[0], height: size[1], ..Page::default() };
        let mut pages: Vec<Page> = sizes.chunks_exact(2).map(page).collect();
        let mut rest = text;
        for run in runs.chunks_exact(NUMBERS) {
            let mut units = run[5];
            let len = rest
                .char_indices()
                .find(|(_, c)| {
                    let before = units;
                    units -= c.len_utf16() as f64;
                    before <= 0.0
                })
                .map_or(rest.len(), |(at, _)| at);
            let (words, tail) = rest.split_at(len);
            rest = tail;
            let [number, x, y, width, size, ..] = *run else { continue };
            let sound = run.iter().all(|n| n.is_finite()) && size > 0.0;
            // A cast of what is no page's number gives the first or none.
            #[allow(clippy::cast_sign_loss)]
            if sound && let Some(page) = pages.get_mut(number as usize) {
                page.runs.push(Run { text: words.to_owned(), x, y, width, size });
            }
        }
        for rule in rules.chunks_exact(5) {
            let [number, x1, y1, x2, y2] = *rule else { continue };
            #[allow(clippy::cast_sign_loss)]
            if let Some(page) = pages.get_mut(number as usize) {
                page.rules.push(Rule { x1, y1, x2, y2 });
            }
        }
        Pages { pages }
    }
}

/// Characters a page below which it is a picture with a stamp or a page number.
const PICTURE: usize = 12;

/// Puts the words of the pages together.
pub(super) fn read(mut pages: Pages) -> Result<Document, Kind> {
    let bare: Vec<usize> = (1..)
        .zip(&pages.pages)
        .filter(|(_, page)| page.runs.iter().map(|run| run.text.chars().count()).sum::<usize>() < PICTURE)
        .map(|(number, _)| number)
        .collect();
    if bare.len() == pages.pages.len() {
        return Err(Kind::Scanned);
    }
    let garbled = garbled::is_garbled(&pages).then(|| {
        warning(
            "text_garbled",
            "PDF 的字体没有说明每个字是什么，读出的多半是乱码，其中的数字也不可信；请对它做文字识别（OCR），或从原文件重新导出 PDF。The fonts of the PDF do not tell which characters they show; what was read is garbled, its numbers too: recognise its text (OCR), or export it again from the original.".to_owned(),
        )
    });
    let mut grids = Vec::new();
    let mut lines: Vec<Vec<lines::Line>> = Vec::with_capacity(pages.pages.len());
    for page in &mut pages.pages {
        let own = grid::take(page);
        let mut found = lines::of(page);
        blanks::keep(&mut found);
        aligned::label(&mut found);
        found.extend((grids.len()..).zip(&own).map(|(number, grid)| lines::Line::table(number, grid)));
        found.sort_by(|a, b| a.y.total_cmp(&b.y));
        grids.extend(own);
        lines.push(found);
    }
    furniture::remove(&mut lines, &pages);
    let mut flow = Flow::default();
    let body = paragraphs::body_size(&lines);
    let mut writer = paragraphs::Writer::new(&mut flow, body, &grids);
    let mut gutter = None;
    let mut asides = Vec::new();
    for mut page in lines {
        asides.push(aside::take(&mut page));
        for mut column in columns::order(page, &mut gutter) {
            aligned::label(&mut column);
            aligned::part(&mut column);
            writer.column(&column);
        }
    }
    writer.finish();
    for aside in asides.iter().filter(|aside| !aside.is_empty()) {
        writer.column(aside);
        writer.finish();
    }
    let unclear = writer.warnings();
    let (text, mut diagnostics) = flow.finish();
    diagnostics.extend(garbled.into_iter().chain(unclear));
    if !bare.is_empty() {
        let list = bare.iter().take(20).map(usize::to_string).collect::<Vec<_>>().join("、");
        let count = bare.len();
        diagnostics.push(warning(
            "page_without_text",
            format!("有 {count} 页没有文字（第 {list} 页），可能是图片；需要时请先做文字识别。{count} pages hold no text, perhaps pictures: recognise their text first if you need it."),
        ));
    }
    Ok(Document { name: String::new(), size: 0, text, format: Format::Pdf, encoding: None, diagnostics })
}

#[cfg(test)]
pub(super) fn page(runs: &[(f64, f64, &str)]) -> Page {
    let run = |(x, y, text): &(f64, f64, &str)| Run {
        text: (*text).to_owned(),
        x: *x,
        y: *y,
        width: text.chars().map(|c| if c.is_ascii() { 5.0 } else { 10.0 }).sum(),
        size: 10.0,
    };
    Page { width: 600.0, height: 800.0, runs: runs.iter().map(run).collect(), rules: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_unpacked() {
        let pages = Pages::unpack(
            &[0.0, 1.0, 2.0, 3.0, 4.0, 2.0, 1.0, 5.0, 6.0, 7.0, 8.0, 3.0],
            "全县𠀀人",
            &[600.0, 800.0, 600.0, 800.0],
            &[1.0, 2.0, 3.0, 4.0, 3.0, 9.0, 2.0, 3.0, 4.0, 3.0],
        );
        assert_eq!(pages.pages[0].runs[0].text, "全县");
        assert_eq!((pages.pages[1].runs[0].text.as_str(), pages.pages[1].runs[0].x), ("𠀀人", 5.0));
        assert_eq!((pages.pages[0].rules.len(), pages.pages[1].rules[0].x2), (0, 4.0));
        assert!(Pages::unpack(&[9.0, f64::NAN, 0.0, 0.0, 0.0, 9.0], "甲", &[1.0], &[]).pages.is_empty());
    }

    #[test]
    fn a_scanned_file_is_said_to_be_one() {
        assert!(matches!(read(Pages { pages: vec![Page::default(); 3] }), Err(Kind::Scanned)));
    }

    #[test]
    fn lines_become_paragraphs_and_rows_a_table() {
        let long = "全县上下坚持稳中求进工作总基调全面落实各项决策部署着力推动高质量发展成效好";
        let head = "云岭县统计公报";
        let pages: Vec<Page> = (0..3)
            .map(|n| {
                let number = format!("— {} —", n + 1);
                page(&[
                    (60.0, 40.0, head),
                    (80.0, 100.0, &long[..long.len() - 6]),
                    (60.0, 120.0, long),
                    (60.0, 140.0, "全年产值"),
                    (102.0, 140.0, "463.3"),
                    (130.0, 140.0, "亿元。"),
                    (60.0, 180.0, "指标"),
                    (200.0, 180.0, "总量"),
                    (300.0, 180.0, "增速"),
                    (60.0, 200.0, "投资"),
                    (205.0, 200.0, "12.5"),
                    (305.0, 200.0, "6.4"),
                    (80.0, 240.0, &long[..long.len() - 6]),
                    (60.0, 260.0, "后文。"),
                    (280.0, 770.0, &number),
                ])
            })
            .collect();
        let document = read(Pages { pages }).unwrap();
        let first: Vec<&str> = document.text.lines().filter(|line| !line.is_empty()).take(5).collect();
        assert_eq!(
            first,
            [
                format!("{}{long}全年产值463.3亿元。", &long[..long.len() - 6]).as_str(),
                "|指标|总量|增速|",
                "|投资|12.5|6.4|",
                format!("{}后文。", &long[..long.len() - 6]).as_str(),
                format!("{}{long}全年产值463.3亿元。", &long[..long.len() - 6]).as_str(),
            ]
        );
    }

    #[test]
    fn a_line_that_breaks_off_goes_on_however_wide_the_page_is() {
        let (wide, line) = ("页脚".repeat(40), "全年粮食总产量稳定增长，新建高标准农田，年末生猪存栏量");
        let runs = [
            (80.0, 160.0, line),
            (60.0, 180.0, "下降3.8%。"),
            (60.0, 220.0, line),
            (60.0, 240.0, "二、农业"),
            (60.0, 280.0, wide.as_str()),
        ];
        let text = read(Pages { pages: vec![page(&runs)] }).unwrap().text;
        assert!(text.contains("存栏量下降3.8%。\n") && text.contains("存栏量\n二、农业\n"), "{text}");
    }

    #[test]
    fn the_caption_of_a_table_goes_on_from_no_sentence() {
        let runs = [
            (60.0, 100.0, "全县常住人口41.27万人，城镇化率52.6%。"),
            (60.0, 120.0, "表2 分乡镇人口"),
            (60.0, 140.0, "全县常住人口41.27万人，城镇化率52."),
        ];
        let text = read(Pages { pages: vec![page(&runs)] }).unwrap().text;
        assert!(text.contains("。\n表2"), "{text}");
    }

    #[test]
    fn a_number_that_did_not_fit_goes_with_its_line() {
        let full = "全县上下坚持稳中求进工作总基调全面落实各项决策部署着力推动";
        let runs = [
            (60.0, 100.0, full),
            (60.0, 120.0, &full[..full.len() - 21]),
            (60.0, 140.0, "15.4:38.6:46.0。"),
            (60.0, 160.0, "后文"),
        ];
        let text = read(Pages { pages: vec![page(&runs)] }).unwrap().text;
        assert_eq!(text, format!("{full}{}15.4:38.6:46.0。\n后文\n", &full[..full.len() - 21]));
    }
}
