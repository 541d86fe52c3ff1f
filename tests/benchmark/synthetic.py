"""Content of any size for the benchmarks: the same numbers give the same bytes. Nobody in it is real.

A campaign has twenty notices, one for each county, with six candidates each. One notice in ten has a
table in its text and an attachment, one in twenty a correction. The deeds are of 250 to 700
characters, as offices print them.
"""
import random
import shutil
from pathlib import Path

CANDIDATES = 6
NOTICES_IN_A_CAMPAIGN = 20
FIRST_YEAR, YEARS = 2010, 14

SENTENCES = [
    "该同志长期在基层一线工作，热情接待来访群众，耐心听取意见，努力把问题解决在当地。",
    "坚持每周到村到户走访，了解群众的实际困难，逐件登记、逐件答复，做到件件有着落。",
    "对时间久、情况复杂的积案，会同有关部门查清事实，一案一策提出办法，并跟踪落实。",
    "牵头建立联合接访制度，把分散的窗口集中到一处，群众办事少跑了路，也少等了时间。",
    "加班加点整理多年的档案，编写办事指南，把办理的条件、时限和结果都公开在墙上。",
    "主动到矛盾较多的工地、厂矿和社区宣讲政策，用听得懂的话讲清楚道理和办理的途径。",
    "在防汛救灾中连续值守，转移安置受灾群众，及时发放救助物资，没有一户被遗漏。",
    "带头学习法律法规，带出了一支业务熟、作风实的队伍，多次在全县评比中名列前茅。",
    "清正廉洁，办事公道，从不接受服务对象的宴请和馈赠，得到了干部群众的一致好评。",
    "针对反映集中的拖欠工资问题，协调劳动保障部门开通快速通道，帮助务工人员领回了工资。",
    "关心困难家庭的孩子上学，联系爱心企业结对帮扶，让孩子们安心完成了学业。",
    "认真研究群众来信中的建议，提出改进工作的意见多条，其中大部分被采纳并写进了制度。",
]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
GIVEN = "安邦成达恩方刚海吉建康兰明宁平清荣山泰文祥雅永泽正志"
COUNTIES = "东西南北上下前后左右新老大小高长青白红金"

SITE = """\
name = "示例：评选表彰公示网"
base_url = "https://gongshi.example"
publisher = "示例评选表彰工作领导小组办公室"
calendar = "cn"
phone = "0000-0000000（示例号码）"
email = "office@gongshi.example"
address = "示例省示例市示例路1号"

[[footer]]
label = "主办单位"
value = "示例评选表彰工作领导小组办公室（示例）"
"""

CAMPAIGN = """\
title = "{title}"
organisers = ["示例省人力资源和社会保障厅", "示例省信访局"]
region = "示例省"
issued = {year}-03-01
identity_policy = "encourage_real_name"
late_policy = "refuse"
public_fields = ["gender", "nature"]

[[basis]]
title = "关于评选先进集体和先进工作者的通知"
number = "示例〔{year}〕{number}号"

[[award]]
id = "collective"
title = "先进集体"
kind = "collective"
deeds_max_chars = 1500

[[award]]
id = "worker"
title = "先进工作者"
kind = "individual"
deeds_max_chars = 1500

[[step]]
id = "unit-publicity"
title = "单位推荐和公示"
kind = "publicity"
working_days = 5
held_elsewhere = true
organ = "拟推荐对象所在单位"
scope = "本单位"

[[step]]
id = "county-publicity"
title = "县级公示"
kind = "publicity"
working_days = 5
organ = "各县推荐领导小组"
scope = "全县范围"

[[step]]
id = "decision"
title = "确定正式表彰对象"
kind = "decision"
organ = "省评选表彰工作领导小组"

[[contact]]
office = "示例省信访局"
phones = ["0000-0000000"]
address = "示例省示例市示例路1号"
"""

NOTICE = """\
+++
title = "{title}"
step = "county-publicity"
publisher = "{county}评选表彰工作领导小组办公室"
published_at = {day}T09:00:00+08:00
candidates = [{candidates}]
example = true
author = "示例经办人"

[[channel]]
kind = "phone"
value = "0000-0000000"
hours = "工作日8:30—12:00，14:30—18:00"

[[channel]]
kind = "letter"
value = "示例省{county}示例路1号，评选表彰工作领导小组办公室"

[[review]]
by = "示例审查人"
on = {day}
{correction}+++

按照示例〔{year}〕{number}号通知的要求，经单位推荐、逐级审核，提出拟推荐对象，现在全县范围内公示5个工作日。

公示期间如有异议，请以书面、电话等形式向本办公室反映。反映情况应当实事求是，提倡实名，以便核实和答复。
"""

