//! `projects.tsv`: named projects, their stage and their figures.

use jiandu::report::Project;

use crate::label;
use crate::setting::{Reading, Setting};
use crate::table::{Row, check, list, readings};
use crate::value::{is_word, word};

#[test]
fn projects_have_their_stage_and_figures() {
    check("projects.tsv", 60, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let setting = Setting { kind: row.cell(0), day: row.cell(1), place: "青沅县", section: row.cell(2) };
    let reading = setting.read(row.cell(3));
    let mut found: Vec<&Project> =
        reading.report.projects.iter().filter(|project| reading.holds(project.span)).collect();
    let mut faults = Vec::new();
    for project in list(row.cell(4), " ;; ") {
        let fields: Vec<&str> = project.split(" | ").collect();
        let fits = |project: &&Project| readings(fields[0]).any(|name| label::same(&project.name, name));
        let Some(at) = found.iter().position(fits) else {
            faults.push(format!("{}: not found", fields[0]));
            continue;
        };
        let project = found.remove(at);
        if !is_word(&word(project.stage), fields[1]) {
            faults.push(format!("{}: stage is {}, should be {}", project.name, word(project.stage), fields[1]));
        }
        let place = project.subject.as_deref().unwrap_or("-");
        if fields.get(3).is_some_and(|wanted| *wanted != place) {
            faults.push(format!("{}: place is {place}, should be {}", project.name, fields[3]));
        }
        let quotes = quotes(&reading, project);
        let wanted = list(fields[2], " ");
        if !wanted.iter().all(|quote| quotes.iter().any(|found| found == quote)) || quotes.len() > wanted.len() {
            faults.push(format!("{}: figures are {quotes:?}, should be {wanted:?}", project.name));
        }
    }
    faults.extend(found.iter().map(|project| format!("{}: no project here", project.name)));
    faults
}

fn quotes(reading: &Reading, project: &Project) -> Vec<String> {
    let figures = reading.report.figures.iter().filter(|figure| project.figures.contains(&figure.id));
    figures.map(|figure| figure.quote.clone()).collect()
}
