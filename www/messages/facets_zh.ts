import type { Messages } from "./messages.js";

/** The words of the filters, in Chinese. */
export const facetsZh: Pick<Messages, "facets" | "categories"> = {
  facets: {
    label: "筛选",
    active: "（筛选中）",
    names: {
      status: "性质",
      measure: "口径",
      category: "领域",
      indicator: "指标",
      place: "主体",
      period: "时期",
      commitment: "承诺力度",
      confidence: "把握",
      judgement: "核对",
      document: "文件",
      entry: "事项",
      state: "进展",
    },
    sure: { high: "高（九成以上）", middle: "中（七成以上）", low: "低，宜核对" },
    unnamed: "（未写明）",
    clear: "清除筛选",
    more: (all) => `全部 ${all} 项`,
    rest: (count) => `还有 ${count} 项，可搜索`,
    among: (facet) => `在${facet}中搜索`,
    idle: (facets) => `这里没有${facets.join("、")}这一项，相应的筛选不起作用`,
  },
  categories: {},
};
