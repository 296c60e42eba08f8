namespace NetGen.Reports;

/// <summary>The look of every chart: the same in a report and in an SVG file of its own, readable on light and on dark.</summary>
internal static class ChartStyle
{
    /// <summary>How many colours there are for curves and points.</summary>
    public const int SeriesColours = 7;

    /// <summary>The style sheet. The first two series colours are told apart by people with any common colour vision.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--surface:#ffffff;--ink:#16202b;--muted:#5c6773;--hairline:#e2e6ea;
        --series-0:#1f6feb;--series-1:#d9480f;--series-2:#0f8a6d;--series-3:#8a3ffc;--series-4:#a3770f;--series-5:#c2255c;--series-6:#0b7285}
        @media (prefers-color-scheme:dark){:root{--surface:#161b22;--ink:#e8edf2;--muted:#9aa6b2;--hairline:#2c343d;
        --series-0:#6ea8fe;--series-1:#ff9457;--series-2:#4fd1ae;--series-3:#c39bff;--series-4:#e3bd5c;--series-5:#f783ac;--series-6:#66d9e8}}
        .chart{display:block;max-width:100%;height:auto;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        .chart .surface{fill:var(--surface)}
        .chart .grid{stroke:var(--hairline);stroke-width:1}
        .chart .axis{stroke:var(--muted);stroke-width:1}
        .chart .tick{fill:var(--muted);font-size:12px;font-variant-numeric:tabular-nums}
        .chart .name{fill:var(--muted);font-size:12.5px}
        .chart .value{fill:var(--ink);font-size:12.5px;font-weight:600;font-variant-numeric:tabular-nums;
        paint-order:stroke;stroke:var(--surface);stroke-width:4px}
        .chart .curve{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
        .chart .boundary{fill:none;stroke:var(--ink);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .chart .dot{stroke:var(--surface);stroke-width:1}
        .chart .target{fill:transparent}
        .chart .curve,.chart .end{pointer-events:none}
        .chart .rule{stroke:var(--muted);stroke-width:1;stroke-dasharray:3 3}
        .chart .reading{fill:var(--ink);font-variant-numeric:tabular-nums}
        .chart .at .rule,.chart .at .reading{visibility:hidden;pointer-events:none}
        .chart .at:hover .rule,.chart .at:hover .reading{visibility:visible}
        .chart .s0{--colour:var(--series-0)}.chart .s1{--colour:var(--series-1)}.chart .s2{--colour:var(--series-2)}
        .chart .s3{--colour:var(--series-3)}.chart .s4{--colour:var(--series-4)}.chart .s5{--colour:var(--series-5)}
        .chart .s6{--colour:var(--series-6)}
        .chart .curve{stroke:var(--colour)}.chart .dot,.chart .bar{fill:var(--colour)}
        """;
}
