//! The lines above the rows of a table without rules → its head: which words stand over which columns.
//!
//! Words in a head are broken over lines and stand at the middle of their cells, so that lines tell no rows. What stands
//! over what tells them:
//!
//! ```text
//!               规模以上工业增                      |县区|地区生产总值||规模以上工业增加值增速（%）|
//!  地区生产总值                                  →  ||总量（亿元）|增速（%）||
//! 县区               加值
//!  总量（亿元） 增速（%）  增速（%）
//! ```

use super::lines::{Cell, Line, Part, is_value, join};

/// Rows of a head.
const ROWS: usize = 4;
/// In sizes of the font: how far the lines of a head are apart, and one of a single cell that begins it, which is broken.
const STEP: f64 = 2.4;
const HALF: f64 = 1.25;
/// In sizes of the font: how far the middles of words may be apart that are one under the other.
const SAME: f64 = 0.5;
/// Lines of a head.
const LINES: usize = 9;

/// Words, and the height at which they stand.
#[derive(Clone, Copy)]
struct Placed<'a> {
    y: f64,
    cell: &'a Cell,
}

/// How many lines from here on are of a head; none where no row with values follows.
pub(super) fn length(lines: &[Line]) -> usize {
    let count = lines.iter().take(LINES).take_while(|line| is_line(line)).count();
    let Some(row) = lines.get(count).filter(|line| is_row(line)) else { return 0 };
    let near = |pair: &[Line]| pair[1].y - pair[0].y < STEP * pair[0].size;
    if count < 2 || row.y - lines[count - 1].y > STEP * row.size * 1.5 || !lines[..count].windows(2).all(near) {
        return 0;
    }
    // The words of one cell alone are a caption, unless they are broken round the middle of the others.
    let alone = lines[..count].iter().take_while(|line| line.cells.len() == 1).count();
    let broken = lines[..count].windows(2).take(alone).all(|pair| pair[1].y - pair[0].y < HALF * pair[0].size);
    let first = row.cells.first().map_or(0.0, |cell| cell.right);
    if alone == count || alone > 0 && !(broken && lines[0].left() > first) {
        return 0;
    }
    count
}

/// Whether a line can be of a head.
fn is_line(line: &Line) -> bool {
    let text = line.text();
    line.table.is_none()
        && !line.cells.iter().any(|cell| is_value(&cell.text))
        && !text.contains(['，', '。', '；', '：'])
        && !text.starts_with(['表', '图', '附'])
}

/// Most of a row's cells are values.
pub(super) fn is_row(line: &Line) -> bool {
    let values = line.cells.iter().filter(|cell| is_value(&cell.text)).count();
    line.table.is_none() && line.cells.len() > 1 && values * 2 >= line.cells.len()
}

/// A row of values whose label stands on lines above and below.
pub(super) fn is_unlabelled(line: &Line) -> bool {
    is_row(line) && line.cells.iter().all(|cell| is_value(&cell.text))
}

/// The rows of a head over these columns, each with the words of every column; none when it cannot be told.
pub(super) fn rows(lines: &[Line], columns: &[(f64, f64)]) -> Option<Vec<Vec<String>>> {
    let lines: Vec<(f64, Vec<Cell>)> = lines.iter().map(|line| (line.y, parted(&line.cells))).collect();
    let cells: Vec<Placed> =
        lines.iter().flat_map(|(y, cells)| cells.iter().map(|cell| Placed { y: *y, cell })).collect();
    let mut rows = vec![vec![String::new(); columns.len()]];
    level(&cells, columns, (0, columns.len()), 0, &mut rows)?;
    let filled =
        (1..columns.len()).all(|column| rows.iter().any(|row| !row[column].is_empty()) || has_over(&rows, column));
    filled.then_some(rows)
}

/// 总量 增速 总量增速: words that touch are two cells where both stand elsewhere in the line.
fn parted(cells: &[Cell]) -> Vec<Cell> {
    let mut found: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells {
        let two = (1..cell.parts.len()).find_map(|at| {
            let (before, behind) = cell.parts.split_at(at);
            let made = |parts: &[Part]| Cell {
                left: parts[0].left,
                right: parts[parts.len() - 1].right,
                size: cell.size,
                text: parts.iter().map(|part| part.text.as_str()).collect(),
                parts: parts.to_vec(),
            };
            let two = [made(before), made(behind)];
            two.iter().all(|part| cells.iter().any(|other| other.text == part.text)).then_some(two)
        });
        match two {
            Some(two) => found.extend(two),
            None => found.push(cell.clone()),
        }
    }
    found
}

/// Whether words to the left of an empty column go over it.
fn has_over(rows: &[Vec<String>], column: usize) -> bool {
    rows.len() > 1 && rows[0][..column].iter().skip(1).any(|text| !text.is_empty())
}

