//! Pages of two columns: the left one is read to its end before the right one begins.

use super::lines::{Cell, Line};
use super::strip;

/// Lines that have words on both sides of the gutter, and how many are enough where the page before had one there too.
const LINES: usize = 8;
const MORE: usize = 3;
/// Characters that a side's words have as a rule; cells of tables are shorter.
const LONG: usize = 10;

/// The stretches of a page in the order in which they are read. `known` is the gutter of the page before.
pub(super) fn order(page: Vec<Line>, known: &mut Option<f64>) -> Vec<Vec<Line>> {
    let before = *known;
    let strip = strip::edge(&page, before);
    let found = strip.or_else(|| gutter(&page)).or_else(|| before.filter(|at| goes_on(&page, *at)));
    *known = found;
    let Some(gutter) = found else { return vec![page] };
    let (mut stretches, mut left, mut right): (Vec<Vec<Line>>, Vec<Line>, Vec<Line>) = Default::default();
    let mut whole: Vec<Line> = Vec::new();
    for line in page {
        let row = strip.is_some() && strip::is_row(&line, gutter);
        let line = if row { line } else { parted(line, gutter, strip.is_some()) };
        let over = strip.is_some() && line.table.is_none();
        if row
            || over
                && line.cells.iter().flat_map(|cell| &cell.parts).any(|part| strip::is_over(part, gutter, line.size))
            || !over && line.cells.iter().any(|cell| cell.left < gutter - line.size && cell.right > gutter + line.size)
        {
            // A title over both columns ends what stands above it.
            stretches
                .extend([std::mem::take(&mut left), std::mem::take(&mut right)].into_iter().filter(|s| !s.is_empty()));
            whole.push(line);
            continue;
        }
        stretches.extend(Some(std::mem::take(&mut whole)).filter(|s| !s.is_empty()));
        let (on_left, on_right): (Vec<Cell>, Vec<Cell>) =
            line.cells.into_iter().partition(|cell| f64::midpoint(cell.left, cell.right) <= gutter);
        for (cells, to) in [(on_left, &mut left), (on_right, &mut right)] {
            if !cells.is_empty() {
                // A heading of the other column is no part of this line.
                let own = cells.iter().map(|cell| cell.size).fold(0.0, f64::max);
                to.push(Line { cells, size: own, ..line });
            }
        }
    }
    stretches.extend([left, right, whole].into_iter().filter(|s| !s.is_empty()));
    stretches
}

/// Gap, in sizes of the font, that a comma at the edge of its column may leave of the gutter.
const NARROW: f64 = 0.4;

/// A line whose left side ends with a sign that hangs into the gutter: its cells are parted there all the same. Where the
/// gutter is the edge of a column, however few words stand on either side.
fn parted(line: Line, gutter: f64, edge: bool) -> Line {
    let Line { y, size, cells, table } = line;
    let mut apart = Vec::with_capacity(cells.len() + 1);
    for cell in cells {
        let at = cell.parts.windows(2).position(|pair| {
            let [before, behind] = [&pair[0], &pair[1]];
            before.right <= gutter + size / 2.0
                && behind.left >= gutter - size / 2.0
                && behind.left - before.right >= NARROW * size
        });
        let Some(at) = at.map(|at| at + 1) else {
            apart.push(cell);
            continue;
        };
        let written = cell.parts[..at].iter().flat_map(|part| part.text.chars()).filter(|c| !c.is_whitespace()).count();
        let mut places = cell.text.char_indices().filter(|(_, c)| !c.is_whitespace());
        let end = places.nth(written).map_or(cell.text.len(), |(end, _)| end);
        let (before, behind) = cell.text.split_at(end);
        if !edge && [before, behind].iter().any(|side| side.chars().nth(LONG).is_none()) {
            apart.push(cell);
            continue;
        }
        let (on_left, on_right) = (cell.parts[..at].to_vec(), cell.parts[at..].to_vec());
        let (right, left) = (on_left[at - 1].right, on_right[0].left);
        apart.push(Cell { left: cell.left, right, size: cell.size, text: before.trim().to_owned(), parts: on_left });
        apart.push(Cell { left, right: cell.right, size: cell.size, text: behind.trim().to_owned(), parts: on_right });
    }
    Line { y, size, cells: apart, table }
}

/// Where the gap between two columns of running text stands.
fn gutter(page: &[Line]) -> Option<f64> {
    let (left, right) = (least(page.iter().map(Line::left))?, -least(page.iter().map(|line| -line.right()))?);
    let middle = f64::midpoint(left, right);
    // The gaps of the lines that stand near the middle.
    let mut gaps: Vec<(f64, f64)> = Vec::new();
    for line in page {
        for pair in line.cells.windows(2) {
            let (from, to) = (pair[0].right, pair[1].left);
            let near = (from..to).contains(&middle) || (f64::midpoint(from, to) - middle).abs() < (right - left) * 0.1;
            let long = pair.iter().filter(|cell| cell.text.chars().count() >= LONG).count();
            if near && long >= 1 && line.cells.len() == 2 {
                gaps.push((from, to));
            }
        }
    }
    if gaps.len() < LINES || gaps.len() * 2 < page.len() {
        return None;
    }
    // Both sides are filled to the gutter by most lines.
    let width = right - left;
    let full = page
        .iter()
        .filter(|line| line.cells.len() == 2 && line.cells.iter().all(|cell| cell.right - cell.left > width * 0.3))
        .count();
    if full * 3 < gaps.len() * 2 && !is_filled(page) {
        return None;
    }
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let from = gaps[gaps.len() * 9 / 10].0;
    gaps.sort_by(|a, b| a.1.total_cmp(&b.1));
    let to = gaps[gaps.len() / 10].1;
    Some(f64::midpoint(from, to))
}

