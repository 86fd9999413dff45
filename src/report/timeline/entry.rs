//! The entry of a date: what it is said of stands around it in its clause, or in the clause behind it.

use std::borrow::Cow;

use super::{Draft, aim, deed, grain, milestone, thing, title};
use crate::lexicon::timeline_cues::timeline;
use crate::limits::TITLE_CHARS;
use crate::mention::{Date, date};
use crate::report::clause::{Place, byline, is_subordinate, is_toward};
use crate::report::projects::without_phase;
use crate::report::scene::Scene;
use crate::report::{EntryKind, Grain, Interval, Kind, Role, State, Status};
use crate::span::Span;
use crate::structure::Mode;

/// What a date's clause says, in the text.
pub(super) struct Told {
    /// The clauses it stands in.
    pub(super) place: Place,
    /// Words for the title.
    pub(super) words: String,
}

impl<'a> Scene<'a, '_> {
    /// The entries of the sentence's dates.
    #[inline(never)]
    pub(super) fn dated(&self, drafts: &mut Vec<Draft<'a>>) {
        let mut skip = 0;
        for i in 0..self.dates.len() {
            if i < skip {
                continue;
            }
            let joined = self.joins_next(i);
            let last = if joined { i + 1 } else { i };
            skip = last + 1;
            if let Some(draft) = self.entry(i, last) {
                let each = self.each_figure(&draft);
                drafts.extend(if each.is_empty() { vec![draft] } else { each });
            }
        }
    }

    pub(super) fn draft(
        &self,
        place: Place,
        interval: Interval,
        kind: EntryKind,
        state: State,
        title: String,
    ) -> Draft<'a> {
        let figures: Vec<usize> =
            self.figures.iter().filter(|(span, _)| place.covers(*span)).map(|(_, i)| *i).collect();
        Draft {
            place_told: self.place_told(&title, &figures),
            place,
            grain: grain(&interval),
            date: interval,
            kind,
            state,
            title,
            subject: self.subject(),
            figures,
            dates: Vec::new(),
        }
    }

    /// The entry of the dates `i..=last`, which name one time.
    #[inline(never)]
    fn entry(&self, i: usize, last: usize) -> Option<Draft<'a>> {
        let same = if i == last { self.same_day(i) } else { None };
        let date = same.as_ref().map_or(&self.dates[i], |(_, date)| date);
        let end = if i == last { date } else { &self.dates[last] };
        let every = self.comes_again(date);
        // 新华社岚江3月14日电 青沅县项目集中开工: the message tells of its own day.
        let wire = || {
            self.of(date.span.end, self.block.span.end)
                .strip_prefix(['电', '讯'])
                .is_some_and(|rest| !rest.starts_with('题'))
        };
        let apart = date.role == Role::Name || date.role == Role::Meta && !wire();
        if apart || !every && date.interval.is_none() {
            return None;
        }
        if i == last
            && let Some(told) = self.limited(date)
        {
            let title = title::title(&aim::without_modals(&told.words))?;
            let interval = date.interval.clone()?;
            let state = if self.is_over(date) { State::Unknown } else { State::Planned };
            let mut draft = self.draft(told.place, interval, EntryKind::Deadline, state, title);
            draft.grain = date.grain;
            draft.dates = vec![self.first + i];
            return Some(draft);
        }
        let at = self.clauses.iter().position(|clause| clause.span.covers(date.span))?;
        let clause = self.clauses[at].span;
        // 如果今年开工，2029年通车: nobody says that it will.
        if self.clauses[at.saturating_sub(1)..=at]
            .iter()
            .any(|near| timeline().supposed.prefix(self.text(near.span)).is_some())
        {
            return None;
        }
        if i > 0 && (self.names_event(&self.dates[i - 1], date) || self.is_of_held(date) || self.tells_length(i)) {
            return None;
        }
        let head_start = if i > 0 { self.dates[i - 1].span.end.max(clause.start) } else { clause.start };
        // “十五五”末: the sign before the plan's number belongs to the date.
        // But “每年10万人计划” is all name.
        let before = |from: usize| {
            let words = self.of(from, date.span.start);
            words.strip_suffix(['“', '"']).filter(|_| !every).unwrap_or(words)
        };
        let head = before(head_start);
        // 水厂3月向县城、6月向各镇供水: each date has its part, and the first one's subject.
        // 在2025年底前建成三桥、在2026年底前建成四桥: and where the first has none, nor has the second.
        let shared = i > 0 && self.dates[i - 1].span.start >= clause.start && aim::is_listed(head);
        // 开工建设体育馆、年内建成文化馆: what stands before is another member.
        let apart = i == 0 && aim::is_listed(head) && title::opens_with_verb(title::trim(head));
        let head = if shared { self.subject_before(clause, i) } else { head };
        let head = if apart { "" } else { head };
        let tail_end = match self.dates.get(last + 1) {
            Some(next) if next.span.start < clause.end && self.is_parted(end.span.end, next) => next.span.start,
            _ => clause.end,
        };
        let tail = self.of(end.span.end.min(tail_end), tail_end);
        let twice = last > i && self.of(date.span.end, end.span.start).trim_end().ends_with(['（', '(']);
        let tail = tail.strip_prefix(['）', ')']).filter(|_| twice).unwrap_or(tail);
        // 从4月4日起开始供气: 起 goes with 从.
        let begun = tail.strip_prefix('起').filter(|_| before(clause.start).ends_with(['从', '自']));
        let tail = begun.unwrap_or(tail);
        // 新华社9月28日电 青沅县……: the dateline's last word
        let wired = tail
            .strip_prefix(['电', '讯'])
            .filter(|rest| byline(rest) > 0 || before(clause.start).ends_with(['社', '网', '报', '台', '道']));
        let head = if wired.is_some() { "" } else { head };
        let tail = wired.map_or(tail, |tail| &tail[byline(tail)..]);
        if aim::is_frame(date, before(clause.start), tail) || self.rhetorical(date) {
            return None;
        }
        // 2022年和2023年两个年度计划, 明年冬季和后年春季: the words go on with what the date is only part of.
        if aim::names_more(tail) || last > i && self.is_list(date, end) && aim::is_counted(tail) {
            return None;
        }
        // 设立基金和每年10亿元的专项资金: a part of what is named
        if every && !title::trim(head).is_empty() && tail.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let duty = if every { Some(self.duty(date, head, tail, tail_end)?) } else { None };
        let own = Span::new(head_start, tail_end);
        let sibling =
            if every || last > i { None } else { self.sibling(clause, i).map(|words| Told { place: own, words }) };
        let told = duty.or(sibling).map_or_else(|| self.told(at, head, tail, own, last), Some)?;
        let asked = aim::is_aimed(head, tail, &told.words);
        let (kind, state) = if every { self.recurring() } else { self.kind(date, end, asked, &told)? };
        let interval = match (&date.interval, &end.interval) {
            (Some(from), Some(to)) if last > i => Interval { start: from.start.clone(), end: to.end.clone() },
            (Some(own), _) => own.clone(),
            // What comes again has no day; it holds from the plan's first year on.
            (None, _) => {
                Interval { start: self.block.frame.years.map(|(from, _)| format!("{from:04}-01-01")), end: None }
            }
        };
        if matches!((&interval.start, &interval.end), (Some(start), Some(end)) if start > end) {
            return None;
        }
        let title = self.titled(at, &told)?;
        let mut draft = self.draft(told.place, interval, kind, state, title);
        if !every && last == i {
            draft.grain = date.grain;
        }
        let day = same.iter().map(|(day, _)| *day);
        draft.dates = day.chain((i..=last).map(|n| self.first + n)).collect();
        Some(draft)
    }

    /// The words around a date, or behind it where it stands alone.
    #[inline(never)]
    fn told(&self, at: usize, head: &str, tail: &str, own: Place, last: usize) -> Option<Told> {
        // 继2012年一期建成投产之后: what that year brought
        if let Some(deed) = head.trim_end().strip_suffix('继').and_then(|_| aim::without_after(tail)) {
            return Some(Told { place: own, words: deed.to_owned() });
        }
        let head = aim::without_preposition(head);
        let tail = tail.strip_prefix('间').unwrap_or(tail).trim_start_matches(['，', ',', '、', ' ']);
        // The date alone, or with words that only set the stage.
        let bare = title::trim(tail).chars().count() + title::trim(head).chars().count() < 4
            || is_subordinate(tail) && head.is_empty();
        // 工程已完成65%，预计9月底竣工: of what the clause before tells
        // 城北污水处理厂，3月开工，11月底通水: and so does an act alone
        let act = title::trim(tail);
        let acting = at > 0
            && title::trim(head).chars().count() <= 2
            && !act.is_empty()
            && (timeline().finishing.contains(act) && aim::under_way(self.text(self.clauses[at - 1].span)).is_some()
                || deed::is_bare(act)
                    && (self.thing_before(at).is_some()
                        || self.counted_before(at, act.starts_with("全部")).is_some()
                        || self.said_before().is_some()));
        // 3月启动、11月完成的机构改革: of what stands behind
        let acting = acting || !act.is_empty() && deed::is_bare(act) && self.thing_behind(at, own).is_some();
        if bare && !acting && self.clauses[at].stop != '；' {
            let next = self.dates.get(last + 1).filter(|next| matches!(next.role, Role::Event | Role::Deadline));
            let stop = next.map_or(usize::MAX, |next| next.span.start);
            let mut next = at + 1;
            while self
                .clauses
                .get(next)
                .map(|c| self.text(c.span))
                .is_some_and(|words| is_subordinate(words) || is_toward(words))
            {
                next += 1;
            }
            let clause = self.clauses.get(next)?.span;
            if clause.start >= stop {
                return None;
            }
            // 2019年到2023年，[四年间]旅游收入翻番
            let clause = self.behind_length(clause, last + 1);
            let end = clause.end.min(stop);
            let words = format!("{}{}", title::trim(head), self.of(clause.start, end));
            if end == clause.end
                && aim::is_thing(self.text(clause))
                && let Some(end) = self.predicate_end(next).filter(|end| *end <= stop)
            {
                let words = format!("{words}{}", self.text(self.clauses[next + 1].span));
                return Some(Told { place: Span::new(own.start, end), words });
            }
            return Some(Told { place: Span::new(own.start, end), words });
        }
        if head.ends_with(['的', '之', '“', '《', '（', '"']) || is_subordinate(head) {
            return Some(Told { place: own, words: tail.to_owned() }).filter(|_| !tail.is_empty());
        }
        // 2027年城乡居民的消费水平，将比2020年增长22%: a thing, and behind the comma what becomes of it.
        if aim::is_thing(&format!("{head}{tail}"))
            && let Some(end) = self.predicate_end(at)
        {
            let words = format!("{head}{tail}{}", self.text(self.clauses[at + 1].span));
            return Some(Told { place: Span::new(own.start, end), words });
        }
        let turned = if head.is_empty() { aim::turned(tail) } else { None };
        Some(Told { place: own, words: turned.unwrap_or_else(|| format!("{head}{tail}")) })
    }

    /// The end of the clause that says what becomes of the thing a clause names.
    fn predicate_end(&self, at: usize) -> Option<usize> {
        let next = self.clauses.get(at + 1).filter(|_| self.clauses[at].stop == '，')?.span;
        timeline().predicated.prefix(self.text(next)).map(|_| next.end)
    }

    /// The title; a predicate alone is given the thing that the clauses before are about.
    fn titled(&self, at: usize, told: &Told) -> Option<String> {
        let words = aim::without_modals(&told.words);
        let act = title::trim(&words);
        // 明年将全线开工: the date says that it is to come.
        let modal = act.trim_start_matches(['将', '可', '即', '已']);
        let act = Some(modal).filter(|rest| !rest.is_empty() && deed::is_bare(rest)).unwrap_or(act);
        if timeline().finishing.contains(act)
            && let Some(thing) =
                at.checked_sub(1).and_then(|before| aim::under_way(self.text(self.clauses[before].span)))
        {
            return Some(format!("{thing}{act}"));
        }
        // 工程于2010年10月动工: of which, a sentence before says.
        if let Some(word) = timeline().pointing.prefix(act).filter(|word| act.len() > word.len())
            && deed::is_bare(&act[word.len()..])
            && let Some(thing) = self.said_before()
        {
            return Some(format!("{thing}{}", &act[word.len()..])).filter(|title| title.chars().count() <= TITLE_CHARS);
        }
        if !deed::is_bare(act) || act.is_empty() {
            let title = title::title(&words)?;
            if milestone::leans(&title) {
                return self.counted(told);
            }
            // 确保[搬迁工程]一期7月底完成: of what, the clauses before say.
            if thing::phase_of(&title).is_some() {
                let whole = self.thing_before(at);
                let thing = whole.as_deref().map(without_phase).or_else(|| self.bare_thing()).unwrap_or_default();
                let whole = Some(format!("{thing}{title}")).filter(|_| !thing.is_empty());
                return whole.filter(|title| title.chars().count() <= TITLE_CHARS);
            }
            if !deed::is_bare(&title) {
                // 年内新增100家以上: of what, the figure knows.
                let own = Some(title).filter(|title| title::says_of_what(title));
                return own.or_else(|| self.counted(told).filter(|title| title::says_of_what(title)));
            }
        }
        let title = act;
        let phase = thing::phase_of(title).is_some();
        let thing = if phase && let Some(thing) = self.thing_before(at) {
            // 一期去年投运，二期明年建成: both are of one thing.
            Cow::Owned(without_phase(&thing).to_owned())
        } else if let Some(thing) = self.thing_behind(at, told.place) {
            Cow::Borrowed(thing)
        } else if let Some(thing) = self.thing_before(at) {
            thing
        } else if let Some(thing) = self.said_before().or_else(|| self.bare_thing().filter(|_| phase)) {
            Cow::Borrowed(thing)
        } else {
            let counted = self.counted_before(at, act.starts_with("全部"))?;
            // 改造危桥12座，年底前完成: the words say what is done themselves.
            if title::opens_with_verb(counted) {
                return title::title(counted);
            }
            Cow::Borrowed(counted)
        };
        (thing.chars().count() + title.chars().count() <= TITLE_CHARS).then(|| format!("{thing}{title}"))
    }

    /// Kind and state of what is said of a date.
    fn kind(&self, date: &Date, end: &Date, asked: bool, told: &Told) -> Option<(EntryKind, State)> {
        let interval = date.interval.as_ref()?;
        let mode = self.block.frame.mode;
        let today = self.today();
        let ahead = |day: &Option<String>| matches!((day.as_deref(), today), (Some(day), Some(today)) if day > today);
        let ends_ahead = ahead(&end.interval.as_ref().unwrap_or(interval).end);
        let later = ahead(&interval.start);
        let known_past = today.is_some() && !ends_ahead;
        // 改造1975年以前建设的住房: what lies behind the day is nothing to come, nor told as done.
        if known_past && mode == Mode::Plan && date.role == Role::Deadline {
            let happened = date.expression.edge == date::Edge::In
                && matches!(date.grain, Grain::Day | Grain::Month)
                && title::has_verb(&told.words);
            return happened.then_some((EntryKind::Event, State::Done));
        }
        let behind = || {
            let inside = move |span: &Place| told.place.covers(*span) && span.start >= date.span.start;
            self.figures.iter().filter(move |(span, _)| inside(span)).map(|(_, i)| self.figure(*i))
        };
        // 近五年来, told in December
        let past = matches!(date.expression.part, date::Part::Past(_));
        let acts = aim::acts(&told.words);
        let counted = behind().any(|figure| figure.confidence() >= 0.5);
        let whole = matches!(date.grain, Grain::Year | Grain::Years | Grain::Plan | Grain::None);
        // 年末 in a communiqué frames its stocks; each of them is in the table of figures.
        let frames = self.found.structure.kind == Kind::Communique
            && matches!(date.expression.year, date::Year::Frame)
            && matches!(date.expression.part, date::Part::End);
        let own_year = frames
            || matches!(date.expression.year, date::Year::Frame) && matches!(date.expression.part, date::Part::Whole);
        let role = if date.role == Role::Meta { Role::Event } else { date.role };
        let due = match role {
            // 从2012年参观…，到2014年调研: what lies behind the day was done.
            Role::Deadline => {
                let done = timeline().told_done.within(&told.words);
                mode == Mode::Plan || asked || !(known_past || done && !later)
            }
            Role::Event => !known_past && (mode == Mode::Plan || later || asked),
            _ if whole => (asked || later && acts) && !own_year && !known_past && (acts || counted),
            _ => (asked || later || mode == Mode::Plan && ends_ahead) && acts && !known_past,
        };
        if due {
            return Some((EntryKind::Deadline, State::Planned));
        }
        // 6月底前完成河道清淤, told in July: due then, and nobody says that it was done.
        let before = date.expression.edge == date::Edge::Before && role == Role::Deadline;
        if before && known_past && mode == Mode::None && !aim::is_told(&told.words) && acts {
            return Some((EntryKind::Deadline, State::Unknown));
        }
        match role {
            Role::Event if mode == Mode::Plan && !known_past => None,
            Role::Event | Role::Deadline if title::has_verb(&told.words) || deed::is_reached(&told.words) => {
                let under_way = timeline().under_way.within(&told.words);
                Some((EntryKind::Event, if under_way { State::Ongoing } else { State::Done }))
            }
            Role::Event | Role::Deadline => None,
            _ if mode == Mode::Plan && !known_past || later || own_year => None,
            // 改造1975年以前建设的住房30栋: what lies behind a day has none of its own.
            _ if date.expression.edge == date::Edge::Before => None,
            _ if date.expression.edge == date::Edge::Since || ends_ahead && date.grain != Grain::Year && !past => None,
            _ if counted => {
                let told = |status: Status| behind().any(|figure| figure.linked.status == status);
                // （预计数，下同）: what the year before is thought to have come to.
                let state = if told(Status::Actual) { Some(State::Done) } else { None };
                let state = state.or_else(|| (known_past && told(Status::Estimate)).then_some(State::Unknown));
                state.map(|state| (EntryKind::Milestone, state))
            }
            // 滨河公园上月开园; 2023年岚水大桥建成通车; 去年 is the frame of all, and only a deed has it for its own.
            _ if match (date.expression.part, date.expression.year) {
                (date::Part::Month(by), _) => by < 0 && deed::is_reached(&told.words),
                // 完成2023年中心村建设任务, in a plan: what is left of that year's tasks is asked for.
                (date::Part::Whole, date::Year::Of(_)) => mode != Mode::Plan && deed::is_reached(&told.words),
                (date::Part::Whole, date::Year::Offset(-1)) => deed::is_deed(title::trim(&told.words)),
                _ => false,
            } =>
            {
                Some((EntryKind::Event, State::Done))
            }
            _ => None,
        }
    }
}