/// Writes the uppermost cells of some columns into a row, and what stands under each into those below.
fn level(
    cells: &[Placed],
    columns: &[(f64, f64)],
    (from, to): (usize, usize),
    row: usize,
    rows: &mut Vec<Vec<String>>,
) -> Option<()> {
    if row >= ROWS {
        return None;
    }
    let mut tops = tops(cells, &columns[from..to]);
    tops.sort_by(|a, b| a[0].cell.left.total_cmp(&b[0].cell.left));
    for (under, (first, end)) in tops.iter().zip(spread(&tops, columns, from, to)?) {
        if rows.len() <= row {
            rows.push(vec![String::new(); columns.len()]);
        }
        if end - first == 1 {
            rows[row][first] = joined(under);
            continue;
        }
        // What is as wide as the words above goes on from them.
        let mut rest = &under[1..];
        let mut words = under[0].cell.text.clone();
        let middle = |cell: &Cell| f64::midpoint(cell.left, cell.right);
        while let [next, others @ ..] = rest
            && others.first().is_none_or(|other| other.y > next.y)
            && (middle(next.cell) - middle(under[0].cell)).abs() < next.cell.size * SAME
        {
            words.push_str(&next.cell.text);
            rest = others;
        }
        rows[row][first] = words;
        if !rest.is_empty() {
            level(rest, columns, (first, end), row + 1, rows)?;
        }
    }
    Some(())
}

fn joined(cells: &[Placed]) -> String {
    let mut words = String::new();
    for placed in cells {
        join(&mut words, &placed.cell.text, true);
    }
    words
}

/// The uppermost cells, each with those that stand under it, from above.
fn tops<'a>(cells: &[Placed<'a>], columns: &[(f64, f64)]) -> Vec<Vec<Placed<'a>>> {
    let mut tops: Vec<Vec<Placed>> = Vec::new();
    let repeated = |y: f64| {
        let row = || cells.iter().filter(|placed| placed.y.total_cmp(&y).is_eq()).map(|placed| &placed.cell.text);
        row().enumerate().any(|(n, text)| row().skip(n + 1).any(|other| other == text))
    };
    let apart = |a: &Cell, b: &Cell| (a.left - b.right).max(b.left - a.right);
    // Words that stand over the last of some columns alone leave the first of the row below without any.
    let at_right = |y: f64| {
        let row = cells.iter().filter(|placed| placed.y.total_cmp(&y).is_eq());
        let first = row.min_by(|a, b| a.cell.left.total_cmp(&b.cell.left));
        first.is_some_and(|first| !cells.iter().any(|above| above.y < y && apart(above.cell, first.cell) < 0.0))
    };
    for placed in cells {
        let shared = |other: &Cell| placed.cell.right.min(other.right) - placed.cell.left.max(other.left);
        let beside = |other: &&mut Vec<Placed>| other[0].y < placed.y;
        // Words over words; else words beside a gap between columns over which others stand.
        let strict = tops.iter_mut().filter(beside).filter(|top| top.iter().any(|other| shared(other.cell) > 0.0));
        let over = strict.max_by(|a, b| shared(a[0].cell).total_cmp(&shared(b[0].cell)));
        if let Some(top) = over {
            top.push(*placed);
            continue;
        }
        // 总量 增速 总量 增速: the lowest row of several, though the words above stand over one of each alone.
        let above = || (0..tops.len()).filter(|n| tops[*n][0].y < placed.y);
        let beside = |n: &usize| {
            let top = tops[*n][0].cell;
            repeated(placed.y)
                && if at_right(placed.y) { placed.cell.right < top.right } else { top.left < placed.cell.left }
        };
        let near = |a: &usize, b: &usize| {
            apart(tops[*a][0].cell, placed.cell).total_cmp(&apart(tops[*b][0].cell, placed.cell))
        };
        let over = above().find(|n| is_between(&tops[*n][0], placed, cells, columns));
        match over.or_else(|| above().filter(beside).min_by(near)) {
            Some(n) => tops[n].push(*placed),
            None => tops.push(vec![*placed]),
        }
    }
    tops
}

/// Whether the words above stand over the gap between two columns, in each of which words stand below.
fn is_between(above: &Placed, below: &Placed, cells: &[Placed], columns: &[(f64, f64)]) -> bool {
    let middle = |cell: &Cell| f64::midpoint(cell.left, cell.right);
    let over = middle(above.cell);
    let is_in =
        |cell: &Cell, column: &(f64, f64)| column.0 - cell.size < middle(cell) && middle(cell) < column.1 + cell.size;
    let beside = |column: &(f64, f64)| {
        cells.iter().any(|other| other.y.total_cmp(&below.y).is_eq() && is_in(other.cell, column))
    };
    columns.windows(2).any(|pair| {
        let gap = pair[0].1 < over && over < pair[1].0;
        gap && pair.iter().any(|column| is_in(below.cell, column)) && pair.iter().all(beside)
    })
}

