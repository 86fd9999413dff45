//! Words within a ruled table → its cells. The lines tell which words are of one cell, however near others stand.

use super::lines::{self, Line, is_value, join};
use super::rules::{self, Frame};
use super::{Page, Run};
use crate::read::table::{Cell, Table};

/// A ruled table of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    pub(super) frame: Frame,
    pub(super) table: Table,
}

impl Grid {
    /// Whether another, at the head of the next page, has the same columns.
    pub(super) fn is_continued(&self, other: &Grid) -> bool {
        let [one, two] = [&self.frame, &other.frame];
        two.top() < one.bottom()
            && one.xs.len() == two.xs.len()
            && one.xs.iter().zip(&two.xs).all(|(a, b)| (a - b).abs() < 2.0)
    }
}

/// First and last column and row of a cell, and the words in it.
struct Held {
    columns: [usize; 2],
    rows: [usize; 2],
    runs: Vec<Run>,
}

/// Characters of a line of prose, and lines of it in one cell of a page that is set in columns with a line between.
const LONG: usize = 14;
const PROSE: usize = 6;

/// The ruled tables of a page, whose words are taken out of it.
pub(super) fn take(page: &mut Page) -> Vec<Grid> {
    let mut grids = Vec::new();
    for frame in rules::frames(&page.rules) {
        let inside = |run: &Run| {
            let (x, y) = (run.x + run.width / 2.0, run.y - run.size * 0.35);
            frame.left() < x && x < frame.right() && frame.top() < y && y < frame.bottom()
        };
        let (own, rest): (Vec<Run>, Vec<Run>) = std::mem::take(&mut page.runs).into_iter().partition(inside);
        page.runs = rest;
        match table(&frame, &own) {
            Some(table) => grids.push(Grid { frame, table }),
            None => page.runs.extend(own),
        }
    }
    grids
}

fn table(frame: &Frame, runs: &[Run]) -> Option<Table> {
    let mut held: Vec<Held> = Vec::new();
    for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
        for piece in pieces(frame, run) {
            let (columns, rows) = frame.cell(piece.x + piece.width / 2.0, piece.y - piece.size * 0.35);
            match held.iter_mut().find(|cell| cell.columns == columns && cell.rows == rows) {
                Some(cell) => cell.runs.push(piece),
                None => held.push(Held { columns, rows, runs: vec![piece] }),
            }
        }
    }
    let lines: Vec<Vec<Line>> = held
        .iter_mut()
        .map(|cell| {
            let runs = std::mem::take(&mut cell.runs);
            lines::of(&Page { width: 0.0, height: 0.0, runs, rules: Vec::new() })
        })
        .collect();
    let prose = |cell: &Vec<Line>| cell.iter().filter(|line| line.text().chars().count() >= LONG).count() >= PROSE;
    let spread = |cell: &Vec<Line>| {
        let values = |line: &&Line| line.cells.iter().filter(|cell| is_value(&cell.text)).count() > 1;
        cell.iter().filter(values).count() > 1
    };
    let columns = held.iter().filter(|cell| cell.columns[0] > 0).count();
    let single = frame.ys.len() == 2 && lines.iter().any(prose);
    // Rules that do not part what stands in columns are no table's, or not all of them.
    if columns == 0 || columns == held.len() || single || lines.iter().any(spread) {
        return None;
    }
    Some(rows(frame, &held, lines))
}

/// The words of a run in each cell over which it goes: between its spaces, or between characters where all are as wide.
fn pieces(frame: &Frame, run: &Run) -> Vec<Run> {
    let y = run.y - run.size * 0.35;
    let Some(mut edge) = frame.parts(run.x + run.size * 0.4, run.x + run.width - run.size * 0.4, y) else {
        return vec![run.clone()];
    };
    let wide = |c: char| if c.is_ascii() { 1.0 } else { 2.0 };
    let scale = run.width / run.text.chars().map(wide).sum::<f64>().max(1.0);
    let mut found: Vec<Run> = Vec::new();
    let (mut at, mut from, mut open) = (run.x, run.x, String::new());
    let mut last = ' ';
    let close = |text: &mut String, from: f64, to: f64| {
        let text = std::mem::take(text);
        (!text.trim().is_empty()).then(|| Run { text: text.trim().to_owned(), x: from, width: to - from, ..*run })
    };
    for c in run.text.chars() {
        let right = at + wide(c) * scale;
        let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        // A number is never cut: one that goes over a line stands where its middle is.
        if f64::midpoint(at, right) > edge && !(number(last) && number(c)) {
            found.extend(close(&mut open, from, at));
            from = at;
            edge = frame.parts(at + run.size * 0.4, run.x + run.width, y).unwrap_or(f64::INFINITY);
        }
        open.push(c);
        (at, last) = (right, c);
    }
    found.extend(close(&mut open, from, at));
    found
}

