import { LitElement, html } from 'lit';
import * as echarts from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { AxisPointerComponent, DataZoomComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([LineChart, AxisPointerComponent, DataZoomComponent, GridComponent, TooltipComponent, CanvasRenderer]);

interface Series {
  dates: string[];
  equity: (number | null)[];
  drawdown: (number | null)[];
  benchmark: (number | null)[];
}

const RANGES: [string, number][] = [['1Y', 1], ['3Y', 3], ['5Y', 5], ['All', 0]];
const money = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 4 });
const percent = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Draws in the light DOM, so that the page's style sheet applies. */
class QuantEquityChart extends LitElement {
  static properties = { series: { attribute: false }, log: { state: true }, range: { state: true } };

  declare series?: Series;
  declare log: boolean;
  declare range: string;
  private chart?: echarts.ECharts;
  private resizes?: ResizeObserver;
  private themes?: MutationObserver;

  constructor() {
    super();
    this.log = false;
    this.range = 'All';
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const hasBenchmark = !!this.series?.benchmark?.length;
    return html`
      <div class="chart-bar">
        <span class="chart-key key-equity">Equity</span>
        ${hasBenchmark ? html`<span class="chart-key key-benchmark">Benchmark</span>` : ''}
        <span class="chart-key key-drawdown">Drawdown</span>
        <span class="chart-buttons" role="group" aria-label="Time range">
          ${RANGES.map(([name, years]) => html`<button type="button" class="chip" aria-pressed=${this.range === name}
            @click=${() => this.show(name, years)}>${name}</button>`)}
        </span>
        <button type="button" class="chip" id="log-scale" aria-pressed=${this.log}
          @click=${() => { this.log = !this.log; }}>Log scale</button>
      </div>
      <div class="chart-canvas" role="img" aria-label=${this.label()}></div>
      <p class="chart-hint">Drag to pan, Ctrl + wheel or the handles below to zoom, double-click to see everything.</p>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.resizes = new ResizeObserver(() => this.chart?.resize());
    this.resizes.observe(this);
    this.themes = new MutationObserver(() => this.draw());
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
    // the frame moves the page about while it is built up, which takes the chart away: draw it anew
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizes?.disconnect();
    this.themes?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    this.removeAttribute('ready');
  }

  updated(changed: Map<string, unknown>) {
    if (changed.has('series') || changed.has('log') || !this.chart) {
      this.draw();
    }
  }

  private label() {
    const s = this.series;
    if (!s?.dates.length) {
      return 'Equity curve';
    }
    const last = s.dates.length - 1;
    const deepest = s.drawdown.reduce<number>((least, value) => Math.min(least, value ?? 0), 0);
    return `Equity from ${s.dates[0]} to ${s.dates[last]}, ending at ${money.format(s.equity[last] ?? NaN)}`
      + ` ${this.currency()}, deepest drawdown ${percent.format(deepest)}`;
  }

  private currency() {
    return this.getAttribute('currency') ?? '';
  }

  private show(name: string, years: number) {
    this.range = name;
    const dates = this.series?.dates ?? [];
    if (!dates.length) {
      return;
    }
    const end = dates[dates.length - 1];
    const start = years ? `${Number(end.slice(0, 4)) - years}${end.slice(4)}` : dates[0];
    const first = Math.max(0, dates.findIndex((date) => date >= start));
    this.chart?.dispatchAction({ type: 'dataZoom', startValue: first, endValue: dates.length - 1 });
  }

  private draw() {
    const canvas = this.querySelector('.chart-canvas') as HTMLElement | null;
    if (!canvas || !this.series || !this.isConnected) {
      return;
    }
    if (!this.chart) {
      this.chart = echarts.init(canvas);
      this.chart.getZr().on('dblclick', () => this.show('All', 0));
    }
    const zoom = (this.chart.getOption() as any)?.dataZoom?.[0];
    this.chart.setOption(this.option(this.series), true);
    if (zoom) {
      this.chart.dispatchAction({ type: 'dataZoom', start: zoom.start, end: zoom.end });
    }
    this.setAttribute('ready', '');
  }

  private colour(name: string) {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  private option(s: Series) {
    const ink = this.colour('--chart-ink');
    const line = this.colour('--chart-grid');
    const axisText = { color: ink, fontSize: 11 };
    const xAxis = (gridIndex: number, labels: boolean) => ({
      type: 'category', data: s.dates, gridIndex, boundaryGap: false,
      axisLabel: { show: labels, ...axisText, hideOverlap: true },
      axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
    });
    const yAxis = (gridIndex: number, more: object) => ({
      gridIndex, splitNumber: gridIndex ? 2 : 5, axisLine: { show: false }, axisTick: { show: false },
      splitLine: { lineStyle: { color: line } }, ...more,
    });
    return {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { fontFamily: getComputedStyle(this).fontFamily },
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: ink, type: 'dashed' } },
      tooltip: {
        trigger: 'axis', confine: true, renderMode: 'html', className: 'chart-tip',
        backgroundColor: this.colour('--chart-tip'), borderColor: line, textStyle: { color: this.colour('--chart-text'), fontSize: 12 },
        formatter: (points: any[]) => this.tip(s, points[0].dataIndex),
      },
      grid: [
        { left: 64, right: 16, top: 12, height: '56%' },
        { left: 64, right: 16, top: '67%', height: '16%' },
      ],
      xAxis: [xAxis(0, false), xAxis(1, true)],
      yAxis: [
        yAxis(0, { type: this.log ? 'log' : 'value', scale: true, logBase: 2,
          min: this.log ? 'dataMin' : undefined, max: this.log ? 'dataMax' : undefined,
          axisLabel: { ...axisText, formatter: (v: number) => compact.format(v) } }),
        yAxis(1, { type: 'value', max: 0, axisLabel: { ...axisText, formatter: (v: number) => `${Math.round(v * 100)}%` } }),
      ],
      dataZoom: [
        { type: 'inside', xAxisIndex: [0, 1], zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, preventDefaultMouseMove: false },
        { type: 'slider', xAxisIndex: [0, 1], bottom: 6, height: 24, borderColor: 'transparent',
          textStyle: axisText, fillerColor: this.colour('--chart-zoom'), brushSelect: false,
          dataBackground: { lineStyle: { color: line }, areaStyle: { color: line } } },
      ],
      series: this.lines(s),
    };
  }

  private lines(s: Series) {
    const equity = this.colour('--chart-equity');
    const drawdown = this.colour('--chart-drawdown');
    const base = { type: 'line', showSymbol: false, sampling: 'lttb', emphasis: { disabled: true } };
    const fade = (colour: string) => new echarts.graphic.LinearGradient(0, 0, 0, 1,
      [{ offset: 0, color: `${colour}3d` }, { offset: 1, color: `${colour}03` }]);
    const lines: object[] = [
      { ...base, name: 'Equity', data: s.equity, lineStyle: { width: 1.8, color: equity }, itemStyle: { color: equity },
        areaStyle: this.log ? undefined : { color: fade(equity), origin: 'start' }, z: 3 },
      { ...base, name: 'Drawdown', data: s.drawdown, xAxisIndex: 1, yAxisIndex: 1,
        lineStyle: { width: 1, color: drawdown }, itemStyle: { color: drawdown }, areaStyle: { color: drawdown, opacity: 0.22 } },
    ];
    if (s.benchmark?.length) {
      const benchmark = this.colour('--chart-benchmark');
      lines.push({ ...base, name: 'Benchmark', data: s.benchmark, lineStyle: { width: 1.4, color: benchmark }, itemStyle: { color: benchmark } });
    }
    return lines;
  }

  private tip(s: Series, day: number) {
    const row = (name: string, value: string) => `<div class="chart-tip-row"><span>${name}</span><b>${value}</b></div>`;
    const currency = this.currency();
    return `<div class="chart-tip-date">${s.dates[day]}</div>`
      + row('Equity', `${money.format(s.equity[day] ?? NaN)} ${currency}`)
      + (s.benchmark?.length ? row('Benchmark', `${money.format(s.benchmark[day] ?? NaN)} ${currency}`) : '')
      + row('Drawdown', percent.format(s.drawdown[day] ?? NaN));
  }
}

customElements.define('quant-equity-chart', QuantEquityChart);
