//! A sentence is read in a document: its kind, day, place and section decide what 今年 or a bare 增长6% mean. This sets a
//! row's sentence into the smallest document that says all four, as such documents do.

use jiandu::report::{Report, Span};
use jiandu::{Options, analyze};

/// Where the sentence of a row stands.
pub struct Setting<'a> {
    /// `work_report`, `interview`, `communique`, `news`, or `note`: the sentence alone.
    pub kind: &'a str,
    /// `YYYY-MM-DD`.
    pub day: &'a str,
    /// Place the document speaks for.
    pub place: &'a str,
    /// `review Y`, `targets Y`, `plan Y`, `five Y Z`, or `-`.
    pub section: &'a str,
}

/// The report of the document, and where the sentence stands in its text.
pub struct Reading {
    /// What the program made of it.
    pub report: Report,
    text: Vec<u16>,
    sentence: Span,
}

impl Setting<'_> {
    /// Sets the sentence into its document and has it read.
    pub fn read(&self, sentence: &str) -> Reading {
        let before = self.opening();
        let text = format!("{before}{sentence}\n");
        let stated = matches!(self.kind, "work_report" | "communique");
        let options = Options {
            name: Some(if self.kind == "communique" { "row.md" } else { "row.txt" }.to_owned()),
            date: (!stated).then(|| self.day.to_owned()),
            ..Options::default()
        };
        let report = analyze(text.as_str(), &options).unwrap_or_else(|error| panic!("{sentence}: {error}"));
        assert_eq!(report.document.text, text, "the text is kept as read");
        let start = before.encode_utf16().count() as u32;
        let end = start + sentence.encode_utf16().count() as u32;
        Reading { report, text: text.encode_utf16().collect(), sentence: Span { start, end } }
    }

    fn opening(&self) -> String {
        let Setting { kind, day, place, section } = self;
        let mut words = section.split(' ');
        let (part, year) = (words.next().unwrap_or("-"), words.next().and_then(|year| year.parse::<i32>().ok()));
        match *kind {
            "work_report" => {
                let head = if place.ends_with('市') { '市' } else { '县' };
                let title = format!(
                    "{place}政府工作报告\n——{}在{place}第十七届人民代表大会第五次会议上\n\n{place}人民政府{head}长　陆明远\n\n各位代表：\n\n",
                    spelled(day)
                );
                let heading = match (part, year) {
                    ("review", Some(year)) => format!("一、{year}年工作回顾\n\n"),
                    ("five", _) => "一、过去五年工作回顾\n\n".to_owned(),
                    ("targets", Some(year)) => format!("{}二、{year}年主要预期目标\n\n", looking_back(year)),
                    ("plan", Some(year)) => format!("{}三、{year}年重点工作\n\n", looking_back(year)),
                    _ => String::new(),
                };
                title + &heading
            }
            "communique" => format!(
                "# {place}{}年国民经济和社会发展统计公报\n\n{place}统计局\n\n{}\n\n## 一、综合\n\n",
                year.unwrap_or_default(),
                spelled(day)
            ),
            "interview" => format!("凝心聚力促发展\n——访{place}委书记　沈致远\n\n{}\n\n", spelled(day)),
            "news" => format!("{place}重点项目建设提速\n{day}　来源：岚江新闻\n\n"),
            _ => String::new(),
        }
    }
}

/// A report that plans a year has looked back on the one before.
fn looking_back(year: i32) -> String {
    format!("一、{}年工作回顾\n\n过去一年，各项工作取得新的成绩。\n\n", year - 1)
}

/// 2025-01-14 as 2025年1月14日.
fn spelled(day: &str) -> String {
    let parts: Vec<u32> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    format!("{}年{}月{}日", parts[0], parts[1], parts[2])
}

impl Reading {
    /// The words of a span.
    pub fn words(&self, span: Span) -> String {
        String::from_utf16_lossy(&self.text[span.start as usize..span.end as usize])
    }

    /// Whether a span touches the row's sentence.
    pub fn holds(&self, span: Span) -> bool {
        span.start < self.sentence.end && self.sentence.start < span.end
    }

    /// Spans of the quotes in the sentence, found one after another from its beginning.
    pub fn locate<'q>(&self, quotes: impl Iterator<Item = &'q str>) -> Vec<Span> {
        let mut from = self.sentence.start as usize;
        quotes
            .map(|quote| {
                let quote_units: Vec<u16> = quote.encode_utf16().collect();
                let at = self.text[from..]
                    .windows(quote_units.len())
                    .position(|window| window == quote_units)
                    .unwrap_or_else(|| panic!("the table's quote {quote} does not stand in its sentence"));
                let start = from + at;
                from = start + quote_units.len();
                Span { start: start as u32, end: from as u32 }
            })
            .collect()
    }

    /// The numeral characters of a span: two quotes of one number may differ in where its unit ends.
    pub fn numerals(&self, span: Span) -> Vec<u32> {
        const NUMERALS: &str =
            "0123456789０１２３４５６７８９一二三四五六七八九十百千万亿兆两零〇半双几數数多余餘过過番";
        let numerals: Vec<u32> = (span.start..span.end)
            .filter(|at| char::from_u32(u32::from(self.text[*at as usize])).is_some_and(|c| NUMERALS.contains(c)))
            .collect();
        if numerals.is_empty() { (span.start..span.end).collect() } else { numerals }
    }
}

/// Pairs each wanted span with the found one that shares most of it; both sides are used once.
/// Returns for each wanted span the index of its partner, and the found ones left over.
pub fn pair(wanted: &[Vec<u32>], found: &[Vec<u32>]) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut candidates = Vec::new();
    for (i, want) in wanted.iter().enumerate() {
        for (j, find) in found.iter().enumerate() {
            let shared = want.iter().filter(|at| find.contains(at)).count();
            if shared > 0 {
                candidates.push((shared as f64 / want.len().max(find.len()) as f64, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut partner, mut used) = (vec![None; wanted.len()], vec![false; found.len()]);
    for (_, i, j) in candidates {
        if partner[i].is_none() && !used[j] {
            partner[i] = Some(j);
            used[j] = true;
        }
    }
    let left = (0..found.len()).filter(|j| !used[*j]).collect();
    (partner, left)
}
