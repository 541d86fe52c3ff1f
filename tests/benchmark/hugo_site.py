"""The same texts as a site for Hugo, with layouts that make the same pages: home, notices with their
candidates, deeds."""
from pathlib import Path

import synthetic

CONFIG = """\
baseURL = "https://gongshi.example/"
languageCode = "zh-CN"
title = "示例：评选表彰公示网"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
"""

BASE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<meta name="SiteName" content="{{ .Site.Title }}">
<meta name="ArticleTitle" content="{{ .Title }}">
<link rel="stylesheet" href="/assets/site.css">
</head>
<body>
<header><a href="/">{{ .Site.Title }}</a><nav><a href="/">首页</a> <a href="/notices/">公示</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>示例评选表彰工作领导小组办公室</p><p>电话：0000-0000000（示例号码）</p></footer>
</body>
</html>
"""

LAYOUTS = {
    "_default/baseof.html": BASE,
    "index.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range first 50 (where .Site.RegularPages "Type" "notices") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}""",
    "_default/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}""",
    "notices/single.html": """\
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p>{{ .Params.publisher }} {{ .Date.Format "2006年1月2日" }}</p>
{{ .Content }}
<table><thead><tr><th>姓名或名称</th><th>单位</th><th>职务</th><th>推荐单位</th></tr></thead><tbody>
{{ range .Params.candidates }}<tr><td><a href="/deeds/{{ .id }}/">{{ .name }}</a></td><td>{{ .unit }}</td><td>{{ .post }}</td><td>{{ .by }}</td></tr>
{{ end }}</tbody></table>
<h2>如何提出异议</h2><p>电话：0000-0000000，工作日8:30—12:00，14:30—18:00</p></article>
{{ end }}""",
    "deeds/single.html": """\
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<dl><dt>单位</dt><dd>{{ .Params.unit }}</dd><dt>职务</dt><dd>{{ .Params.post }}</dd><dt>推荐单位</dt><dd>{{ .Params.by }}</dd></dl>
<p><a href="/notices/{{ .Params.notice }}/">公示</a></p>
{{ .Content }}</article>
{{ end }}""",
}

NOTICE = """\
+++
title = "{title}"
date = {day}T09:00:00+08:00
publisher = "{county}评选表彰工作领导小组办公室"
{candidates}
+++
{body}"""

CANDIDATE = """\
[[candidates]]
id = "{id}"
name = "{name}"
unit = "{unit}"
post = "{post}"
by = "{recommended_by}"
"""

DEEDS = """\
+++
title = "{name}"
unit = "{unit}"
post = "{post}"
by = "{recommended_by}"
notice = "{notice}"
+++
{deeds}"""


def make_site(folder, count):
    folder = Path(folder)
    synthetic.write(folder / "config.toml", CONFIG)
    for path, text in LAYOUTS.items():
        synthetic.write(folder / "layouts" / path, text)
    for notice in synthetic.notices(count):
        rows = "".join(CANDIDATE.format(**person) for person in notice.people)
        body = notice.text().split("+++\n", 2)[2]
        synthetic.write(folder / "content" / "notices" / f"{notice.id}.md",
                        NOTICE.format(title=notice.title, day=notice.day, county=notice.county,
                                      candidates=rows, body=body))
        for person in notice.people:
            synthetic.write(folder / "content" / "deeds" / f"{person['id']}.md",
                            DEEDS.format(notice=notice.id, **person))
