//! Columns of running text whose lines need not stand on common baselines: a blank strip down the page parts them.

use super::lines::{Line, Part};

/// Lines of the shortest column that is told by itself; of one where the page before had it.
const LINES: usize = 3;
const MORE: usize = 2;
/// In sizes of the font: the least gap before a word that can begin a line of the right column, how far a sign may hang over
/// its start, and how far paragraphs are indented.
const GAP: f64 = 0.4;
const HANGS: f64 = 0.1;
const INDENT: f64 = 2.6;
/// Where in the width of the text a gutter can be.
const MIDDLE: std::ops::Range<f64> = 0.25..0.75;
/// Starts of words closer than this, in points, are one edge; edges that are looked at, those of most lines first.
const ONE: f64 = 1.5;
const EDGES: usize = 6;

/// Where the right column of a page begins. `known` is that of the page before.
pub(super) fn edge(page: &[Line], known: Option<f64>) -> Option<f64> {
    let text: Vec<&Line> = page.iter().filter(|line| line.table.is_none()).collect();
    let left = text.iter().map(|line| line.left()).min_by(f64::total_cmp)?;
    let right = text.iter().map(|line| line.right()).max_by(f64::total_cmp)?;
    let mut starts: Vec<f64> = Vec::new();
    for line in &text {
        let mut before = f64::NEG_INFINITY;
        for part in parts(line) {
            if part.left - before >= GAP * line.size && MIDDLE.contains(&((part.left - left) / (right - left))) {
                starts.push(part.left);
            }
            before = before.max(part.right);
        }
    }
    starts.sort_by(f64::total_cmp);
    let mut edges: Vec<(f64, usize)> = Vec::new();
    for start in starts {
        match edges.last_mut() {
            Some((at, count)) if start - *at < ONE => *count += 1,
            _ => edges.push((start, 1)),
        }
    }
    edges.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let own = edges.iter().take(EDGES).map(|(at, _)| *at).find(|at| parts_columns(&text, *at, LINES, true));
    own.or_else(|| known.filter(|at| parts_columns(&text, *at, MORE, false)))
}

fn parts(line: &Line) -> impl Iterator<Item = &Part> {
    line.cells.iter().flat_map(|cell| &cell.parts)
}

/// True of words that stand on both sides of a column's start.
pub(super) fn is_over(part: &Part, edge: f64, size: f64) -> bool {
    part.left < edge - HANGS * size && part.right > edge + HANGS * size
}

/// A row whose values stand right of the edge and whose label left of it: a table over both columns.
pub(super) fn is_row(line: &Line, edge: f64) -> bool {
    let (left, right): (Vec<&super::lines::Cell>, Vec<_>) = line.cells.iter().partition(|cell| cell.left < edge);
    line.cells.len() > 2
        && !left.is_empty()
        && !right.is_empty()
        && right.iter().all(|cell| super::lines::is_value(&cell.text))
}

/// One side of the lines between two that go over both.
#[derive(Default)]
struct Side {
    lines: Vec<Piece>,
}

/// What a line has on one side: left, right, size and words.
type Piece = (f64, f64, f64, String);

impl Side {
    fn add<'a>(&mut self, line: &Line, own: impl Iterator<Item = &'a Part>) {
        let (mut from, mut to, mut words) = (f64::INFINITY, f64::NEG_INFINITY, String::new());
        for part in own {
            (from, to) = (from.min(part.left), to.max(part.right));
            words.push_str(&part.text);
        }
        if from <= to {
            self.lines.push((from, to, line.size, words));
        }
    }

    /// Running text: lines that begin at one edge or an indent, most of them filled, with signs of sentences.
    fn is_text(&self) -> bool {
        let left = self.lines.iter().map(|line| line.0).fold(f64::INFINITY, f64::min);
        let right = self.lines.iter().map(|line| line.1).fold(f64::NEG_INFINITY, f64::max);
        let count = |test: &dyn Fn(&Piece) -> bool| self.lines.iter().filter(|l| test(l)).count();
        let all = self.lines.len();
        let flush = count(&|(from, _, size, _)| from - left < ONE || from - left < INDENT * size);
        let full = count(&|(from, to, ..)| to - from > (right - left) * 0.7);
        let said = count(&|(.., words)| words.contains(['，', '。', '；', '、']));
        flush * 10 >= all * 7 && full * 20 >= all * 9 && said * 20 >= all * 7
    }

    fn width(&self) -> f64 {
        let left = self.lines.iter().map(|line| line.0).fold(f64::INFINITY, f64::min);
        self.lines.iter().map(|line| line.1).fold(f64::NEG_INFINITY, f64::max) - left
    }
}

