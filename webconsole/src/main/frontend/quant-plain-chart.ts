import { LitElement, html } from 'lit';
import * as echarts from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AxisPointerComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, AxisPointerComponent, GridComponent, TooltipComponent, CanvasRenderer]);

interface Plot {
  label: string;
  kind: 'bar' | 'line';
  unit: 'percent' | 'number';
  categories: string[];
  lines: { name: string; values: (number | null)[] }[];
}

const COLOURS = ['--chart-equity', '--chart-benchmark', '--chart-drawdown', '--q-good', '--chart-ink'];
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 2 });
const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** Bars or lines over one axis. Draws in the light DOM, so that the page's style sheet applies. */
class QuantPlainChart extends LitElement {
  static properties = { plot: { attribute: false } };

  declare plot?: Plot;
  private chart?: echarts.ECharts;
  private resizes?: ResizeObserver;
  private themes?: MutationObserver;

  createRenderRoot() {
    return this;
  }

  render() {
    const lines = this.plot?.lines ?? [];
    return html`
      ${lines.length > 1 ? html`<div class="chart-bar">${lines.map((line, i) => html`<span class="chart-key"
        ><i style="background: var(${COLOURS[i % COLOURS.length]})"></i>${line.name}</span>`)}</div>` : ''}
      <div class="chart-canvas" role="img" aria-label=${this.plot?.label ?? ''}></div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.resizes = new ResizeObserver(() => this.chart?.resize());
    this.resizes.observe(this);
    this.themes = new MutationObserver(() => this.draw());
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
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

  updated() {
    this.draw();
  }

  private colour(name: string) {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  private draw() {
    const canvas = this.querySelector('.chart-canvas') as HTMLElement | null;
    if (!canvas || !this.plot || !this.isConnected) {
      return;
    }
    this.chart ??= echarts.init(canvas);
    this.chart.setOption(this.option(this.plot), true);
    this.setAttribute('ready', '');
  }

  private option(plot: Plot) {
    const ink = this.colour('--chart-ink');
    const line = this.colour('--chart-grid');
    const format = (value: number) => (plot.unit === 'percent' ? percent : number).format(value);
    const text = { color: ink, fontSize: 11 };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(this).fontFamily },
      grid: { left: 56, right: 16, top: 12, bottom: 28 },
      tooltip: {
        trigger: 'axis', confine: true, backgroundColor: this.colour('--chart-tip'), borderColor: line,
        textStyle: { color: this.colour('--chart-text'), fontSize: 12 },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
      },
      xAxis: {
        type: 'category', data: plot.categories, boundaryGap: plot.kind === 'bar',
        axisLabel: { ...text, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value', scale: plot.kind === 'line', splitNumber: 4, axisLabel: { ...text, formatter: format },
        splitLine: { lineStyle: { color: line } },
      },
      series: plot.lines.map((each, i) => ({
        type: plot.kind, name: each.name, data: each.values, showSymbol: false, sampling: 'lttb',
        itemStyle: { color: this.colour(COLOURS[i % COLOURS.length]) }, lineStyle: { width: 1.6 },
      })),
    };
  }
}

customElements.define('quant-plain-chart', QuantPlainChart);
