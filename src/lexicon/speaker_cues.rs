//! Words that the search for people asks for: posts, verbs of speech, surnames.
//!
//! The table has a row for one question (`use`), the words that answer it, and an example.

use super::cues::cues;

cues! {
    /// Words around the names of people.
    SpeakerCues, speakers, "speaker_cues.tsv", {
        /// Posts of a byline: 青沅县人民政府县长.
        post,
        /// Posts before a name in running text: 书记.
        office,
        /// Verbs behind a name, of speech and of office.
        speech,
        /// Verbs of one who speaks.
        speaks,
        /// Verbs of one who is there.
        attends,
        /// Words that end before a post begins: 日前.
        before_post,
        /// Before a post, these make its bearer one who is asked: 记者采访了.
        interviews,
        /// Of one who chairs a meeting.
        chairs,
        /// In the clause of one who chairs or attends, these make a speaker: 主持会议[并讲话].
        says_too,
        /// Verbs of speech behind where, when and to whom: 昨天在会上[透露].
        told,
        /// What stands before those: 在, 对, 今天.
        led,
        /// Where what somebody says goes on further behind the name: 他强调.
        goes_on,
        /// Behind a name in a title: 陆明远谈.
        titled,
        /// Behind the name of who reads the report.
        reads,
        /// Labels before who speaks: 发布人：.
        guest,
        /// Behind a post where no name follows: 书记、县长.
        no_name,
        /// Surnames.
        surname,
        /// Before a person's name, where a place's could stand: 县长[刘宁波].
        before_name,
        /// Behind a place's level, what makes a post or an office of it: 县[委]书记.
        office_body,
        /// In a post, bodies that may be of any place.
        elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("speaker_cues.tsv", SpeakerCues::TABLE, SpeakerCues::USES);
    }
}
