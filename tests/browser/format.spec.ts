// What readers see of numbers and times, as tables; no page is needed for these.
import { expect, test } from "@playwright/test";
import { amountFrom, amountOf, periodFrom, periodOf } from "../../www/format/entry.js";
import { arithmeticText } from "../../www/format/arithmetic.js";
import { intervalText } from "../../www/format/interval.js";
import { quantityText } from "../../www/format/quantity.js";
import type { Figure } from "../../www/state/report.js";

function figure(given: Partial<Figure>): Figure {
  return {
    id: "f1",
    span: { start: 0, end: 1 },
    quote: "",
    context: { start: 0, end: 1 },
    section: null,
    measure: "level",
    value: 1,
    written: "1",
    scale: null,
    unit: "",
    bound: "exact",
    indicator: "",
    indicatorId: null,
    indicatorSpans: [],
    subject: null,
    subjectCode: null,
    period: null,
    periodLabel: null,
    every: null,
    status: "actual",
    commitment: null,
    modality: null,
    scope: null,
    confidence: 1,
    ...given,
  };
}

const QUANTITIES: [Partial<Figure>, zh: string, en: string][] = [
  [{ value: 46_330_000_000, scale: "亿", unit: "元" }, "463.3亿元", "46.33 bn yuan"],
  [{ value: 1_640_000_000, scale: "亿", unit: "元", bound: "at_least" }, "≥16.4亿元", "≥1.64 bn yuan"],
  [{ value: 4_200_000_000_000, scale: "万亿", unit: "元" }, "4.2万亿元", "4.2 tn yuan"],
  [{ value: 26_273, unit: "元" }, "26,273元", "26,273 yuan"],
  [{ value: 1_160_000, scale: "万", unit: "人" }, "116万人", "1.16 mn people"],
  [{ value: 5_000, scale: "万", unit: "亩" }, "5,000亩", "5,000 mu"],
  [{ value: 7.9, unit: "%", measure: "change_rate" }, "+7.9%", "+7.9%"],
  [{ value: -3.5, unit: "%", measure: "change_rate" }, "−3.5%", "−3.5%"],
  [{ value: 2.2, unit: "个百分点", measure: "change_amount" }, "+2.2个百分点", "+2.2 pp"],
  [{ value: 1, unit: "位", measure: "rank" }, "第1位", "no. 1"],
  [{ value: [9.9, 58.3, 31.8], measure: "ratio" }, "9.9:58.3:31.8", "9.9:58.3:31.8"],
  [{ value: [6, 6.5], unit: "%", measure: "change_rate" }, "6–6.5%", "6–6.5%"],
  [{ value: [2e8, 4e8], scale: "亿", unit: "元" }, "2–4亿元", "200–400 mn yuan"],
  [{ value: 2, measure: "multiple" }, "2倍", "×2"],
  [{ value: 7, unit: "%", measure: "change_rate", bound: "at_least" }, "≥7%", "≥7%"],
  [{ value: 3, unit: "%", measure: "change_rate", written: "3.0" }, "+3.0%", "+3.0%"],
  [{ value: -0.6, unit: "‰", measure: "change_rate", written: "0.60" }, "−0.60‰", "−0.60‰"],
  [{ value: 5_000_000_000, scale: "亿", unit: "元", written: "50.0" }, "50.0亿元", "5 bn yuan"],
  [{ value: 4, unit: "%", measure: "change_rate", written: "3.0" }, "+4%", "+4%"],
  [{ value: 3_600_000, unit: "吨", written: "三百六十万" }, "360万吨", "3.6 mn t"],
  [{ value: 50, unit: "名", measure: "rank", bound: "at_most" }, "前50名", "top 50"],
  [{ value: [3.4, 46.6, 50], measure: "ratio", written: "3.4∶46.6∶50.0" }, "3.4:46.6:50.0", "3.4:46.6:50.0"],
  [{ value: 1 / 3, measure: "share" }, "1/3", "1/3"],
  [{ value: -1 / 3, measure: "change_rate" }, "−1/3", "−1/3"],
  [{ value: 0.1, measure: "share", bound: "at_most" }, "≤1/10", "≤1/10"],
  [{ value: 10_000_000, unit: "标箱", bound: "at_least" }, "≥10,000,000标箱", "≥10 mn TEU"],
  [{ value: 0.00012, unit: "吨" }, "0.00012吨", "0.00012 t"],
  // 下降6%以上, 下降3%以内, 降低1至2个百分点.
  [{ value: -6, unit: "%", measure: "change_rate", bound: "at_least" }, "≤−6%", "≤−6%"],
  [{ value: -3, unit: "%", measure: "change_rate", bound: "at_most" }, "≥−3%", "≥−3%"],
  [{ value: -6, unit: "℃", bound: "at_least" }, "≥−6℃", "≥−6℃"],
  [{ value: 478, unit: "公斤/亩" }, "478公斤/亩", "478 kg/mu"],
  [{ value: 12_000, unit: "元/人" }, "12,000元/人", "12,000 yuan/person"],
  [{ value: 31, unit: "辆/百户" }, "31辆/百户", "31 per 100 households"],
  [{ value: 1_678_000, unit: "户" }, "1,678,000户", "1.678 mn"],
  [{ value: 26_000, unit: "元/户" }, "26,000元/户", "26,000 yuan/household"],
  [{ value: 240, scale: null, unit: "座" }, "240座", "240"],
  [{ value: 32.6, unit: "%", measure: "share", bound: "about" }, "≈32.6%", "≈32.6%"],
];

