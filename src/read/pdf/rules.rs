//! Lines drawn on a page → what they enclose: the columns and rows of ruled tables.

use super::Rule;

/// In points: how far ends of lines that meet, and lines that are one, may be apart.
const MEET: f64 = 3.0;
const ONE: f64 = 1.5;
/// Lines of a page; one that has more is a drawing.
const MOST: usize = 3_000;

/// A line across or down: where it stands, and from where to where it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Lines that meet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Frame {
    /// From left to right and from top to bottom.
    pub(super) down: Vec<Stroke>,
    pub(super) across: Vec<Stroke>,
    /// Edges of the columns and of the rows.
    pub(super) xs: Vec<f64>,
    pub(super) ys: Vec<f64>,
}

/// What the lines of a page frame: two columns or more each.
pub(super) fn frames(rules: &[Rule]) -> Vec<Frame> {
    if rules.len() > MOST {
        return Vec::new();
    }
    let is_down = |rule: &&Rule| (rule.x2 - rule.x1).abs() < (rule.y2 - rule.y1).abs();
    let sort = |a: f64, b: f64| (a.min(b), a.max(b));
    let stroke = |at: f64, (from, to): (f64, f64)| Stroke { at, from, to };
    let down = rules.iter().filter(is_down).map(|r| stroke(f64::midpoint(r.x1, r.x2), sort(r.y1, r.y2)));
    let across =
        rules.iter().filter(|rule| !is_down(rule)).map(|r| stroke(f64::midpoint(r.y1, r.y2), sort(r.x1, r.x2)));
    let (down, across) = (joined(down.collect()), joined(across.collect()));
    // Lines that meet are of one frame: each points to another one of its own, the last to itself.
    let mut of: Vec<usize> = (0..down.len() + across.len()).collect();
    for (d, line) in down.iter().enumerate() {
        for (a, other) in across.iter().enumerate() {
            let meet = (other.from - MEET..=other.to + MEET).contains(&line.at)
                && (line.from - MEET..=line.to + MEET).contains(&other.at);
            if meet {
                let (one, two) = (last(&mut of, d), last(&mut of, down.len() + a));
                of[one] = two;
            }
        }
    }
    let mut frames: Vec<(usize, Frame)> = Vec::new();
    for (n, line) in down.iter().chain(&across).enumerate() {
        let id = last(&mut of, n);
        let at = frames.iter().position(|(known, _)| *known == id).unwrap_or_else(|| {
            frames.push((id, Frame::default()));
            frames.len() - 1
        });
        let frame = &mut frames[at].1;
        if n < down.len() { frame.down.push(*line) } else { frame.across.push(*line) }
    }
    let mut frames: Vec<Frame> = frames.into_iter().map(|(_, frame)| frame.edged()).collect();
    frames.retain(|frame| frame.xs.len() > 2 && frame.ys.len() > 1 && !frame.down.is_empty() && frame.across.len() > 1);
    frames
}

fn last(of: &mut [usize], mut n: usize) -> usize {
    while of[n] != n {
        of[n] = of[of[n]];
        n = of[n];
    }
    n
}

/// Lines drawn cell by cell are one.
fn joined(mut lines: Vec<Stroke>) -> Vec<Stroke> {
    lines.retain(|line| [line.at, line.from, line.to].iter().all(|n| n.is_finite()));
    lines.sort_by(|a, b| a.at.total_cmp(&b.at));
    // Those side by side stand at one place.
    let mut place = f64::NEG_INFINITY;
    for line in &mut lines {
        if line.at - place > ONE {
            place = line.at;
        }
        line.at = place;
    }
    lines.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut joined: Vec<Stroke> = Vec::with_capacity(lines.len());
    for line in lines {
        match joined.last_mut() {
            Some(before) if before.at.total_cmp(&line.at).is_eq() && line.from - before.to <= MEET => {
                before.to = before.to.max(line.to);
            }
            _ => joined.push(line),
        }
    }
    joined
}

impl Frame {
    /// The frame with the edges of its columns and rows. Many tables have no line at the left and the right.
    fn edged(mut self) -> Frame {
        let edges = |own: &[Stroke], others: &[Stroke]| {
            let mut edges: Vec<f64> = own.iter().map(|line| line.at).collect();
            let first = others.iter().map(|line| line.from).fold(f64::INFINITY, f64::min);
            let last = others.iter().map(|line| line.to).fold(f64::NEG_INFINITY, f64::max);
            edges.extend([first, last].into_iter().filter(|edge| edge.is_finite()));
            edges.sort_by(f64::total_cmp);
            edges.dedup_by(|b, a| *b - *a < MEET * 1.5);
            edges
        };
        self.xs = edges(&self.down, &self.across);
        self.ys = edges(&self.across, &self.down);
        self
    }

