//! `slogans.tsv`: policy phrases with a number, and figures, names and dates that are none.

use jiandu::report::Slogan;

use crate::label;
use crate::setting::{Setting, pair};
use crate::table::{Row, check, list};

#[test]
fn slogans_are_no_figures_and_give_their_parts() {
    check("slogans.tsv", 80, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let setting = Setting { kind: "work_report", day: "2025-01-14", place: "青沅县", section: "plan 2025" };
    let reading = setting.read(row.cell(0));
    let wanted: Vec<(&str, &str)> =
        list(row.cell(1), " ; ").into_iter().map(|slogan| slogan.split_once(" = ").expect("phrase = parts")).collect();
    let spans = reading.locate(wanted.iter().map(|(phrase, _)| *phrase));
    let found: Vec<&Slogan> = reading.report.slogans.iter().filter(|slogan| reading.holds(slogan.span)).collect();
    let (partner, left) = pair(
        &spans.iter().map(|span| (span.start..span.end).collect()).collect::<Vec<Vec<u32>>>(),
        &found.iter().map(|slogan| (slogan.span.start..slogan.span.end).collect()).collect::<Vec<Vec<u32>>>(),
    );
    let mut faults = Vec::new();
    for (((phrase, parts), span), partner) in wanted.iter().zip(spans).zip(partner) {
        for figure in &reading.report.figures {
            if figure.span.start < span.end && span.start < figure.span.end {
                faults.push(format!("{phrase}: {} is taken for a figure", figure.quote));
            }
        }
        match partner {
            None => faults.push(format!("{phrase}: not found")),
            Some(at) if !are_parts(&found[at].parts, parts) => {
                faults.push(format!("{phrase}: parts are {:?}, should be {parts}", found[at].parts));
            }
            Some(_) => {}
        }
    }
    faults.extend(left.into_iter().map(|at| format!("{}: no slogan here", found[at].phrase)));
    faults
}

fn are_parts(found: &[String], field: &str) -> bool {
    let wanted = list(field, "/");
    field == "*"
        || wanted.len() == found.len() && wanted.iter().zip(found).all(|(want, found)| label::same(found, want))
}