/// The columns of each of the cells, from left to right: where their middles, or their edges, fit best.
fn spread(tops: &[Vec<Placed>], columns: &[(f64, f64)], from: usize, to: usize) -> Option<Vec<(usize, usize)>> {
    let count = to - from;
    let first = tops.first()?[0].cell;
    // A head can have no word over the labels.
    let free = usize::from(from == 0 && count > tops.len() && first.left > columns[0].1);
    if tops.len() + free > count {
        return None;
    }
    // As many cells on a line below as there are columns say how wide each is.
    let wide = |top: &Vec<Placed>| {
        let row = |placed: &Placed| top.iter().filter(|other| other.y.total_cmp(&placed.y).is_eq()).count();
        top.iter().map(row).max().unwrap_or(1)
    };
    if tops.iter().map(wide).sum::<usize>() + free == count {
        let mut end = from + free;
        let range = |top| {
            let start = end;
            end += wide(top);
            (start, end)
        };
        return Some(tops.iter().map(range).collect());
    }
    let places: [fn(f64, f64) -> f64; 3] = [f64::midpoint, |left, _| left, |_, right| right];
    let mut best: Option<(f64, Vec<(usize, usize)>)> = None;
    for place in places {
        // For each number of cells and columns, the least sum of distances and where the last cell begins.
        let mut sums = vec![vec![(f64::INFINITY, 0); count + 1]; tops.len() + 1];
        sums[0][free].0 = 0.0;
        for (n, top) in tops.iter().enumerate() {
            let own = place(top[0].cell.left, top[0].cell.right);
            for end in n + 1..=count {
                for start in n..end {
                    let over = place(columns[from + start].0, columns[from + end - 1].1);
                    let sum = sums[n][start].0 + (own - over).abs();
                    if sum < sums[n + 1][end].0 {
                        sums[n + 1][end] = (sum, start);
                    }
                }
            }
        }
        let sum = sums[tops.len()][count].0;
        if sum.is_finite() && best.as_ref().is_none_or(|(least, _)| sum < *least) {
            let mut end = count;
            let mut found: Vec<(usize, usize)> = Vec::with_capacity(tops.len());
            for n in (1..=tops.len()).rev() {
                let start = sums[n][end].1;
                found.push((from + start, from + end));
                end = start;
            }
            found.reverse();
            best = Some((sum, found));
        }
    }
    best.map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::super::{Pages, page, read};

    fn table(head: &[(f64, f64, &str)], label: &[(f64, &str)]) -> String {
        let mut runs = vec![(60.0, 40.0, "全年完成投资52.7亿元，同比增长3.1%，其中技改投资8.2亿元。")];
        runs.extend(head);
        for n in 0..3_u8 {
            let y = 150.0 + f64::from(n) * 24.0;
            runs.extend(label.iter().map(|(step, text)| (60.0, y + step, *text)));
            runs.extend([(150.0, y, "81.62"), (262.0, y, "7.4"), (352.0, y, "50.83"), (462.0, y, "-5.2")]);
        }
        let text = read(Pages { pages: vec![page(&runs)] }).unwrap().text;
        text.lines().filter(|line| line.starts_with('|')).take(3).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_broken_round_the_middle_of_others_stand_over_their_columns() {
        let head = [
            (345.0, 92.0, "规模以上"),
            (190.0, 98.0, "出口"),
            (350.0, 104.0, "产值"),
            (60.0, 110.0, "乡镇"),
            (145.0, 122.0, "总量"),
            (255.0, 122.0, "增速"),
            (350.0, 122.0, "亿元"),
            (455.0, 116.0, "降幅"),
        ];
        let found = table(&head, &[(0.0, "云桥镇")]);
        assert_eq!(found, "|乡镇|出口||规模以上产值亿元|降幅| ||总量|增速||| |云桥镇|81.62|7.4|50.83|-5.2|");
    }

    #[test]
    fn a_row_that_repeats_is_under_what_stands_over_the_first_or_the_last_of_each() {
        let below = [(145.0, 124.0, "总量"), (255.0, 124.0, "增速"), (345.0, 124.0, "总量"), (455.0, 124.0, "增速")];
        for (first, second) in [(145.0, 345.0), (255.0, 455.0)] {
            let mut head = vec![(60.0, 106.0, "乡镇"), (first, 106.0, "出口"), (second, 106.0, "进口")];
            head.extend(below);
            let found = table(&head, &[(0.0, "云桥镇")]);
            assert_eq!(found, "|乡镇|出口||进口|| ||总量|增速|总量|增速| |云桥镇|81.62|7.4|50.83|-5.2|");
        }
    }

    #[test]
    fn a_label_is_put_together_round_its_values() {
        let head = [(60.0, 130.0, "乡镇"), (145.0, 130.0, "总量"), (255.0, 130.0, "增速"), (345.0, 130.0, "产值")];
        let head = [&head[..], &[(455.0, 130.0, "降幅")]].concat();
        let found = table(&head, &[(-7.0, "高新技术"), (7.0, "开发区")]);
        assert_eq!(found.split(' ').nth(1), Some("|高新技术开发区|81.62|7.4|50.83|-5.2|"), "{found}");
    }
}