/// The rows: one between two lines across, or one for each value where several stand there in one column.
fn rows(frame: &Frame, held: &[Held], lines: Vec<Vec<Line>>) -> Table {
    let width = frame.xs.len() - 1;
    let bands = frame.ys.len() - 1;
    let heights: Vec<Vec<f64>> = (0..bands).map(|band| values(frame, band, held, &lines)).collect();
    let starts: Vec<usize> = heights
        .iter()
        .scan(0, |sum, values| {
            let start = *sum;
            *sum += values.len().max(1);
            Some(start)
        })
        .collect();
    let count = starts.last().zip(heights.last()).map_or(0, |(start, values)| start + values.len().max(1));
    let start = |band: usize| starts.get(band).copied().unwrap_or(count);
    // The cell that begins at each place; none where one from the left or above takes it up.
    let mut places: Vec<Vec<Option<Cell>>> =
        vec![vec![Some(Cell { text: String::new(), wide: 1, tall: 1 }); width]; count];
    for (cell, lines) in held.iter().zip(lines) {
        let [left, right] = cell.columns;
        let [top, bottom] = cell.rows;
        let anchors = if top == bottom { heights[top].as_slice() } else { &[] };
        let (first, end) = (start(top), start(bottom + 1));
        if anchors.len() > 1 {
            for line in lines {
                let nearest = (0..anchors.len())
                    .min_by(|a, b| (anchors[*a] - line.y).abs().total_cmp(&(anchors[*b] - line.y).abs()));
                let row = &mut places[first + nearest.unwrap_or(0)];
                row[left + 1..=right].fill(None);
                if let Some(to) = &mut row[left] {
                    to.wide = right - left + 1;
                    join(&mut to.text, &line.text(), true);
                }
            }
            continue;
        }
        for row in &mut places[first..end] {
            row[left..=right].fill(None);
        }
        let mut text = String::new();
        let room = frame.xs[right + 1] - frame.xs[left];
        for (n, line) in lines.iter().enumerate() {
            let torn = n > 0 && is_torn(&lines[n - 1], line, room);
            join(&mut text, &line.text(), !torn);
        }
        places[first][left] = Some(Cell { text, wide: right - left + 1, tall: end - first });
    }
    Table { rows: places.into_iter().map(|row| row.into_iter().flatten().collect()).collect() }
}

