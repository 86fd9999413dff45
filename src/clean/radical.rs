//! Signs of radicals and forms kept for compatibility that some PDFs give in place of the characters that look like them:
//! ⽣产 → 生产, 增⻓ → 增长, ⼾籍 → 户籍.

use super::Edit;
use crate::report::CleaningKind;

/// The characters of the Kangxi radicals, in the order of U+2F00..U+2FD5.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾见角言谷豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音\
    页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";
/// Forms of the radicals supplement that stand for whole characters, each with its character.
const SUPPLEMENT: &str = "\
    ⻓长⻔门⻋车⻢马⻅见⻉贝⻚页⻛风⻜飞⻝食⻥鱼⻦鸟⻩黄⻬齐⻰龙⺠民⻄西⻆角\
    ⻘青⻤鬼⻣骨⻮齿⻨麦⻁虎⻂衣⻊足⺟母⺫目⻳龟⻑長⻗雨⻞食⻙韦⻏阝⺼肉⻌辶\
    ⻍辶⺄乙⺆冂⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺓幺⺔彐⺕彐⺗心⺘手⺙攵⺛旡\
    ⺜日⺝月⺞歹⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犬⺩王⺪疋⺬示⺭示⺮竹⺯糸⺰纟⺱罒\
    ⺲罒⺳罒⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺽臼⺾艹⺿艹⻀艹⻃西⻇角⻈讠⻐钅\
    ⻒长⻕阜⻖阝⻟饣⻠饣⻡首⻧卤⻪黾⻫斉⻭歯⻯竜⻱龟⻲亀";
/// What the forms kept for compatibility stand for, in the order of U+F900..U+FAD9; those that are characters of their own
/// stand for themselves.
const COMPATIBLE: &str = "\
    岂更车贾滑串句龟龟契金喇奈懒癞罗萝螺裸逻乐洛烙珞落酪骆乱卵栏烂兰鸾岚滥蓝褴拉腊蜡\
    廊朗浪狼郎来冷劳掳橹炉卢老芦虏路露鲁鹭碌禄绿菉录鹿论垄弄笼聋牢磊赂雷垒屡楼泪漏累\
    缕陋勒肋凛凌棱绫菱陵读拏乐诺丹宁怒率异北磻便复不泌数索参塞省叶说杀辰沈拾若掠略亮\
    两凉梁粮良谅量励吕女庐旅滤砺闾骊丽黎力历历轹年怜恋捻涟炼琏秊练联辇莲连炼列劣咽烈\
    裂说廉念捻殓帘猎令囹宁岭怜玲莹羚聆铃零灵领例礼醴隶恶了僚寮尿料乐燎疗蓼辽龙晕阮刘\
    杻柳流溜琉留硫纽类六戮陆伦仑沦轮律栗栗率隆利吏履易李梨泥理痢罹里里里离匿溺吝磷璘\
    蔺邻鳞麟林淋临立笠粒状炙识什茶刺切度拓糖宅洞暴辐行降见廓兀嗀﨎﨏冢﨑晴﨓﨔凞猪益\
    礼神祥福靖精羽﨟蘒﨡诸﨣﨤逸都﨧﨨﨩饭饲馆鹤郞隶侮僧免勉勤卑喝叹器塀墨层屮悔慨憎\
    惩敏既暑梅海渚汉煮爫琢碑社祉祈佑祖祝祸祯谷突节练缙繁署者臭艹艹著褐视谒谨宾赠辶逸\
    难响频恵　馆﩮﩯并况全侀充冀勇勺喝啕喙嗢冢坟奄奔婢嬨廒廙彩徭惘慎愈憎慠惩戴揄搜摒\
    敖晴朗望杖歹杀流滛滋汉瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊著磌窱节类绦练缾者荒华蝹襁覆\
    视调诸请谒诺谕谨变赠输迟醙铏陼难靖韛响頋频鬒龟　　　㮝䀘䀹　　　齃龎";
/// Bytes of each of them.
const WIDTH: usize = 3;

pub(super) fn edit(c: char) -> Option<Edit> {
    let put = if let '\u{2f00}'..='\u{2fd5}' = c {
        let at = (c as usize - 0x2f00) * WIDTH;
        KANGXI.get(at..at + WIDTH)?
    } else if let '\u{f900}'..='\u{fad9}' = c {
        let at = (c as usize - 0xf900) * WIDTH;
        COMPATIBLE.get(at..at + WIDTH).filter(|put| !put.starts_with(c) && !put.starts_with('\u{3000}'))?
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
        assert_eq!(
            clean_text("⼾籍人口，⾺铃薯，⻔诊，\u{f9b5}子，\u{fa0a}到\u{f90a}额").text,
            "户籍人口，马铃薯，门诊，例子，见到金额"
        );
        assert_eq!((super::KANGXI.chars().count(), super::COMPATIBLE.chars().count()), (214, 474));
        assert!(super::SUPPLEMENT.chars().step_by(2).all(|c| ('\u{2e80}'..='\u{2ef3}').contains(&c)));
    }
}
