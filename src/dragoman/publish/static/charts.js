// Draws what stands in data-values: a timeline by quad class, or a network of who meets whom.
(() => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const quads = ["--coop", "--coop2", "--conf", "--conf2", "--faint"];
  const base = () => ({ animation: false, textStyle: { color: colour("--ink"), fontFamily: "inherit" },
    tooltip: { renderMode: "richText", backgroundColor: colour("--paper"), textStyle: { color: colour("--ink") } } });
  const kinds = {
    timeline: (v, words) => ({ ...base(),
      legend: { bottom: 0, textStyle: { color: colour("--ink") }, itemWidth: 12, itemHeight: 12 },
      grid: { left: 34, right: 8, top: 12, bottom: 86 },
      tooltip: { ...base().tooltip, trigger: "axis" },
      xAxis: { type: "category", data: v.months, axisLabel: { color: colour("--soft") } },
      yAxis: { type: "value", minInterval: 1, axisLabel: { color: colour("--soft") }, splitLine: { lineStyle: { color: colour("--line") } } },
      series: v.series.map((s, n) => ({ name: words[s.name], type: "bar", stack: "all", barMaxWidth: 26, data: s.data, itemStyle: { color: colour(quads[n]) } })) }),
    network: (v) => ({ ...base(),
      series: [{ type: "graph", layout: "circular", roam: false, left: 70, right: 70, top: 34, bottom: 34,
        data: v.nodes.map((n) => ({ id: n.id, name: n.name, symbolSize: n.centre ? 22 : 12,
          itemStyle: { color: n.centre ? colour("--accent") : colour("--soft") },
          label: { show: true, position: "right", color: colour("--ink"), fontWeight: n.centre ? "bold" : "normal" } })),
        links: v.links.map((l) => ({ ...l, lineStyle: { width: Math.min(6, 1 + l.value), color: colour("--line2"), curveness: 0.12 } })),
        circular: { rotateLabel: false } }] }),
  };
  const drawn = [];
  const draw = () => document.querySelectorAll("[data-chart]").forEach((place) => {
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "canvas" });
    chart.setOption(kinds[place.dataset.chart](JSON.parse(place.dataset.values), JSON.parse(place.dataset.words || "{}")), true);
    if (!drawn.includes(chart)) drawn.push(chart);
  });
  draw();
  addEventListener("resize", () => drawn.forEach((c) => c.resize()));
  document.addEventListener("theme", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