for (const [given, zh, en] of QUANTITIES) {
  test(`a quantity reads ${zh} in Chinese, ${en} in English`, () => {
    expect(quantityText(figure(given), "zh")).toBe(zh);
    expect(quantityText(figure(given), "en")).toBe(en);
  });
}

const CALCULATIONS: [core: string, zh: string, en: string][] = [
  ["6.9% ≥ 6.45% = 6.5% − 0.5×0.1%", "6.9% ≥ 6.45% = 6.5% − 0.5×0.1%", "6.9% ≥ 6.45% = 6.5% − 0.5×0.1%"],
  [
    "2022: 2420亿元 ÷ 2586亿元 − 1 = -6.42% ≠ 4%",
    "2022: 2420亿元 ÷ 2586亿元 − 1 = −6.42% ≠ 4%",
    "2022: 242 bn yuan ÷ 258.6 bn yuan − 1 = −6.42% ≠ 4%",
  ],
  ["1.3万人 ≥ 1.2万人", "1.3万人 ≥ 1.2万人", "13,000 people ≥ 12,000 people"],
  ["(62.1 ÷ 50)^(1/5) − 1 = 4.43%", "(62.1 ÷ 50)^(1/5) − 1 = 4.43%", "(62.1 ÷ 50)^(1/5) − 1 = 4.43%"],
  ["478公斤/亩 < 480公斤/亩", "478公斤/亩 < 480公斤/亩", "478 kg/mu < 480 kg/mu"],
  ["12个 + 3个 = 15个", "12个 + 3个 = 15个", "12 + 3 = 15"],
];

for (const [core, zh, en] of CALCULATIONS) {
  test(`the calculation ${core} is worded in both languages`, () => {
    expect(arithmeticText(core, "zh")).toBe(zh);
    expect(arithmeticText(core, "en")).toBe(en);
  });
}

const INTERVALS: [start: string | null, end: string | null, zh: string, en: string][] = [
  ["2019-01-01", "2019-12-31", "2019年", "2019"],
  ["2017-01-01", "2021-12-31", "2017–2021年", "2017–2021"],
  ["2019-01-01", "2019-06-30", "2019年上半年", "H1 2019"],
  ["2019-07-01", "2019-12-31", "2019年下半年", "H2 2019"],
  ["2020-10-01", "2020-12-31", "2020年四季度", "Q4 2020"],
  ["2020-02-01", "2020-02-29", "2020年2月", "Feb 2020"],
  ["2020-01-01", "2020-10-31", "2020年1–10月", "Jan–Oct 2020"],
  ["2020-04-29", "2020-04-29", "2020年4月29日", "29 Apr 2020"],
  ["2020-04-01", "2020-04-03", "2020年4月1–3日", "1–3 Apr 2020"],
  ["2019-07-01", "2020-06-30", "2019年7月–2020年6月", "Jul 2019–Jun 2020"],
  ["2020-01-01", "2020-04-29", "2020年1月1日–2020年4月29日", "1 Jan 2020–29 Apr 2020"],
  [null, "2025-12-31", "至2025年", "to 2025"],
  [null, "2025-10-31", "至2025年10月", "to Oct 2025"],
  ["2021-01-01", null, "2021年起", "from 2021"],
  [null, null, "", ""],
];