    pub(super) fn left(&self) -> f64 {
        self.xs.first().copied().unwrap_or(0.0)
    }

    pub(super) fn right(&self) -> f64 {
        self.xs.last().copied().unwrap_or(0.0)
    }

    pub(super) fn top(&self) -> f64 {
        self.ys.first().copied().unwrap_or(0.0)
    }

    pub(super) fn bottom(&self) -> f64 {
        self.ys.last().copied().unwrap_or(0.0)
    }

    /// First and last column and row of the cell around a place.
    pub(super) fn cell(&self, x: f64, y: f64) -> ([usize; 2], [usize; 2]) {
        (between(&self.xs, &self.down, x, y), between(&self.ys, &self.across, y, x))
    }

    /// Where a line down parts what stands at a height between two places.
    pub(super) fn parts(&self, from: f64, to: f64, y: f64) -> Option<f64> {
        let crossed = |line: &&Stroke| from < line.at && line.at < to && line.from - 1.0 <= y && y <= line.to + 1.0;
        self.down.iter().find(crossed).map(|line| line.at)
    }
}

/// The edges nearest to a place that are lines there, or the last.
fn between(edges: &[f64], lines: &[Stroke], at: f64, other: f64) -> [usize; 2] {
    let drawn = |edge: f64| {
        lines
            .iter()
            .any(|line| (line.at - edge).abs() < MEET * 1.5 && line.from - ONE <= other && other <= line.to + ONE)
    };
    let inner = edges.len().saturating_sub(2);
    let next = edges.iter().position(|edge| *edge > at).unwrap_or(edges.len()).clamp(1, inner + 1);
    let mut first = next - 1;
    while first > 0 && !drawn(edges[first]) {
        first -= 1;
    }
    let mut end = next;
    while end <= inner && !drawn(edges[end]) {
        end += 1;
    }
    [first, end - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(x1: f64, y1: f64, x2: f64, y2: f64) -> Rule {
        Rule { x1, y1, x2, y2 }
    }

    #[test]
    fn lines_that_meet_frame_cells() {
        // Two columns under one head, drawn cell by cell; an underline elsewhere.
        let rules = [
            rule(50.0, 100.0, 150.0, 100.0),
            rule(150.5, 100.2, 250.0, 100.2),
            rule(50.0, 120.0, 250.0, 120.0),
            rule(250.0, 140.0, 50.0, 140.0),
            rule(50.0, 100.0, 50.0, 140.0),
            rule(150.0, 120.0, 150.0, 140.0),
            rule(250.0, 140.0, 250.0, 100.0),
            rule(50.0, 300.0, 90.0, 300.0),
        ];
        let frames = frames(&rules);
        assert_eq!(frames.len(), 1);
        assert_eq!((frames[0].xs.as_slice(), frames[0].ys.len()), ([50.0, 150.0, 250.0].as_slice(), 3));
        assert_eq!(frames[0].cell(100.0, 110.0), ([0, 1], [0, 0]));
        assert_eq!(frames[0].cell(100.0, 130.0), ([0, 0], [1, 1]));
        assert_eq!(frames[0].cell(160.0, 130.0), ([1, 1], [1, 1]));
        assert_eq!(frames[0].parts(100.0, 200.0, 110.0), None);
        assert_eq!(frames[0].parts(100.0, 200.0, 130.0), Some(150.0));
    }

    #[test]
    fn a_table_without_lines_at_its_sides_ends_with_its_lines_across() {
        let rules = [
            rule(50.0, 100.0, 350.0, 100.0),
            rule(50.0, 120.0, 350.0, 120.0),
            rule(150.0, 100.0, 150.0, 200.0),
            rule(250.0, 100.0, 250.0, 200.0),
            rule(50.0, 200.0, 350.0, 200.0),
        ];
        assert_eq!(frames(&rules)[0].xs, [50.0, 150.0, 250.0, 350.0]);
        assert!(frames(&[rule(f64::NAN, 1.0, 2.0, 1.0), rule(1.0, 1.0, 90.0, 1.0)]).is_empty());
    }
}