/// True of lines whose words run on both sides up to the same edge again and again, and are long: many short paragraphs.
fn is_filled(page: &[Line]) -> bool {
    let pairs: Vec<(&Cell, &Cell, f64)> = page
        .iter()
        .filter(|line| line.cells.len() == 2)
        .map(|line| (&line.cells[0], &line.cells[1], line.size))
        .collect();
    let edge = |right: &dyn Fn(&(&Cell, &Cell, f64)) -> f64| {
        let Some(most) = least(pairs.iter().map(|pair| -right(pair))) else { return 0 };
        pairs.iter().filter(|pair| right(pair) > -most - 1.5 * pair.2).count()
    };
    let long = |cell: &Cell| cell.text.chars().count() >= LONG;
    let words = pairs.iter().filter(|pair| long(pair.0)).count() + pairs.iter().filter(|pair| long(pair.1)).count();
    let enough = |count: usize| count * 5 >= pairs.len() * 2;
    enough(edge(&|pair| pair.0.right)) && enough(edge(&|pair| pair.1.right)) && words * 4 >= pairs.len() * 2 * 3
}

/// True where lines stand on both sides of the gutter of the page before and hardly one crosses it.
fn goes_on(page: &[Line], gutter: f64) -> bool {
    let crosses =
        |line: &&Line| line.cells.iter().any(|cell| cell.left < gutter - line.size && cell.right > gutter + line.size);
    let long = |cell: &Cell| cell.text.chars().count() >= LONG;
    let both = |line: &&Line| {
        line.cells.len() == 2
            && line.cells[0].right <= gutter
            && line.cells[1].left >= gutter
            && line.cells.iter().all(long)
    };
    let (crossing, joined) = (page.iter().filter(crosses).count(), page.iter().filter(both).count());
    joined >= MORE && crossing * 4 <= joined
}

fn least(values: impl Iterator<Item = f64>) -> Option<f64> {
    values.min_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::super::{lines, page};
    use super::*;

    #[test]
    fn the_left_column_is_read_first() {
        let side = "全县经济平稳增长群众收入持续提高";
        let mut runs = vec![(60.0, 60.0, "一行横跨两栏的标题一行横跨两栏的标题一行横跨两栏的标题")];
        runs.extend((0..10).flat_map(|n| {
            let y = 100.0 + f64::from(n) * 20.0;
            [(60.0, y, side), (260.0, y, side)]
        }));
        let stretches = order(lines::of(&page(&runs)), &mut None);
        assert_eq!(stretches.iter().map(Vec::len).collect::<Vec<_>>(), [1, 10, 10]);
        assert!(stretches[1].iter().all(|line| line.left() < 100.0));
        let table: Vec<_> = (0..10)
            .flat_map(|n| [(60.0, f64::from(n) * 20.0, "第一产业"), (260.0, f64::from(n) * 20.0, "45.9")])
            .collect();
        assert_eq!(order(lines::of(&page(&table)), &mut None).len(), 1);
    }

    #[test]
    fn a_sign_that_hangs_into_the_gutter_joins_no_columns() {
        let side = "全县经济平稳增长群众收入持续提高";
        let hanging = format!("{side}，");
        let runs: Vec<(f64, f64, &str)> = (0..10)
            .flat_map(|n| {
                let y = 100.0 + f64::from(n) * 20.0;
                [(60.0, y, if n == 5 { hanging.as_str() } else { side }), (245.0, y, side)]
            })
            .collect();
        let lines = lines::of(&page(&runs));
        assert_eq!(lines[5].cells.len(), 1);
        let stretches = order(lines, &mut None);
        assert_eq!(stretches.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10]);
        assert_eq!((stretches[0][5].text(), stretches[1][5].text()), (hanging, side.to_owned()));
    }

    #[test]
    fn short_paragraphs_and_a_last_page_are_columns_too() {
        let lines_of = |widths: &[(usize, usize)]| {
            let side = "全县经济平稳增长群众收入持续提高";
            let cut = |n: usize| &side[..n * 3];
            let runs: Vec<(f64, f64, &str)> = (0_i32..)
                .zip(widths)
                .flat_map(|(n, (a, b))| {
                    let y = 100.0 + f64::from(n) * 20.0;
                    [(60.0, y, cut(*a)), (260.0, y, cut(*b))]
                })
                .collect();
            lines::of(&page(&runs))
        };
        let short = [(16, 11), (10, 16), (16, 16), (12, 16), (16, 4), (10, 16), (16, 10), (11, 12), (16, 16), (12, 11)];
        let mut known = None;
        assert_eq!(order(lines_of(&short), &mut known).len(), 2);
        assert!(known.is_some());
        let last = lines_of(&[(16, 16), (16, 12), (16, 11)]);
        assert_eq!(order(last.clone(), &mut known).len(), 2);
        assert_eq!(order(last, &mut None).len(), 1);
    }
}
