// The style sheet of the report's page: one column on a telephone, two plots beside each other on a desk, A4 on paper,
// light or dark as the reader's device has it. Paper is always light.

import Drawing

enum HTMLStyle {
  static let text =
    """
    :root{--ground:#fff;--ink:#1b1b1f;--soft:#55555e;--line:#d5d5dc;--tint:#f4f4f7;--link:#0b5cad;
    --none:#007f5f;--mild:#007f5f;--moderate:#b06a00;--severe:#b3261e;--high:#b3261e;--low:#0b5cad}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#16161a;--ink:#e8e8ec;--soft:#adadb8;--line:#3b3b44;
    --tint:#212127;--link:#8cc4ff;--none:#2dbe8d;--mild:#2dbe8d;--moderate:#f0a93b;--severe:#ff8a80;--high:#ff8a80;
    --low:#8cc4ff}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:1rem clamp(1rem,3vw,2.5rem) 3rem;max-width:68rem;background:var(--ground);color:var(--ink);
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
    h1{font-size:clamp(1.4rem,4vw,1.9rem);line-height:1.2;margin:.1rem 0 .3rem}
    h2{font-size:1.2rem;line-height:1.3;margin:2.2rem 0 .6rem}
    h3{font-size:1rem;margin:1.2rem 0 .3rem}
    p{margin:.4rem 0;max-width:46rem}
    a{color:var(--link)}
    .skip{position:absolute;left:-99em}.skip:focus{position:static}
    .kind,.soft,figcaption,footer{color:var(--soft)}
    .kind{margin:0;font-size:.9rem}
    .soft,footer,figcaption{font-size:.9rem}
    .verdict{margin-top:1.2rem;padding:1rem 1.2rem;background:var(--tint);border-left:.4rem solid var(--grade,var(--soft));
    border-radius:.3rem}
    .verdict h2{margin:0;font-size:clamp(1.3rem,4vw,1.7rem)}
    .g-none,.g-trace{--grade:var(--none)}.g-mild{--grade:var(--mild)}
    .g-moderate{--grade:var(--moderate)}.g-severe{--grade:var(--severe)}
    .numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:.8rem 1rem;margin:1rem 0 .4rem}
    .numbers div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
    .numbers dt{font-size:.85rem;line-height:1.3;color:var(--soft)}
    .numbers dd{margin:0;font-size:1.35rem;line-height:1.3;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
    .numbers small{font-size:.6em;font-weight:400}
    ul{padding-left:1.2rem;margin:.4rem 0;max-width:46rem}li{margin:.2rem 0}
    .advice{list-style:none;padding:0;max-width:52rem}.advice .id{white-space:normal}.advice li{margin:.7rem 0;padding-left:4.2rem;position:relative}
    .class{position:absolute;left:0;top:.1rem;min-width:3.4rem;padding:0 .35rem;border-radius:.25rem;text-align:center;
    font-size:.85rem;font-weight:600;border:1.5px solid var(--soft)}
    .c-I{border-color:var(--mild)}.c-IIa{border-color:var(--moderate)}.c-IIb{border-style:dashed}
    .avoid{border-color:var(--severe)}
    .plain{padding:.2rem 1.2rem 1rem;margin-top:2.2rem;border:1px solid var(--line);border-radius:.3rem;font-size:1.06rem}
    .plain h2{margin-top:1rem}
    .lead{font-size:1.08rem}.first{padding:.5rem .8rem;border:1.5px solid var(--line);border-radius:.3rem;background:var(--ground)}
    nav ol{columns:16rem;padding-left:1.6rem;margin:.3rem 0}nav li{margin:0;padding:.15rem 0;break-inside:avoid}
    nav h2{margin:1.2rem 0 .2rem;font-size:1rem}
    .beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:1rem 2rem;align-items:start}
    .beside>*{min-width:0}
    audio{display:block;width:100%;max-width:36rem;margin:.5rem 0}
    .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:1.2rem 2rem}
    figure{margin:0;break-inside:avoid;min-width:0}
    figure h3{margin:.2rem 0}
    .plot,.screen{display:block;width:100%;height:auto;max-width:30rem}
    .scroll{overflow-x:auto;max-width:100%;scrollbar-width:thin;background:
    linear-gradient(to left,var(--ground) 60%,transparent) right/2rem 100% no-repeat local,
    linear-gradient(to left,var(--soft),transparent) right/.8rem 100% no-repeat scroll}
    .scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    table{border-collapse:collapse;font-size:.94rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
    th,td{padding:.3rem .7rem .3rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line)}
    thead th{font-size:.85rem;line-height:1.25;vertical-align:bottom;border-bottom:2px solid var(--line)}
    tbody th{font-weight:400}
    .r{text-align:right}td.r{white-space:nowrap}.u{color:var(--soft);white-space:nowrap}
    .id{color:var(--soft);font-size:.85em;white-space:nowrap}
    .aside td,.aside th{color:var(--soft)}
    .shelf th{padding-top:1rem;font-weight:600}
    .up{color:var(--high)}.down{color:var(--low)}
    .wide{min-width:100%}.wide thead .r{min-width:6rem;overflow-wrap:anywhere}.wide tbody th{min-width:7.5rem}
    .wide tbody th,.wide thead th:first-child{position:sticky;left:0;background:var(--ground)}
    .bar{display:block;width:7.5rem;height:.8rem}
    .bar rect{fill:var(--link)}.bar .far{fill:var(--severe)}.bar path{stroke:var(--soft);fill:none}
    .learned rect:first-child{fill:var(--line)}
    footer{margin-top:2.5rem;padding-top:.8rem;border-top:1px solid var(--line)}
    @media screen and (max-width:36rem){.spare,.stack thead .ownline{display:none}th,td{padding-right:.5rem}
    .stack,.stack thead,.stack tbody{display:block}
    .stack tr{display:grid;grid-template-columns:repeat(var(--abreast),minmax(3.8rem,1fr));padding:.3rem 0;
    border-bottom:1px solid var(--line)}
    .stack th,.stack td{border:0;padding:.05rem .5rem .05rem 0;min-width:0;white-space:normal}
    .stack thead tr{border-bottom:2px solid var(--line)}.stack thead th{font-size:.78rem;padding-right:.2rem}
    .stack thead .r,.stack thead th:first-child{min-width:0}
    .stack thead th:first-child,.stack tbody th,.stack .ownline{grid-column:1/-1}
    .stack tbody th,.stack thead th:first-child{position:static;min-width:0}
    .stack tbody th{font-weight:600}.stack .shelf{border-bottom:2px solid var(--line)}.stack .shelf th{font-size:1.05rem}
    .stack .ownline:empty{display:none}.stack td.r.ownline{text-align:left;font-size:.94rem}.stack .ownline{font-size:.85rem}.stack .ownline::before{content:attr(data-head) ": ";color:var(--soft)}}
    @page{size:A4;margin:14mm 13mm}
    @media print{html{font-size:9.5pt}body{padding:0;max-width:none}h2{margin-top:1.1rem;break-after:avoid}
    h3,.shelf,h2+p,.contents{break-after:avoid}p,li{orphans:3;widows:3}li{break-inside:avoid}
    tr,.verdict{break-inside:avoid}.scroll{overflow:visible}.plots{grid-template-columns:1fr 1fr}
    .verdict{-webkit-print-color-adjust:exact;print-color-adjust:exact}thead{display:table-header-group}
    .wide tbody th{min-width:14rem}th,td{padding-top:.15rem;padding-bottom:.15rem}.skip,nav,audio,.aloud{display:none}.wide thead .r{min-width:0;font-size:.75rem}
    .plain{break-before:page;break-after:page;border:0;padding:0;margin:0;font-size:10pt;line-height:1.4}
    .plain p,.plain ul{max-width:none;margin:.2rem 0}.plain h3{margin:.7rem 0 .1rem}.plain h2{margin-top:0}.plot,.screen{max-width:88mm}
    .heart .plot{max-width:78mm}.first{background:none}figcaption{max-width:88mm}}

    """ + SVGPlot.styleSheet
}
