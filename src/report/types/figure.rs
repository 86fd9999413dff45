//! A figure and what is said of it.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Interval, Span, words};

words! {
    /// What a figure says of its indicator.
    Measure {
        /// An amount, a count, or a rate as it stands: 463.3亿元, 28家, 城镇化率46.7%.
        Level,
        /// Growth in per cent, signed: 下降3.5% is -3.5.
        ChangeRate,
        /// Absolute change, signed: 提高2.2个百分点 is 2.2.
        ChangeAmount,
        /// Part of a whole: 占全市的32.6%.
        Share,
        /// 居六县（市）第1位 is 1, its scope 六县（市）.
        Rank,
        /// 9.9:58.3:31.8.
        Ratio,
        /// 翻番 is 2.
        Multiple,
        /// Distance from another subject or benchmark: 高于全市1个百分点.
        Gap,
    }
}

words! {
    /// How the number bounds the quantity.
    Bound {
        /// As written.
        Exact,
        /// 近, 约, 左右.
        About,
        /// 以上, 超, 突破, 余.
        AtLeast,
        /// 以内, 不超过.
        AtMost,
    }
}

words! {
    /// Achieved or aimed at.
    Status {
        /// Reported as achieved.
        Actual,
        /// Aimed at.
        Target,
        /// 预计.
        Estimate,
        /// Size of a scheme or project not yet done.
        Plan,
        /// A threshold: 亿元以上项目.
        Rule,
    }
}

words! {
    /// How firmly a target is promised.
    Commitment {
        /// 确保, 不低于.
        Firm,
        /// 力争, 努力.
        Aim,
        /// No such word.
        Plain,
    }
}

words! {
    /// What recurs.
    Every {
        /// 每年.
        Year,
        /// 每季度.
        Quarter,
        /// 每月.
        Month,
    }
}

/// One number, or several: a range is `[low, high]`, a ratio its parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(TS), ts(export))]
pub enum Value {
    /// One number.
    One(f64),
    /// A range or a ratio.
    Many(Vec<f64>),
}

/// One quantity, reported or aimed at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Figure {
    /// Id, unique in the report.
    pub id: String,
    /// The number with its unit, exactly as it stands.
    pub span: Span,
    /// The words of `span`.
    pub quote: String,
    /// The sentence that carries it.
    pub context: Span,
    /// Section it stands in.
    pub section: Option<String>,
    /// What the figure says of its indicator.
    pub measure: Measure,
    /// In the base unit, scale words multiplied out.
    pub value: Value,
    /// The number before scaling, as written.
    pub written: String,
    /// Its scale word.
    pub scale: Option<String>,
    /// Base unit in Simplified Chinese; empty when none.
    pub unit: String,
    /// How the number bounds the quantity.
    pub bound: Bound,
    /// What is measured, in Simplified Chinese.
    pub indicator: String,
    /// Id in the indicator list.
    pub indicator_id: Option<String>,
    /// Where the indicator's words stand.
    pub indicator_spans: Vec<Span>,
    /// Place or organisation described.
    pub subject: Option<String>,
    /// Its GB/T 2260 code.
    pub subject_code: Option<String>,
    /// Calendar interval the figure is about.
    pub period: Option<Interval>,
    /// The words that say so.
    pub period_label: Option<String>,
    /// What recurs.
    pub every: Option<Every>,
    /// Achieved or aimed at.
    pub status: Status,
    /// How firmly promised; only for targets.
    pub commitment: Option<Commitment>,
    /// The word that says so.
    pub modality: Option<String>,
    /// Rank: among whom. Share: of what. Gap: against what.
    pub scope: Option<String>,
    /// 0..1, how sure the linking is.
    pub confidence: f64,
}
