//! The words that a collection uses for what it finds: outcomes, caveats, kinds of notes.

use serde::{Deserialize, Serialize};

#[cfg(test)]
use ts_rs::TS;

use crate::report::words;

words! {
    /// What became of a promise.
    Outcome {
        /// Kept.
        Met,
        /// Not kept.
        Missed,
        /// Not due on the day of the comparison.
        Open,
        /// Due, but nothing found that decides it.
        Unknown,
    }
}

words! {
    /// Where the outcome's number comes from.
    Basis {
        /// A document states it.
        Stated,
        /// Worked out from other figures, as `arithmetic` shows.
        Computed,
    }
}

words! {
    /// Why the numbers at hand do not decide a promise, or what a reader of the verdict should know.
    Caveat {
        /// Levels are told at current prices, growth in real terms: no verdict.
        CurrentPrices,
        /// The target is for the average of the year, the result that of its end: no verdict.
        YearEnd,
        /// The result goes by a name that is near that of the target, not the same.
        NearName,
        /// Documents give other values for the result, too.
        Disputed,
        /// A later document aims at another value for the same.
        Changed,
    }
}

words! {
    /// What a reader of a row should know.
    NoteKind {
        /// The place had another name or rank in some of the sources.
        SubjectChange,
        /// The indicator was defined otherwise before or after.
        Definition,
        /// A later document revised the value.
        Revision,
        /// Other values are told, and nothing says why they differ.
        Disputed,
    }
}

words! {
    /// Why a later document has another value.
    RevisionKind {
        /// 初步核算 gave way to the final figure, by the documents' own words.
        Stated,
        /// A small change of an indicator that statistics revise, in a later document.
        Likely,
        /// 预计 gave way to the result.
        Estimate,
    }
}

words! {
    /// How a check went wrong.
    CheckKind {
        /// Level over last year's level is not the growth that is told.
        Growth,
        /// The same for growth in real terms: further off than prices can explain.
        RealGrowth,
    }
}
