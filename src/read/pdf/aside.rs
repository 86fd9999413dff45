//! A narrow column of other things beside the text, as pages of the web have: read when the text has been.
//!
//! Its lines keep their own distance, so that they stand beside those of the text only by chance. Rows of a table share
//! their baselines.

use super::lines::{Cell, Line};

/// Lines of the shortest, and of the text beside it.
const LINES: usize = 8;
/// Lines of either side that have nothing on their baseline, of all.
const ALONE: usize = 3;
/// Characters of a line of running text, and lines of it.
const LONG: usize = 20;
const PROSE: usize = 5;
/// How much longer the lines of the text are.
const LONGER: f64 = 1.4;
/// In sizes of the font, the farthest that lines of one column are apart, and the part of them that are.
const STEP: f64 = 3.2;
const STEADY: f64 = 0.7;

/// Takes the lines of such a column out of a page.
pub(super) fn take(page: &mut Vec<Line>) -> Vec<Line> {
    let Some((edge, first, last)) = find(page) else { return Vec::new() };
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = Default::default();
    let mut text = Vec::with_capacity(page.len());
    let lines = std::mem::take(page);
    let side = |line: &Line, right: bool| {
        let cells: Vec<Cell> = line.cells.iter().filter(|cell| (cell.left >= edge) == right).cloned().collect();
        (!cells.is_empty()).then_some(Line { cells, ..*line })
    };
    let narrow_right = {
        let within = &lines[first..=last];
        let length = |right| mean(within.iter().filter_map(|line| side(line, right)));
        length(false) > length(true)
    };
    let mut ended = false;
    for (at, line) in lines.into_iter().enumerate() {
        // A line over both is the text's; below the columns it ends them.
        ended |= at > last && crosses(&line, edge);
        if at < first || ended || crosses(&line, edge) {
            text.push(line);
            continue;
        }
        left.extend(side(&line, false));
        right.extend(side(&line, true));
        text.append(if narrow_right { &mut left } else { &mut right });
    }
    *page = text;
    if narrow_right { right } else { left }
}

/// Where the narrow column and the text part, and the first and last line of the page at which they stand side by side.
fn find(page: &[Line]) -> Option<(f64, usize, usize)> {
    let mut edges: Vec<f64> = page.iter().flat_map(|line| line.cells.iter().map(|cell| cell.left)).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|a, b| *a - *b < 1.0);
    edges.into_iter().skip(1).find_map(|edge| {
        let (first, last) = beside(page, edge - 0.5)?;
        stands(&page[first..=last], edge - 0.5).then_some((edge - 0.5, first, last))
    })
}

fn crosses(line: &Line, edge: f64) -> bool {
    line.cells.iter().any(|cell| cell.left < edge && cell.right > edge)
}

/// The first and last of the lines between which no words cross the edge and there are some on both sides.
fn beside(page: &[Line], edge: f64) -> Option<(usize, usize)> {
    let has = |line: &Line, right: bool| line.cells.iter().any(|cell| (cell.left >= edge) == right);
    let mut best: Option<(usize, usize)> = None;
    let mut from = 0;
    for stretch in page.split_inclusive(|line| crosses(line, edge)) {
        let lines = stretch.len() - usize::from(stretch.last().is_some_and(|line| crosses(line, edge)));
        let own = &stretch[..lines];
        let ends = |right| {
            let first = own.iter().position(|line| has(line, right))?;
            Some((first, own.iter().rposition(|line| has(line, right))?))
        };
        if let (Some(left), Some(right)) = (ends(false), ends(true)) {
            let (first, last) = (left.0.max(right.0), left.1.min(right.1));
            let longer = best.is_none_or(|(from, to)| to - from < last.saturating_sub(first));
            if last >= first + LINES && longer {
                best = Some((from + first, from + last));
            }
        }
        from += stretch.len();
    }
    best
}

/// Whether the lines are two columns that have nothing to do with each other, one of them running text.
fn stands(lines: &[Line], edge: f64) -> bool {
    let sides = [false, true].map(|right| {
        let own = lines.iter().filter_map(|line| {
            let cells: Vec<Cell> = line.cells.iter().filter(|cell| (cell.left >= edge) == right).cloned().collect();
            (!cells.is_empty()).then_some(Line { cells, ..*line })
        });
        own.collect::<Vec<_>>()
    });
    let whole = |side: &Vec<Line>| side.iter().filter(|line| line.cells.len() == 1).count() * 5 >= side.len() * 4;
    let steady = |side: &Vec<Line>| {
        let near = side.windows(2).filter(|pair| pair[1].y - pair[0].y < STEP * pair[0].size).count();
        near as f64 >= STEADY * (side.len() - 1) as f64
    };
    if !sides.iter().all(|side| side.len() >= LINES && whole(side) && steady(side)) {
        return false;
    }
    let alone = lines.iter().filter(|line| !line.cells.iter().any(|cell| cell.left < edge)).count();
    let beside = lines.iter().filter(|line| !line.cells.iter().any(|cell| cell.left >= edge)).count();
    let [left, right] = [&sides[0], &sides[1]].map(|side| mean(side.iter().cloned()));
    let text = if left > right { &sides[0] } else { &sides[1] };
    let prose = text.iter().filter(|line| line.text().chars().count() >= LONG && line.text().contains(['，', '。']));
    alone.min(beside) >= ALONE
        && (alone + beside) * 3 >= lines.len()
        && prose.count() >= PROSE
        && left.max(right) >= LONGER * left.min(right)
}

/// Characters of lines on the average.
fn mean(lines: impl Iterator<Item = Line>) -> f64 {
    let (count, all) = lines.fold((0, 0), |(count, all), line| (count + 1, all + line.text().chars().count()));
    all as f64 / f64::from(count.max(1))
}

#[cfg(test)]
mod tests {
    use super::super::{lines, page};
    use super::*;

    const TEXT: &str = "全年粮食总产量36万吨，新建高标准农田5万亩，新增就业4210人";

    fn printed(side: f64, text: f64) -> Vec<Line> {
        let mut runs = vec![(60.0, 40.0, "云岭县统计公报")];
        for n in 0..14 {
            runs.push((text, 80.0 + f64::from(n) * 20.0, TEXT));
        }
        for n in 0..16 {
            runs.push((side, 80.0 + f64::from(n) * 17.0, if n % 2 == 0 { "县领导调研项目" } else { "03-12" }));
        }
        lines::of(&page(&runs))
    }

    #[test]
    fn a_column_beside_the_text_is_read_after_it() {
        for (side, text) in [(480.0, 60.0), (60.0, 180.0)] {
            let mut lines = printed(side, text);
            let aside = take(&mut lines);
            assert_eq!((lines.len(), aside.len()), (15, 16));
            assert!(lines[1..].iter().all(|line| line.text() == TEXT));
        }
    }

    #[test]
    fn a_table_stays_one() {
        let rows: Vec<(f64, f64, &str)> = (0..14)
            .flat_map(|n| {
                let y = 80.0 + f64::from(n) * 40.0;
                [(60.0, y, TEXT), (60.0, y + 14.0, "其余内容"), (480.0, y + 7.0, "县城建局负责")]
            })
            .collect();
        let mut lines = lines::of(&page(&rows));
        assert!(take(&mut lines).is_empty());
    }
}