CORRECTION = """
[[correction]]
at = {day}T15:00:00+08:00
what = "更正一处文字。"
kind = "slip"
"""

TABLE = """
| 序号 | 评选项目 | 名额 | 说明 |
|---|---|---|---|
| 1 | 先进集体 | 1 | 面向基层 |
| 2 | 先进工作者 | 5 | 正式在编在岗 |
"""

CRITERIA = """\
## 评选范围

全县各级各部门的信访工作机构，正式在编在岗、连续从事信访工作3年以上的人员。

## 评选条件

1. 政治立场坚定，认真贯彻落实上级的决策部署。

2. 工作成效显著，在维护群众合法权益、化解突出问题方面成绩突出。

3. 作风建设过硬，遵守法律法规，群众满意度高。
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def deeds(chance):
    wanted, paragraphs = chance.randint(250, 700), ["（示例）"]
    while sum(len(paragraph) for paragraph in paragraphs) < wanted:
        heading = "## 主要成绩\n\n" if chance.random() < 0.1 else ""
        paragraphs.append(heading + "".join(chance.sample(SENTENCES, chance.randint(2, 5))))
    return "\n\n".join(paragraphs) + "\n"


class Notice:
    """A notice of the campaign `campaign`, the `position`th of it."""

    def __init__(self, campaign, position, chance):
        self.year = FIRST_YEAR + campaign % YEARS
        self.number = campaign + 1
        self.campaign = f"c{campaign:04}-{self.year}"
        self.id = f"{self.campaign}-{position:02}"
        self.county = f"示例{COUNTIES[position % len(COUNTIES)]}县"
        self.title = f"{self.year}年{self.county}先进集体和先进工作者拟推荐对象公示（第{self.number}批）"
        self.day = f"{self.year}-{4 + position % 5:02}-{1 + (campaign + position) % 28:02}"
        self.ordinal = campaign * NOTICES_IN_A_CAMPAIGN + position
        self.people = [self.person(place, chance) for place in range(CANDIDATES)]

    def person(self, place, chance):
        name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
        collective = place == 0
        return {"id": f"{self.id}-{place}", "award": "collective" if collective else "worker",
                "name": f"{self.county}信访接待中心" if collective else name,
                "unit": "" if collective else f"{self.county}第{place}信访接待站",
                "post": "" if collective else chance.choice(["科员", "股长", "站长", "接访员"]),
                "recommended_by": self.county, "gender": "" if collective else chance.choice("男女"),
                "nature": "机关", "deeds": deeds(chance)}

    def text(self):
        return NOTICE.format(
            title=self.title, county=self.county, day=self.day, year=self.year, number=self.number,
            candidates=", ".join(f'"{person["id"]}"' for person in self.people),
            correction=CORRECTION.format(day=self.day) if self.ordinal % 20 == 7 else "",
        ) + (TABLE if self.ordinal % 10 == 3 else "")


def notices(count):
    chance = random.Random(20170621)
    for ordinal in range(count):
        yield Notice(*divmod(ordinal, NOTICES_IN_A_CAMPAIGN), chance)


COLUMNS = ["id", "award", "name", "unit", "post", "recommended_by", "gender", "nature"]


def make_content(folder, count, calendars):
    """A content folder of `count` notices; `calendars` is the repository's own folder of them."""
    folder = Path(folder)
    write(folder / "site.toml", SITE)
    write(folder / "pages" / "about.md", "# 关于本站\n\n本站的内容都是示例。\n")
    shutil.copytree(calendars, folder / "calendars")
    tables = {}
    for notice in notices(count):
        home = folder / "campaigns" / notice.campaign
        if notice.campaign not in tables:
            tables[notice.campaign] = [",".join(COLUMNS)]
            title = f"{notice.year}年先进集体和先进工作者评选（第{notice.number}批）"
            write(home / "campaign.toml", CAMPAIGN.format(title=title, year=notice.year, number=notice.number))
            write(home / "criteria.md", CRITERIA)
        write(home / "notices" / notice.id / "notice.md", notice.text())
        if notice.ordinal % 10 == 3:
            write(home / "notices" / notice.id / "attachments" / "quota.csv",
                  "评选项目,名额\r\n先进集体,1\r\n先进工作者,5\r\n")
        for person in notice.people:
            tables[notice.campaign].append(",".join(person[column] for column in COLUMNS))
            write(home / "deeds" / f"{person['id']}.md", person["deeds"])
    for campaign, rows in tables.items():
        write(folder / "campaigns" / campaign / "candidates.csv", "\n".join(rows) + "\n")
