//! Pages of two columns: the left one is read to its end before the right one begins.

use super::lines::{Cell, Line};

/// Lines that have words on both sides of the gutter, and the share of them that must.
const LINES: usize = 8;
/// Characters that a side's words have as a rule; cells of tables are shorter.
const LONG: usize = 10;

/// The stretches of a page in the order in which they are read.
pub(super) fn order(page: Vec<Line>) -> Vec<Vec<Line>> {
    let Some(gutter) = gutter(&page) else { return vec![page] };
    let (mut stretches, mut left, mut right): (Vec<Vec<Line>>, Vec<Line>, Vec<Line>) = Default::default();
    let mut whole: Vec<Line> = Vec::new();
    for line in page {
        if line.cells.iter().any(|cell| cell.left < gutter - line.size && cell.right > gutter + line.size) {
            // A title over both columns ends what stands above it.
            stretches
                .extend([std::mem::take(&mut left), std::mem::take(&mut right)].into_iter().filter(|s| !s.is_empty()));
            whole.push(line);
            continue;
        }
        stretches.extend(Some(std::mem::take(&mut whole)).filter(|s| !s.is_empty()));
        let (on_left, on_right): (Vec<Cell>, Vec<Cell>) =
            line.cells.into_iter().partition(|cell| cell.right <= gutter + line.size);
        for (cells, to) in [(on_left, &mut left), (on_right, &mut right)] {
            if !cells.is_empty() {
                to.push(Line { cells, ..line });
            }
        }
    }
    stretches.extend([left, right, whole].into_iter().filter(|s| !s.is_empty()));
    stretches
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
    if full * 3 < gaps.len() * 2 {
        return None;
    }
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let from = gaps[gaps.len() * 9 / 10].0;
    gaps.sort_by(|a, b| a.1.total_cmp(&b.1));
    let to = gaps[gaps.len() / 10].1;
    Some(f64::midpoint(from, to))
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
        let stretches = order(lines::of(&page(&runs)));
        assert_eq!(stretches.iter().map(Vec::len).collect::<Vec<_>>(), [1, 10, 10]);
        assert!(stretches[1].iter().all(|line| line.left() < 100.0));
        let table: Vec<_> = (0..10)
            .flat_map(|n| [(60.0, f64::from(n) * 20.0, "第一产业"), (260.0, f64::from(n) * 20.0, "45.9")])
            .collect();
        assert_eq!(order(lines::of(&page(&table))).len(), 1);
    }
}