/// Whether a column of running text begins at an edge and another ends before it.
fn parts_columns(lines: &[&Line], edge: f64, least: usize, sure: bool) -> bool {
    let (mut left, mut right) = (Side::default(), Side::default());
    let (mut one, mut two) = (Side::default(), Side::default());
    let mut over = 0;
    let mut close = |one: &mut Side, two: &mut Side| {
        // A short line below a title is of no column.
        let both = one.lines.len() > 1 && two.lines.len() > 1;
        for (from, to) in [(one, &mut left), (two, &mut right)] {
            let lines = std::mem::take(&mut from.lines);
            to.lines.extend(lines.into_iter().filter(|_| both));
        }
    };
    for line in lines {
        if is_row(line, edge) || parts(line).any(|part| is_over(part, edge, line.size)) {
            over += 1;
            close(&mut one, &mut two);
            continue;
        }
        one.add(line, parts(line).filter(|part| part.left < edge - HANGS * line.size));
        two.add(line, parts(line).filter(|part| part.left >= edge - HANGS * line.size));
    }
    close(&mut one, &mut two);
    let few = left.lines.len().min(right.lines.len());
    let (a, b) = (left.width(), right.width());
    few >= least
        && over <= left.lines.len() + right.lines.len()
        && (!sure || a < b * 2.0 && b < a * 2.0)
        && (left.is_text() && right.is_text() || !sure && (left.is_text() || right.is_text()))
}

#[cfg(test)]
mod tests {
    use super::super::columns::order;
    use super::super::{Page, lines, page};

    const SIDE: [&str; 3] =
        ["全县新建道路31.5公里，改造桥", "梁12座，完成投资2.6亿元，同", "比增长5.3%，惠及3.8万人。全"];

    /// Two columns whose lines stand at heights of their own, the right one from `edge` on.
    fn printed(edge: f64, left: i32, right: i32) -> Page {
        let column = |x: f64, y: f64, count: i32| {
            (0..count).map(move |n| (x, y + f64::from(n) * 18.0, SIDE[usize::try_from(n).unwrap_or(0) % 3]))
        };
        let mut runs = vec![(60.0, 40.0, "青沅县全年各项事业发展情况的通报和下一步工作的安排意见")];
        runs.extend(column(60.0, 100.0, left));
        runs.extend(column(edge, 109.0, right));
        page(&runs)
    }

    #[test]
    fn columns_need_no_common_baseline() {
        for edge in [205.0, 212.0, 240.0] {
            let stretches = order(lines::of(&printed(edge, 9, 7)), &mut None);
            assert_eq!(stretches.iter().map(Vec::len).collect::<Vec<_>>(), [1, 9, 7], "{edge}");
        }
    }

    #[test]
    fn a_short_last_page_has_the_columns_of_the_one_before() {
        let mut known = None;
        order(lines::of(&printed(212.0, 9, 9)), &mut known);
        assert_eq!(order(lines::of(&printed(212.0, 3, 2)), &mut known).len(), 3);
        assert_eq!(order(lines::of(&printed(212.0, 3, 2)), &mut None).len(), 1);
    }

    #[test]
    fn labels_and_values_are_no_columns() {
        let rows: Vec<_> = (0..12)
            .flat_map(|n| {
                let y = 100.0 + f64::from(n) * 18.0;
                [(60.0, y, "社会消费品零售总额（亿元）"), (240.0, y, "63.5")]
            })
            .collect();
        assert_eq!(order(lines::of(&page(&rows)), &mut None).len(), 1);
    }
}
