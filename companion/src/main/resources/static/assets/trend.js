/*
 * Draws the columns of the table, which is the one place where the figures are. An empty cell is a gap, never a zero. The
 * second line of a tooltip is what the cell says the figure rests on.
 */
(() => {
  "use strict";
  const charts = document.querySelector("[data-charts]");
  if (!charts || !window.Chart) {
    return;
  }
  const rows = [...document.getElementById(charts.dataset.charts).tBodies[0].rows];
  const days = rows.map(row => row.cells[0].textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let drawn = [];

  const draw = canvas => {
    const { column, kind, scale, colour: name } = canvas.dataset;
    const cells = rows.map(row => row.cells[Number(column)]);
    const values = cells.map(cell => (cell.dataset.value === "" ? null : Number(cell.dataset.value)));
    const share = scale === "share";
    return new Chart(canvas, {
      type: kind,
      data: {
        labels: days,
        datasets: [{
          data: values,
          backgroundColor: colour(name),
          borderColor: colour(name),
          borderWidth: kind === "line" ? 2 : 0,
          pointRadius: 3,
          spanGaps: false,
        }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        plugins: {
          legend: { display: false },
          tooltip: {
            displayColors: false,
            callbacks: { label: item => cells[item.dataIndex].innerText.replace(/\s+/g, " ") },
          },
        },
        scales: {
          x: { ticks: { color: colour("--quiet"), maxRotation: 0, autoSkipPadding: 14 }, grid: { display: false } },
          y: {
            beginAtZero: kind === "bar",
            grace: kind === "bar" ? 0 : "20%",
            suggestedMax: share && name === "--known" ? 1 : undefined,
            ticks: { color: colour("--quiet"), maxTicksLimit: 5, callback: value => (share ? `${Math.round(value * 100)} %` : value) },
            grid: { color: colour("--line") },
          },
        },
      },
    });
  };

  const drawAll = () => {
    drawn.forEach(chart => chart.destroy());
    drawn = [...charts.querySelectorAll("canvas")].map(draw);
  };

  charts.hidden = false;
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  dark.addEventListener("change", drawAll);
  drawAll();
})();