for (const [start, end, zh, en] of INTERVALS) {
  test(`an interval from ${start} to ${end} reads “${zh}”`, () => {
    expect(intervalText({ start, end }, "zh")).toBe(zh);
    expect(intervalText({ start, end }, "en")).toBe(en);
  });
}

const AMOUNTS: [written: string, unit: string, measure: Figure["measure"], value: Figure["value"], base: string][] = [
  ["463.3", "亿元", "level", 46_330_000_000, "元"],
  ["4.2", "万亿元", "level", 4_200_000_000_000, "元"],
  ["26,273", "元", "level", 26_273, "元"],
  ["１２．５", "万亩", "level", 125_000, "亩"],
  ["300", "千瓦", "level", 300, "千瓦"],
  ["300", "千人", "level", 300_000, "人"],
  ["-3.5", "%", "change_rate", -3.5, "%"],
  ["−3.5", "%", "change_rate", -3.5, "%"],
  ["6–6.5", "%", "change_rate", [6, 6.5], "%"],
  ["2~4", "亿元", "level", [2e8, 4e8], "元"],
  ["9.9:58.3:31.8", "", "ratio", [9.9, 58.3, 31.8], ""],
];

for (const [written, unit, measure, value, base] of AMOUNTS) {
  test(`a reader's ${written} ${unit} is ${JSON.stringify(value)} ${base}`, () => {
    expect(amountFrom(written, unit, measure)).toEqual({ value, unit: base });
  });
}

test("what is no number is no amount", () => {
  for (const words of ["", "约三百", "1e5", "1:2", "1–2–3", "0x10", "1,2.3.4"])
    expect(amountFrom(words, "元", "level")).toBeNull();
});

test("what the form shows of a figure means that figure", () => {
  for (const [given] of QUANTITIES) {
    const one = figure(given);
    if (one.measure === "multiple" && one.unit === "") continue;
    const shown = amountOf(one);
    expect(amountFrom(shown.number, shown.unit, one.measure)?.value).toEqual(one.value);
  }
});

const PERIODS: [written: string, start: string, end: string][] = [
  ["2024", "2024-01-01", "2024-12-31"],
  ["2024年", "2024-01-01", "2024-12-31"],
  ["2024H1", "2024-01-01", "2024-06-30"],
  ["2024年下半年", "2024-07-01", "2024-12-31"],
  ["2024Q3", "2024-07-01", "2024-09-30"],
  ["2024年一季度", "2024-01-01", "2024-03-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2024年5月", "2024-05-01", "2024-05-31"],
  ["2024-05-01", "2024-05-01", "2024-05-01"],
  ["2021/2025", "2021-01-01", "2025-12-31"],
  ["2024-01/2024-10", "2024-01-01", "2024-10-31"],
  ["2024年5月1日至2024年6月3日", "2024-05-01", "2024-06-03"],
];

for (const [written, start, end] of PERIODS) {
  test(`a reader's period ${written} is ${start} to ${end}, and stands in the form as it can be read again`, () => {
    expect(periodFrom(written)).toEqual({ start, end });
    expect(periodFrom(periodOf({ start, end }))).toEqual({ start, end });
  });
}

test("what is no period is refused, and nothing is no period", () => {
  for (const words of ["前年", "2024-13", "2023-02-29", "2025/2021", "24", "2024H3", "2024/2025/2026"])
    expect(periodFrom(words), words).toBeUndefined();
  expect(periodFrom(" ")).toBeNull();
});
