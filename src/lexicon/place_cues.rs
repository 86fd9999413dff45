//! Words that tell the place a document speaks for.

use super::cues::cues;

cues! {
    /// Words that tell the place a document speaks for.
    PlaceCues, places, "place_cues.tsv", {
        /// Words that only documents of the nation have at their head.
        national,
        /// Bodies of the nation that a title or a signature begins with: 国务院.
        nation_body,
        /// Behind the short name of a province in a paper's number: 豫[政发]〔2024〕5号.
        paper,
        /// Behind the name of a place: 云岭县人民政府.
        behind_place,
        /// Words of office, report and speech that no place's name holds: 副市长, 记者从市统计局.
        office,
        /// Common nouns that end like a place's name: 开发区.
        common,
        /// Behind a place that names the paper or the station, not what is told: 云岭日报讯.
        press,
        /// Behind a place that names a zone: 常山开发区.
        zone,
        /// Behind a place that names a firm or a school: 湖南能源.
        firm_behind,
        /// Ends of the names of firms and schools that begin with a place.
        firm_end,
        /// Before a place, or 全省, that something is only compared with: 高于.
        compared,
        /// Behind it: 全省[第2].
        ranked_behind,
        /// What says that something takes place, behind where.
        held,
        /// Before a place that is visited: 赴.
        visited,
        /// Before the place that news is sent from: 新华社北京电.
        agency,
        /// The place itself, by its level: 全市.
        whole,
        /// Behind these, where they are part of another word: 全市场.
        no_whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("place_cues.tsv", PlaceCues::TABLE, PlaceCues::USES);
    }
}
