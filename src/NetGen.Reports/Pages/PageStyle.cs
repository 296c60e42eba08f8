namespace NetGen.Reports;

/// <summary>The look of a page beside that of its charts.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{--paper:#f6f7f9;--good:#0f7a52;--bad:#c92a2a}
        @media (prefers-color-scheme:dark){:root{--paper:#0d1117;--good:#5fd3a3;--bad:#ff8787}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        main{max-width:860px;margin:0 auto;padding:56px 24px 40px}
        h1{margin:4px 0 12px;font-size:34px;line-height:1.15;letter-spacing:-.015em}
        h2{margin:44px 0 4px;font-size:20px;line-height:1.3}
        h1,h2,h3,.lead,.facts dd,.advice,.ending{overflow-wrap:anywhere}
        .lead{margin:0;max-width:64ch;font-size:17px}
        .caption{margin:4px 0 14px;max-width:72ch;color:var(--muted)}
        .panel{padding:20px;border:1px solid var(--hairline);border-radius:10px;background:var(--surface);overflow-x:auto}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px;margin:28px 0 0}
        .facts div{padding:12px 16px;border:1px solid var(--hairline);border-radius:10px;background:var(--surface)}
        .facts dt{color:var(--muted);font-size:13px}
        .facts dd{margin:0;font-size:20px;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        th,td{padding:7px 14px;border-bottom:1px solid var(--hairline);text-align:right;white-space:nowrap}
        th{color:var(--muted);font-size:13px;font-weight:500}
        th:first-child,td:first-child{padding-left:0;text-align:left}
        tbody tr:last-child td{border-bottom:0}
        .confusion th,.confusion td{min-width:46px;padding:8px 6px;border:0;text-align:center}
        .confusion td{border:2px solid var(--surface);border-radius:6px}
        .confusion tbody th,.confusion thead th:first-child{padding-right:12px;text-align:right}
        .confusion .right{background:color-mix(in srgb,var(--series-0) var(--share),transparent)}
        .confusion .wrong{background:color-mix(in srgb,var(--series-1) var(--share),transparent);font-weight:600}
        .confusion .none{color:var(--muted);opacity:.55}
        .pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));gap:14px;margin:0;padding:0;list-style:none}
        .pictures img{display:block;width:100%;aspect-ratio:1;border-radius:6px;image-rendering:pixelated;background:var(--hairline)}
        .pictures .mistake img{outline:3px solid var(--bad);outline-offset:1px}
        .pictures p{margin:6px 0 0;font-size:13px;line-height:1.35}
        .pictures .truth{color:var(--muted)}
        .pictures .mark{font-weight:700;color:var(--good)}
        .pictures .mistake .mark{color:var(--bad)}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(340px,1fr));gap:16px}
        .panel>.chart{min-width:560px}
        .sides .chart{min-width:0}
        .sides h3{margin:0 0 8px;font-size:15px}
        .panel>p{margin:0 0 10px}.panel>p:last-child{margin:0}
        .ending{font-weight:600}.ending.bad{color:var(--bad)}
        footer{margin-top:48px;padding-top:16px;border-top:1px solid var(--hairline);color:var(--muted);font-size:13.5px}
        code,pre{font-family:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;font-size:.92em}
        pre{margin:0;line-height:1.5}
        """;
}
