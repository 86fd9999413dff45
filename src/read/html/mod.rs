//! Pages: the article with its title, publication line and tables, out of the page's furniture.

mod article;
mod body;
mod head;
mod tag;
mod tree;

use super::flow::Flow;
use crate::report::{Diagnostic, Severity};
use article::Article;
use tree::Tree;

/// Characters of furniture that are not worth a word.
const FEW: u32 = 30;

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
    if let Some(line) = &above.publication {
        flow.words(line);
        flow.end();
    }
    body::write(&tree, &article, article.root, &mut flow);
    let left_out = article.left_out(&tree);
    let (text, mut diagnostics) = flow.finish();
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
    fn a_fragment_of_an_article_is_read_whole() {
        let (text, diagnostics) =
            read("<p>云岭县统计局</p><p>全年产值98.6亿元。</p><table><tr><td>版权</td></tr></table>");
        assert_eq!(text, "云岭县统计局\n全年产值98.6亿元。\n版权\n");
        assert!(diagnostics.is_empty());
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
}
