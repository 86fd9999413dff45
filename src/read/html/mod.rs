//! Pages: the article with its title, publication line and tables, out of the page's furniture.

mod article;
mod body;
mod head;
mod tag;
mod tree;

use super::flow::Flow;
use super::warning;
use crate::report::{Diagnostic, Severity};
use article::Article;
use tree::Tree;

/// Characters of furniture that are not worth a word.
const FEW: u32 = 30;
/// How many times as long as its text a page is that has its text elsewhere.
const MARKUP: usize = 5;

/// The text of a page, and what a person should know of it.
#[inline(never)]
pub(super) fn read(page: &str) -> (String, Vec<Diagnostic>) {
    let tree = Tree::read(page);
    let mut article = Article::find(&tree);
    let above = head::find(&tree, &article);
    article.repeated = above.repeated;
    let mut flow = Flow::default();
    if let Some(title) = &above.title {
        flow.words(title);
        flow.end_heading(1);
    }
    for line in above.lines.iter().chain(&above.publication) {
        flow.words(line);
        flow.end();
    }
    article.begins = flow.len();
    body::write(&tree, &article, article.root, &mut flow);
    let left_out = article.left_out(&tree);
    let (text, mut diagnostics) = flow.finish();
    if article.is_bare() && page.len() > text.len() * MARKUP {
        diagnostics.push(warning(
            "page_without_text",
            "网页里没有正文，可能由脚本或框架显示；请在浏览器中打开后另存，或复制文字。The page holds no article: it may be shown by a script or in a frame. Save it from a browser, or copy its text.".to_owned(),
        ));
    }
    if left_out > FEW {
        diagnostics.push(Diagnostic {
            level: Severity::Info,
            code: "page_furniture".to_owned(),
            message: format!(
                "网页中正文以外的 {left_out} 个字（导航、链接、页脚）未读。{left_out} characters of the page outside of the article (navigation, links, footer) were not read."
            ),
            span: None,
        });
    }
    (text, diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html><head><title>云岭县一季度经济运行情况_云岭县人民政府网</title></head><body>
<div class=\"top\"><ul><li><a href=1>首页</a><li><a href=2>政务公开</a><li><a href=3>办事服务</a></ul></div>
<div class=path>您现在的位置：<a href=1>首页</a> &gt; <a href=2>统计数据</a></div>
<div class=box><h1>云岭县一季度经济运行情况</h1><p>发布时间：2023-04-20&emsp;来源：县统计局&emsp;浏览次数：<span>318</span></p>
<div><p>一季度，全县实现地区生产总值<b>98.6</b>亿元，
同比增长6.1%；固定资产投资增长<a href=9>12.3%</a>，工业用电量下降0.7%。</p>
<table><tr><th>指标</th><th>总量（亿元）</th><th>增速（%）</th></tr><tr><td>社会消费品零售总额</td><td>35.2</td><td>4.4</td></tr></table>
<p>下一步，全县将全力以赴稳增长。</p></div>
<div class=share>分享到：<a href=1>微信</a><a href=2>微博</a></div></div>
<div><ul><li><a href=4>2022年云岭县统计公报发布，全县经济增长7%</a><li><a href=5>全县召开经济工作会议</a><li><a href=6>关于公布通知</a></ul></div>
<div class=foot>主办：云岭县人民政府办公室，地址：云岭县人民路1号，备案号：00000001号</div></body></html>";

    #[test]
    fn the_article_comes_out_of_its_page() {
        let (text, diagnostics) = read(PAGE);
        assert_eq!(
            text,
            "# 云岭县一季度经济运行情况\n发布时间：2023-04-20\u{2003}来源：县统计局\u{2003}浏览次数：318\n\
             一季度，全县实现地区生产总值98.6亿元，同比增长6.1%；固定资产投资增长12.3%，工业用电量下降0.7%。\n\n\
             |指标|总量（亿元）|增速（%）|\n|社会消费品零售总额|35.2|4.4|\n\n下一步，全县将全力以赴稳增长。\n"
        );
        assert_eq!(diagnostics[0].code, "page_furniture");
    }

    #[test]
    fn rows_round_a_table_stay_rows() {
        let inner = "<table><tr><td>指标</td><td>总量（亿元）</td></tr><tr><td>出口额</td><td>3.9</td></tr></table>";
        let (text, _) = read(&format!(
            "<p>青沅县2023年主要产品产量如下，另附出口情况。</p><table><tr><td>{inner}</td><td>产量</td></tr><tr><td>化肥（吨）</td><td>5312</td></tr></table>"
        ));
        assert!(
            text.contains("||产量|\n|化肥（吨）|5312|\n") && text.contains("|指标|总量（亿元）|\n|出口额|3.9|\n"),
            "{text}"
        );
    }

    #[test]
    fn a_fragment_of_an_article_is_read_whole() {
        let (text, diagnostics) =
            read("<p>云岭县统计局</p><p>全年产值98.6亿元。</p><table><tr><td>版权</td></tr></table>");
        assert_eq!(text, "云岭县统计局\n全年产值98.6亿元。\n版权\n");
        assert!(diagnostics.is_empty());
    }

    #[test]
    fn a_break_within_a_sentence_breaks_no_line() {
        let (text, _) = read(
            "<p>前三季度，全县外贸出口6.4亿元，<br>下降2.7%；技改投资增长<br />9.1%，<br/>占比提高。<br>下一步，抓项目，促落实<br>县统计局<br>2024年9月</p>",
        );
        assert_eq!(
            text,
            "前三季度，全县外贸出口6.4亿元，下降2.7%；技改投资增长9.1%，占比提高。\n下一步，抓项目，促落实\n县统计局\n2024年9月\n"
        );
    }

    #[test]
    fn the_caption_of_a_table_stands_before_it() {
        let rows = "<tr><td>指标<td>产量<tr><td>粮食<td>18.6<tr><td>蔬菜<td>30.2";
        for caption in [
            "<caption>表1 2023年<b>农产品产量</b>（单位：万吨）</caption>",
            "<caption>表1 2023年农产品产量（单位：万吨）",
        ] {
            let (text, _) = read(&format!("<p>全县农业稳步发展，产量增加。</p><table>{caption}{rows}</table>"));
            assert_eq!(
                text,
                "全县农业稳步发展，产量增加。\n表1 2023年农产品产量（单位：万吨）\n\n|指标|产量|\n|粮食|18.6|\n|蔬菜|30.2|\n\n"
            );
        }
    }

    #[test]
    fn a_title_stays_above_a_body_that_begins_with_its_words() {
        let page = |first: &str| {
            format!(
                "<title>云岭县政府网</title><div><h1>云岭县政府工作报告</h1><p>来源：县政府办公室 发布时间：2024-01-20</p>\
                 <div id=zoom>{first}<p>2023年，全县地区生产总值完成312.6亿元，增长6.1%，财政收入21.5亿元。</p>\
                 <p>粮食总产量达18.6万吨，引进项目38个，城镇新增就业4000人。</p></div></div>"
            )
        };
        let opens = |first: &str| read(&page(first)).0.lines().take(3).collect::<Vec<_>>().join("⏎");
        let source = "来源：县政府办公室 发布时间：2024-01-20";
        let body = "2023年，全县地区生产总值完成312.6亿元，增长6.1%，财政收入21.5亿元。";
        for title in ["2023年云岭县政府工作报告", "云岭县政府工作报告"] {
            assert_eq!(opens(&format!("<p>{title}</p>")), format!("# {title}⏎{source}⏎{body}"));
        }
        let told = opens("<p>会议听取了云岭县政府工作报告。</p>");
        assert_eq!(told, format!("# 云岭县政府工作报告⏎{source}⏎会议听取了云岭县政府工作报告。"));
    }

    #[test]
    fn the_words_over_a_sheet_and_its_unit_stand_before_its_rows() {
        let sheet = "<html><table><tr><td colspan=3>云岭县2023年主要指标</td></tr><tr><td></td><td colspan=2>单位：亿元</td></tr>\
            <tr><td>指标</td><td>2023年</td><td>2022年</td></tr><tr><td>地区生产总值</td><td>463.3</td><td>429.6</td></tr></table></html>";
        assert_eq!(
            read(sheet).0,
            "云岭县2023年主要指标\n单位：亿元\n\n|指标|2023年|2022年|\n|地区生产总值|463.3|429.6|\n\n"
        );
    }

    #[test]
    fn day_and_title_are_found_where_nothing_names_them() {
        let prose = "<p>2023年，全县地区生产总值完成312.6亿元，增长6.1%，财政收入21.5亿元。</p><p>粮食总产量达18.6万吨，引进项目38个，城镇新增就业4000人。</p>";
        let opens = |page: &str| read(page).0.lines().take(3).collect::<Vec<_>>().join("⏎");
        let body = "2023年，全县地区生产总值完成312.6亿元，增长6.1%，财政收入21.5亿元。";
        // The day stands alone above the article.
        let day = format!(
            "<title>x</title><h1>云岭县统计公报</h1><div><a href=1>云岭发布</a> <em>2024-03-22 18:30</em></div><div>{prose}</div>"
        );
        assert_eq!(opens(&day), format!("# 云岭县统计公报⏎云岭发布 2024-03-22 18:30⏎{body}"));
        // A page of an old site has the site's name for a title, and its own in a cell.
        let old = format!(
            "<title>云岭县政府网</title><table><tr><td><b>云岭县2023年统计公报</b></td></tr><tr><td>（2024年3月20日）<br>云岭县统计局</td></tr><tr><td>{prose}</td></tr></table>"
        );
        assert_eq!(opens(&old), "云岭县政府网⏎云岭县2023年统计公报⏎（2024年3月20日）");
        let parted = old.replace(
            "<tr><td><p>",
            "<tr><td><a href=1>首页</a><a href=2>公报</a><a href=3>动态</a></td></tr><tr><td><p>",
        );
        assert!(!opens(&parted).contains('#'));
        let framed = old.replace(prose, &prose.repeat(5));
        assert_eq!(opens(&framed), format!("云岭县2023年统计公报⏎（2024年3月20日） 云岭县统计局⏎{body}"));
        // A table of what the page is filed under: of its days only that of publication counts.
        let filed = format!(
            "<title>云岭县统计公报_云岭县政府</title><table><tr><td>索引号</td><td>00123</td><td>发文日期</td><td>2024年03月19日</td></tr>\
            <tr><td>名称</td><td>云岭县统计公报</td><td>文号</td><td>云统〔2024〕7号</td></tr></table><div>发布时间：2024-03-21 09:00 访问次数：<span>532</span></div><div id=zoom>{prose}</div>"
        );
        let filed = filed.replace(prose, &prose.repeat(5));
        assert_eq!(opens(&filed).split('⏎').nth(1), Some("发布时间：2024-03-21 09:00 访问次数：532"));
    }

    #[test]
    fn a_page_that_a_script_fills_is_said_to_hold_no_text() {
        let said = |page: &str| read(page).1.iter().any(|d| d.code == "page_without_text");
        assert!(said(
            "<html><head><title>云岭县人民政府</title></head><body><div id=app></div><script src=/assets/index.js></script><script>window.data = {}</script></body></html>"
        ));
        assert!(!said("<html><body><p>全县增长7%。</p></body></html>") && !said(PAGE));
    }
}