/// 1925.⏎0: a number that is wider than its cell goes on in the next line.
fn is_torn(line: &Line, next: &Line, room: f64) -> bool {
    let (text, behind) = (line.text(), next.text());
    let open = text.trim_end().ends_with(['.', ',']);
    let full = room - (line.right() - line.left()) < 1.6 * line.size;
    is_value(&text)
        && is_value(&behind)
        && behind.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && (open || full && text.trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

/// Heights of the values in a band, of all its columns, when most columns with values have several.
fn values(frame: &Frame, band: usize, held: &[Held], lines: &[Vec<Line>]) -> Vec<f64> {
    let own = || held.iter().zip(lines).filter(|(cell, _)| cell.rows == [band, band]).map(|(_, lines)| lines);
    let (mut one, mut several) = (0, 0);
    for (cell, lines) in held.iter().zip(lines).filter(|(cell, _)| cell.rows == [band, band]) {
        let room = frame.xs[cell.columns[1] + 1] - frame.xs[cell.columns[0]];
        let values: Vec<&Line> = lines.iter().filter(|line| is_value(&line.text())).collect();
        let torn = values.windows(2).filter(|pair| is_torn(pair[0], pair[1], room)).count();
        match values.len() - torn {
            0 => {}
            1 => one += 1,
            _ => several += 1,
        }
    }
    if several <= one {
        return Vec::new();
    }
    let mut found: Vec<(f64, f64)> =
        own().flatten().filter(|line| is_value(&line.text())).map(|line| (line.y, line.size)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.dedup_by(|b, a| b.0 - a.0 < a.1 * 0.6);
    found.into_iter().map(|(y, _)| y).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Rule, page};
    use super::*;

    fn ruled(runs: &[(f64, f64, &str)], down: &[(f64, f64, f64)], across: &[(f64, f64, f64)]) -> Page {
        let mut page = page(runs);
        page.rules.extend(down.iter().map(|&(x, y1, y2)| Rule { x1: x, y1, x2: x, y2 }));
        page.rules.extend(across.iter().map(|&(y, x1, x2)| Rule { x1, y1: y, x2, y2: y }));
        page
    }

    fn texts(table: &Table) -> Vec<Vec<&str>> {
        table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_part_what_touches_and_join_what_a_cell_holds() {
        let mut page = ruled(
            &[
                (60.0, 96.0, "县区"),
                (170.0, 96.0, "产值（亿元）"),
                (130.0, 116.0, "本年"),
                (200.0, 116.0, "比上年%"),
                (60.0, 132.0, "松汀区及"),
                (60.0, 144.0, "开发区"),
                (170.0, 138.0, "576.21"),
                (200.0, 138.0, "-12.7"),
                (60.0, 160.0, "云岭县全县合计"),
                (175.0, 160.0, "40.1"),
                (60.0, 300.0, "后文"),
            ],
            &[(55.0, 84.0, 170.0), (125.0, 84.0, 170.0), (199.0, 104.0, 170.0), (260.0, 84.0, 170.0)],
            &[
                (84.0, 55.0, 260.0),
                (104.0, 125.0, 260.0),
                (122.0, 55.0, 260.0),
                (148.0, 55.0, 260.0),
                (170.0, 55.0, 260.0),
            ],
        );
        let grids = take(&mut page);
        assert_eq!(page.runs.len(), 1);
        assert_eq!(
            texts(&grids[0].table),
            [
                vec!["县区", "产值（亿元）"],
                vec!["本年", "比上年%"],
                vec!["松汀区及开发区", "576.21", "-12.7"],
                vec!["云岭县全县合计", "40.1", ""]
            ]
        );
        assert_eq!((grids[0].table.rows[0][0].tall, grids[0].table.rows[0][1].wide), (2, 2));
    }

    #[test]
    fn rows_without_lines_between_have_a_value_each() {
        let mut page = ruled(
            &[
                (60.0, 100.0, "指标"),
                (160.0, 100.0, "总量"),
                (60.0, 120.0, "工业投资完成"),
                (60.0, 132.0, "情况"),
                (160.0, 126.0, "12.5"),
                (60.0, 150.0, "技改投资"),
                (160.0, 150.0, "6.4"),
            ],
            &[(150.0, 90.0, 160.0)],
            &[(90.0, 50.0, 260.0), (108.0, 50.0, 260.0), (160.0, 50.0, 260.0)],
        );
        let grids = take(&mut page);
        assert_eq!(texts(&grids[0].table), [["指标", "总量"], ["工业投资完成情况", "12.5"], ["技改投资", "6.4"]]);
    }

    #[test]
    fn a_number_wider_than_its_cell_is_one() {
        let mut page = ruled(
            &[
                (60.0, 100.0, "9"),
                (82.0, 100.0, "水厂扩建项目"),
                (162.0, 94.0, "1925."),
                (162.0, 106.0, "4"),
                (200.0, 100.0, "42.4"),
                (60.0, 120.0, "10"),
                (82.0, 120.0, "污水处理项目"),
                (162.0, 120.0, "860.5"),
                (200.0, 120.0, "51.0"),
            ],
            &[
                (55.0, 84.0, 130.0),
                (80.0, 84.0, 130.0),
                (160.0, 84.0, 130.0),
                (190.0, 84.0, 130.0),
                (240.0, 84.0, 130.0),
            ],
            &[(84.0, 55.0, 240.0), (110.0, 55.0, 240.0), (130.0, 55.0, 240.0)],
        );
        assert_eq!(
            texts(&take(&mut page)[0].table),
            [["9", "水厂扩建项目", "1925.4", "42.4"], ["10", "污水处理项目", "860.5", "51.0"]]
        );
    }

    #[test]
    fn a_line_between_columns_of_text_is_no_table() {
        let side = "全县经济平稳增长群众收入持续提高";
        let runs: Vec<(f64, f64, &str)> = (0..10)
            .flat_map(|n| [(60.0, 100.0 + f64::from(n) * 20.0, side), (260.0, 100.0 + f64::from(n) * 20.0, side)])
            .collect();
        let mut page = ruled(&runs, &[(240.0, 80.0, 320.0)], &[(80.0, 50.0, 450.0), (320.0, 50.0, 450.0)]);
        assert!(take(&mut page).is_empty());
        assert_eq!(page.runs.len(), 20);
    }

    #[test]
    fn a_run_over_a_line_is_of_both_cells_and_a_number_of_one() {
        let down = [(55.0, 84.0, 130.0), (105.0, 84.0, 130.0), (205.0, 84.0, 130.0), (255.0, 84.0, 130.0)];
        let across = [(84.0, 55.0, 255.0), (104.0, 55.0, 255.0), (130.0, 55.0, 255.0)];
        let runs =
            [(85.0, 98.0, "产品 单位"), (208.0, 98.0, "总量"), (85.0, 120.0, "水泥万吨"), (184.0, 120.0, "123456.78")];
        let grids = take(&mut ruled(&runs, &down, &across));
        assert_eq!(texts(&grids[0].table), [["产品", "单位", "总量"], ["水泥", "万吨", "123456.78"]]);
    }
}
