//! Signs of radicals that some PDFs give in place of the characters that look like them: ⽣产 → 生产, 增⻓ → 增长.

use super::Edit;
use crate::report::CleaningKind;

/// The characters of the Kangxi radicals, in the order of U+2F00..U+2FD5.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
/// Forms of the radicals supplement that stand for whole characters, each with its character.
const SUPPLEMENT: &str = "\
    ⻓长⻔门⻋车⻢马⻅见⻉贝⻚页⻛风⻜飞⻝食⻥鱼⻦鸟⻩黄⻬齐⻰龙⺠民⻄西⻆角\
    ⻘青⻤鬼⻣骨⻮齿⻨麦⻁虎⻂衣⻊足⺟母⺫目⻳龟⻑長⻗雨⻞食⻙韦⻏阝⺼肉⻌辶\
    ⻍辶⺄乙⺆冂⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺓幺⺔彐⺕彐⺗心⺘手⺙攵⺛旡\
    ⺜日⺝月⺞歹⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犬⺩王⺪疋⺬示⺭示⺮竹⺯糸⺰纟⺱罒\
    ⺲罒⺳罒⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺽臼⺾艹⺿艹⻀艹⻃西⻇角⻈讠⻐钅\
    ⻒长⻕阜⻖阝⻟饣⻠饣⻡首⻧卤⻪黾⻫斉⻭歯⻯竜⻱龟⻲亀";
/// Bytes of each of them.
const WIDTH: usize = 3;

pub(super) fn edit(c: char) -> Option<Edit> {
    let put = if let '\u{2f00}'..='\u{2fd5}' = c {
        let at = (c as usize - 0x2f00) * WIDTH;
        KANGXI.get(at..at + WIDTH)?
    } else {
        let at = SUPPLEMENT.char_indices().step_by(2).find(|(_, sign)| *sign == c)?.0 + WIDTH;
        SUPPLEMENT.get(at..at + WIDTH)?
    };
    Some(Edit { taken: WIDTH, put, kind: CleaningKind::Width, note: "部首字符转汉字 sign of a radical" })
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn radicals_become_characters() {
        assert_eq!(clean_text("⽣产总值增⻓7%，⼈民⽣活，⾦⻓").text, "生产总值增长7%，人民生活，金长");
        assert_eq!(super::KANGXI.chars().count(), 214);
        assert!(super::SUPPLEMENT.chars().step_by(2).all(|c| ('\u{2e80}'..='\u{2ef3}').contains(&c)));
    }
}
